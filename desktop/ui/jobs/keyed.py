"""A list whose rows have names that last, and come, go and move."""

from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex
from typing_extensions import override

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
K = TypeVar("K")


class KeyedList(QAbstractListModel, Generic[K]):
    """Holds one key per row. A selection stays with its key wherever that moves."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: list[K] = []

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def key(self, index: Index) -> K | None:
        """Return the key of the row at an index."""
        is_row = index.isValid() and index.row() < len(self._keys)
        return self._keys[index.row()] if is_row else None

    def index_of(self, key: K) -> QModelIndex:
        """Return where a key stands; an invalid index where it does not."""
        return self.index(self._keys.index(key)) if key in self._keys else QModelIndex()

    def arrange(self, wanted: list[K]) -> None:
        """Remove, insert and move rows until they are these, in this order."""
        self._remove_all_but(set(wanted))
        present = set(self._keys)
        for place, key in enumerate(wanted):
            if key not in present:
                row = min(place, len(self._keys))
                self.beginInsertRows(ROOT, row, row)
                self._keys.insert(row, key)
                self.endInsertRows()
        if self._keys != wanted:
            self._reorder(wanted)

    def _remove_all_but(self, kept: set[K]) -> None:
        for row in range(len(self._keys) - 1, -1, -1):
            if self._keys[row] not in kept:
                self.beginRemoveRows(ROOT, row, row)
                del self._keys[row]
                self.endRemoveRows()

    def _reorder(self, wanted: list[K]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = {key: row for row, key in enumerate(wanted)}
        after = [self.index(places[self._keys[index.row()]]) for index in before]
        self._keys = list(wanted)
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
