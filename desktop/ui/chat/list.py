"""The conversations as a list: pinned ones first, then by day, week and month."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer
from typing_extensions import override

from desktop.chat.conversations import Conversations
from desktop.domain.conversation import ConversationId, Summary
from desktop.domain.text import visible
from desktop.ui import joining, units
from desktop.ui.bridge.frame import Frame
from desktop.ui.chat.times import group_words, time_words
from desktop.ui.jobs.keyed import Index, KeyedList
from desktop.ui.widgets.tips import plain_tip

_TICK_MS = 30_000
"""How often the times are put into words anew; the finest of them is a minute."""
_HEADING = "# "
"""What the key of a heading begins with; an id never does."""


class ConversationList(KeyedList[str]):
    """A row for each conversation, by its id, and a heading above each group but the newest."""

    def __init__(
        self,
        conversations: Conversations,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._conversations = conversations
        self._now = now
        self._rows: dict[str, Summary] = {}
        self._running: frozenset[ConversationId] = frozenset()
        self._frame = Frame[None](self, lambda _: self.refresh())
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.refresh)
        self._tick.start()
        self.destroyed.connect(conversations.changed.subscribe(self._frame.add))
        self.refresh()

    def summary(self, index: Index) -> Summary | None:
        """Return the conversation in that row; None for a heading."""
        key = self.key(index)
        return self._rows.get(key) if key is not None else None

    def heading(self, index: Index) -> str:
        """Return what a heading says; "" for a conversation."""
        key = self.key(index) or ""
        return key.removeprefix(_HEADING) if key.startswith(_HEADING) else ""

    def title_of(self, summary: Summary) -> str:
        """Return its title; where only a draft was typed yet there is none."""
        return visible(summary.title) or self.tr("New chat")

    def time_of(self, summary: Summary) -> str:
        """Return the time at the right of its row."""
        return time_words(summary.updated.astimezone(), self._now())

    def is_running(self, conversation_id: ConversationId) -> bool:
        """Whether an answer is being waited for or is coming in that conversation."""
        return conversation_id in self._running

    @property
    def running(self) -> frozenset[ConversationId]:
        """The conversations in which an answer is being waited for or is coming."""
        return self._running

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        summary = self.summary(index)
        if summary is None:
            return self.heading(index) if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.title_of(summary)
            case Qt.ItemDataRole.ToolTipRole:
                when = units.exact_time(summary.updated)
                lines = (self.title_of(summary), visible(summary.target.model), when)
                return plain_tip("\n".join(lines))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(summary)
            case _:
                return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.summary(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren

    def refresh(self) -> None:
        """Follow the conversations now; selection and place stay with their rows."""
        summaries = self._conversations.summaries
        self._rows = {summary.id: summary for summary in summaries}
        self._running = frozenset(self._conversations.answering)
        wanted = self._keys_of(summaries)
        if not self._keys or not wanted:
            self.beginResetModel()
            self._keys = wanted
            self.endResetModel()
        else:
            self.arrange(wanted)
        if self._keys:
            self.dataChanged.emit(self.index(0), self.index(len(self._keys) - 1))

    def next_to(self, conversation_id: ConversationId) -> ConversationId | None:
        """Return the conversation below one, or above it, for when that one goes."""
        return self.beside(conversation_id, 1) or self.beside(conversation_id, -1)

    def beside(self, conversation_id: ConversationId | None, by: int) -> ConversationId | None:
        """Return the conversation so many rows below one, or the first where it is not listed."""
        ids = [ConversationId(key) for key in self._keys if key in self._rows]
        if conversation_id is None or conversation_id not in ids:
            return ids[0] if ids else None
        place = ids.index(conversation_id) + by
        return ids[place] if 0 <= place < len(ids) else None

    def _keys_of(self, summaries: tuple[Summary, ...]) -> list[str]:
        now, keys = self._now(), dict[str, None]()
        for summary in summaries:
            group = "" if summary.is_pinned else group_words(summary.updated.astimezone(), now)
            if group:
                keys.setdefault(f"{_HEADING}{group}")
            keys[summary.id] = None
        return list(keys)

    def _spoken(self, summary: Summary) -> str:
        parts = [self.title_of(summary), visible(summary.target.model), self.time_of(summary)]
        if summary.is_pinned:
            parts.append(self.tr("pinned"))
        if self.is_running(summary.id):
            parts.append(self.tr("answering"))
        return joining.phrases(parts)
