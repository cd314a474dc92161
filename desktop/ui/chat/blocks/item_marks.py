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
from desktop.ui.bridge.tokens import Role
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
    pen = _Pen(look)
    return tuple(
        pen.mark(block, listed)
        for block in blocks(document)
        if (listed := list_of(block)) is not None and block.layout().lineCount()
    )


class _Pen:
    """Makes the marks of one document; asks for nothing twice, as it is done while a list grows."""

    def __init__(self, look: TextStyle) -> None:
        self._font = look.body
        self._metrics = QFontMetricsF(look.body)
        self._middle = self._metrics.capHeight() / 2
        self._edge, self._gap = look.px(_EDGE), look.px(_GAP)
        self._disc, self._box = look.px(_DISC), look.px(_BOX)
        self._role: Role = "text" if look.tone == "text" else "muted"
        self._are_bullets: dict[int, bool] = {}

    def mark(self, block: QTextBlock, listed: QTextList) -> Ornament:
        marker = block.blockFormat().marker()
        if marker is not _Marker.NoMarker:
            square = self._square(block, self._box)
            return Box(square, self._role, marker is _Marker.Checked)
        if self._is_bullet(listed):
            return Bullet(self._square(block, self._disc), self._role)
        text = listed.itemText(block)
        width, height = self._metrics.horizontalAdvance(text), self._metrics.ascent()
        left, baseline = self._beside(block, width, self._gap)
        place = QRectF(left, baseline - height, width, height)
        return Number(place, self._role, text, self._font)

    def _is_bullet(self, listed: QTextList) -> bool:
        key = listed.objectIndex()
        if key not in self._are_bullets:
            self._are_bullets[key] = listed.format().style() in _BULLETS
        return self._are_bullets[key]

    def _square(self, block: QTextBlock, side: int) -> QRectF:
        """Return a square in the middle of a capital's height, on whole pixels."""
        left, baseline = self._beside(block, side, self._edge - side)
        return QRectF(round(left), round(baseline - self._middle - side / 2), side, side)

    def _beside(self, block: QTextBlock, width: float, gap: float) -> tuple[float, float]:
        """Return where a mark begins before the text, and where the first line's letters stand."""
        layout = block.layout()
        line, origin = layout.lineAt(0), layout.position()
        baseline = origin.y() + line.y() + line.ascent()
        if block.textDirection() is Qt.LayoutDirection.RightToLeft:
            return origin.x() + line.naturalTextRect().right() + gap, baseline
        return origin.x() + line.x() - gap - width, baseline
