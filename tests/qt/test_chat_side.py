import asyncio
from datetime import UTC, datetime, timedelta
from time import process_time
from typing import cast

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from desktop.chat.conversations import Conversations
from desktop.domain.conversation import NO_ENTRY, ConversationId, EntryId, Hit, Summary, Target
from desktop.domain.host import HostId
from desktop.runtime.event import Event
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.search import marked_pieces
from desktop.ui.chat.side import ConversationSide
from tests.clock import until

NOW = datetime(2026, 11, 20, 12, 30).astimezone()


def row(key: str, title: str, hours: float = 0.0, *, is_pinned: bool = False) -> Summary:
    when = (NOW - timedelta(hours=hours)).astimezone(UTC)
    target = Target(HostId("tower"), "qwen2.5:14b")
    return Summary(ConversationId(key), title, when, is_pinned, target)


class Listed:
    """A list of conversations as a side sees it, and searches that end when they are told to."""

    def __init__(self, *summaries: Summary) -> None:
        self.changed = Event[None]()
        self.summaries = summaries
        self.answering: dict[ConversationId, HostId] = {}
        self.asked: dict[str, asyncio.Future[tuple[Hit, ...]]] = {}

    def put(self, *summaries: Summary) -> None:
        self.summaries = summaries
        self.changed.emit(None)

    async def search(self, text: str) -> tuple[Hit, ...]:
        self.asked[text] = asyncio.get_running_loop().create_future()
        return await self.asked[text]


FEW = (
    row("pinned", "Review", 200, is_pinned=True),
    row("new", "Retry", 0),
    row("old", "向量检索怎么做", 26),
)


@pytest.fixture
def listed() -> Listed:
    return Listed(*FEW)


@pytest.fixture
def side(theme: Theme, qtbot, listed: Listed) -> ConversationSide:
    side = ConversationSide(theme, cast("Conversations", listed), lambda: NOW)
    qtbot.addWidget(side)
    side.resize(232, 700)
    with qtbot.waitActive(side):
        side.show()
    return side


def texts(side: ConversationSide) -> list[str]:
    model = side.conversations
    return [str(model.index(place).data()) for place in range(model.rowCount())]


def marked(side: ConversationSide) -> str | None:
    return side.view.id_at(side.view.currentIndex())


def index_of(side: ConversationSide, key: str) -> QModelIndex:
    return side.conversations.index_of(key)


