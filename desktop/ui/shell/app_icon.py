"""The program's own icon: in the window's corner, the tray and the taskbar."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.assets import resources
from desktop.ui.shell.at_a_glance import Glance

SIZES = (16, 22, 24, 32, 48, 64, 128)
_WORKING, _FAILED, _SIGN = QColor("#4DB87F"), QColor("#C2342F"), QColor("#FFFFFF")
"""Of the dot, which lies on any desktop's colour and so is no role of the theme."""
_DOT = 0.5
"""How wide the dot is, of the icon."""


def app_icon(seen: Glance | None = None) -> QIcon:
    """Return the icon; with a dot where jobs run, and with a red one and a bar where one failed."""
    renderer = QSvgRenderer(str(resources() / "icons" / "app" / "paddock.svg"))
    icon = QIcon()
    for side in SIZES:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter, QRectF(picture.rect()))
        if seen is not None and seen.number:
            _paint_dot(painter, side, is_failed=seen.failed > 0)
        painter.end()
        icon.addPixmap(picture)
    return icon


def _paint_dot(painter: QPainter, side: int, *, is_failed: bool) -> None:
    """Paint a dot into the lower right corner, with a clear edge around it."""
    width = side * _DOT
    dot = QRectF(side - width, side - width, width, width)
    edge = max(1.0, side / 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawEllipse(dot.adjusted(-edge, -edge, edge, edge))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setBrush(_FAILED if is_failed else _WORKING)
    painter.drawEllipse(dot)
    if is_failed:
        pen = QPen(_SIGN, max(1.5, side / 12))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        inset, middle = width * 0.3, dot.center().y()
        painter.drawLine(QPointF(dot.left() + inset, middle), QPointF(dot.right() - inset, middle))
