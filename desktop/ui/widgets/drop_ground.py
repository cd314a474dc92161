"""What a place looks like while files are held over it, and how it takes them."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QDropEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.paint import paint_icon

_INSET = 16
_RADIUS = 12
_ICON = 32


def offers_a_copy(event: QDropEvent) -> bool:
    """Whether what is dragged can be had without being taken from where it is."""
    return bool(event.possibleActions() & Qt.DropAction.CopyAction)


def take_a_copy(event: QDropEvent) -> bool:
    """Accept a drag as a copy: after a move the file manager would delete the file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True


def paint_drop_ground(
    widget: QWidget, theme: Theme, icon: str, heading: str, line: str = ""
) -> None:
    """Paint a ground that covers the widget, with an icon and words in its middle."""
    painter, px = QPainter(widget), theme.px
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole, inset = widget.rect(), px(_INSET)
    ground = theme.color("accent_soft")
    ground.setAlphaF(0.97)
    painter.fillRect(whole, ground)
    painter.setPen(QPen(theme.color("focus"), 2, Qt.PenStyle.DashLine))
    edge = whole.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(QRectF(edge), px(_RADIUS), px(_RADIUS))
    top = whole.center().y()
    high = px(_ICON + 12)
    square = QRect(whole.left(), top - px(8) - high, whole.width(), high)
    paint_icon(painter, square, icon, "link", theme, _ICON)
    shown: tuple[tuple[str, TypeRole, Role], ...] = (
        (heading, "heading", "text"),
        (line, "body", "muted"),
    )
    for text, font, tone in shown:
        high = theme.metrics(font).height()
        painter.setFont(theme.font(font))
        painter.setPen(theme.color(tone))
        place = QRect(whole.left(), top, whole.width(), high)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        top += high + px(4)
