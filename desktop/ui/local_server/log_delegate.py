"""Paints a line of a log: how bad it is, when, by whom, what it says, and if it is explained."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.system.log_line import LogLine, Severity, Writer
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.local_server.log_table import EXPLAINED_ROLE, LINE_ROLE, Index
from desktop.ui.local_server.log_words import ICONS, row_text, row_time, writer_word
from desktop.ui.widgets.paint import paint_ground, paint_icon, paint_ring, paint_words

_EDGE, _ICON, _GAP, _PADDING = 14, 14, 10, 8
_TIME = "00:00:00"
_TEXT: dict[Severity, Role] = {Severity.DEBUG: "muted"}


class LogDelegate(QStyledItemDelegate):
    """Rows are of one height, and columns of one width, whatever is in them."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._measure()
        theme.changed.connect(self._measure)

    @property
    def row_height(self) -> int:
        return self._row

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._row)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, LogLine):
            return
        painter.save()
        self._paint_ground(painter, option)
        px, area = self._theme.px, option.rect
        room = area.adjusted(px(_EDGE), 0, -px(_EDGE), 0)
        if (icon := ICONS.get(line.severity)) is not None:
            square = QRect(room.left(), room.top(), px(_ICON), room.height())
            paint_icon(painter, square, icon[0], icon[1], self._theme, _ICON)
        room.setLeft(room.left() + px(_ICON + _GAP))
        paint_words(painter, room, row_time(line), "mono_hint", "muted", self._theme)
        room.setLeft(room.left() + self._time_wide + px(_GAP))
        paint_words(painter, room, writer_word(line.writer), "small", "muted", self._theme)
        room.setLeft(room.left() + self._writer_wide + px(_GAP))
        if index.data(EXPLAINED_ROLE):
            room.setRight(room.right() - px(_ICON + _GAP))
            mark = QRect(room.right() + px(_GAP), room.top(), px(_ICON), room.height())
            paint_icon(painter, mark, "info", "link", self._theme, _ICON)
        paint_words(
            painter,
            room,
            row_text(line),
            "mono_hint",
            _TEXT.get(line.severity, "text"),
            self._theme,
        )
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        px, state = self._theme.px, option.state
        area = QRectF(option.rect).adjusted(px(6), 0, -px(6), 0)
        if state & QStyle.StateFlag.State_Selected:
            is_active = bool(state & QStyle.StateFlag.State_Active)
            role: Role = "selection" if is_active else "selection_idle"
            paint_ground(painter, area, self._theme.color(role), px(7))
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_ground(painter, area, self._theme.color("hover"), px(7))
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, area, self._theme.color("focus"), px(7))

    def _measure(self) -> None:
        mono, small = self._theme.metrics("mono_hint"), self._theme.metrics("small")
        self._row = max(mono.height(), small.height()) + self._theme.px(_PADDING)
        self._time_wide = mono.horizontalAdvance(_TIME)
        self._writer_wide = max(small.horizontalAdvance(writer_word(each)) for each in Writer)
