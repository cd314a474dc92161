import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from desktop.domain.modelfile import Span, parse
from desktop.domain.modelfile_check import Finding, Fix, Trap, check
from desktop.ui.bridge.theme import Theme
from desktop.ui.workshop.problem_rows import ProblemRow, Severity, rows_of
from desktop.ui.workshop.problems import ProblemsList
from desktop.ui.workshop.trap_words import fix_label, own_words, sentence

TEXT = 'FROM x\nPARAMETER num_ctx "abc"\nPARAMETER mirostat 1\n'
Key = Qt.Key


def _rows(text: str = TEXT, **usual: str) -> tuple[ProblemRow, ...]:
    return rows_of(check(text, parse(text)), usual)


@pytest.fixture
def problems(theme: Theme, qtbot: QtBot) -> ProblemsList:
    widget = ProblemsList(theme)
    qtbot.addWidget(widget)
    widget.resize(800, 120)
    widget.show()
    widget.activateWindow()
    return widget


@pytest.mark.parametrize("trap", Trap)
def test_every_trap_has_words_of_its_own(trap: Trap) -> None:
    finding = Finding(trap, Span(0, 1), 1, "num_ctx", "said")
    assert sentence(finding).endswith(".")
    assert "{" not in sentence(finding)
    assert "{" not in fix_label(finding, "1")


def test_a_problem_reads_as_designed() -> None:
    error, warning = _rows(num_ctx="32768")
    assert (error.severity, error.where) == (Severity.ERROR, "Line 2")
    assert error.words == "num_ctx wants a whole number."
    assert error.said == "invalid int value [abc]"
    assert error.label == "Use 32768"
    assert error.fix == Fix(Span(25, 30), "32768")
    assert warning.words == "mirostat is deprecated, and has no effect."
    assert warning.label == "Remove the line"


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("FROM x\nPARAMETER  seed 1\n", "Two spaces after PARAMETER", "One space"),
        ("FROM x\nPARAMETER temprature 1\n", "no parameter temprature", "Use temperature"),
        ("FROM x\nPARAMETER top_p 7\n", "A number, 0 to 1.", "Use 0.9"),
        ("FROM \n", "FROM names nothing", ""),
        ("SYSTEM x\n", "A line with FROM is missing.", ""),
        ("FROM x\nSYSTM y\n", "No instruction begins like this.", ""),
        ("FROM x\nMESSAGE pirate y\n", "system, user or assistant", ""),
        ('FROM x\nSYSTEM "a\n', "The text ends too early", ""),
        ("FROM x\nPARAMETER seed\n", "A value is missing", ""),
        ("FROM x\nSYSTEM a\u200bb\n", "nobody sees", "Take them out"),
        ("FROM x\nSYSTEM a\nSYSTEM b\n", "SYSTEM comes again below", "Remove this one"),
        (
            'FROM x\nSYSTEM "a\nPARAMETER seed 1\n"\n',
            "takes in “PARAMETER seed 1”",
            "Close the quote",
        ),
    ],
)
def test_each_says_what_is_wrong_and_what_would_mend_it(text: str, words: str, label: str) -> None:
    first = _rows(text)[0]
    assert words in first.words
    assert first.label == label


def test_of_thousands_the_first_are_shown_and_how_many_follow() -> None:
    rows = _rows("FROM x\n" + "PARAMETER mirostat 1\n" * 1200)
    assert len(rows) == 1001
    assert rows[-1].words == "And 200 more"


def test_what_a_text_says_is_shown_as_it_is() -> None:
    finding = Finding(Trap.BAD_VALUE, Span(0, 1), 1, "{range}\u202e", "<b>{x}\u200b")
    assert "{range}‹U+202E›".upper() in sentence(finding)
    assert own_words(finding) == "<b>{x}‹U+200B›"


def test_the_header_counts(problems: ProblemsList) -> None:
    assert problems.counts == "No problems"
    assert problems.list.focusPolicy() is Qt.FocusPolicy.NoFocus
    problems.show_rows(_rows())
    assert problems.counts == "1 error, 1 warning"
    assert problems.list.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_enter_goes_to_the_line_and_ctrl_enter_mends(problems: ProblemsList) -> None:
    rows = _rows(num_ctx="8192")
    problems.show_rows(rows)
    shown, wanted = QSignalSpy(problems.span_wanted), QSignalSpy(problems.fix_wanted)
    problems.list.setFocus()
    QTest.keyClick(problems.list, Key.Key_Return)
    assert shown.at(0) == [rows[0].span]
    QTest.keyClick(problems.list, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted.at(0) == [rows[0].fix]
    QTest.keyClick(problems.list, Key.Key_F8)
    QTest.keyClick(problems.list, Key.Key_F8)
    assert [shown.at(place)[0] for place in (1, 2)] == [rows[1].span, rows[0].span]


def test_a_click_on_the_fix_mends_and_on_the_rest_goes_there(problems: ProblemsList) -> None:
    rows = _rows(num_ctx="8192")
    problems.show_rows(rows)
    shown, wanted = QSignalSpy(problems.span_wanted), QSignalSpy(problems.fix_wanted)
    area = problems.list.visualRect(problems.list.model().index(0, 0))
    viewport, left = problems.list.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(viewport, left, pos=area.center())
    assert (shown.count(), wanted.count()) == (1, 0)
    QTest.mouseClick(viewport, left, pos=problems.delegate.fix_area(area, rows[0]).center())
    assert (shown.count(), wanted.count()) == (1, 1)


def test_a_row_of_another_kind_is_handed_back(problems: ProblemsList) -> None:
    row = ProblemRow(Severity.NOTE, "tower would pull 9.0 GB.", label="Pull it first", key="pull")
    problems.show_rows((row,))
    pressed = QSignalSpy(problems.row_pressed)
    assert problems.counts == "1 note"
    names = [action.text() for action in problems.menu_for(row).actions()]
    assert names == ["Pull it first", "Copy"]
    problems.menu_for(row).actions()[0].trigger()
    assert pressed.at(0) == [row]


def test_a_row_is_read_out_whole(problems: ProblemsList) -> None:
    problems.show_rows(_rows(num_ctx="8192"))
    index = problems.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Error, Line 2, num_ctx wants a whole number., invalid int value [abc], Use 8192"
    )
