"""Small shapes that several delegates and widgets paint: bars, rings, dots, icons, words."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role


class Dot(Enum):
    """The state of a host or a loaded model, told by shape as well as by colour."""

    UP = auto()
    """Full, green."""
    SLOW = auto()
    """Full, amber: over 250 ms, or partly outside the GPU."""
    DOWN = auto()
    """Hollow, red."""
    CHECKING = auto()
    """An open arc, muted."""


_DOT_ROLES: dict[Dot, Role] = {
    Dot.UP: "success_fill",
    Dot.SLOW: "warning_fill",
    Dot.DOWN: "danger",
    Dot.CHECKING: "muted",
}


def paint_dot(painter: QPainter, centre: QPointF, dot: Dot, theme: Theme, size: float = 8) -> None:
    """Draw a state's dot around that point; `size` is its diameter before scaling."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.color(_DOT_ROLES[dot])
    radius = size * theme.k / 2
    if dot in (Dot.UP, Dot.SLOW):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(centre, radius, radius)
    else:
        width = size * theme.k / 4.5
        painter.setPen(QPen(colour, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = radius - width / 2
        box = QRectF(centre.x() - inner, centre.y() - inner, 2 * inner, 2 * inner)
        painter.drawArc(box, 0, (360 if dot is Dot.DOWN else 270) * 16)
    painter.restore()


def clip_to_ends(painter: QPainter, rect: QRect) -> None:
    """Paint within the round ends of a bar from now on, until the painter is restored."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    radius = rect.height() / 2
    shape.addRoundedRect(QRectF(rect), radius, radius)
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)


def paint_bar(
    painter: QPainter, rect: QRect, fraction: float | None, colour: QColor, track: QColor
) -> None:
    """Draw a bar filled to `fraction` (0 to 1); None leaves it empty, for a total not known yet."""
    painter.save()
    clip_to_ends(painter, rect)
    painter.fillRect(rect, track)
    if fraction:
        filled = QRectF(rect)
        filled.setWidth(rect.width() * min(1.0, max(0.0, fraction)))
        painter.fillRect(filled, colour)
    painter.restore()


def paint_ring(painter: QPainter, rect: QRectF, colour: QColor, radius: float) -> None:
    """Draw a focus ring, 2 px wide, whose outer edge is that rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def paint_ground(painter: QPainter, rect: QRectF, colour: QColor, radius: float) -> None:
    """Draw a rounded ground without an edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def paint_soft(
    painter: QPainter, rect: QRect, ground: Role, edge: Role, theme: Theme, radius: float = 8
) -> None:
    """Draw a soft ground; where more contrast is asked for, its edge tells it."""
    paint_ground(painter, QRectF(rect), theme.color(ground), theme.px(radius))
    if theme.tokens.is_high_contrast:
        paint_ring(painter, QRectF(rect), theme.color(edge), theme.px(radius))


def paint_words(
    painter: QPainter,
    area: QRect,
    text: str,
    font: TypeRole,
    role: Role,
    theme: Theme,
    *,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> int:
    """Write one line in the middle of an area, cut where it must be; return how wide it is."""
    if not text or area.width() <= 0:
        return 0
    shown = theme.metrics(font).elidedText(text, mode, area.width())
    return paint_line(painter, area, shown, font, role, theme, side=side)


def paint_line(
    painter: QPainter,
    area: QRect,
    text: str,
    font: TypeRole,
    role: Role,
    theme: Theme,
    *,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """Write one line in the middle of an area, uncut; return how wide it is.

    By the baseline: a line with Chinese is taller, and would stand lower than its neighbours.
    """
    metrics, text = theme.metrics(font), text.replace("\n", " ")
    painter.setFont(theme.font(font))
    painter.setPen(theme.color(role))
    wide = metrics.horizontalAdvance(text)
    left = area.right() + 1 - wide if side is Qt.AlignmentFlag.AlignRight else area.x()
    foot = round((area.height() + metrics.ascent() - metrics.descent()) / 2)
    painter.drawText(QPointF(left, area.y() + foot), text)
    return wide


def paint_icon(
    painter: QPainter,
    rect: QRect,
    name: str,
    role: Role,
    theme: Theme,
    length: float = 14,
) -> None:
    """Draw an icon of that length (before scaling) in the middle of a rectangle."""
    side = theme.px(length)
    square = QRect(0, 0, side, side)
    square.moveCenter(rect.center())
    theme.icons.paint(painter, square, name, role, length)
