"""A list below a search field: headings, and under each what can be chosen."""

from collections.abc import Iterable
from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui.widgets.tips import plain_tip

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
_PAGE = 8
MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
}
"""How many rows further a key of the field leads."""


class HeadedRows(QAbstractListModel, Generic[Row]):
    """Replaced whole with each letter typed: to a view of rows of one height that costs nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def is_open(self, row: Row) -> bool:
        """Whether a row can be chosen, and is no heading; lists override it."""
        return row is not None

    def words(self, row: Row) -> str:
        """Return what a row is called; lists override it."""
        return str(row)

    def spoken(self, row: Row) -> str:
        """Return what a screen reader says of a row; lists override it."""
        return self.words(row)

    def replace(self, rows: Iterable[Row]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, place: int) -> Row | None:
        """Return a row that can be chosen; None for a heading, or beyond the rows."""
        found = self._rows[place] if 0 <= place < len(self._rows) else None
        return found if found is not None and self.is_open(found) else None

    def step(self, place: int, step: int) -> int:
        """Return the place that many rows further, past headings; -1 if there is none."""
        way = 1 if step > 0 else -1
        last, left, at = -1, abs(step), place + way
        while 0 <= at < len(self._rows) and left:
            if self.is_open(self._rows[at]):
                last, left = at, left - 1
            at += way
        return last

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case _ROLE.DisplayRole:
                return self.words(row)
            case _ROLE.ToolTipRole:
                return plain_tip(visible(self.words(row)))
            case _ROLE.AccessibleTextRole:
                return self.spoken(row)
            case _:
                return row if role == ROW_ROLE else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.row(index.row()) is not None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class HeadedView(QListView):
    """Never has the keyboard, which the field above it keeps."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setProperty("ring", False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def go(self, place: int) -> None:
        """Make that row the current one, and show the first one's heading too; -1 goes nowhere."""
        rows = self.model()
        if place < 0 or not isinstance(rows, HeadedRows):
            return
        index = rows.index(place)
        self.setCurrentIndex(index)
        if rows.step(place, -1) < 0:
            self.scrollToTop()
        else:
            self.scrollTo(index)
