"""The hosts as a list: all of them first, then each in the person's own order."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from desktop.domain.host import HostId
from desktop.domain.text import visible
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import joining
from desktop.ui.bridge.frame import Frame
from desktop.ui.hosts.dragging import MIME, dragged, dropped
from desktop.ui.hosts.words import host_line, host_tooltip, latency_words
from desktop.ui.widgets.tips import plain_tip

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ALL_HOSTS = HostId("")
"""What stands for every host where one is chosen."""
SNAPSHOT_ROLE = Qt.ItemDataRole.UserRole + 1
COUNT_ROLE = Qt.ItemDataRole.UserRole + 2
"""How many models; of all hosts together in row 0."""


class HostList(QAbstractListModel):
    """Row 0 stands for all hosts; the others can be dragged into another order."""

    def __init__(self, registry: HostRegistry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._registry = registry
        self._ids = [host.id for host in registry.hosts]
        self._frame = Frame[HostId](self, self._announce)
        self.destroyed.connect(registry.changed.subscribe(self._on_list_changed))
        self.destroyed.connect(registry.host_changed.subscribe(self._frame.add))

    def row_of(self, host_id: HostId) -> int:
        """Return the row of a host; 0, all hosts, where it is not in the list."""
        return self._ids.index(host_id) + 1 if host_id in self._ids else 0

    def id_at(self, row: int) -> HostId:
        """Return the host in that row, ALL_HOSTS for row 0."""
        return self._ids[row - 1] if 0 < row <= len(self._ids) else ALL_HOSTS

    def model_count(self) -> int:
        """Return how many models all hosts list together, as the table shows them."""
        return sum(snapshot.entry_count for snapshot in self._registry.snapshots)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids) + 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        host_id = self.id_at(index.row())
        if host_id == ALL_HOSTS:
            return self._all_hosts(role)
        snapshot = self._registry.snapshot(host_id)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return visible(snapshot.host.label)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(host_tooltip(snapshot))
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(snapshot)
            case _:
                return {SNAPSHOT_ROLE: snapshot, COUNT_ROLE: snapshot.entry_count}.get(role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsDragEnabled if index.row() > 0 else usual

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return dragged(self.id_at(indexes[0].row()))

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        host_id = dropped(data)
        if host_id not in self._ids:
            return False
        self._registry.move(host_id, self._place(host_id, row))
        return False  # The list follows the registry; a view must not remove the dragged row.

    def _place(self, host_id: HostId, row: int) -> int:
        """Turn the row that a host is dropped before into its place among the other hosts."""
        if row < 0:
            return len(self._ids) - 1
        place = max(0, row - 1)
        return place - 1 if place > self._ids.index(host_id) else place

    def _all_hosts(self, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tr("All hosts")
        return self.model_count() if role == COUNT_ROLE else None

    def _announce(self, ids: frozenset[HostId]) -> None:
        for host_id in ids & set(self._ids):
            index = self.index(self.row_of(host_id))
            self.dataChanged.emit(index, index)
        self.dataChanged.emit(self.index(0), self.index(0))

    def _on_list_changed(self, _: None) -> None:
        self.beginResetModel()
        self._ids = [host.id for host in self._registry.hosts]
        self.endResetModel()


def _spoken(snapshot: HostSnapshot) -> str:
    parts = (snapshot.host.label, latency_words(snapshot), host_line(snapshot))
    return visible(joining.phrases(parts))
