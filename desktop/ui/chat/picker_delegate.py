"""Paints the picker's rows, all of one height: a host, or a model with what it can do."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.chat.picker_choices import Choice, Group
from desktop.ui.chat.picker_words import heading, note
from desktop.ui.hosts.words import dot_of
from desktop.ui.models.cells import CAPABILITY_ICONS
from desktop.ui.widgets.headed_list import ROW_ROLE, Index
from desktop.ui.widgets.paint import (
    Dot,
    paint_dot,
    paint_ground,
    paint_icon,
    paint_ring,
    paint_words,
)

_PADDING = 14
_EDGE = 12
_INDENT = 30
_STEP = 20
_WEIGHT = 140
_RADIUS = 6


class PickerDelegate(QStyledItemDelegate):
    """A model reads from left to right: dot if loaded, name, tag, host; abilities and size last."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.metrics("medium").height() + self._theme.px(_PADDING))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        if isinstance(row, Choice):
            self._paint_ground(painter, option)
            self._paint_choice(painter, option.rect, row)
        elif isinstance(row, Group):
            self._paint_group(painter, option.rect, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        area, radius = QRectF(option.rect).adjusted(4, 0, -4, 0), float(self._theme.px(_RADIUS))
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            paint_ground(painter, area, self._theme.color("selection"), radius)
            paint_ring(painter, area, self._theme.color("focus"), radius)
        elif state & QStyle.StateFlag.State_MouseOver and state & QStyle.StateFlag.State_Enabled:
            paint_ground(painter, area, self._theme.color("hover"), radius)

    def _paint_group(self, painter: QPainter, area: QRect, group: Group) -> None:
        px = self._theme.px
        room = area.adjusted(px(_EDGE), px(4), -px(_EDGE), 0)
        if group.host is not None:
            centre = QPointF(room.x() + px(4), room.center().y() + 0.5)
            paint_dot(painter, centre, dot_of(group.host), self._theme)
            room.setLeft(area.x() + px(_INDENT))
        right = note(group)
        is_down = group.host is not None and not group.host.is_up and group.host.error is not None
        wide = self._write_right(painter, room, right, "danger" if is_down else "muted")
        paint_words(
            painter,
            room.adjusted(0, 0, -wide, 0),
            heading(group),
            "small_medium",
            "muted",
            self._theme,
        )

    def _paint_choice(self, painter: QPainter, area: QRect, choice: Choice) -> None:
        px = self._theme.px
        room = area.adjusted(px(_INDENT), 0, -px(_EDGE), 0)
        if choice.is_loaded:
            centre = QPointF(area.x() + px(_EDGE) + px(4), area.center().y() + 0.5)
            paint_dot(painter, centre, Dot.UP, self._theme)
        weight: Role = "muted" if choice.is_open else "faint"
        self._write_right(painter, room, choice.weight, weight)
        icons = room.adjusted(0, 0, -px(_WEIGHT), 0)
        for place, one in enumerate(reversed(choice.abilities)):
            square = QRect(
                icons.right() - px(_STEP) * (place + 1), area.y(), px(_STEP), area.height()
            )
            paint_icon(painter, square, CAPABILITY_ICONS[one], weight, self._theme)
        self._paint_name(painter, icons.adjusted(0, 0, -px(_STEP) * 3 - px(8), 0), choice)

    def _paint_name(self, painter: QPainter, room: QRect, choice: Choice) -> None:
        """The name gives way before its tag does, for tags tell models of one name apart."""
        metrics = self._theme.metrics("medium")
        ink: Role = "text" if choice.is_open else "faint"
        soft: Role = "muted" if choice.is_open else "faint"
        tag_wide = min(metrics.horizontalAdvance(choice.tag), room.width() // 2)
        name_wide = min(metrics.horizontalAdvance(choice.name) + 1, room.width() - tag_wide)
        name = QRect(room.x(), room.y(), name_wide, room.height())
        paint_words(painter, name, choice.name, "medium", ink, self._theme)
        rest = room.adjusted(name_wide, 0, 0, 0)
        tag_wide = paint_words(painter, rest, choice.tag, "body", soft, self._theme)
        if choice.is_recent:
            beside = rest.adjusted(tag_wide + self._theme.px(8), 0, 0, 0)
            paint_words(painter, beside, choice.host, "small", soft, self._theme)

    def _write_right(self, painter: QPainter, room: QRect, text: str, role: Role) -> int:
        """Write small words at the right end; return how much room they and a gap take."""
        if not text:
            return 0
        wide = min(self._theme.metrics("small").horizontalAdvance(text) + 2, room.width() * 2 // 3)
        paint_words(
            painter, room.adjusted(room.width() - wide, 0, 0, 0), text, "small", role, self._theme
        )
        return wide + self._theme.px(_EDGE)
