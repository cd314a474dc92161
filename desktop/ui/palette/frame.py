"""The palette's ground: a scrim over the window, a painted shadow, and a rounded frame."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.bridge.theme import Theme

_SHADOW, _RADIUS = 24, 12
_DROP = 8


class PaletteFrame(QFrame):
    """Raised and rounded, as the window's other lists that lie over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("picker")


def paint_over(widget: QWidget, frame: QRect, theme: Theme) -> None:
    """Paint the scrim, and a shadow under the frame: a ring of it for each pixel of its reach."""
    painter = QPainter(widget)
    painter.fillRect(widget.rect(), QColor(theme.tokens.scrim))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    reach = theme.px(_SHADOW)
    painter.setBrush(QColor(0, 0, 0, 3))
    under = QRectF(frame).translated(0, theme.px(_DROP))
    for step in range(reach, 0, -2):
        grown = under.adjusted(-step, -step, step, step)
        radius = theme.px(_RADIUS) + step
        painter.drawRoundedRect(grown, radius, radius)
