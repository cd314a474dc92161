from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from desktop.chat.snapshot import TalkSnapshot
from desktop.domain.conversation import ConversationId, Entry, EntryId
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.surface import Surface
from tests.qt.transcript_scene import HEAD, Scene, long_talk, own, said, talk


@pytest.fixture
def scene(theme: Theme) -> Iterator[Scene]:
    made = Scene(theme)
    yield made
    made.view.close()
    made.view.deleteLater()


def changes(monkeypatch: pytest.MonkeyPatch) -> list[Surface]:
    """Return the surfaces whose document is changed or replaced from now on."""
    found: list[Surface] = []
    for name in ("append", "show_document"):
        original = getattr(Surface, name)

        def change(
            surface: Surface, *given: object, original: Callable[..., None] = original
        ) -> None:
            found.append(surface)
            original(surface, *given)

        monkeypatch.setattr(Surface, name, change)
    return found


def test_of_two_thousand_messages_only_those_near_the_eye_have_widgets(scene: Scene) -> None:
    scene.show(long_talk(2000))
    assert 5 < len(scene.rows) < 80
    scene.view.area.verticalScrollBar().setValue(0)
    scene.settle()
    assert 5 < len(scene.rows) < 80


def test_a_conversation_is_opened_at_its_end(scene: Scene) -> None:
    scene.show(long_talk(300))
    bar = scene.view.area.verticalScrollBar()
    assert bar.value() == bar.maximum() > 10_000
    assert scene.seen[-1].entry_id == "e299"


def test_what_is_read_stays_put_when_heights_above_become_known(scene: Scene) -> None:
    scene.show(long_talk(400))
    scene.view.jump_to(scene.view.area.column.messages[200].id)
    before = [(row, row.box.top()) for row in scene.seen]
    scene.settle()
    assert [(row, row.box.top()) for row in scene.seen] == before
    assert any(row.box.bottom() < 0 for row in scene.rows)


def test_what_is_read_stays_in_sight_when_the_width_changes(scene: Scene) -> None:
    scene.show(long_talk(400))
    scene.view.jump_to(scene.view.area.column.messages[200].id)
    first = scene.seen[0].entry_id
    for width in (420, 900, 560, 700):
        scene.view.resize(width, 500)
        scene.settle()
        assert scene.seen[0].entry_id == first


def test_scrolling_down_and_up_again_comes_to_the_same_place(scene: Scene) -> None:
    scene.show(long_talk(200))
    scene.view.jump_to(scene.view.area.column.messages[60].id)
    scene.settle()
    before = [(row.entry_id, row.key, row.box.top()) for row in scene.seen]
    bar = scene.view.area.verticalScrollBar()
    for step in (130,) * 20 + (-130,) * 20:
        bar.setValue(bar.value() + step)
    assert [(row.entry_id, row.key, row.box.top()) for row in scene.seen] == before


def test_rows_stand_below_each_other_without_overlap(scene: Scene) -> None:
    scene.show(long_talk(100))
    tops = [(row.box.top() - row.gap, row.box.bottom() + 1) for row in scene.rows]
    assert all(above[1] == below[0] for above, below in pairwise(tops))


def test_the_view_follows_an_answer_while_the_reader_is_at_the_end(scene: Scene) -> None:
    scene.begin(*long_talk(20).path)
    bar = scene.view.area.verticalScrollBar()
    for number in range(40):
        scene.say(f"paragraph {number} of the answer\n\n")
        assert bar.value() == bar.maximum()
    assert "paragraph 39" in scene.text("paragraph 39").document.toPlainText()


def test_a_reader_who_scrolled_up_is_not_disturbed_by_what_comes(scene: Scene) -> None:
    scene.begin(*long_talk(20).path)
    scene.say("begun\n\n" * 30)
    bar = scene.view.area.verticalScrollBar()
    bar.setValue(bar.maximum() - 900)
    scene.settle()
    before = [(row, row.box.top()) for row in scene.seen]
    for number in range(30):
        scene.say(f"paragraph {number}\n\n")
    assert [(row, row.box.top()) for row in scene.seen] == before
    assert not scene.view.area.follows


