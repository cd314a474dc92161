"""A conversation as it is read: what was said, what is being said, and what can be done with it."""

import time
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.chat.growth import Growth
from desktop.chat.snapshot import TalkSnapshot
from desktop.diagnostics.explain import Explanation
from desktop.domain.conversation import AttachmentId, EntryId, Role
from desktop.ui.bridge.announce import Announcer
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.kept import Kept
from desktop.ui.chat.transcript.bookmarks import Bookmark, Bookmarks
from desktop.ui.chat.transcript.column import Column
from desktop.ui.chat.transcript.content import Content
from desktop.ui.chat.transcript.copying import message_text
from desktop.ui.chat.transcript.dressing import Clothes, tail_rows
from desktop.ui.chat.transcript.empty import NothingSaid
from desktop.ui.chat.transcript.jump import JumpButton
from desktop.ui.chat.transcript.measure import measure_of
from desktop.ui.chat.transcript.message import Message
from desktop.ui.chat.transcript.news import News
from desktop.ui.chat.transcript.reading import ReadingArea
from desktop.ui.chat.transcript.row import RowView
from desktop.ui.chat.transcript.views.making import make
from desktop.ui.chat.transcript.views.tools import Tools
from desktop.ui.chat.transcript.wishes import Wishes
from desktop.ui.chat.transcript.word_marks import first_place

_ABOVE_HIT = 6
"""A message that is jumped to begins at this part of the view's height."""


