"""A JSON document as a tree that opens where one wants to look."""

from math import ceil

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from desktop.chat.json_document import Node
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.json_model import JsonModel, JsonRole
from desktop.ui.widgets.paint import paint_ground, paint_icon, paint_ring

MOST_ROWS = 20
"""Rows that are seen at once; further ones scroll."""
_EXPANDED = 2000
"""Rows that are opened at most by one wish."""
_INDENT, _GAP, _PADDING = 18, 8, 6


class JsonTree(QTreeView):
    """`resized` says that it wants another height: rows were opened or closed."""

    resized = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._json = JsonModel(self)
        self.setModel(self._json)
        self.setItemDelegate(_RowDelegate(theme, self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAccessibleName(self.tr("JSON answer"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(True)
        self.expanded.connect(self.resized)
        self.collapsed.connect(self.resized)
        self._refresh()
        theme.changed.connect(self._refresh)

    @property
    def row_height(self) -> int:
        high = max(self._theme.metrics("mono").height(), self._theme.metrics("medium").height())
        return high + self._theme.px(_PADDING)

    @property
    def rows(self) -> int:
        """How many rows there are to see, counted up to what fits."""
        count, index = 0, self._json.index(0, 0)
        while index.isValid() and count < MOST_ROWS:
            count, index = count + 1, self.indexBelow(index)
        return count

    @property
    def has_levels(self) -> bool:
        """Whether there is anything to open."""
        return any(self._json.hasChildren(index) for index in self._below(QModelIndex()))

    def wanted_height(self) -> int:
        """Return the height that shows its rows, or as many of them as are seen at once."""
        return max(1, self.rows) * self.row_height + self._theme.px(2)

    def show_document(self, document: Node) -> None:
        """Show it opened as far as all of it can be seen."""
        self._json.show_document(document)
        self._open(MOST_ROWS, is_whole=True)
        first = self._json.index(0, 0)
        self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def expand_all(self) -> None:
        """Open all of it, or the first 2,000 rows of something larger."""
        self._open(_EXPANDED, is_whole=False)
        self.resized.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.currentIndex().isValid():
            QGuiApplication.clipboard().setText(self._json.json(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    @override
    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if not self._json.hasChildren(index):
            return
        side = self._theme.px(_INDENT)
        area = QRect(rect.right() + 1 - side, rect.y(), side, rect.height())
        is_open = self.isExpanded(self._json.index(index.row(), 0, index.parent()))
        name = "chevron-down" if is_open else "chevron-right"
        paint_icon(painter, area, name, "muted", self._theme, 12)

    def _open(self, most: int, *, is_whole: bool) -> None:
        """Open one level after the other; `is_whole` leaves a level closed that would not fit."""
        self.blockSignals(True)
        level = self._below(QModelIndex())
        rows = len(level)
        while level:
            inner = [index for index in level if self._json.hasChildren(index)]
            room = sum(self._json.rowCount(index) for index in inner)
            if is_whole and rows + room > most:
                break
            level.clear()
            for index in inner:
                rows += self._json.rowCount(index)
                if rows > most:
                    break
                self.expand(index)
                level += self._below(index)
        self.blockSignals(False)

    def _below(self, index: QModelIndex) -> list[QModelIndex]:
        return [self._json.index(row, 0, index) for row in range(self._json.rowCount(index))]

    def _refresh(self) -> None:
        self.setIndentation(self._theme.px(_INDENT))
        self.scheduleDelayedItemsLayout()


class _RowDelegate(QStyledItemDelegate):
    """Key, value in its type's colour, and a note; cut where it is too wide."""

    def __init__(self, theme: Theme, tree: JsonTree) -> None:
        super().__init__(tree)
        self._theme = theme
        self._tree = tree

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(1, self._tree.row_height)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self._paint_ground(painter, option)
        area = option.rect.adjusted(self._theme.px(2), 0, -self._theme.px(_PADDING), 0)
        key, note = str(index.data(JsonRole.KEY)), str(index.data(JsonRole.NOTE))
        kind = str(index.data(JsonRole.KIND))
        if note:
            area = self._paint_note(painter, area, note)
        if key:
            key_role = "text" if kind != "piece" else "muted"
            painter.setPen(self._theme.color(key_role))
            painter.setFont(self._theme.font("medium"))
            metrics = self._theme.metrics("medium")
            text = metrics.elidedText(key, Qt.TextElideMode.ElideRight, area.width() * 3 // 5)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
            area.setLeft(area.left() + metrics.horizontalAdvance(text) + self._theme.px(_GAP))
        is_text = kind in ("object", "list", "piece")
        painter.setPen(self._ink(kind))
        painter.setFont(self._theme.font("small" if is_text else "mono"))
        metrics = self._theme.metrics("small" if is_text else "mono")
        value = str(index.data(JsonRole.VALUE))
        text = metrics.elidedText(value, Qt.TextElideMode.ElideRight, area.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(area, flags, text)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state, theme = option.state, self._theme
        bar = QRectF(option.rect)
        if state & QStyle.StateFlag.State_Selected:
            role = "selection" if self._tree.hasFocus() else "selection_idle"
            paint_ground(painter, bar, theme.color(role), theme.px(5))
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_ground(painter, bar, theme.color("hover"), theme.px(5))
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, bar, theme.color("focus"), theme.px(5))

    def _paint_note(self, painter: QPainter, area: QRect, note: str) -> QRect:
        wide = ceil(self._theme.metrics("small").horizontalAdvance(note))
        painter.setPen(self._theme.color("warning"))
        painter.setFont(self._theme.font("small"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, flags, note)
        return area.adjusted(0, 0, -wide - self._theme.px(_GAP), 0)

    def _ink(self, kind: str) -> QColor:
        tokens = self._theme.tokens
        match kind:
            case "text":
                return QColor(tokens.code_string)
            case "number":
                return QColor(tokens.code_number)
            case "word":
                return QColor(tokens.code_keyword)
            case _:
                return QColor(tokens.muted)