def test_nothing_is_drawn_for_an_answer_that_grows_far_below(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.begin(*long_talk(200).path)
    scene.view.area.go_to(0, scene.rows[0].key, 0)
    scene.settle()
    drawn = changes(monkeypatch)
    for number in range(50):
        scene.say(f"paragraph {number}\n\n")
    assert not drawn


def test_of_an_answer_that_grows_only_the_open_block_is_drawn(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.begin(own("u", "go on"))
    scene.say("a paragraph that is closed\n\n" * 30 + "open ")
    drawn = changes(monkeypatch)
    for _ in range(50):
        scene.say("word ")
    assert 40 < len(drawn) <= 50


def test_the_finished_answer_keeps_the_widgets_it_grew_in(scene: Scene) -> None:
    question = own("u", "go on")
    scene.begin(question)
    scene.say("first\n\nsecond\n\nthird")
    grown = {(row.entry_id, row.key): (row.view, row.box.top()) for row in scene.rows}
    scene.end(question)
    after = {(row.entry_id, row.key): (row.view, row.box.top()) for row in scene.rows}
    assert grown.items() <= after.items()
    assert len(after) == len(grown) + 1


def test_a_message_that_was_sent_brings_the_view_to_the_end(scene: Scene) -> None:
    snapshot = long_talk(100)
    scene.show(snapshot)
    scene.view.area.verticalScrollBar().setValue(0)
    scene.begin(*snapshot.path, own("new", "what now?"))
    bar = scene.view.area.verticalScrollBar()
    assert bar.value() == bar.maximum()


def test_the_button_to_the_newest_is_there_only_while_the_end_is_out_of_sight(
    scene: Scene,
) -> None:
    scene.show(long_talk(100))
    jump = scene.button("Jump to the newest")
    assert not jump.isVisible()
    scene.view.area.verticalScrollBar().setValue(0)
    assert jump.isVisible()
    jump.click()
    assert not jump.isVisible()
    assert scene.view.area.follows


def test_another_conversation_takes_the_place_of_the_first(scene: Scene) -> None:
    scene.show(long_talk(50))
    other = replace(HEAD, id=ConversationId("other"))
    scene.show(TalkSnapshot(other, (said("x", "something else"),)))
    assert {row.entry_id for row in scene.rows} == {"x"}


def test_who_comes_back_to_a_conversation_reads_on_where_it_was_left(scene: Scene) -> None:
    first = long_talk(200)
    other = TalkSnapshot(replace(HEAD, id=ConversationId("other")), long_talk(60).path[50:])
    scene.show(first)
    scene.view.jump_to(first.path[120].id)
    scene.settle()
    before = [(row.entry_id, row.key, row.box.top()) for row in scene.seen]
    scene.show(other)
    assert scene.view.area.follows
    scene.show(first)
    assert [(row.entry_id, row.key, row.box.top()) for row in scene.seen] == before
    scene.view.area.go_to_end()
    scene.show(other)
    scene.show(first)
    assert scene.view.area.follows


def test_a_scroll_bar_that_appears_moves_no_text(scene: Scene) -> None:
    scene.show(long_talk(1))
    alone = scene.rows[0].box
    assert not scene.view.area.verticalScrollBar().isVisible()
    scene.show(long_talk(50))
    assert scene.view.area.verticalScrollBar().isVisible()
    assert (scene.rows[0].box.left(), scene.rows[0].box.width()) == (alone.left(), alone.width())


@pytest.mark.parametrize("writer", [own, said])
def test_words_that_were_found_are_in_sight_and_marked_until_a_press(
    scene: Scene, writer: Callable[..., Entry]
) -> None:
    text = "other words\n\n" * 200 + "the 🔥 needle, and a Needle\n\n" + "more\n\n" * 50
    scene.show(talk(own("u", "why?"), writer("x", text)))
    scene.view.jump_to(EntryId("x"), "needle")
    surface = scene.text("🔥 needle")
    cursor = QTextCursor(surface.document)
    marked: list[str] = []
    for start, end in surface.marks:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        marked.append(cursor.selectedText())
    assert marked == ["needle", "Needle"]
    if writer is said:
        assert surface.visibleRegion().boundingRect().height() > 0
    QTest.mouseClick(scene.view.area.viewport(), Qt.MouseButton.LeftButton)
    assert not surface.marks
