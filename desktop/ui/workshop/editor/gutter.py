"""The column left of the text: a dot for a problem, the line's number, a chevron to fold."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.workshop.editor.area import CodeArea

_WIDE = 48
"""With the margin of the text beside it, numbers and text stand as far apart as designed."""
_DOT = 6
_DOT_AT = 10
_CHEVRON = 12
_NUMBERS_LEFT = 16


class Gutter(QWidget):
    """Follows the text as it scrolls; decoration for those who see, so it has no focus.

    What it shows is said elsewhere: problems in their list, folding by its keys.
    """

    pressed = Signal(int)
    """The line whose dot or number was pressed, from 1."""

    def __init__(self, theme: Theme, area: CodeArea, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelfileGutter")
        self._theme = theme
        self._area = area
        self._dots: Mapping[int, bool] = {}
        self.tip_of: Callable[[int], str] = lambda _: ""
        """What is said of a line, from 1."""
        self._hovered = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        area.updateRequest.connect(self._on_update)
        area.blockCountChanged.connect(self._on_lines)
        area.cursorPositionChanged.connect(self.update)
        area.folds.changed.connect(self.update)
        theme.changed.connect(self.updateGeometry)

    @property
    def dots(self) -> Mapping[int, bool]:
        """Which lines have a dot, from 1, and whether it is an error's."""
        return self._dots

    def show_dots(self, dots: Mapping[int, bool]) -> None:
        """Mark these lines, from 1: red where it is an error, amber else."""
        self._dots = dots
        self.update()

    def chevron(self, block: QTextBlock) -> QRect:
        """Return where the chevron of a line is."""
        rect = self._area.block_rect(block).toRect()
        wide = self._theme.px(_CHEVRON)
        return QRect(self.width() - wide, rect.top(), wide, rect.height())

    @override
    def sizeHint(self) -> QSize:
        px = self._theme.px
        digits = len(str(max(1, self._area.blockCount())))
        numbers = self._theme.metrics("mono_hint").horizontalAdvance("9" * digits)
        return QSize(max(px(_WIDE), px(_NUMBERS_LEFT) + numbers + px(_CHEVRON)), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        current = self._area.textCursor().blockNumber()
        for block in self._area.visible_blocks():
            rect = self._area.block_rect(block)
            if block.blockNumber() == current:
                band = QRectF(0, rect.top(), self.width(), rect.height())
                painter.fillRect(band, self._theme.color("sunk"))
            self._paint_number(painter, block, rect, is_current=block.blockNumber() == current)
            self._paint_dot(painter, block, rect)
            self._paint_chevron(painter, block)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        block = self._block_at(event.position())
        if block is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        can_fold = self._area.folds.can_fold(block) or self._area.folds.is_folded(block)
        if can_fold and event.position().x() >= self.chevron(block).left():
            self._area.folds.toggle(block)
        else:
            self.pressed.emit(block.blockNumber() + 1)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            block = self._block_at(QPointF(event.pos()))
            tip = self.tip_of(block.blockNumber() + 1) if block is not None else ""
            QToolTip.showText(event.globalPos(), plain_tip(tip), self)
            return True
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            self._hovered = event.type() is QEvent.Type.Enter
            self.update()
        return super().event(event)

    def _paint_number(
        self, painter: QPainter, block: QTextBlock, rect: QRectF, *, is_current: bool
    ) -> None:
        """Numbers stand on the line's own base, not in the middle of a block that is wrapped."""
        painter.setFont(self._theme.font("mono_hint"))
        painter.setPen(self._theme.color("text" if is_current else "muted"))
        text = str(block.blockNumber() + 1)
        wide = self._theme.metrics("mono_hint").horizontalAdvance(text)
        base = rect.top() + self._area.line_extra / 2 + self._theme.metrics("mono").ascent()
        painter.drawText(QPointF(self.width() - self._theme.px(_CHEVRON) - wide, base), text)

    def _paint_dot(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        is_error = self._dots.get(block.blockNumber() + 1)
        if is_error is None:
            return
        middle = self._area.line_extra / 2 + self._theme.metrics("mono").height() / 2
        radius = _DOT * self._theme.k / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("danger" if is_error else "warning"))
        centre = QPointF(self._theme.px(_DOT_AT), rect.top() + middle)
        painter.drawEllipse(centre, radius, radius)
        painter.restore()

    def _paint_chevron(self, painter: QPainter, block: QTextBlock) -> None:
        """An open one is shown under the pointer alone; a folded line always shows its own."""
        folds = self._area.folds
        is_folded = folds.is_folded(block)
        if not is_folded and not (self._hovered and folds.can_fold(block)):
            return
        area, side = self.chevron(block), self._theme.px(12)
        square = QRect(0, 0, side, side)
        high = round(self._area.line_extra) + self._theme.metrics("mono").height()
        square.moveCenter(QRect(area.left(), area.top(), area.width(), high).center())
        name = "chevron-right" if is_folded else "chevron-down"
        self._theme.icons.paint(painter, square, name, "muted", 12)

    def _block_at(self, place: QPointF) -> QTextBlock | None:
        for block in self._area.visible_blocks():
            rect = self._area.block_rect(block)
            if rect.top() <= place.y() < rect.bottom():
                return block
        return None

    def _on_update(self, _area: QRect, dy: int) -> None:
        if dy:
            self.scroll(0, dy)
        self.update()

    def _on_lines(self, _count: int) -> None:
        self.updateGeometry()
        self.update()
