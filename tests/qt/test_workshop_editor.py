import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QGuiApplication, QTextCursor, QTextOption
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from desktop.domain.modelfile import Span, parse
from desktop.domain.modelfile_check import Fix, check
from desktop.ui.bridge.theme import Theme, ThemeMode
from desktop.ui.workshop.editor.colouring import Colouring
from desktop.ui.workshop.editor.editor import ModelfileEditor

TEXT = 'FROM base\nPARAMETER  num_ctx "abc"\nSYSTEM """\none\ntwo\n"""\nPARAMETER mirostat 1\n'
Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(theme: Theme, qtbot: QtBot) -> ModelfileEditor:
    widget = ModelfileEditor(theme)
    qtbot.addWidget(widget)
    widget.resize(700, 500)
    widget.show()
    widget.activateWindow()
    widget.area.setFocus()
    return widget


def _show_read(editor: ModelfileEditor, text: str) -> None:
    """Set a text and wait until it is read: a busy machine reads even a short one in pieces."""
    editor.set_text(text)
    colouring = editor.area.document().findChild(Colouring)
    assert colouring is not None
    while not colouring.is_finished:
        QCoreApplication.processEvents()


def _colour_at(editor: ModelfileEditor, line: int, column: int) -> str:
    block = editor.area.document().findBlockByNumber(line - 1)
    for one in block.layout().formats():
        if one.start <= column < one.start + one.length:
            return one.format.foreground().color().name().upper()
    return ""


def _find(editor: ModelfileEditor, text: str) -> None:
    editor.find_bar.field.setText(text)


def _hidden(editor: ModelfileEditor) -> list[int]:
    document = editor.area.document()
    numbers = range(document.blockCount())
    return [one + 1 for one in numbers if not document.findBlockByNumber(one).isVisible()]


def test_the_text_comes_back_as_it_was_set(editor: ModelfileEditor) -> None:
    for text in ("", "FROM x", "a\r\nb\r\n", "a\rb", "a\u00a0b\u200b😀\n\n"):
        editor.set_text(text)
        assert editor.text() == text


def test_lines_that_are_typed_into_a_crlf_text_end_as_the_others(editor: ModelfileEditor) -> None:
    editor.set_text("FROM x\r\nSYSTEM y\r\n")
    QTest.keyClicks(editor.area, "# a")
    QTest.keyClick(editor.area, Key.Key_Return)
    assert editor.text() == "# a\r\nFROM x\r\nSYSTEM y\r\n"
    editor.apply("FROM x\nSYSTEM z\n")
    assert editor.text() == "FROM x\r\nSYSTEM z\r\n"


def test_only_a_change_of_the_text_is_told(editor: ModelfileEditor) -> None:
    told = QSignalSpy(editor.text_changed)
    _show_read(editor, TEXT)
    assert told.count() == 0
    editor.apply(TEXT)
    editor.show_findings(TEXT, check(TEXT, parse(TEXT)))
    editor.area.folds.fold_all()
    assert told.count() == 0
    QTest.keyClicks(editor.area, "#")
    assert told.count() == 1


def test_a_change_from_outside_is_one_step_to_undo_and_keeps_the_cursor(
    editor: ModelfileEditor,
) -> None:
    editor.set_text(TEXT)
    editor.go_to_line(7)
    QTest.keyClicks(editor.area, "# ")
    typed = editor.text()
    editor.apply(typed.replace("base", "qwen2.5:14b"))
    assert editor.cursor_line == 7
    assert editor.area.textCursor().positionInBlock() == 2
    editor.actions_of_text.undo.trigger()
    assert editor.text() == typed
    editor.actions_of_text.redo.trigger()
    assert "FROM qwen2.5:14b" in editor.text()


def test_a_change_from_outside_does_not_join_what_was_typed_before_it(
    editor: ModelfileEditor,
) -> None:
    editor.set_text("SYSTEM \n")
    editor.area.moveCursor(QTextCursor.MoveOperation.EndOfLine)
    QTest.keyClicks(editor.area, "ab")
    editor.apply("SYSTEM abc\n")
    editor.apply("SYSTEM abcd\n")
    editor.actions_of_text.undo.trigger()
    assert editor.text() == "SYSTEM ab\n"


def test_a_line_is_coloured_as_it_is_typed(editor: ModelfileEditor, theme: Theme) -> None:
    _show_read(editor, "FROM x\n\n")
    assert _colour_at(editor, 1, 0) == theme.tokens.code_keyword
    editor.go_to_line(2)
    QTest.keyClicks(editor.area, "# SYSTEM")
    assert _colour_at(editor, 2, 3) == theme.tokens.code_comment


def test_an_open_quote_colours_what_it_swallows_and_gives_it_back(
    editor: ModelfileEditor, theme: Theme, qtbot: QtBot
) -> None:
    _show_read(editor, "FROM x\n" + "SYSTEM y\n" * 50)
    editor.apply('LICENSE """\nFROM x\n' + "SYSTEM y\n" * 50)
    qtbot.waitUntil(lambda: _colour_at(editor, 52, 0) == theme.tokens.code_string)
    editor.actions_of_text.undo.trigger()
    qtbot.waitUntil(lambda: _colour_at(editor, 51, 0) == theme.tokens.code_keyword)


