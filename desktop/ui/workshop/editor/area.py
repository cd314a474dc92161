"""The text itself: a plain text edit with room between its lines and marks on them."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QFocusEvent,
    QFontInfo,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.workshop.editor.endless import has_endless_line
from desktop.ui.workshop.editor.folds import Folds
from desktop.ui.workshop.editor.layout import SPACING, SpacedLayout
from desktop.ui.workshop.editor.ornaments import Ornaments
from desktop.ui.workshop.editor.text_map import holdable

_TAB = 4
_MARGIN = 8
_SEPARATOR = "\u2029"


class CodeArea(QPlainTextEdit):
    """Paints the ground of the current line, marks of what cannot be seen, and what is folded.

    `takes_key` is asked about every key first; `typed` follows a key that put in or took out
    text. `tip_of` tells what is to be said of a position under the pointer.
    Files that are dropped are left to whoever is behind.
    """

    typed = Signal(str)
    scrolled = Signal()
    resized = Signal()
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._was_changed = False
        self.takes_key: Callable[[QKeyEvent], bool] = lambda _: False
        self.tip_of: Callable[[int], str] = lambda _: ""
        self.setObjectName("modelfileText")
        self.setAccessibleName(self.tr("Modelfile"))
        self.setProperty("ring", False)
        document = QTextDocument(self)
        document.contentsChange.connect(self._spare_words)
        self._layout = SpacedLayout(document)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.folds = Folds(document, self._layout)
        self.ornaments = Ornaments(theme, self)
        self.cursorPositionChanged.connect(self._on_cursor)
        self.textChanged.connect(self._on_text)
        self._refresh()
        theme.changed.connect(self._refresh)

    def set_wrapped(self, is_wrapped: bool) -> None:
        """Break lines that are too wide, or let them go on to the right."""
        mode = QPlainTextEdit.LineWrapMode
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._spare_words(0, 0, self.document().characterCount())
        self.setLineWrapMode(mode.WidgetWidth if is_wrapped else mode.NoWrap)

    @property
    def line_extra(self) -> float:
        """The room below each line, in pixels."""
        return self._layout.extra

    def block_rect(self, block: QTextBlock) -> QRectF:
        """Return where a line is painted, in the viewport, with half of its room above it."""
        area = self.blockBoundingGeometry(block).translated(self.contentOffset())
        return area.translated(0, -self._layout.extra / 2)

    def visible_blocks(self) -> list[QTextBlock]:
        """Return the lines that are on screen and not folded, from the top."""
        blocks: list[QTextBlock] = []
        block, bottom = self.firstVisibleBlock(), self.viewport().height()
        while block.isValid():
            if block.isVisible():
                if self.block_rect(block).top() > bottom:
                    break
                blocks.append(block)
            block = block.next()
        return blocks

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if self.takes_key(e):
            e.accept()
            return
        self._was_changed = False
        super().keyPressEvent(e)
        if e.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._leave_fold(e)
        if self._was_changed:
            self.typed.emit(e.text())

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        self.left.emit()

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        for block in self.visible_blocks():
            if self.folds.is_folded(block) and self.ornaments.fold_mark(block).contains(
                e.position()
            ):
                self.folds.unfold(block)
                e.accept()
                return
        super().mousePressEvent(e)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        current = self.block_rect(self.textCursor().block())
        band = QRectF(0, current.top(), self.viewport().width(), current.height())
        painter.fillRect(band, self._theme.color("sunk"))
        painter.end()
        super().paintEvent(e)
        painter.begin(self.viewport())
        for block in self.visible_blocks():
            self.ornaments.paint(painter, block)
        painter.end()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(self._tip(event.pos())), self)
            return True
        return super().viewportEvent(event)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in plain text as it is: what nobody sees stays, so that it can be marked."""
        if source.hasText() and not source.hasUrls():
            self.textCursor().insertText(holdable(source.text()))
            self.ensureCursorVisible()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is there; Qt's own would make fixed spaces to common ones."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace(_SEPARATOR, "\n"))
        return data

    @override
    def dragEnterEvent(self, e: QDragEnterEvent) -> None:
        if e.mimeData().hasUrls():
            e.ignore()
        else:
            super().dragEnterEvent(e)

    @override
    def dragMoveEvent(self, e: QDragMoveEvent) -> None:
        if e.mimeData().hasUrls():
            e.ignore()
        else:
            super().dragMoveEvent(e)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self.resized.emit()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dy:  # Qt moves what was painted, and the ground of the current line is wider.
            self.viewport().update()
        self.scrolled.emit()

    def _tip(self, place: QPoint) -> str:
        strange = self.ornaments.strange_at(QPointF(place))
        if strange is not None:
            text = self.tr("{code} {name}: Ollama drops it")
            return text.format(code=strange.code, name=strange.name)
        return self.tip_of(self.cursorForPosition(place).position())

    def _leave_fold(self, event: QKeyEvent) -> None:
        """Step over what is folded: Up and Down of Qt's own walk into it."""
        cursor = self.textCursor()
        block, column = cursor.block(), cursor.positionInBlock()
        if block.isVisible():
            return
        while block.isValid() and not block.isVisible():
            block = block.next() if event.key() == Qt.Key.Key_Down else block.previous()
        if block.isValid():
            keeps = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            mode = cursor.MoveMode.KeepAnchor if keeps else cursor.MoveMode.MoveAnchor
            cursor.setPosition(block.position() + min(column, block.length() - 1), mode)
            self.setTextCursor(cursor)

    def _on_cursor(self) -> None:
        self.viewport().update()

    def _spare_words(self, position: int, _removed: int, added: int) -> None:
        if has_endless_line(self.document(), position, added):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def _on_text(self) -> None:
        self._was_changed = True

    def _refresh(self) -> None:
        font = self._theme.font("mono")
        self.setFont(font)
        metrics = self.fontMetrics()
        self.setTabStopDistance(_TAB * metrics.horizontalAdvance(" "))
        self.setCursorWidth(max(1, round(self._theme.k)))
        self.document().setDocumentMargin(self._theme.px(_MARGIN))
        wanted = ceil(QFontInfo(font).pixelSize() * SPACING)
        self._layout.set_extra(float(max(0, wanted - metrics.lineSpacing())))
