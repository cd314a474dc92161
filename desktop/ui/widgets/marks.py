"""What a legend shows of a series: its colour, as a square or as a piece of its line."""

from collections.abc import Sequence
from math import ceil
from typing import TypeAlias

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.paint import paint_ground

Ink: TypeAlias = int | Role
"""A place among the chart series (0 to 7), or a role for what is none of them."""
GPU: Ink = 0
CPU: Ink = 1
OTHER: Ink = "control"

_SQUARE = 8
_LINE = 18
_WEIGHT = 1.6
_DASHES: tuple[Sequence[float], ...] = ((), (5, 3), (1.5, 2.5), (7, 3, 1.5, 3))


def ink_color(theme: Theme, ink: Ink) -> QColor:
    """Return the colour to paint it with."""
    return QColor(theme.tokens.series[ink]) if isinstance(ink, int) else theme.color(ink)


def line_pen(theme: Theme, ink: Ink, place: int) -> QPen:
    """Return the pen of the series at that place: the first is solid, the next ones dashed.

    One pixel wide whatever the transform: Qt has a quick way for that width alone.
    """
    pen = QPen(ink_color(theme, ink), 1)
    pen.setCosmetic(True)
    if dashes := _DASHES[place % len(_DASHES)]:
        pen.setDashPattern([theme.k * length for length in dashes])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def line_steps(theme: Theme, ratio: float) -> tuple[float, ...]:
    """Return how far below each other, in pixels, thin lines make one as wide as is wanted.

    `ratio` is that of the device's pixels to these. Two thin lines cost half of
    what one with a pen of 1.6 pixels does.
    """
    wide = max(1.0, _WEIGHT * theme.k * ratio)
    steps = ceil(wide)
    return tuple((wide - 1) * step / max(1, steps - 1) / ratio for step in range(steps))


class Mark(QWidget):
    """Decoration beside a name: a square, or the line of the series at `place`."""

    def __init__(
        self, theme: Theme, ink: Ink, place: int | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ink: Ink = ink
        self._place = place
        self._refresh()
        theme.changed.connect(self._refresh)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._place is None:
            radius = self._theme.k * 2
            paint_ground(painter, QRectF(self.rect()), ink_color(self._theme, self._ink), radius)
            return
        painter.setPen(line_pen(self._theme, self._ink, self._place))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for step in line_steps(self._theme, self.devicePixelRatioF()):
            y = self.height() / 2 + step
            painter.drawLine(QLineF(0, y, self.width(), y))

    def _refresh(self) -> None:
        wide = _SQUARE if self._place is None else _LINE
        self.setFixedSize(self._theme.px(wide), self._theme.px(_SQUARE))
        self.update()
