import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.bridge.theme import Theme
from desktop.ui.workshop.editor.editor import ModelfileEditor

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(theme: Theme, qtbot: QtBot) -> ModelfileEditor:
    widget = ModelfileEditor(theme)
    qtbot.addWidget(widget)
    widget.resize(700, 500)
    widget.show()
    widget.activateWindow()
    widget.area.setFocus()
    widget.set_models(["qwen2.5:14b", "qwen2.5:7b", "gemma3:12b"])
    return widget


def _type(editor: ModelfileEditor, text: str) -> None:
    QTest.keyClicks(editor.area, text)


def test_an_instruction_and_a_parameter_are_written_with_few_keys(editor: ModelfileEditor) -> None:
    _type(editor, "pa")
    assert editor.completion.popup.offered == ("PARAMETER", "PARSER")
    QTest.keyClick(editor.area, Key.Key_Tab)
    assert editor.text() == "PARAMETER "
    _type(editor, "top")
    assert editor.completion.popup.offered == ("top_p", "top_k", "stop")
    QTest.keyClick(editor.area, Key.Key_Down)
    QTest.keyClick(editor.area, Key.Key_Return)
    assert editor.text() == "PARAMETER top_k "
    assert not editor.completion.is_open


def test_models_are_offered_after_from(editor: ModelfileEditor) -> None:
    _type(editor, "FROM ")
    assert editor.completion.popup.offered == ("qwen2.5:14b", "qwen2.5:7b", "gemma3:12b")
    _type(editor, "qwen2.5:7")
    assert editor.completion.popup.offered == ("qwen2.5:7b",)
    QTest.keyClick(editor.area, Key.Key_Enter)
    assert editor.text() == "FROM qwen2.5:7b"


def test_a_template_s_words_are_offered_inside_its_braces_alone(editor: ModelfileEditor) -> None:
    editor.set_text('FROM x\nTEMPLATE """\n\n"""\n')
    editor.go_to_line(3)
    _type(editor, "if")
    assert not editor.completion.is_open
    _type(editor, "{{ .Sy")
    assert editor.completion.popup.offered == (".System",)
    QTest.keyClick(editor.area, Key.Key_Tab)
    assert editor.text().splitlines()[2] == "if{{ .System"


@pytest.mark.parametrize("line", ["# ", "SYSTEM ", 'SYSTEM """', "MESSAGE user "])
def test_nothing_is_offered_in_text_of_one_s_own(editor: ModelfileEditor, line: str) -> None:
    editor.set_text(line)
    editor.area.moveCursor(QTextCursor.MoveOperation.End)
    _type(editor, "fro")
    assert not editor.completion.is_open
    QTest.keyClick(editor.area, Key.Key_Space, CTRL)
    assert not editor.completion.is_open


def test_it_opens_when_asked_and_closes_by_esc_or_elsewhere(editor: ModelfileEditor) -> None:
    QTest.keyClick(editor.area, Key.Key_Space, CTRL)
    assert "FROM" in editor.completion.popup.offered
    QTest.keyClick(editor.area, Key.Key_Escape)
    assert not editor.completion.is_open
    assert editor.text() == ""
    QTest.keyClick(editor.area, Key.Key_Space, CTRL)
    editor.area.clearFocus()
    assert not editor.completion.is_open


def test_an_empty_line_offers_nothing_by_itself(editor: ModelfileEditor) -> None:
    QTest.keyClick(editor.area, Key.Key_Return)
    _type(editor, " ")
    assert not editor.completion.is_open


def test_a_click_takes_a_word_and_an_emoji_before_it_stays(editor: ModelfileEditor) -> None:
    editor.set_text("TEMPLATE 😀{{ ")
    editor.area.moveCursor(QTextCursor.MoveOperation.End)
    _type(editor, ".Prom")
    popup = editor.completion.popup
    rect = popup.list.visualRect(popup.list.model().index(0, 0))
    QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert editor.text() == "TEMPLATE 😀{{ .Prompt"


def test_it_stays_open_where_the_editor_is_resized(editor: ModelfileEditor) -> None:
    _type(editor, "p")
    editor.resize(600, 300)
    assert editor.completion.is_open


def test_it_opens_above_the_line_where_there_is_no_room_below(editor: ModelfileEditor) -> None:
    editor.set_text("\n" * 24)
    editor.area.moveCursor(QTextCursor.MoveOperation.End)
    _type(editor, "p")
    popup = editor.completion.popup
    cursor = editor.area.viewport().mapTo(editor, editor.area.cursorRect().topLeft())
    assert popup.geometry().bottom() < cursor.y()
    assert popup.geometry().top() >= 0