def test_colours_follow_the_theme(editor: ModelfileEditor, theme: Theme, qtbot: QtBot) -> None:
    _show_read(editor, TEXT)
    light = _colour_at(editor, 1, 0)
    theme.set_mode(ThemeMode.DARK)
    qtbot.waitUntil(lambda: _colour_at(editor, 1, 0) == theme.tokens.code_keyword)
    assert _colour_at(editor, 1, 0) != light


def test_findings_are_marked_at_their_lines(editor: ModelfileEditor) -> None:
    text = "FROM x\r\nMESSAGE user 😀\r\nPARAMETER num_ctx abc\r\nPARAMETER mirostat 1\r\n"
    editor.set_text(text)
    editor.show_findings(text, check(text, parse(text)))
    assert dict(editor.gutter.dots) == {3: True, 4: False}
    marked = [one.cursor.selectedText() for one in editor.area.extraSelections()]
    assert marked == ["abc", "mirostat"]


def test_findings_of_a_text_that_is_gone_are_not_shown(editor: ModelfileEditor) -> None:
    editor.set_text(TEXT)
    editor.show_findings(TEXT + " ", check(TEXT, parse(TEXT)))
    assert not editor.gutter.dots


def test_f8_goes_from_one_problem_to_the_next_and_round(editor: ModelfileEditor) -> None:
    text = "FROM x\nPARAMETER num_ctx abc\nPARAMETER mirostat 1\n"
    editor.set_text(text)
    editor.show_findings(text, check(text, parse(text)))
    lines = []
    for _ in range(3):
        QTest.keyClick(editor.area, Key.Key_F8)
        lines.append(editor.cursor_line)
    assert lines == [2, 3, 2]
    QTest.keyClick(editor.area, Key.Key_F8, SHIFT)
    assert editor.cursor_line == 3


def test_a_fix_that_takes_out_a_line_leaves_no_empty_one(editor: ModelfileEditor) -> None:
    editor.set_text("FROM x\r\nPARAMETER mirostat 1\r\nSYSTEM y\r\n")
    editor.apply_fix(Fix(Span(8, 28), ""))
    assert editor.text() == "FROM x\r\nSYSTEM y\r\n"
    editor.actions_of_text.undo.trigger()
    assert "mirostat" in editor.text()


def test_a_value_is_folded_and_unfolded_by_keys(editor: ModelfileEditor) -> None:
    _show_read(editor, TEXT)
    editor.go_to_line(4)
    QTest.keyClick(editor.area, Key.Key_BracketLeft, CTRL | SHIFT)
    assert _hidden(editor) == [4, 5, 6]
    head = editor.area.document().findBlockByNumber(2)
    assert editor.area.folds.hidden_lines(head) == 3
    editor.area.folds.unfold_all()
    assert _hidden(editor) == []


def test_what_is_gone_to_or_changed_is_unfolded(editor: ModelfileEditor) -> None:
    _show_read(editor, TEXT)
    editor.area.folds.fold_all()
    editor.go_to_line(5)
    assert _hidden(editor) == []
    editor.area.folds.fold_all()
    editor.apply(TEXT.replace("two", "three"))
    assert _hidden(editor) == []


def test_down_and_up_step_over_what_is_folded(editor: ModelfileEditor) -> None:
    _show_read(editor, TEXT)
    editor.area.folds.fold_all()
    editor.go_to_line(3)
    editor.area.folds.fold_all()
    QTest.keyClick(editor.area, Key.Key_Down)
    assert editor.cursor_line == 7
    QTest.keyClick(editor.area, Key.Key_Up)
    assert editor.cursor_line == 3
    assert _hidden(editor) == [4, 5, 6]


def test_a_click_on_the_chevron_folds(editor: ModelfileEditor) -> None:
    _show_read(editor, TEXT)
    head = editor.area.document().findBlockByNumber(2)
    place = editor.gutter.chevron(head).center()
    QTest.mouseClick(editor.gutter, Qt.MouseButton.LeftButton, pos=place)
    assert _hidden(editor) == [4, 5, 6]
    mark = editor.area.ornaments.fold_mark(head).center().toPoint()
    QTest.mouseClick(editor.area.viewport(), Qt.MouseButton.LeftButton, pos=mark)
    assert _hidden(editor) == []


def test_finding_counts_and_goes_round(editor: ModelfileEditor) -> None:
    editor.set_text("a b a B a\n")
    QTest.keyClick(editor.area, Key.Key_F, CTRL)
    _find(editor, "a")
    assert editor.find_bar.count.text() == "1 of 3"
    QTest.keyClick(editor.find_bar.field, Key.Key_Return, SHIFT)
    assert editor.find_bar.count.text() == "3 of 3"
    QTest.keyClick(editor.find_bar.field, Key.Key_F3)
    assert editor.find_bar.count.text() == "1 of 3"
    editor.find_bar.case.click()
    _find(editor, "b")
    assert editor.find_bar.count.text() == "1 of 1"
    _find(editor, "nowhere")
    assert editor.find_bar.count.text() == "Not found"
    QTest.keyClick(editor.find_bar.field, Key.Key_Escape)
    assert not editor.find_bar.isVisible()
    assert not editor.area.extraSelections()


