"""Shows a table: a card with hairlines, which scrolls sideways where it is wide."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableCellFormat,
    QTextTableFormat,
)
from typing_extensions import override

from desktop.chat.blocks import Block
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.guarding import FORMULA
from desktop.ui.chat.blocks.kept import Kept
from desktop.ui.chat.blocks.ornaments import row_lines
from desktop.ui.chat.blocks.prose import ProseView
from desktop.ui.chat.blocks.reading import SafeDocument, is_too_wide, marked, plain_document
from desktop.ui.chat.blocks.sideways import Sideways
from desktop.ui.chat.blocks.styling import BlockTone, set_inks
from desktop.ui.chat.blocks.walking import blocks, editing, fragments, table_at

_ACROSS, _UPRIGHT = 10, 6
"""Room inside of a cell, at its sides and above and below."""
_WIDEST_COLUMN = 260
"""Beyond it a column's words are wrapped rather than the table scrolled."""
_EDGE = 1


class TableView(ProseView):
    """A card with one line per row; words in cells are markdown, as everywhere."""

    def __init__(self, theme: Theme, tone: BlockTone, kept: Kept) -> None:
        super().__init__(theme, tone, kept)
        self._natural = 0
        self._sideways = Sideways(self.surface, self)

    @override
    def _show(self, block: Block, before: Block | None) -> None:
        self._natural = 0
        if is_too_wide(block.source):
            self._put(plain_document(block.source, self._look.mono), block)
            return
        document = self._read(marked(block))
        set_inks(document, self._look)
        if (table := table_of(document)) is not None:
            with editing(document):
                self._style(table)
            self._natural = self._natural_width(table)
        _hide_around(document)
        self._draw_formulas(document)
        self._put(document, block)

    @override
    def _lay_out(self, width: int) -> int:
        inner = width - 2 * _EDGE
        document = self.surface.document
        document.setTextWidth(max(inner, self._natural))
        size = document.size()
        if (table := table_of(document)) is not None:
            self.surface.decorate(row_lines(document, table, self._look.px(_UPRIGHT)))
        content = QSize(ceil(size.width()), ceil(size.height()))
        return self._sideways.height_for(inner, content) + 2 * _EDGE

    @override
    def _arrange(self) -> None:
        self._sideways.setGeometry(self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))
        self._sideways.arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._theme.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _style(self, table: QTextTable) -> None:
        made = QTextTableFormat(table.format())
        made.setBorder(0)
        made.setCellSpacing(0)
        made.setCellPadding(0)
        made.setMargin(0)
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(made)
        room = QTextTableCellFormat()
        room.setLeftPadding(self._look.px(_ACROSS))
        room.setRightPadding(self._look.px(_ACROSS))
        room.setTopPadding(self._look.px(_UPRIGHT))
        room.setBottomPadding(self._look.px(_UPRIGHT))
        for cell in _cells(table):
            cell.setFormat(room)
            self._set_on_one_line(cell)
        self._style_header(table)

    def _set_on_one_line(self, cell: QTextTableCell) -> None:
        """Give lines a height of their own, or letters of other fonts would stand lower.

        A formula needs the height that it has.
        """
        cursor = cell.firstCursorPosition()
        if any(run.charFormat().objectType() == FORMULA for run in fragments(cursor.block())):
            return
        made = QTextBlockFormat()
        high = QFontMetrics(self._look.body).lineSpacing()
        made.setLineHeight(high, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.mergeBlockFormat(made)

    def _style_header(self, table: QTextTable) -> None:
        head = QTextCharFormat()
        head.setFontWeight(QFont.Weight.Medium)
        head.setForeground(self._look.muted)
        cursor = QTextCursor(table.document())
        cursor.setPosition(table.cellAt(0, 0).firstPosition())
        last = table.cellAt(0, table.columns() - 1).lastPosition()
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(head)
        for column in range(table.columns()):  # Qt aligns the rows alone.
            self._align_header(table, column)

    def _align_header(self, table: QTextTable, column: int) -> None:
        below = table.cellAt(1, column) if table.rows() > 1 else table.cellAt(0, column)
        cursor = table.cellAt(0, column).firstCursorPosition()
        made = QTextBlockFormat()
        made.setAlignment(below.firstCursorPosition().blockFormat().alignment())
        cursor.mergeBlockFormat(made)

    def _natural_width(self, table: QTextTable) -> int:
        """Return how wide it has to be that no column is squeezed."""
        metrics = self._theme.metrics("body" if self._tone == "text" else "small")
        most = self._look.px(_WIDEST_COLUMN)
        widths = [0] * table.columns()
        for cell in _cells(table):
            text = cell.firstCursorPosition().block().text()[:100]
            wide = min(most, metrics.horizontalAdvance(text))
            widths[cell.column()] = max(widths[cell.column()], wide)
        return sum(widths) + 2 * self._look.px(_ACROSS) * table.columns()


def table_of(document: QTextDocument) -> QTextTable | None:
    """Return a document's first table, None while what is to become one is text still."""
    frames = document.rootFrame().childFrames()
    return next((frame for frame in frames if isinstance(frame, QTextTable)), None)


def _cells(table: QTextTable) -> list[QTextTableCell]:
    return [
        table.cellAt(row, column)
        for row in range(table.rows())
        for column in range(table.columns())
    ]


def _hide_around(document: SafeDocument) -> None:
    """Leave no room for the empty blocks that Qt puts before and after a table."""
    found = list(blocks(document))
    for block in (found[0], found[-1]):
        if block.length() == 1 and table_at(block, document) is None:
            block.setVisible(False)
            cursor = QTextCursor(block)
            small = QTextBlockFormat()
            small.setLineHeight(0, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            cursor.setBlockFormat(small)
