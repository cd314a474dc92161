"""What is painted over the text: marks of what nobody sees, and how much is folded."""

from typing import Protocol, cast

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextBlock, QTextLine

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.paint import paint_ground
from desktop.ui.workshop.editor.folds import Folds
from desktop.ui.workshop.editor.strange import Strange, strange_characters


class PaintedText(Protocol):
    """Where the lines of a text stand in its viewport."""

    folds: Folds

    @property
    def line_extra(self) -> float: ...

    def block_rect(self, block: QTextBlock) -> QRectF: ...

    def visible_blocks(self) -> list[QTextBlock]: ...

    def fontMetrics(self) -> QFontMetrics: ...  # noqa: N802


class Ornaments(QObject):
    """Knows the place of each mark too, for the pointer."""

    def __init__(self, theme: Theme, text: PaintedText) -> None:
        super().__init__()
        self._theme = theme
        self._text = text

    def fold_mark(self, block: QTextBlock) -> QRectF:
        """Return the place of "… 12 lines" behind a folded line."""
        rect = self._text.block_rect(block)
        row = block.layout().lineAt(max(0, block.layout().lineCount() - 1))
        left = rect.left() + row.x() + row.naturalTextWidth() + self._theme.px(10)
        wide = self._theme.metrics("caption").horizontalAdvance(self._fold_words(block))
        high = self._theme.px(16)
        return QRectF(left, rect.center().y() - high / 2, wide + self._theme.px(12), high)

    def paint(self, painter: QPainter, block: QTextBlock) -> None:
        """Draw what belongs on a line, over its text."""
        for _, area in self._strange_areas(block):
            self._paint_strange(painter, area)
        if self._text.folds.is_folded(block):
            self._paint_fold(painter, block)

    def strange_at(self, place: QPointF) -> Strange | None:
        """Return the character that nobody sees at a place of the viewport."""
        for block in self._text.visible_blocks():
            for strange, area in self._strange_areas(block):
                if area.adjusted(-2, 0, 2, 0).contains(place):
                    return strange
        return None

    def _strange_areas(self, block: QTextBlock) -> list[tuple[Strange, QRectF]]:
        line = block.text()
        if line.isascii() and "\x7f" not in line and line.isprintable():
            return []
        found: list[tuple[Strange, QRectF]] = []
        rect = self._text.block_rect(block)
        top, high = rect.top() + self._text.line_extra / 2, float(self._text.fontMetrics().height())
        for strange in strange_characters(line):
            row = block.layout().lineForTextPosition(strange.position)
            if not row.isValid():
                continue
            left, right = _x(row, strange.position), _x(row, strange.position + 1)
            left, right = min(left, right) + rect.left(), max(left, right) + rect.left()
            found.append((strange, QRectF(left, top + row.y(), max(right - left, 1.0), high)))
        return found

    def _paint_strange(self, painter: QPainter, area: QRectF) -> None:
        """Draw an edge around a fixed space, and a bar with a head where nothing has a width."""
        colour = self._theme.color("warning")
        if area.width() > self._theme.px(3):
            painter.setPen(QPen(colour, 1))
            painter.drawRect(area.adjusted(0.5, 1.5, -1.5, -1.5))
            return
        wide = self._theme.px(2)
        bar = QRectF(area.left() - wide / 2, area.top(), wide, area.height())
        painter.fillRect(bar, colour)
        painter.fillRect(bar.adjusted(-wide, 0, wide, wide - bar.height()), colour)

    def _paint_fold(self, painter: QPainter, block: QTextBlock) -> None:
        area = self.fold_mark(block)
        paint_ground(painter, area, self._theme.color("chip"), self._theme.px(4))
        painter.setFont(self._theme.font("caption"))
        painter.setPen(QColor(self._theme.tokens.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._fold_words(block))

    def _fold_words(self, block: QTextBlock) -> str:
        lines = self._text.folds.hidden_lines(block)
        return self.tr("… 1 line") if lines == 1 else self.tr("… %n lines", "", lines)


def _x(row: QTextLine, position: int) -> float:
    """Return where a position is on its line; PySide answers with a pair, and says a number."""
    answer = cast("tuple[float, int]", row.cursorToX(position))
    return answer[0]
