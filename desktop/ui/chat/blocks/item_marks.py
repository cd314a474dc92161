"""Bullets, numbers and boxes before the items of lists, painted by us.

Qt's own stand tight to the text, jump by a pixel against its line, and mark a
task that is done with a cross, which says the opposite.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextDocument,
    QTextList,
    QTextListFormat,
)
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.ornaments import Ornament
from desktop.ui.chat.blocks.styling import TextStyle
from desktop.ui.chat.blocks.walking import blocks, list_of
from desktop.ui.widgets.paint import paint_ground

_EDGE, _DISC, _BOX, _GAP = 16, 5, 11, 5
"""How far before the text bullets and boxes begin, their sides, and the room after a number."""
_Style = QTextListFormat.Style
_BULLETS = frozenset({_Style.ListDisc, _Style.ListCircle, _Style.ListSquare})
_Marker = QTextBlockFormat.MarkerType


@dataclass(frozen=True, slots=True)
class Bullet(Ornament):
    """A disc."""

    @override
    def paint(self, painter: QPainter, theme: Theme) -> None:
        paint_ground(painter, self.place, theme.color(self.role), self.place.height() / 2)


@dataclass(frozen=True, slots=True)
class Box(Ornament):
    """The square of a task, with a tick in it once that is done."""

    is_ticked: bool

    @override
    def paint(self, painter: QPainter, theme: Theme) -> None:
        place, side = self.place, self.place.width()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("muted"), max(1.0, side / 11)))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), side / 5, side / 5)
        if self.is_ticked:
            painter.setPen(QPen(theme.color(self.role), max(1.5, side / 7)))
            steps = ((0.25, 0.52), (0.43, 0.7), (0.76, 0.3))
            corner = place.topLeft()
            painter.drawPolyline([corner + QPointF(x * side, y * side) for x, y in steps])
        painter.restore()


@dataclass(frozen=True, slots=True)
class Number(Ornament):
    """An item's number, at the bottom of its place."""

    text: str
    font: QFont

    @override
    def paint(self, painter: QPainter, theme: Theme) -> None:
        painter.setFont(self.font)
        painter.setPen(theme.color(self.role))
        painter.drawText(self.place.bottomLeft(), self.text)


def item_marks(document: QTextDocument, look: TextStyle) -> tuple[Ornament, ...]:
    """Return what stands before each item of a list; the document is laid out."""
    metrics = QFontMetricsF(look.body)
    return tuple(
        _mark(block, listed, look, metrics)
        for block in blocks(document)
        if (listed := list_of(block)) is not None and block.layout().lineCount()
    )


def _mark(
    block: QTextBlock, listed: QTextList, look: TextStyle, metrics: QFontMetricsF
) -> Ornament:
    role = "text" if look.tone == "text" else "muted"
    marker, style = block.blockFormat().marker(), listed.format().style()
    if marker is not _Marker.NoMarker:
        return Box(_square(block, look, metrics, _BOX), role, marker is _Marker.Checked)
    if style in _BULLETS:
        return Bullet(_square(block, look, metrics, _DISC), role)
    text = listed.itemText(block)
    place = _beside(block, metrics.horizontalAdvance(text), metrics.ascent(), look.px(_GAP))
    return Number(place, role, text, look.body)


def _square(block: QTextBlock, look: TextStyle, metrics: QFontMetricsF, length: int) -> QRectF:
    """Return a square in the middle of a capital's height, on whole pixels."""
    side = look.px(length)
    place = _beside(block, side, side, look.px(_EDGE) - side)
    place.translate(0, (side - metrics.capHeight()) / 2)
    return QRectF(round(place.x()), round(place.y()), side, side)


def _beside(block: QTextBlock, width: float, height: float, gap: float) -> QRectF:
    """Return a place that stands on the baseline of a block's first line, before its text."""
    layout = block.layout()
    line = layout.lineAt(0)
    text = line.naturalTextRect().translated(layout.position())
    baseline = layout.position().y() + line.y() + line.ascent()
    is_rtl = block.textDirection() is Qt.LayoutDirection.RightToLeft
    left = text.right() + gap if is_rtl else text.left() - gap - width
    return QRectF(left, baseline - height, width, height)
