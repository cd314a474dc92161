"""A table whose rows are rounded bars: no grid, hover by row, one delegate for all cells."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.cells import DISABLED, REST, SELECTED, Cell, CellPainter, Ink, TextCell
from desktop.ui.widgets.header import BarHeader
from desktop.ui.widgets.paint import paint_ground, paint_ring

INSET = 6
"""How far a row's bar lies from the sheet's edge."""
_RADIUS = 7
_ROW_PADDING = 14
_LINE_GAP = 3
_LEAST_STRETCH = 160
_MOST_NATURAL = 200
_KEYBOARD_REASONS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class BarTable(QTableView):
    """A table view in the program's look; give it a model and a `CellDelegate`.

    Where `stretched` is a column, it takes the room that the others leave. Rows
    have two lines where `has_two_lines`.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, has_two_lines: bool = False
    ) -> None:
        super().__init__(parent)
        self._has_two_lines = has_two_lines
        self._theme = theme
        self._hovered = -1
        self._by_keyboard = False
        self._stretched = -1
        self._bars = BarHeader(theme, self)
        self.setHorizontalHeader(self._bars)
        self._bars.setSortIndicatorShown(True)  # The line above has switched it off.
        self.verticalHeader().hide()
        self.setProperty("ring", False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.entered.connect(self._on_entered)
        self._bars.sectionResized.connect(self._fit)
        self._refresh()
        theme.changed.connect(self._refresh)

    @property
    def bars(self) -> BarHeader:
        """The header, to which cells are aligned."""
        return self._bars

    @property
    def hovered(self) -> int:
        """The row under the pointer, or -1."""
        return self._hovered

    @property
    def shows_ring(self) -> bool:
        """Whether the current row is marked: the keyboard is in use here."""
        return self._by_keyboard and self.hasFocus()

    def stretch(self, column: int) -> None:
        """Let that column take the room that the others leave."""
        self._stretched = column
        self._fit()

    def measure_columns(self) -> None:
        """Make every column but the stretched one as wide as its header and contents need.

        What a server sends may be of any length, so contents have their bounds.
        """
        most = self._theme.px(_MOST_NATURAL)
        for column in range(self._bars.count()):
            if column != self._stretched and not self.isColumnHidden(column):
                contents = min(self.sizeHintForColumn(column), most)
                need = max(contents, self._bars.sectionSizeHint(column))
                self._bars.resizeSection(column, need)
        self._fit()

    def bar(self, row: QRect) -> QRectF:
        """Return the whole row's bar, of which each cell paints its part."""
        inset = self._theme.px(INSET)
        wide = max(self._bars.length(), self.viewport().width())
        return QRectF(inset - self._bars.offset(), row.y() + 1, wide - 2 * inset, row.height() - 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._mark(by_keyboard=True)
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mark(by_keyboard=False)
        super().mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _KEYBOARD_REASONS:
            self._mark(by_keyboard=True)
            self._make_current()
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _make_current(self) -> None:
        model = self.model()
        if not self.currentIndex().isValid() and model and model.rowCount():
            self.selectionModel().setCurrentIndex(
                model.index(0, max(0, self._stretched)),
                self.selectionModel().SelectionFlag.NoUpdate,
            )

    def _mark(self, *, by_keyboard: bool) -> None:
        if by_keyboard != self._by_keyboard:
            self._by_keyboard = by_keyboard
            self.viewport().update()

    def _on_entered(self, index: QModelIndex) -> None:
        self._hover(index.row())

    def _hover(self, row: int) -> None:
        before, self._hovered = self._hovered, row
        for changed in {before, row} - {-1}:
            top, height = self.rowViewportPosition(changed), self.rowHeight(changed)
            self.viewport().update(0, top, self.viewport().width(), height)

    def _fit(self) -> None:
        column = self._stretched
        if not 0 <= column < self._bars.count() or self.isColumnHidden(column):
            return
        others = self._bars.length() - self._bars.sectionSize(column)
        wide = max(self._theme.px(_LEAST_STRETCH), self.viewport().width() - others)
        if wide != self._bars.sectionSize(column):
            self._bars.resizeSection(column, wide)

    def _refresh(self) -> None:
        height = self._theme.metrics("body").height() + self._theme.px(_ROW_PADDING)
        if self._has_two_lines:
            height += self._theme.metrics("small").height() + self._theme.px(_LINE_GAP)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.viewport().update()


class CellDelegate(QStyledItemDelegate):
    """Paints one row's bar, cell by cell, and in each what `cell` says it shows."""

    def __init__(self, theme: Theme, table: BarTable) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table
        self._painter = CellPainter(theme)

    def cell(self, index: QModelIndex | QPersistentModelIndex) -> Cell:
        """Return what that cell shows; pages override it."""
        return TextCell(str(index.data() or ""))

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = self._painter.size(self.cell(index))
        return QSize(
            size.width() + self._table.bars.padding(index.column()),
            size.height() + self._theme.px(_ROW_PADDING),
        )

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
        self._paint_bar(painter, option, index)
        area = self._table.bars.inset(option.rect, index.column())
        self._painter.paint(painter, area, self.cell(index), _ink(option.state))
        painter.restore()

    def _paint_bar(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        bar, radius = self._table.bar(option.rect), float(self._theme.px(_RADIUS))
        ground = self._ground(option.state, index.row())
        if ground is not None:
            paint_ground(painter, bar, self._theme.color(ground), radius)
        if self._table.shows_ring and index.row() == self._table.currentIndex().row():
            outer = bar.adjusted(-1, -1, 1, 1)
            paint_ring(painter, outer, self._theme.color("focus"), radius)

    def _ground(self, state: QStyle.StateFlag, row: int) -> Role | None:
        if state & QStyle.StateFlag.State_Selected:
            is_active = state & QStyle.StateFlag.State_Active and self._table.hasFocus()
            return "selection" if is_active else "selection_idle"
        return "hover" if row == self._table.hovered else None


def _ink(state: QStyle.StateFlag) -> Ink:
    if not state & QStyle.StateFlag.State_Enabled:
        return DISABLED
    return SELECTED if state & QStyle.StateFlag.State_Selected else REST
