"""A small table of files: words in columns, one of them a figure at the right."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.cells import Cell, NumberCell, TextCell
from desktop.ui.widgets.table import BarTable, CellDelegate
from desktop.ui.widgets.tips import plain_tip

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_ROWS = 8
_ROW_PADDING = 14


@dataclass(frozen=True, slots=True)
class FileRow:
    """What a row stands for, a text for each column, and what its tooltip says."""

    key: Hashable
    texts: tuple[str, ...]
    tip: str = ""


class FileRows(QAbstractTableModel):
    """Rows that are replaced together; those that stay keep their selection."""

    def __init__(
        self, headers: Sequence[str], figures: frozenset[int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._figures = figures
        self._rows: tuple[FileRow, ...] = ()

    @property
    def rows(self) -> tuple[FileRow, ...]:
        return self._rows

    def show_rows(self, rows: Sequence[FileRow]) -> None:
        """Show these instead."""
        if tuple(rows) == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        keys = [self._rows[index.row()].key for index in kept]
        places = {row.key: place for place, row in enumerate(rows)}
        self._rows = tuple(rows)
        moved = [
            self.index(places[key], index.column()) if key in places else QModelIndex()
            for index, key in zip(kept, keys, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._headers)

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        row = self._rows[index.row()]
        match role:
            case _ROLE.DisplayRole:
                return row.texts[index.column()]
            case _ROLE.ToolTipRole:
                return plain_tip(row.tip) or None
            case _ROLE.AccessibleTextRole if index.column() == 0:
                return joining.phrases(row.texts)
            case _ROLE.TextAlignmentRole if index.column() in self._figures:
                return _RIGHT
            case _:
                return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.DisplayRole:
            return self._headers[section]
        return _RIGHT if role == _ROLE.TextAlignmentRole and section in self._figures else None


class FileTable(BarTable):
    """As high as its rows, up to eight; the rest is scrolled to."""

    def __init__(
        self, theme: Theme, name: str, headers: Sequence[str], figures: frozenset[int], stretch: int
    ) -> None:
        super().__init__(theme)
        self._theme = theme
        self.files = FileRows(headers, figures, self)
        self.setModel(self.files)
        self.setAccessibleName(name)
        self.setItemDelegate(_FileCells(theme, self, figures))
        self.stretch(stretch)
        self.bars.setSortIndicatorShown(False)
        self.bars.setSectionsClickable(False)
        self.bars.setSectionsMovable(False)
        theme.changed.connect(self._fit_rows)

    @property
    def chosen(self) -> list[Hashable]:
        """What the selected rows stand for, from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.files.rows[place].key for place in places]

    def show_rows(self, rows: Sequence[FileRow]) -> None:
        """Show these, as high as they need."""
        is_same = len(rows) == len(self.files.rows)
        self.files.show_rows(rows)
        if not is_same:
            self._fit_rows()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_rows()

    def _fit_rows(self) -> None:
        """Be as high as the rows, and as the bar to scroll sideways where that is needed."""
        self.measure_columns()
        high = self._theme.metrics("body").height() + self._theme.px(_ROW_PADDING)
        rows = min(len(self.files.rows), _MOST_ROWS) * high
        scroll = self.horizontalScrollBar()
        is_wider = self.bars.length() > self.viewport().width()
        room = scroll.sizeHint().height() if is_wider else 0
        self.setFixedHeight(self.bars.sizeHint().height() + rows + room + self._theme.px(6))


class _FileCells(CellDelegate):
    def __init__(self, theme: Theme, table: BarTable, figures: frozenset[int]) -> None:
        super().__init__(theme, table)
        self._figures = figures

    @override
    def cell(self, index: Index) -> Cell:
        text = str(index.data() or "")
        if index.column() in self._figures:
            return NumberCell(text)
        return TextCell(text, is_strong=index.column() == 0)
