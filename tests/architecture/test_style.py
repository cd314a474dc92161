"""House rules that a linter does not know, one sentence each."""

import ast

import pytest

from tests.architecture.sources import Source, called, sources

TASK_OWNERS = {
    "desktop/runtime/supervisor.py",
    "desktop/runtime/alarm.py",
    "desktop/runtime/together.py",
    "desktop/runtime/finish.py",
    "desktop/demo/session.py",
    "desktop/demo/__main__.py",
    "desktop/ui/bridge/scope.py",
}
CATCHES_ALL = {
    "desktop/runtime/supervisor.py",
    "desktop/runtime/threads.py",
    "desktop/storage/os_keyring.py",  # plug-ins raise anything, with the secret in its text
}
TIPS_OF_OUR_OWN = {
    "desktop/ui/widgets/rail.py",
    "desktop/ui/widgets/swatches.py",
    "desktop/ui/models/toolbar.py",
}
ANSWERS = "desktop/ui/chat/blocks/reading.py"
LABELS = "desktop/ui/widgets/labels.py"


def desktop() -> tuple[Source, ...]:
    """The whole program, read by the first test that asks and not by whoever collects tests."""
    return sources("desktop")


def ui() -> tuple[Source, ...]:
    return sources("desktop/ui")


def test_no_file_has_more_than_300_lines() -> None:
    lengths = {source.path: len(source.text.splitlines()) for source in desktop()}
    found = {path: lines for path, lines in lengths.items() if lines > 300}
    assert not found, found


def test_no_function_has_more_than_40_lines() -> None:
    functions = [
        (source.at(node), (node.end_lineno or 0) - node.lineno + 1)
        for source in desktop()
        for node in source.all(ast.FunctionDef, ast.AsyncFunctionDef)
    ]
    found = [where for where, lines in functions if lines > 40]
    assert not found, found


def test_everything_is_caught_only_where_it_is_passed_on() -> None:
    handlers = [
        source.at(node)
        for source in desktop()
        if source.path not in CATCHES_ALL
        for node in source.all(ast.ExceptHandler)
        if _catches_all(node) and not _raises_again(node)
    ]
    assert not handlers, handlers


def test_a_task_is_started_only_by_those_who_own_tasks() -> None:
    names = {"create_task", "ensure_future", "to_thread", "run_in_executor"}
    found = _calls_of(names, desktop(), TASK_OWNERS)
    assert not found, found


def test_no_task_without_an_owner_comes_from_qasync() -> None:
    banned = ("asyncSlot", "asyncClose")
    found = [(source.path, name) for source in desktop() for name in banned if name in source.text]
    assert not found, found


def test_no_f_string_is_translated() -> None:
    """It would be extracted with its braces, and never be found again at run time."""
    translated = {"tr", "translate", "QT_TRANSLATE_NOOP"}
    calls = [
        source.at(call)
        for source in desktop()
        for call in source.calls()
        if called(call) in translated
        and any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    ]
    assert not calls, calls


def test_style_sheets_are_set_by_the_theme_alone() -> None:
    found = _calls_of({"setStyleSheet"}, desktop(), {"desktop/ui/bridge/theme.py"})
    assert not found, found


def test_a_label_shows_plain_text() -> None:
    """Qt guesses otherwise, and a server's text would be shown as HTML."""
    direct = [source for source in ui() if "QLabel(" in source.text and source.path != LABELS]
    found = [source.path for source in direct if "PlainText" not in source.text]
    assert not found, found


@pytest.mark.parametrize("name", ["setHtml", "insertHtml", "appendHtml", "setMarkdown"])
def test_no_text_is_shown_as_markup(name: str) -> None:
    """But for an answer's markdown, in the one document that opens nothing it is told to."""
    found = _calls_of({name}, ui(), {ANSWERS} if name == "setMarkdown" else set())
    assert not found, found


def test_a_tooltip_shows_plain_text() -> None:
    """Qt guesses here too, and opens the local files that a model's markup names."""
    given = [
        (source.at(call), ast.unparse(call.args[0]))
        for source in ui()
        if source.path not in TIPS_OF_OUR_OWN
        for call in source.calls()
        if called(call) == "setToolTip"
    ]
    found = [where for where, text in given if "plain_tip(" not in text and not _is_ours(text)]
    found += [
        source.path
        for source in ui()
        if "ItemDataRole.ToolTipRole" in source.text and "plain_tip(" not in source.text
    ]
    assert not found, found


def test_classes_are_named_for_what_they_are() -> None:
    vague = ("Manager", "Helper", "Util", "Utils", "Handler", "Controller")
    names = [
        f"{source.at(node)} {node.name}"
        for source in desktop()
        for node in source.all(ast.ClassDef)
        if node.name.endswith(vague)
    ]
    assert not names, names


def test_nothing_is_left_for_later_or_hidden_from_the_type_checker() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "# type" + ": ignore", "raise NotImplemented" + "Error")
    found = [(source.path, mark) for source in desktop() for mark in marks if mark in source.text]
    assert not found, found


def test_tests_wait_for_a_condition_and_never_for_time() -> None:
    sleeps = [
        source.at(call)
        for source in sources("tests")
        for call in source.calls()
        if called(call) == "sleep" and ast.unparse(call.func) == "time.sleep"
    ]
    assert not sleeps, sleeps


def _is_ours(text: str) -> bool:
    return text.startswith("self.tr(") and ".format(" not in text


def _calls_of(names: set[str], among: tuple[Source, ...], allowed: set[str]) -> list[str]:
    return [
        source.at(call)
        for source in among
        if source.path not in allowed
        for call in source.calls()
        if called(call) in names
    ]


def _catches_all(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    names = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
    return not names.isdisjoint({"Exception", "BaseException"})


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None
