"""The palette's rows: headings, and below each what was found."""

from collections.abc import Iterable
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui.palette.finding import Found, FoundGroup
from desktop.ui.palette.words import heading, spoken
from desktop.ui.widgets.tips import plain_tip

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


class PaletteRows(QAbstractListModel):
    """Replaced whole with each letter typed; a row is a heading's text or what was found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Found | str] = []

    def show_groups(self, groups: Iterable[FoundGroup]) -> None:
        """Replace every row."""
        self.show_titled((heading(one.group), one.found) for one in groups)

    def show_titled(self, groups: Iterable[tuple[str, Iterable[Found]]]) -> None:
        """Replace every row; each group has a title of its own."""
        self.beginResetModel()
        self._rows = []
        for title, found in groups:
            self._rows.append(title)
            self._rows.extend(found)
        self.endResetModel()

    def found(self, row: int) -> Found | None:
        """Return what can be done by a row; None for a heading, or beyond the rows."""
        row_there = self._rows[row] if 0 <= row < len(self._rows) else None
        return row_there if isinstance(row_there, Found) else None

    def step(self, row: int, step: int) -> int:
        """Return the row that many lines further, past headings; -1 if there is none."""
        way = 1 if step > 0 else -1
        last, left, at = -1, abs(step), row + way
        while 0 <= at < len(self._rows) and left:
            if self.found(at) is not None:
                last, left = at, left - 1
            at += way
        return last

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row.entry) if isinstance(row, Found) else row
        text = visible(row.entry.text) if isinstance(row, Found) else row
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.found(index.row()) is not None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags
