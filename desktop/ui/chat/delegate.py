"""Paints the list of conversations: title, model, time, and what is going on in it."""

import time

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QTimer
from PySide6.QtWidgets import QStyle
from typing_extensions import override

from desktop.domain.conversation import Summary
from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.list import ConversationList
from desktop.ui.chat.rows import Line, RowDelegate, RowPainter
from desktop.ui.widgets.side_list import SideList

_TURN_MS = 50
_TWO_LINES = 15
_HEADING_ABOVE, _HEADING_BELOW = 15, 4


class ConversationDelegate(RowDelegate):
    """Two lines a conversation; a heading has one, and room above it.

    The mark of an answer that is coming turns, where the system does not ask for less motion.
    """

    def __init__(self, theme: Theme, view: SideList, conversations: ConversationList) -> None:
        super().__init__(theme, view)
        self._view = view
        self._conversations = conversations
        self._turning = QTimer(self, interval=_TURN_MS)
        self._turning.timeout.connect(self._turn)

    @override
    def height(self, index: QModelIndex | QPersistentModelIndex) -> int:
        metrics, px = self._theme.metrics, self._theme.px
        if self._conversations.heading(index):
            return metrics("small_medium").height() + px(_HEADING_ABOVE + _HEADING_BELOW)
        return metrics("medium").height() + metrics("small").height() + px(_TWO_LINES)

    @override
    def lines(self, index: QModelIndex | QPersistentModelIndex, row: RowPainter) -> None:
        summary = self._conversations.summary(index)
        if summary is None:
            row.skip(_HEADING_ABOVE)
            row.line(Line(self._conversations.heading(index), "small_medium"))
            return
        row.skip(7)
        is_running = self._conversations.is_running(summary.id)
        icon = "loader-circle" if is_running else _icon(summary)
        row.line(
            Line(self._conversations.title_of(summary), "medium", "text"),
            icon=icon,
            turn=self._angle() if is_running else None,
        )
        time_words = Line(self._conversations.time_of(summary), "small")
        row.line(Line(visible(summary.target.model), "small"), time_words)

    def _angle(self) -> int:
        duration = QStyle.StyleHint.SH_Widget_Animation_Duration
        may_move = self._view.style().styleHint(duration, None, self._view) > 0
        if may_move and not self._turning.isActive():
            self._turning.start()
        return int(time.monotonic() * 360) % 360 if may_move else 0

    def _turn(self) -> None:
        if self._view.isVisible() and self._conversations.running:
            self._view.viewport().update()
        else:
            self._turning.stop()


def _icon(summary: Summary) -> str:
    if summary.is_pinned:
        return "pin"
    return "pencil" if summary.has_draft else ""
