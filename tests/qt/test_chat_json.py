"""An answer that has to be JSON, as a tree and as text."""

import json

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.json_tree import MOST_ROWS
from desktop.ui.chat.json_view import JsonView

ANSWER = '{"title": "a\\u202eb", "findings": [{"line": 1.50}, {"line": 2}], "title": "again"}'
SCHEMA = '{"type": "object", "required": ["title", "score"]}'


def view(theme: Theme, qtbot, text: str, schema: str = "") -> JsonView:
    found = JsonView(theme)
    qtbot.addWidget(found)
    found.show_answer(text, schema)
    found.resize(640, found.height_for(640))
    with qtbot.waitActive(found):
        found.show()
    return found


def said(found: JsonView) -> list[str]:
    model, rows = found.tree.model(), []
    index = model.index(0, 0, QModelIndex())
    while index.isValid():
        rows.append(index.data(Qt.ItemDataRole.AccessibleTextRole))
        index = found.tree.indexBelow(index)
    return rows


def test_an_answer_is_a_tree_that_hides_nothing(theme: Theme, qtbot):
    found = view(theme, qtbot, ANSWER)
    assert said(found) == [
        'title: "a‹U+202E›b"',
        "findings: %n entries".replace("%n", "2"),
        "0: 1 member",
        "line: 1.50",
        "1: 1 member",
        "line: 2",
        'title: "again": repeated key',
    ]
    assert found.verdict.text() == "Valid JSON"
    assert found.tree.verticalScrollBar().maximum() == 0


def test_the_problems_stand_above_the_tree_and_are_read_out(theme: Theme, qtbot):
    found = view(theme, qtbot, ANSWER, SCHEMA)
    assert found.verdict.text() == "1 problem"
    assert found.problems.text() == '$: "score" is missing'
    assert '"score" is missing' in found.accessibleName()


def test_what_is_no_json_is_text_with_the_reason(theme: Theme, qtbot):
    found = view(theme, qtbot, "Here you are:\n{}")
    assert found.verdict.text().startswith("Not JSON: line 1, column 1")
    assert found.text.isVisible()
    assert found.switch.isHidden()
    assert found.opener.isHidden()
    assert found.text.verticalScrollBar().maximum() == 0


def test_an_empty_answer_is_no_json(theme: Theme, qtbot):
    assert view(theme, qtbot, "").verdict.text().startswith("Not JSON")


def test_its_height_follows_what_is_opened_up_to_twenty_rows(theme: Theme, qtbot):
    rows = [{"n": number} for number in range(30)]
    found = view(theme, qtbot, json.dumps({"rows": rows, "x": 1}))
    before = found.height_for(640)
    with qtbot.waitSignal(found.grew):
        found.opener.click()
    assert found.tree.rows == MOST_ROWS
    opened = found.height_for(640)
    assert opened - before == (MOST_ROWS - 2) * found.tree.row_height
    found.tree.collapse(found.tree.model().index(0, 0))
    assert found.height_for(640) == before


def test_the_largest_answer_opens_no_more_rows_than_can_be_walked(theme: Theme, qtbot):
    rows = [{"n": [number]} for number in range(30_000)]
    found = view(theme, qtbot, json.dumps(rows))
    found.opener.click()
    assert MOST_ROWS < len(said(found)) <= 2000


def test_text_that_wraps_is_as_high_as_it_needs(theme: Theme, qtbot):
    long = '{"a": "' + "word " * 60 + "x" * 300 + '", b}'
    for text in (long, "向量 " * 90, "one\n\nthree"):
        assert view(theme, qtbot, text).text.verticalScrollBar().maximum() == 0


def test_text_and_tree_are_switched_and_all_of_it_is_copied(theme: Theme, qtbot):
    found = view(theme, qtbot, ANSWER)
    with qtbot.waitSignal(found.grew):
        found.switch.button(1).click()
    assert found.text.isVisible()
    found.copy.click()
    assert QGuiApplication.clipboard().text() == ANSWER


def test_the_keyboard_walks_opens_and_copies_a_value(theme: Theme, qtbot):
    found = view(theme, qtbot, ANSWER)
    found.tree.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(found.tree, key)
    assert len(said(found)) == 3
    QTest.keyClick(found.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == '[{"line": 1.50}, {"line": 2}]'
    QTest.keyClick(found.tree, Qt.Key.Key_Right)
    assert len(said(found)) == 7


def test_another_answer_takes_the_place_of_the_first(theme: Theme, qtbot):
    found = view(theme, qtbot, "nothing")
    found.show_answer("[1, 2]")
    assert found.tree.isVisible()
    assert said(found) == ["0: 1", "1: 2"]
