"""The picture of a chart: hairlines, lines, ground, and a cursor that pointer and keys move."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QLineF, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTransform,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.chart_trace import Trace
from desktop.ui.widgets.history import History, Reading
from desktop.ui.widgets.marks import Ink, ink_color, line_pen, line_steps

HIGH = 48
_FILL = 0.13
_DOT = 3.0
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Plot(QWidget):
    """Paints what `history` holds, up to `ceiling`; the latest reading lies at the right edge.

    Nothing moves between two readings, so nothing is painted then. A ground is
    painted below the line of a series that is alone; several would mix. `words`
    says what is shown, for whoever cannot see it.
    """

    cursor_moved = Signal(bool)
    """With whether the keyboard moved it."""
    table_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        history: History,
        inks: Sequence[Ink],
        ceiling: float,
        words: Callable[[], str],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._history = history
        self._inks = tuple(inks)
        self._ceiling = ceiling
        self._words = words
        self._traces = tuple(Trace(history.lapse) for _ in inks)
        self._origin: float | None = None
        self._pointer: float | None = None
        self._chosen: float | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._refresh()
        theme.changed.connect(self._refresh)

    def append(self, when: float, values: Sequence[float | None]) -> None:
        """Add a reading; what is already drawn stays as it is, and only moves to the left."""
        latest = self._history.latest
        is_rebuilt = self._history.append(when, values)
        if is_rebuilt:
            self._rebuild()
        elif self._history.latest != latest:
            self._draw(self._history.reading(-1))
        self.update()

    def set_ceiling(self, ceiling: float) -> None:
        """Let that value lie at the upper hairline."""
        if ceiling != self._ceiling:
            self._ceiling = ceiling
            self.update()

    def describe(self) -> None:
        """Have what is shown now at hand for a screen reader."""
        self.setAccessibleDescription(self._words())

    def menu(self) -> QMenu:
        """Return the menu for the pointer; it is gone once it was closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show as table…")).triggered.connect(self.table_wanted)
        return menu

    @property
    def cursor_reading(self) -> Reading | None:
        """What the cursor stands on; None where there is none."""
        when = self._chosen if self._pointer is None else self._time_at(self._pointer)
        index = None if when is None else self._history.nearest(when)
        if when is None or index is None:
            return None
        reading = self._history.reading(index)
        return (
            reading
            if abs(reading.when - when) <= self._history.lapse or self._pointer is None
            else None
        )

    def x_of(self, when: float) -> float:
        """Return where a moment lies, in pixels from the left."""
        latest = self._history.latest or 0.0
        return self.width() * (1 - (latest - when) / self._history.seconds)

    def y_of(self, value: float) -> float:
        """Return how far below the upper edge a value lies, in pixels."""
        return 0.5 + self._room * (1 - value / self._ceiling)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.color("border"))
        for part in (0.0, 0.5, 1.0):
            y = round(self._room * part)
            painter.drawLine(0, y, self.width(), y)
        if self._origin is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_series(painter, self._transform(self._origin))
        if (reading := self.cursor_reading) is not None:
            self._paint_cursor(painter, reading)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position().x())

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(0 if key is Qt.Key.Key_Home else len(self._history) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.table_wanted.emit()
        elif key is Qt.Key.Key_Escape and self._chosen is not None:
            self._forget()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.describe()
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._forget()

    def _paint_series(self, painter: QPainter, transform: QTransform) -> None:
        steps = line_steps(self._theme, self.devicePixelRatioF())
        smooth = QPainter.RenderHint.Antialiasing
        for ink, pen, trace in zip(self._inks, self._pens, self._traces, strict=True):
            painter.setTransform(transform)
            if len(self._inks) == 1:
                ground = ink_color(self._theme, ink)
                ground.setAlphaF(_FILL)
                painter.setRenderHint(smooth, False)  # Its edge lies under the line.
                painter.fillPath(trace.ground, ground)
                painter.setRenderHint(smooth)
            painter.setPen(pen)
            for step in steps:
                painter.setTransform(transform * QTransform.fromTranslate(0, step))
                painter.drawPath(trace.line)
        painter.resetTransform()

    def _paint_cursor(self, painter: QPainter, reading: Reading) -> None:
        x = min(self.x_of(reading.when), self.width() - 1)
        painter.setPen(self._theme.color("control"))
        painter.drawLine(QLineF(round(x) + 0.5, 0, round(x) + 0.5, self.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        for ink, value in zip(self._inks, reading.values, strict=True):
            if value is not None:
                painter.setBrush(ink_color(self._theme, ink))
                radius = _DOT * self._theme.k
                painter.drawEllipse(QPointF(x, self.y_of(value)), radius, radius)

    def _transform(self, origin: float) -> QTransform:
        """Return what turns seconds since the origin and values into pixels."""
        across = self.width() / self._history.seconds
        up = self._room / self._ceiling
        return QTransform(across, 0, 0, -up, self.x_of(origin), self.y_of(0))

    @property
    def _room(self) -> int:
        return self.height() - 1

    def _time_at(self, x: float) -> float:
        latest = self._history.latest or 0.0
        return latest - (1 - x / max(1, self.width())) * self._history.seconds

    def _draw(self, reading: Reading) -> None:
        if self._origin is None:
            self._origin = reading.when
        for trace, value in zip(self._traces, reading.values, strict=True):
            trace.append(reading.when - self._origin, value)

    def _rebuild(self) -> None:
        """Draw anew what is still seen; the paths are twice as long by now."""
        self._origin = None
        for trace in self._traces:
            trace.clear()
        for reading in self._history.readings():
            self._draw(reading)

    def _point_at(self, x: float | None) -> None:
        self._pointer = x
        self.update()
        self.cursor_moved.emit(False)

    def _step(self, step: int) -> None:
        here = None if self._chosen is None else self._history.nearest(self._chosen)
        self._choose(len(self._history) - 1 if here is None else here + step)

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._history):
            self._pointer = None
            self._chosen = self._history.reading(index).when
            self.update()
            self.cursor_moved.emit(True)

    def _forget(self) -> None:
        self._chosen = None
        self.update()
        self.cursor_moved.emit(False)

    def _refresh(self) -> None:
        self._pens = [line_pen(self._theme, ink, place) for place, ink in enumerate(self._inks)]
        self.setFixedHeight(self._theme.px(HIGH))
        self.update()
