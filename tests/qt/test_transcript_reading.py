from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.bridge.theme import Theme
from tests.qt.transcript_scene import Scene, long_talk, own, place_of, said, talk

ANSWER = "The **first** paragraph.\n\n- one\n- two\n\nThe last paragraph."


@pytest.fixture
def scene(theme: Theme) -> Iterator[Scene]:
    made = Scene(theme)
    yield made
    made.view.close()
    made.view.deleteLater()


def test_a_drag_within_a_paragraph_selects_a_part_of_it(scene: Scene) -> None:
    scene.show(talk(own("u", "How?"), said("a", ANSWER)))
    text = scene.text("The first")
    scene.drag((text, 4), (text, 9))
    assert scene.copied() == "first"


def test_a_drag_over_messages_selects_what_is_between(scene: Scene) -> None:
    scene.show(talk(own("u", "How is it?"), said("a", ANSWER), own("v", "And then?")))
    scene.drag((scene.text("How is it?"), 4), (scene.text("And then?"), 3))
    assert scene.copied().startswith("is it?\n\nThe first paragraph.")
    assert scene.copied().endswith("The last paragraph.\n\nAnd")
    assert "**first**" in scene.view.area.selected(True)


def test_a_drag_upwards_selects_the_same(scene: Scene) -> None:
    scene.show(talk(own("u", "How is it?"), said("a", ANSWER)))
    scene.drag((scene.text("The last"), 8), (scene.text("How is it?"), 4))
    assert scene.copied().startswith("is it?")
    assert scene.copied().endswith("The last")


def test_a_double_click_selects_a_word_and_a_third_one_the_paragraph(scene: Scene) -> None:
    scene.show(talk(own("u", "How?"), said("a", ANSWER)))
    text = scene.text("The last")
    middle = place_of(text, 6)
    left = Qt.MouseButton.LeftButton
    QTest.mouseDClick(text, left, pos=middle)
    assert scene.copied() == "last"
    QTest.mousePress(text, left, pos=middle)
    QTest.mouseRelease(text, left, pos=middle)
    assert scene.copied() == "The last paragraph."


def test_a_click_with_shift_lets_the_selection_reach_to_there(scene: Scene) -> None:
    scene.show(talk(own("u", "How is it?"), said("a", ANSWER)))
    first, last = scene.text("How is it?"), scene.text("The last")
    scene.drag((first, 4), (first, 6))
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(last, Qt.MouseButton.LeftButton, shift, place_of(last, 3))
    assert scene.copied().startswith("is it?")
    assert scene.copied().endswith("\n\nThe")


def test_a_selection_outlives_the_widgets_it_was_made_on(scene: Scene) -> None:
    scene.show(long_talk(200))
    scene.view.area.verticalScrollBar().setValue(0)
    scene.settle()
    text = scene.text("0: words")
    scene.drag((text, 3), (text, 8))
    scene.view.area.go_to_end()
    scene.settle()
    assert all(row.entry_id != "e0" for row in scene.rows)
    assert scene.copied() == "words"


def test_all_of_a_long_conversation_is_copied_though_little_of_it_has_widgets(
    scene: Scene,
) -> None:
    scene.show(long_talk(120))
    scene.view.area.setFocus()
    QTest.keySequence(scene.view.area, QKeySequence(QKeySequence.StandardKey.SelectAll))
    QTest.keySequence(scene.view.area, QKeySequence(QKeySequence.StandardKey.Copy))
    copied = QGuiApplication.clipboard().text()
    assert [line.split(":")[0] for line in copied.split("\n\n")] == [str(n) for n in range(120)]
    assert len(scene.rows) < 80


def test_the_menu_offers_to_copy_and_to_quote_what_is_selected(scene: Scene) -> None:
    scene.show(talk(own("u", "How?"), said("a", ANSWER)))
    nothing = [action.isEnabled() for action in scene.view.area.menu(QPoint()).actions()]
    assert nothing == [False, False, False, False, True]
    quoted: list[str] = []
    scene.view.quote_wanted.connect(quoted.append)
    text = scene.text("The first")
    scene.drag((text, 4), (text, 9))
    scene.view.area.menu(QPoint()).actions()[2].trigger()
    assert quoted == ["**first**"]


def test_the_menu_copies_the_message_it_was_opened_on(scene: Scene) -> None:
    scene.show(talk(own("u", "How?"), said("a", ANSWER)))
    text = scene.text("The last")
    menu = scene.view.area.menu(text.mapTo(scene.view.area.viewport(), QPoint(2, 2)))
    menu.actions()[3].trigger()
    assert QGuiApplication.clipboard().text().startswith("The first paragraph.")


def test_home_and_end_go_to_the_first_and_the_last_message(scene: Scene) -> None:
    scene.show(long_talk(200))
    scene.view.area.setFocus()
    QTest.keyClick(scene.view.area, Qt.Key.Key_Home)
    assert scene.seen[0].entry_id == "e0"
    assert scene.view.area.verticalScrollBar().value() == 0
    QTest.keyClick(scene.view.area, Qt.Key.Key_End)
    assert scene.seen[-1].entry_id == "e199"
    assert scene.view.area.follows


def test_page_up_goes_up_by_less_than_what_is_in_sight(scene: Scene) -> None:
    scene.show(long_talk(200))
    scene.view.area.setFocus()
    top = scene.seen[0]
    QTest.keyClick(scene.view.area, Qt.Key.Key_PageUp)
    assert top in scene.seen
    assert scene.seen[0] is not top


def test_tab_walks_through_the_rows_from_top_to_bottom_and_brings_them_into_sight(
    scene: Scene, run: Callable[[Coroutine[Any, Any, Any]], Any]
) -> None:
    scene.show(long_talk(30))
    area = scene.view.area
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Home)
    places: list[int] = []
    for _ in range(24):
        focus = tabbed()
        places.append(area.verticalScrollBar().value() + focus.mapTo(area, QPoint()).y())
        assert area.viewport().rect().contains(focus.mapTo(area.viewport(), QPoint()))
    assert places == sorted(places)


def test_a_row_with_the_focus_keeps_its_widget_when_it_is_scrolled_away(scene: Scene) -> None:
    scene.show(long_talk(200))
    focus = scene.button("More")
    focus.setFocus()
    scene.view.area.verticalScrollBar().setValue(0)
    scene.settle()
    assert QApplication.focusWidget() is focus
    assert focus.visibleRegion().isEmpty()


def tabbed() -> QWidget:
    """Press Tab, and return what has the focus then."""
    before = QApplication.focusWidget()
    assert before is not None
    QTest.keyClick(before, Qt.Key.Key_Tab)
    after = QApplication.focusWidget()
    assert after is not None
    return after
