"""A scroll area in which only the rows near the eye have widgets."""

import time

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.transcript.column import Anchor, Column
from desktop.ui.chat.transcript.content import Key
from desktop.ui.chat.transcript.measure import measure_of
from desktop.ui.chat.transcript.row import MakeView, Row
from desktop.ui.chat.transcript.stage import Stage
from desktop.ui.chat.transcript.walking import Places, Walk

WIDTH, _SIDE, _ENDS = 740, 20, 20
_STEP = 18
"""Pixels that an arrow key scrolls; a notch of the wheel is three of them."""
_AT_END = 6
"""Pixels from the end within which the reader counts as being there."""
_IDLE = 0.006
"""Seconds at a time for widgets that are not seen yet."""
_KEPT_OPEN = 60
"""Messages above and below the reader that keep their blocks."""


class RowArea(QAbstractScrollArea):
    """Shows a column of rows, and holds on to what the reader looks at.

    Either the view follows the end, or one row is the anchor: it stays where it
    is, whatever becomes known of the heights above it. Widgets are made for the
    rows in sight at once, for those a screen around it when there is time.
    """

    follows_changed = Signal(bool)
    settled = Signal()
    """Rows have new places."""

    def __init__(self, theme: Theme, column: Column, make: MakeView) -> None:
        super().__init__()
        self.theme = theme
        self.column = column
        self.stage = Stage(column, make, self.viewport())
        self._walk = Walk(column, self.stage, self.viewport())
        self._anchor: Anchor | None = None
        self._follows = True
        self._is_busy = False
        self._drift = 0
        """Pixels that the rows out of sight have only been scrolled, since they were looked at."""
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._make_more)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringInside", True)
        self._take_ground()
        self.stage.grew.connect(self._on_grew)
        self.stage.lost_focus.connect(self.setFocus)
        theme.changed.connect(self._on_theme_changed)

    @property
    def follows(self) -> bool:
        """Whether the view stays at the end as it grows."""
        return self._follows

    @property
    def anchor(self) -> Anchor | None:
        """What stands at the top of the view."""
        return self._anchor

    def follow(self, follows: bool) -> None:
        """Stay at the end as it grows, or hold on to what is seen now."""
        if follows != self._follows:
            self._follows = follows
            self.follows_changed.emit(follows)

    def go_to(self, message: int, key: Key, above: int) -> None:
        """Show that row with so many pixels of it above the view (less than 0: below its top)."""
        self._anchor = Anchor(message, key, above)
        self.follow(False)
        self.arrange()

    def go_to_end(self) -> None:
        self.follow(True)
        self.arrange()

    def forget(self, rows: list[Row]) -> None:
        """Give up the widgets of rows that are no longer there."""
        for row in rows:
            self.stage.release(row)

    def move_anchor(self, message: int) -> None:
        """Keep the anchor in its message, which stands at another place now."""
        if self._anchor is not None and message >= 0:
            self._anchor = Anchor(message, self._anchor.key, self._anchor.above)

    def reveal(self, box: QRect) -> None:
        """Scroll as little as it takes to see that part of the viewport."""
        high, gap = self.viewport().height(), self.theme.px(_ENDS)
        bar = self.verticalScrollBar()
        if box.top() < 0:
            bar.setValue(bar.value() + box.top() - gap)
        elif box.bottom() > high:
            bar.setValue(bar.value() + min(box.bottom() - high + gap, box.top() - gap))

    def make_around(self) -> None:
        """Make the widgets a screen around at once, as before the focus moves on."""
        while self._make_one():
            pass
        self.arrange()

    def arrange(self, *, only_end: bool = False) -> None:
        """Put every row in its place; with `only_end` none but the last ones have changed."""
        if self._is_busy or not self.isVisible():
            return
        self._is_busy = True
        try:
            self._walk.ends = self.theme.px(_ENDS)
            is_short_cut = only_end and self._follows
            self._place(self._in_sight(), only_end=is_short_cut)
        finally:
            self._is_busy = False
        if not is_short_cut:
            self.settled.emit()

    def _in_sight(self) -> Places:
        if self._follows or self._anchor is None:
            return self._walk.from_end()
        return self._walk.from_anchor(self._anchor)

    def _place(self, places: Places, *, only_end: bool) -> None:
        if not places:
            self._set_bar(0, 0)
            self.stage.clear()
            return
        spot, y = places[0]
        self._anchor = self.column.anchor(spot, -y)
        total = self.column.total + 2 * self._walk.ends
        value = self.column.top(spot) - y + self._walk.ends
        self._set_bar(max(0, total - self.viewport().height()), value)
        middle = (self.width() - self.column.measure.width) // 2
        self.stage.left = middle - self.viewport().x()
        self._drift += abs(self.stage.scroll(places))
        if only_end and self._drift < self.viewport().height() // 2:
            for spot, y in places:
                self.stage.put(spot, y)
        else:
            self._place_all(places)

    def _place_all(self, places: Places) -> None:
        self._drift = 0
        around, is_missing = self._walk.around(places)
        for spot, y in (*places, *around):
            self.stage.put(spot, y)
        if len(self.stage) > len(places) + len(around):
            self.stage.keep({self.column.row(spot): None for spot, _ in (*places, *around)})
        if is_missing:
            self._later.start()

    def _set_bar(self, maximum: int, value: int) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, maximum)
        bar.setValue(value)
        if value >= maximum:
            self.follow(True)

    def _make_one(self) -> bool:
        if self._anchor is None or not self.isVisible():
            return False
        return self._walk.make_one(self._anchor)

    def _make_more(self) -> None:
        until = time.perf_counter() + _IDLE
        is_more = found = self._make_one()
        while is_more and time.perf_counter() < until:
            is_more = self._make_one()
        if found:
            self.arrange()
        elif self._anchor is not None:
            self.column.close_far(self._anchor.message, _KEPT_OPEN)

    def _on_grew(self, row: Row) -> None:
        row.measured = 0
        self.arrange()

    def _take_width(self) -> None:
        room = self.width() - 2 * self.theme.px(_SIDE)  # So wide with the scroll bar and without.
        width = max(1, min(self.theme.px(WIDTH), room))
        bar = self.verticalScrollBar()
        bar.setSingleStep(self.theme.px(_STEP))
        bar.setPageStep(max(1, self.viewport().height() - self.theme.px(2 * _STEP)))
        measure = measure_of(self.theme, width)
        if measure != self.column.measure:
            self.column.set_measure(measure)
        self.arrange()

    def _on_theme_changed(self) -> None:
        """Make all widgets anew: they were arranged with the lengths of another theme."""
        self.stage.clear()
        self.column.forget_heights()
        self._take_ground()
        self._take_width()
        self.viewport().update()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._is_busy or self._anchor is None:
            return
        bar = self.verticalScrollBar()
        self.follow(bar.value() >= bar.maximum() - _AT_END)
        if abs(dy) < 2 * self.viewport().height():
            anchor = self._anchor
            self._anchor = Anchor(anchor.message, anchor.key, anchor.above - dy)
        elif (found := self.column.at(bar.value() - self._walk.ends)) is not None:
            self._anchor = self.column.anchor(*found)
        self.arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_width()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_width()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Take a touchpad's pixels as they are; a wheel's notches are the scroll bar's."""
        pixels = event.pixelDelta().y()
        if pixels and event.phase() is not Qt.ScrollPhase.NoScrollPhase:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - pixels)
            event.accept()
        else:
            super().wheelEvent(event)

    def _take_ground(self) -> None:
        """Let Qt fill the ground: it is opaque, so what scrolls is moved and not painted anew.

        The program's palette has the surface as Base; a palette of the viewport's own
        would be lost when the style sheet comes to it.
        """
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.viewport().setAutoFillBackground(True)
