"""The widgets of the rows that are near the eye: made, measured, moved and given up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.chat.transcript.column import Column, Spot
from desktop.ui.chat.transcript.row import MakeView, Row, RowView


class Stage(QObject):
    """Keeps the widgets as children of the viewport; `rows` are those that have one."""

    realised = Signal(object)
    """A Row got its widget."""
    lost_focus = Signal()
    """The focus was in a row that is given up now."""
    grew = Signal(object)
    """The widget of a Row has another height."""

    def __init__(self, column: Column, make: MakeView, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._column = column
        self._make = make
        self._viewport = viewport
        self._rows: dict[Row, None] = {}
        self.is_held: Callable[[Row], bool] = _is_nothing_held
        """Says which rows keep their widget, wherever they are."""

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(self._rows)

    def measure(self, spot: Spot) -> int:
        """Return a row's height, with the gap above it; a widget is made to know it."""
        row, width = self._column.row(spot), self._column.measure.width
        view = row.view or self._realise(row)
        if not row.is_stale and row.measured == width:
            return self._column.height(spot)
        view.setUpdatesEnabled(False)  # What is marked for painting now would not scroll along.
        if row.is_stale:
            view.show_content(row.content)
        row.is_stale, row.measured = False, width
        self._column.set_height(spot, row.gap + view.height_for(width))
        view.setUpdatesEnabled(True)
        return self._column.height(spot)

    def put(self, spot: Spot, y: int) -> None:
        """Let a row begin at that place of the viewport."""
        row, width = self._column.row(spot), self._column.measure.width
        high = self._column.height(spot) - row.gap
        box = QRect((self._viewport.width() - width) // 2, y + row.gap, width, high)
        if row.view is not None and row.box != box:
            is_new = row.box.isNull()
            row.box = box
            row.view.setGeometry(box)
            if is_new:
                row.view.show()

    def scroll(self, places: list[tuple[Spot, int]]) -> None:
        """Move all widgets as one where they only scroll, so that little is painted anew."""
        for spot, y in places:
            row = self._column.row(spot)
            if row.view is None or row.box.isNull():
                continue
            by = y + row.gap - row.box.top()
            if by and abs(by) < self._viewport.height():
                self._viewport.scroll(0, by)
                for shown in self._rows:
                    if not shown.box.isNull():
                        shown.box.translate(0, by)
            return

    def keep(self, kept: dict[Row, None]) -> None:
        """Give up the widgets of all other rows; one that must stay is put out of sight."""
        for row in [row for row in self._rows if row not in kept]:
            if self.is_held(row) and row.view is not None:
                row.box.moveTop(-4 * self._viewport.height() - row.box.height())
                row.view.setGeometry(row.box)
            else:
                self.release(row)

    def release(self, row: Row) -> None:
        """Give up the widget of a row."""
        self._rows.pop(row, None)
        if row.view is not None:
            if focus_inside(row.view) is not None:
                self.lost_focus.emit()
            row.view.grew.disconnect()
            row.view.hide()
            row.view.deleteLater()
            row.view, row.measured, row.is_stale = None, 0, True

    def clear(self) -> None:
        for row in self.rows:
            self.release(row)

    def _realise(self, row: Row) -> RowView:
        view = self._make(row.content)
        view.setParent(self._viewport)
        view.grew.connect(lambda: self.grew.emit(row))
        row.view, row.is_stale, row.box = view, False, QRect()
        self._rows[row] = None
        self.realised.emit(row)
        return view


def focus_inside(widget: QWidget) -> QWidget | None:
    """Return the widget with the focus, if it is that one or inside of it."""
    return _inside(widget, QApplication.focusWidget())


def _inside(widget: QWidget, focus: QWidget | None) -> QWidget | None:
    if focus is None or not (focus is widget or widget.isAncestorOf(focus)):
        return None
    return focus


def _is_nothing_held(_row: Row) -> bool:
    return False
