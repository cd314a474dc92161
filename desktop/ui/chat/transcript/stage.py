"""The widgets of the rows that are near the eye: made, measured, moved and given up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.chat.blocks import BlockKind
from desktop.ui.chat.transcript.column import Column, Spot
from desktop.ui.chat.transcript.content import Content, Prose
from desktop.ui.chat.transcript.row import NOWHERE, MakeView, Row, RowView

_SPARE = 12
"""Widgets of paragraphs that wait to be used again."""


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
        self._spare: list[RowView] = []
        self.left = 0
        """Where all rows begin, in pixels."""
        self.is_held: Callable[[Row], bool] = _is_nothing_held
        """Says which rows keep their widget, wherever they are."""

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(self._rows)

    def measure(self, spot: Spot) -> int:
        """Return a row's height, with the gap above it; a widget is made to know it."""
        row, width = self._column.row(spot), self._column.measure.width
        view = row.view or self._realise(row)
        if not row.is_stale and row.measured == width:
            return self._column.height(spot)
        if row.is_stale:
            view.show_content(row.content)
        row.is_stale, row.measured = False, width
        self._column.set_height(spot, row.gap + view.height_for(width))
        return self._column.height(spot)

    def put(self, spot: Spot, y: int) -> None:
        """Let a row begin at that place of the viewport."""
        row = self._column.row(spot)
        width, gap = self._column.measure.width, row.gap
        place = (self.left, y + gap, width, self._column.height(spot) - gap)
        if row.place != place and row.view is not None:
            is_new = row.place is NOWHERE
            row.place = place
            row.view.setGeometry(*place)
            if is_new:
                row.view.show()

    def scroll(self, places: list[tuple[Spot, int]]) -> int:
        """Move all widgets as one where they only scroll, so that little is painted anew.

        Returns by how many pixels they had to move, which is all for those out of sight.
        """
        for spot, y in places:
            row = self._column.row(spot)
            if row.view is None or row.place is NOWHERE:
                continue
            by = y + row.gap - row.place[1]
            if by and abs(by) < self._viewport.height():
                self._viewport.scroll(0, by)
                for shown in self._rows:
                    if shown.place is not NOWHERE:
                        left, top, width, high = shown.place
                        shown.place = (left, top + by, width, high)
            return by
        return self._viewport.height()

    def keep(self, kept: dict[Row, None]) -> None:
        """Give up the widgets of all other rows; one that must stay is put out of sight."""
        for row in [row for row in self._rows if row not in kept]:
            if self.is_held(row) and row.view is not None:
                left, _, width, high = row.place
                row.place = (left, -4 * self._viewport.height() - high, width, high)
                row.view.setGeometry(*row.place)
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
            self._put_by(row.view, row.content)
            row.view, row.measured, row.is_stale = None, 0, True

    def clear(self) -> None:
        """Give up all widgets, the spare ones too."""
        for row in self.rows:
            self.release(row)
        for view in self._spare:
            view.deleteLater()
        self._spare.clear()

    def _realise(self, row: Row) -> RowView:
        view = self._spare_for(row.content)
        if view is None:
            view = self._make(row.content)
            view.setParent(self._viewport)
        else:
            view.renew()
            view.show_content(row.content)
        view.grew.connect(lambda: self.grew.emit(row))
        row.view, row.is_stale, row.place = view, False, NOWHERE
        self._rows[row] = None
        self.realised.emit(row)
        return view

    def _spare_for(self, content: Content) -> RowView | None:
        is_kept = _is_common(content) and self._spare
        return self._spare.pop() if is_kept else None

    def _put_by(self, view: RowView, content: Content) -> None:
        """Keep some widgets of paragraphs: making one costs more than filling it."""
        if _is_common(content) and len(self._spare) < _SPARE:
            self._spare.append(view)
        else:
            view.deleteLater()


def _is_common(content: Content) -> bool:
    if not isinstance(content, Prose):
        return False
    return content.block.kind is BlockKind.TEXT and not content.is_thought


def focus_inside(widget: QWidget) -> QWidget | None:
    """Return the widget with the focus, if it is that one or inside of it."""
    return _inside(widget, QApplication.focusWidget())


def _inside(widget: QWidget, focus: QWidget | None) -> QWidget | None:
    if focus is None or not (focus is widget or widget.isAncestorOf(focus)):
        return None
    return focus


def _is_nothing_held(_row: Row) -> bool:
    return False