def test_the_editor_s_keys_come_before_those_of_the_window(editor: ModelfileEditor) -> None:
    action = QAction("Filter", editor)
    action.setShortcut("Ctrl+F")
    editor.addAction(action)
    pressed = QSignalSpy(action.triggered)
    QTest.keyClick(editor.area, Key.Key_F, CTRL)
    assert pressed.count() == 0
    assert editor.find_bar.isVisible()


def test_its_menu_has_everything_by_name(editor: ModelfileEditor) -> None:
    names = [action.text() for action in editor.menu().actions() if action.text()]
    assert {"Find…", "Suggest", "Fold all", "Wrap long lines"} <= set(names)


def test_what_is_found_is_unfolded(editor: ModelfileEditor) -> None:
    _show_read(editor, TEXT)
    editor.area.folds.fold_all()
    editor.actions_of_text.find.trigger()
    _find(editor, "two")
    assert editor.cursor_line == 5
    assert _hidden(editor) == []


def test_all_are_replaced_in_one_step_to_undo(editor: ModelfileEditor) -> None:
    editor.set_text("😀 a\r\na a\r\n")
    QTest.keyClick(editor.area, Key.Key_H, CTRL)
    _find(editor, "a")
    editor.find_bar.replacement.setText("aa")
    editor.find_bar.replace.click()
    assert editor.text() == "😀 aa\r\na a\r\n"
    assert editor.area.textCursor().selectedText() == "a"
    assert editor.cursor_line == 2
    editor.find_bar.replace_all.click()
    assert editor.text() == "😀 aaaa\r\naa aa\r\n"
    editor.actions_of_text.undo.trigger()
    assert editor.text() == "😀 aa\r\na a\r\n"


def test_selected_lines_become_comments_and_back(editor: ModelfileEditor) -> None:
    editor.set_text("FROM x\nSYSTEM y\nLICENSE z\n")
    cursor = editor.area.textCursor()
    cursor.setPosition(len("FROM x\nSYST"), QTextCursor.MoveMode.KeepAnchor)
    editor.area.setTextCursor(cursor)
    QTest.keyClick(editor.area, Key.Key_Slash, CTRL)
    assert editor.text() == "# FROM x\n# SYSTEM y\nLICENSE z\n"
    QTest.keyClick(editor.area, Key.Key_Slash, CTRL)
    assert editor.text() == "FROM x\nSYSTEM y\nLICENSE z\n"


def test_what_nobody_sees_is_copied_pasted_and_marked(editor: ModelfileEditor) -> None:
    editor.set_text("SYSTEM ")
    editor.area.moveCursor(QTextCursor.MoveOperation.End)
    QGuiApplication.clipboard().setText("a\u00a0b\u200b\u2029c\r\nd")
    editor.area.paste()
    assert editor.text() == "SYSTEM a\u00a0b\u200bc\nd"
    editor.area.selectAll()
    editor.area.copy()
    assert QGuiApplication.clipboard().text() == "SYSTEM a\u00a0b\u200bc\nd"
    rect = editor.area.block_rect(editor.area.document().begin())
    wide = editor.area.fontMetrics().horizontalAdvance("x")
    place = QPointF(
        rect.left() + editor.area.document().documentMargin() + 8.5 * wide, rect.center().y()
    )
    strange = editor.area.ornaments.strange_at(place)
    assert strange is not None
    assert strange.code == "U+00A0"


def test_files_are_left_to_the_page_and_text_is_taken(editor: ModelfileEditor) -> None:
    files, text = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("Modelfile")])
    text.setText("FROM x")
    taken = []
    for data in (files, text):
        event = QDragEnterEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, CTRL
        )
        QGuiApplication.sendEvent(editor.area.viewport(), event)
        taken.append(event.isAccepted())
    assert taken == [False, True]
    assert not editor.area.canInsertFromMimeData(files)


def test_long_lines_are_wrapped_when_that_is_asked_for(editor: ModelfileEditor) -> None:
    editor.set_text("SYSTEM " + "word " * 200)
    block = editor.area.document().begin()
    assert block.lineCount() == 1
    editor.actions_of_text.wrap.trigger()
    assert editor.area.document().begin().lineCount() > 1


def test_an_endless_word_does_not_freeze_what_is_wrapped(editor: ModelfileEditor) -> None:
    editor.actions_of_text.wrap.trigger()
    editor.set_text("SYSTEM " + "x" * 100_000)
    assert editor.area.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere


def test_a_megabyte_can_be_typed_in_while_it_is_coloured(
    editor: ModelfileEditor, qtbot: QtBot
) -> None:
    editor.set_text('FROM x\nSYSTEM """\n' + "Say this, and that as well.\n" * 36_000)
    QTest.keyClicks(editor.area, "# ")
    assert editor.text().startswith("# FROM x")
    assert _colour_at(editor, 1, 3) != ""
    editor.set_text("FROM x")