def click(side: ConversationSide, key: str) -> None:
    place = side.view.visualRect(index_of(side, key)).center()
    QTest.mouseClick(side.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_pinned_ones_come_first_and_only_older_groups_have_a_heading(side: ConversationSide):
    assert texts(side) == ["Review", "Retry", "Yesterday", "向量检索怎么做"]
    assert not side.conversations.index(2).flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_row_tells_a_screen_reader_everything(side: ConversationSide, listed: Listed, qtbot):
    listed.answering = {ConversationId("pinned"): HostId("tower")}
    listed.changed.emit(None)
    qtbot.waitUntil(lambda: side.conversations.is_running(ConversationId("pinned")))
    said = index_of(side, "pinned").data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Review, qwen2.5:14b, 12 Nov, pinned, answering"


def test_a_click_names_the_conversation_once(side: ConversationSide, qtbot):
    with qtbot.waitSignal(side.chosen) as chosen:
        click(side, "old")
    assert chosen.args == ["old"]
    with qtbot.assertNotEmitted(side.chosen):
        click(side, "old")
        side.show_chosen(ConversationId("new"))
    assert marked(side) == "new"


def test_the_arrow_keys_pass_over_headings(side: ConversationSide, qtbot):
    side.show_chosen(ConversationId("new"))
    with qtbot.waitSignal(side.chosen) as chosen:
        QTest.keyClick(side.view, Qt.Key.Key_Down)
    assert chosen.args == ["old"]


def test_the_mark_stays_with_its_conversation_wherever_that_moves(
    side: ConversationSide, listed: Listed, qtbot
):
    side.show_chosen(ConversationId("old"))
    with qtbot.assertNotEmitted(side.chosen):
        listed.put(FEW[0], row("old", "向量检索怎么做", 0), FEW[1])
        qtbot.waitUntil(lambda: len(texts(side)) == 3)
        assert marked(side) == "old"
        listed.put(FEW[0], FEW[1])
        qtbot.waitUntil(lambda: len(texts(side)) == 2)
        assert marked(side) is None


def test_a_conversation_is_marked_once_it_is_listed(side: ConversationSide, listed: Listed, qtbot):
    side.show_chosen(ConversationId("later"))
    assert marked(side) is None
    listed.put(row("later", "A new one"), *FEW)
    qtbot.waitUntil(lambda: marked(side) == "later")


def test_a_chat_of_which_there_is_only_a_draft_has_a_name(
    side: ConversationSide, listed: Listed, qtbot
):
    listed.put(row("draft", ""))
    qtbot.waitUntil(lambda: texts(side) == ["New chat"])


def test_delete_asks_for_the_marked_one(side: ConversationSide, qtbot):
    side.show_chosen(ConversationId("old"))
    side.view.setFocus()
    with qtbot.waitSignal(side.delete_wanted) as wanted:
        QTest.keyClick(side.view, Qt.Key.Key_Delete)
    assert wanted.args == ["old"]


def test_without_conversations_it_says_what_stands_here_one_day(
    side: ConversationSide, listed: Listed, qtbot
):
    listed.put()
    qtbot.waitUntil(lambda: not side.view.isVisible())


def test_the_latest_search_wins_and_escape_brings_the_list_back(run, theme: Theme, qtbot):
    async def scenario() -> None:
        listed = Listed(*FEW)
        side = ConversationSide(theme, cast("Conversations", listed), lambda: NOW)
        qtbot.addWidget(side)
        side.show()
        hit = Hit(FEW[2], EntryId("e"), "怎么做向量检索", ((3, 2),))
        side.search.setText("向")
        await until(lambda: "向" in listed.asked)
        side.search.setText("向量")
        await until(lambda: "向量" in listed.asked)
        assert listed.asked["向"].cancelled()
        listed.asked["向量"].set_result((hit,))
        await until(side.hits.isVisible)
        with qtbot.waitSignal(side.hit_chosen) as chosen:
            QTest.keyClick(side.search, Qt.Key.Key_Return)
        assert chosen.args == [hit]
        assert [index.row() for index in side.hits.selectedIndexes()] == [0]
        QTest.keyClick(side.search, Qt.Key.Key_Escape)
        assert side.view.isVisible()
        side.search.setText("nowhere")
        await until(lambda: "nowhere" in listed.asked)
        listed.asked["nowhere"].set_result(())
        await until(lambda: not side.hits.isVisible() and not side.view.isVisible())

    run(scenario())


def test_what_was_found_is_marked_in_the_text_as_it_is_seen():
    hit = Hit(FEW[0], NO_ENTRY, "a\n\u202eb find it", ((5, 4),))
    assert marked_pieces(hit) == [("a ‹U+202E›b ", False), ("find", True), (" it", False)]
    odd = Hit(FEW[0], NO_ENTRY, "abc", ((0, 2), (1, 5), (9, 3)))
    assert "".join(piece for piece, _ in marked_pieces(odd)) == "abc"


def test_two_thousand_conversations_are_listed_without_a_pause(theme: Theme, qtbot):
    many = tuple(row(f"c{number}", f"Talk {number}", number) for number in range(2000))
    listed = Listed(*many)
    side = ConversationSide(theme, cast("Conversations", listed), lambda: NOW)
    qtbot.addWidget(side)
    side.show()
    side.grab()
    began = process_time()
    listed.summaries = (row("c1999", "Talk 1999", 0), *many[:-1])
    side.conversations.refresh()
    side.grab()
    assert side.conversations.rowCount() > 2000
    assert process_time() - began < 0.25