class Transcript(QWidget):
    """Shows one conversation. Only what is near the eye has widgets, however long it is.

    `show_talk` takes a snapshot, `grow` what has come of the answer since, once
    a frame. `read_content` reads an attachment's bytes, and `now` is the clock
    by which turns are timed.
    """

    regenerate_wanted = Signal(str)
    edit_wanted = Signal(str)
    walk_wanted = Signal(str, object)
    continue_wanted = Signal(str)
    pin_wanted = Signal(str, bool)
    quote_wanted = Signal(str)
    """The text to quote, as it was said."""
    remedy_wanted = Signal(object)
    decided = Signal(object)
    link_wanted = Signal(str)
    open_parameters = Signal()

    def __init__(
        self,
        theme: Theme,
        read_content: Callable[[AttachmentId], Coroutine[Any, Any, bytes]],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._wishes = Wishes(self)
        self._tools = Tools(theme, self._wishes, read_content, now, Kept(self))
        self._column = Column(measure_of(theme, 1))
        self._area = ReadingArea(theme, self._column, self._make)
        self._tail = Message(None)
        self._by_id: dict[EntryId, Message] = {}
        self._open_folds: set[EntryId] = set()
        self._snapshot: TalkSnapshot | None = None
        self._given: tuple[Growth | None, Explanation | None] = (None, None)
        self._growing: Message | None = None
        self._bookmarks = Bookmarks()
        self._empty = NothingSaid(theme, self._area)
        self._jump = JumpButton(theme, self._area)
        self._news = News(Announcer(self))
        self.setObjectName("transcript")
        self.setAccessibleName(self.tr("Conversation"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.setFocusProxy(self._area)
        self._connect()

    @property
    def area(self) -> ReadingArea:
        """Where the rows are; for those who measure."""
        return self._area

    def show_talk(
        self,
        snapshot: TalkSnapshot,
        growth: Growth | None = None,
        explanation: Explanation | None = None,
    ) -> None:
        """Show a conversation as it is now; `explanation` is of the snapshot's failure."""
        before = self._snapshot
        self._given = (growth, explanation)
        is_other = before is None or before.conversation.id != snapshot.conversation.id
        if is_other:
            self._keep_place()
            self._forget_all()
        self._snapshot = snapshot
        goes_on = _has_sent(before, snapshot) or is_other
        self._take(snapshot, growth, explanation)
        self._empty.setVisible(not snapshot.path and snapshot.turn is None)
        self._news.tell(None if is_other else before, snapshot)
        bookmark = self._bookmarks.of(snapshot.conversation.id) if is_other else None
        if bookmark is not None and self._area.marking.order(bookmark.entry_id) >= 0:
            index = self._area.marking.order(bookmark.entry_id)
            self._area.go_to(index, bookmark.key, bookmark.above)
        elif goes_on:
            self._area.go_to_end()
        else:
            self._area.arrange()

    def grow(self) -> None:
        """Show what has come of the answer since."""
        message = self._growing
        if message is None or not message.is_open:
            return
        self._area.forget(message.grow(self._column.measure))
        self._column.changed(self._area.marking.order(message.id))
        self._area.arrange(only_end=True)

    def jump_to(self, entry_id: EntryId, asked: str = "") -> None:
        """Show that message, and let it be seen for a moment which one it is.

        The words that were asked for are marked for some seconds, and in sight.
        """
        index = self._area.marking.order(entry_id)
        if index >= 0:
            high = self._area.viewport().height()
            key = first_place(self._column.open(index), asked, high // 2)
            self._area.go_to(index, key, -high // _ABOVE_HIT)
            self._area.highlight(index, asked)

    def _make(self, content: Content) -> RowView:
        return make(self._tools, content)

    def _connect(self) -> None:
        wishes = self._wishes
        wishes.regenerate.connect(self.regenerate_wanted)
        wishes.edit.connect(self.edit_wanted)
        wishes.walk.connect(self.walk_wanted)
        wishes.go_on.connect(self.continue_wanted)
        wishes.pin.connect(self.pin_wanted)
        wishes.remedy.connect(self.remedy_wanted)
        wishes.decide.connect(self.decided)
        wishes.parameters.connect(self.open_parameters)
        wishes.link.connect(self.link_wanted)
        wishes.fold.connect(self._on_fold)
        wishes.copy_message.connect(self._on_copy_message)
        wishes.quote_message.connect(self._on_quote_message)
        self._area.quoted.connect(self.quote_wanted)
        self._area.copy_wanted.connect(self._on_copy_message)
        self._jump.clicked.connect(self._area.go_to_end)
        self._area.settled.connect(self._place_jump)

    def _take(
        self, snapshot: TalkSnapshot, growth: Growth | None, explanation: Explanation | None
    ) -> None:
        clothes = Clothes(snapshot, explanation, self._open_folds)
        messages: list[Message] = []
        self._growing = None
        anchored = self._anchored()
        for entry in snapshot.path:
            message = self._by_id.pop(entry.id, None) or Message(entry)
            dress = clothes.of(entry)
            grows = growth if growth is not None and growth.entry_id == entry.id else None
            if message.entry is not entry or message.dress != dress or message.growth is not grows:
                self._area.forget(message.change(entry, dress, grows, self._column.measure))
            if grows is not None:
                self._growing = message
            messages.append(message)
        for message in self._by_id.values():
            self._area.forget(message.rows)
        self._by_id = {message.id: message for message in messages}
        self._area.forget(self._tail.set_rows(tail_rows(snapshot), self._column.measure))
        self._column.show([*messages, self._tail])
        self._area.marking.take_messages()
        if anchored is not None:
            order = self._area.marking.order
            self._area.move_anchor(order(anchored) if anchored else len(messages))

    def _anchored(self) -> EntryId | None:
        anchor = self._area.anchor
        if anchor is None or anchor.message >= len(self._column.messages):
            return None
        return self._column.messages[anchor.message].id

    def _keep_place(self) -> None:
        """Remember what is read in a conversation that is left, to come back to it."""
        if self._snapshot is None:
            return
        anchor, entry_id = self._area.anchor, self._anchored()
        bookmark = None
        if anchor is not None and entry_id and not self._area.follows:
            bookmark = Bookmark(entry_id, anchor.key, anchor.above)
        self._bookmarks.keep(self._snapshot.conversation.id, bookmark)

    def _forget_all(self) -> None:
        self._area.highlight(-1)  # It is a message's place, and another one would be marked.
        self._area.forget(list(self._area.stage.rows))
        self._by_id = {}
        self._open_folds = set()
        self._tail = Message(None)
        self._column.show([])

    def _on_fold(self, entry_id: str, is_open: bool) -> None:
        if is_open:
            self._open_folds.add(EntryId(entry_id))
        else:
            self._open_folds.discard(EntryId(entry_id))
        if self._snapshot is not None:
            self._area.follow(False)
            self._take(self._snapshot, *self._given)
            self._area.arrange()

    def _on_copy_message(self, entry_id: str, as_markdown: bool = False) -> None:
        message = self._by_id.get(EntryId(entry_id))
        if message is not None and message.entry is not None:
            self._area.put_on_clipboard(message_text(message.entry, as_markdown))

    def _on_quote_message(self, entry_id: str) -> None:
        message = self._by_id.get(EntryId(entry_id))
        if message is not None and message.entry is not None:
            self.quote_wanted.emit(message.entry.text)

    def _place_jump(self) -> None:
        self._jump.place(self._area)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._empty.setGeometry(QRect(0, 0, self.width(), self.height()))
        self._place_jump()


def _has_sent(before: TalkSnapshot | None, now: TalkSnapshot) -> bool:
    """Whether something was asked since: the reader then wants to see the answer come."""
    if before is None or before.turn is not None or now.turn is None:
        return bool(before and now.path and before.path and _is_new_question(before, now))
    return True


def _is_new_question(before: TalkSnapshot, now: TalkSnapshot) -> bool:
    last = now.path[-1]
    return (
        last.role is Role.USER
        and last.id != before.path[-1].id
        and len(now.path) > len(before.path)
    )
