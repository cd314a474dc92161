"""What a legend shows of a series: its colour, as a square or as a piece of its line."""

from collections.abc import Sequence
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


def line_weight(theme: Theme, ratio: float) -> int:
    """Return how many one-pixel lines lie on each other, so that a line keeps its weight."""
    return max(1, round(theme.k * ratio))


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
        middle = self.height() // 2
        for row in range(line_weight(self._theme, self.devicePixelRatioF()) + 1):
            y = middle + row / self.devicePixelRatioF()
            painter.drawLine(QLineF(0, y, self.width(), y))

    def _refresh(self) -> None:
        wide = _SQUARE if self._place is None else _LINE
        self.setFixedSize(self._theme.px(wide), self._theme.px(_SQUARE))
        self.update()
