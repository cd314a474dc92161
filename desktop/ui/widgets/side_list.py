"""The list beside the sheet: one or two lines an entry, on the window's colour."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.paint import (
    Dot,
    paint_dot,
    paint_ground,
    paint_icon,
    paint_ring,
    paint_words,
)

_TITLE = 38
_ONE_LINE = 12
_TWO_LINES = 15
_RADIUS = 7
_EDGE = 10
_TEXT = 34
_MARK = 18


@dataclass(frozen=True, slots=True)
class SideEntry:
    """What one entry shows: a dot or an icon, a name, words at the right, a second line.

    `is_heading` makes it a small muted title that cannot be chosen.
    """

    name: str
    right: str = ""
    second: str = ""
    icon: str = ""
    dot: Dot | None = None
    right_role: Role = "muted"
    name_role: Role = "text"
    is_heading: bool = False
    room_below: int = 0
    """Empty room under the entry, where what follows is of another kind."""
    stripe: QColor | None = None
    """A colour that a person gave it, shown as an upright bar at its edge."""


class SideTitle(QWidget):
    """The line above a side list: a title, and an icon button at its end if there is one."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        button: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.addWidget(Label(theme, title, "strong"), 1)
        if button is not None:
            self._row.addWidget(button)
        self._refresh()
        theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(_EDGE), px(4), px(2), 0)
        self.setFixedHeight(px(_TITLE))


class SideList(QListView):
    """A list view in the program's look; give it a model and a `SideDelegate`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ring", False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)


class SideDelegate(QStyledItemDelegate):
    """Paints what `entry` says; pages override that one method."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def entry(self, index: QModelIndex | QPersistentModelIndex) -> SideEntry:
        """Return what that entry shows."""
        return SideEntry(str(index.data() or ""))

    def is_cut_off(self, index: QModelIndex) -> bool:
        """Whether the entry's name has no room for all of it."""
        entry, area = self.entry(index), self._view.visualRect(index)
        wide = self._theme.metrics("medium").horizontalAdvance(entry.name)
        return wide > self._name_area(self._first_line(area, entry), entry).width()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        entry, px = self.entry(index), self._theme.px
        height = self._theme.metrics("medium").height() + px(entry.room_below)
        if entry.second:
            height += self._theme.metrics("small").height()
        is_low = not (entry.second or entry.is_heading)
        return QSize(0, height + px(_ONE_LINE if is_low else _TWO_LINES))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = self.entry(index)
        area = option.rect.adjusted(0, 0, 0, -self._theme.px(entry.room_below))
        painter.save()
        self._paint_ground(painter, option, QRectF(area), entry)
        if entry.is_heading:
            self._paint_heading(painter, area, entry)
        else:
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_stripe(painter, area, entry)
            self._paint_mark(painter, area, entry, is_chosen)
            self._paint_words(painter, area, entry)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, entry: SideEntry
    ) -> None:
        radius = float(self._theme.px(_RADIUS))
        if option.state & QStyle.StateFlag.State_Selected:
            paint_ground(painter, area, self._theme.color("pressed"), radius)
        elif option.state & QStyle.StateFlag.State_MouseOver and not entry.is_heading:
            paint_ground(painter, area, self._theme.color("hover"), radius)
        has_focus = option.state & QStyle.StateFlag.State_HasFocus
        if has_focus and option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            paint_ring(painter, area, self._theme.color("focus"), radius)

    def _paint_heading(self, painter: QPainter, area: QRect, entry: SideEntry) -> None:
        left = self._theme.px(_EDGE)
        below = area.adjusted(left, self._theme.px(8), -left, 0)
        paint_words(painter, below, entry.name, "small_medium", "muted", self._theme)

    def _paint_stripe(self, painter: QPainter, area: QRect, entry: SideEntry) -> None:
        if entry.stripe is not None:
            wide, inset = self._theme.px(3), self._theme.px(_RADIUS)
            bar = QRectF(area.x(), area.y() + inset, wide, area.height() - 2 * inset)
            paint_ground(painter, bar, entry.stripe, wide / 2)

    def _paint_mark(
        self, painter: QPainter, area: QRect, entry: SideEntry, is_chosen: bool
    ) -> None:
        line = self._first_line(area, entry)
        mark = QRect(
            line.x() + self._theme.px(_EDGE), line.y(), self._theme.px(_MARK), line.height()
        )
        if entry.dot is not None:
            centre = QPointF(mark.x() + mark.width() / 2 - 1, line.y() + line.height() / 2)
            paint_dot(painter, centre, entry.dot, self._theme)
        elif entry.icon:
            role = "link" if is_chosen else "muted"
            paint_icon(painter, mark, entry.icon, role, self._theme, 16)

    def _paint_words(self, painter: QPainter, area: QRect, entry: SideEntry) -> None:
        line, edge = self._first_line(area, entry), self._theme.px(_EDGE)
        left, right_room = self._left(entry), self._right_room(entry)
        paint_words(
            painter,
            self._name_area(line, entry),
            entry.name,
            "medium",
            entry.name_role,
            self._theme,
        )
        right = QRect(line.right() + 1 - edge - right_room, line.y(), right_room, line.height())
        paint_words(painter, right, entry.right, "small", entry.right_role, self._theme)
        if entry.second:
            top = line.bottom() + 1 + self._theme.px(1)
            height = self._theme.metrics("small").height()
            second = QRect(line.x() + left, top, line.width() - left - edge, height)
            paint_words(painter, second, entry.second, "small", "muted", self._theme)

    def _name_area(self, line: QRect, entry: SideEntry) -> QRect:
        edge, right = self._theme.px(_EDGE), self._right_room(entry)
        return line.adjusted(self._left(entry), 0, -edge - right - (edge if right else 0), 0)

    def _left(self, entry: SideEntry) -> int:
        return self._theme.px(_TEXT if entry.icon or entry.dot else _EDGE)

    def _right_room(self, entry: SideEntry) -> int:
        wide = self._theme.metrics("small").horizontalAdvance(entry.right)
        return wide + 2 if wide else 0  # Advances are rounded; a pixel less would elide.

    def _first_line(self, area: QRect, entry: SideEntry) -> QRect:
        if not entry.second:
            return area
        return QRect(
            area.x(),
            area.y() + self._theme.px(7),
            area.width(),
            self._theme.metrics("medium").height(),
        )
