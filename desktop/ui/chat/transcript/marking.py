"""Selecting text with the mouse, over as many rows and messages as are there."""

from enum import Enum, auto

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.domain.conversation import EntryId
from desktop.ui.chat.transcript.area import RowArea
from desktop.ui.chat.transcript.column import Column
from desktop.ui.chat.transcript.row import Row
from desktop.ui.chat.transcript.selection import Point, Stretch, whole
from desktop.ui.chat.transcript.views.tools import text_of

_SCROLL_MS = 30
_FASTEST = 60
"""Pixels a step at most, while the pointer is held above or below the view."""


class _Unit(Enum):
    CHARACTER = auto()
    WORD = auto()
    PARAGRAPH = auto()


class Marking(QObject):
    """Turns presses and drags into a selection, and shows it on the rows that have widgets.

    The selection is kept by message, row and character, so a widget may come
    and go below it. The row that was pressed keeps its widget while the button
    is down: Qt sends the drag to it.
    """

    def __init__(self, area: RowArea, column: Column) -> None:
        super().__init__(area)
        self._area = area
        self._column = column
        self._stretch: Stretch | None = None
        self._is_down = False
        self._unit = _Unit.CHARACTER
        self._first: tuple[Point, Point] | None = None
        """What a double or triple click marked, which a drag goes on from."""
        self._pressed: Row | None = None
        self._clicked_at = QPoint()
        self._last_double = QTimer(self, singleShot=True)
        self._places: dict[EntryId, int] = {}
        self._scroll = QTimer(self, interval=_SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)
        self._pointer = QPoint()
        area.stage.realised.connect(self._show_on)

    @property
    def stretch(self) -> Stretch | None:
        """What is selected; None for nothing."""
        stretch = self._stretch
        return None if stretch is None or stretch.anchor == stretch.cursor else stretch

    def holds(self, row: Row) -> bool:
        """Whether a row must keep its widget, because a drag began on it."""
        return self._is_down and row is self._pressed

    def order(self, entry_id: EntryId) -> int:
        """Return where a message stands, -1 if it is not there."""
        return self._places.get(entry_id, -1)

    def take_messages(self) -> None:
        """Learn where the messages stand; a selection that lost one of its ends is given up."""
        self._places = {
            message.entry.id: index
            for index, message in enumerate(self._column.messages)
            if message.entry is not None
        }
        stretch = self._stretch
        if stretch is not None and not {stretch.anchor.entry_id, stretch.cursor.entry_id} <= set(
            self._places
        ):
            self.clear()

    def clear(self) -> None:
        self._stretch = None
        self._show()

    def mark_all(self) -> None:
        """Select the conversation."""
        entries = [m.entry.id for m in self._column.messages if m.entry is not None]
        if entries:
            self._stretch = whole(entries[0], entries[-1])
            self._show()

    def press(self, event: QMouseEvent) -> None:
        """Begin a selection, or with Shift let the one that is there reach to here."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        found = self._point_at(event.position().toPoint())
        if found is None:
            self.clear()
            return
        point, self._pressed = found
        self._is_down = True
        is_triple = self._last_double.isActive() and _is_near(event, self._clicked_at)
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if is_triple:
            self._begin(event.position().toPoint(), _Unit.PARAGRAPH)
        elif is_shifted and self._stretch is not None:
            self._unit, self._first = _Unit.CHARACTER, None
            self._set(Stretch(self._stretch.anchor, point))
        else:
            self._unit, self._first = _Unit.CHARACTER, None
            self._set(Stretch(point, point))

    def double_click(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._is_down = True
            self._clicked_at = event.globalPosition().toPoint()
            self._last_double.start(QApplication.doubleClickInterval())
            self._begin(event.position().toPoint(), _Unit.WORD)

    def move(self, event: QMouseEvent) -> None:
        if self._is_down and event.buttons() & Qt.MouseButton.LeftButton:
            self._pointer = event.position().toPoint()
            self._reach(self._pointer)
            outside = not 0 <= self._pointer.y() < self._area.viewport().height()
            if outside and not self._scroll.isActive():
                self._scroll.start()

    def release(self) -> None:
        self._is_down = False
        self._pressed = None
        self._scroll.stop()

    def _begin(self, at: QPoint, unit: _Unit) -> None:
        self._unit = unit
        self._first = self._unit_at(at)
        if self._first is not None:
            self._set(Stretch(*self._first))

    def _reach(self, at: QPoint) -> None:
        if self._stretch is None:
            return
        if self._first is None or (unit := self._unit_at(at)) is None:
            if (found := self._point_at(at)) is not None and self._first is None:
                self._set(Stretch(self._stretch.anchor, found[0]))
            return
        start, end = Stretch(unit[0], self._first[0]).ends(self.order)[0], self._first[1]
        end = Stretch(unit[1], end).ends(self.order)[1]
        self._set(Stretch(start, end))

    def _unit_at(self, at: QPoint) -> tuple[Point, Point] | None:
        found = self._point_at(at)
        if found is None:
            return None
        point, row = found
        text = text_of(row.view)
        if text is None or self._unit is _Unit.CHARACTER:
            return None
        inside = text.mapFrom(self._area.viewport(), at)
        span = text.word_at(inside) if self._unit is _Unit.WORD else text.paragraph_at(inside)
        return (
            Point(point.entry_id, point.key, span[0]),
            Point(point.entry_id, point.key, span[1]),
        )

    def _point_at(self, at: QPoint) -> tuple[Point, Row] | None:
        """Return the place in a text that is nearest to a point of the viewport."""
        rows = [row for row in self._area.stage.rows if text_of(row.view) is not None]
        row = min(rows, key=lambda row: _away(row, at), default=None)
        text = text_of(row.view) if row is not None else None
        if row is None or text is None:
            return None
        inside = text.mapFrom(self._area.viewport(), at)
        if inside.y() < 0:
            position = 0
        elif inside.y() >= text.height():
            position = text.length
        else:
            position = text.position_at(inside)
        return Point(row.entry_id, row.key, position), row

    def _scroll_on(self) -> None:
        high = self._area.viewport().height()
        over = self._pointer.y() if self._pointer.y() < 0 else max(0, self._pointer.y() - high + 1)
        if not over or not self._is_down:
            self._scroll.stop()
            return
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + max(-_FASTEST, min(_FASTEST, over)))
        self._reach(self._pointer)

    def _set(self, stretch: Stretch) -> None:
        if stretch != self._stretch:
            self._stretch = stretch
            self._show()

    def _show(self) -> None:
        for row in self._area.stage.rows:
            self._show_on(row)

    def _show_on(self, row: Row) -> None:
        text = text_of(row.view)
        if text is None:
            return
        if self._stretch is None:
            text.clear_selection()
        else:
            text.select(*self._stretch.within(row.entry_id, row.key, self.order))


def _away(row: Row, at: QPoint) -> int:
    return max(row.box.top() - at.y(), at.y() - row.box.bottom(), 0)


def _is_near(event: QMouseEvent, point: QPoint) -> bool:
    away = (event.globalPosition().toPoint() - point).manhattanLength()
    return away < QApplication.startDragDistance()
