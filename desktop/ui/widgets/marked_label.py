"""A label that marks a word that was searched for."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from typing_extensions import override

from desktop.ui.widgets.labels import Label


class MarkedLabel(Label):
    """Plain text as ever; `mark` lays a soft ground under some of it. A click is told."""

    clicked = Signal()
    _places: tuple[tuple[int, int], ...] = ()

    def mark(self, places: tuple[tuple[int, int], ...]) -> None:
        """Mark those pieces, each (start, length); () marks nothing."""
        self._places = places
        self.update()

    @property
    def marked(self) -> tuple[str, ...]:
        """The pieces of text that are marked."""
        return tuple(self.text()[start : start + length] for start, length in self._places)

    @override
    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        super().mouseReleaseEvent(ev)
        if self.rect().contains(ev.position().toPoint()):
            self.clicked.emit()

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        if self._places:
            self._paint_marks()
        super().paintEvent(arg__1)

    def _paint_marks(self) -> None:
        """Lay the text out as the label does, and draw it with nothing but the grounds."""
        area, painter = self.contentsRect(), QPainter(self)
        area.setLeft(area.left() + max(0, self.indent()))
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        layout.setFormats([self._ground(start, length) for start, length in self._places])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(area.width() if self.wordWrap() else 1e6)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        is_top = self.alignment() & Qt.AlignmentFlag.AlignTop
        top = area.y() if is_top else area.y() + (area.height() - height) / 2
        painter.setPen(Qt.GlobalColor.transparent)
        layout.draw(painter, QPointF(area.x(), top))

    def _ground(self, start: int, length: int) -> QTextLayout.FormatRange:
        ground = QTextCharFormat()
        ground.setBackground(self._theme.color("found"))
        ground.setForeground(Qt.GlobalColor.transparent)
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = start, length, ground  # pyright: ignore[reportAttributeAccessIssue]
        return found
