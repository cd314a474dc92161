"""The hosts as an item model: one row each, in the person's order."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
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
from desktop.hosts.routes import HostRoutes
from desktop.ui.bridge.frame import Frame
from desktop.ui.hosts import rows
from desktop.ui.hosts.dragging import MIME, dragged, dropped
from desktop.ui.hosts.rows import Column
from desktop.ui.hosts.words import host_tooltip
from desktop.ui.widgets.cells import LINES_ROOM
from desktop.ui.widgets.header import INDENT_ROLE
from desktop.ui.widgets.tips import plain_tip

ROOT = QModelIndex()


class HostTable(QAbstractTableModel):
    """Follows the registry; rows can be dragged while none is filtered out."""

    def __init__(
        self, registry: HostRegistry, routes: HostRoutes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._registry = registry
        self._routes = routes
        self._filter = ""
        self._ids = self._matching()
        self._frame = Frame[HostId](self, self._announce)
        self.destroyed.connect(registry.changed.subscribe(lambda _: self._arrange()))
        self.destroyed.connect(registry.host_changed.subscribe(self._frame.add))
        self.destroyed.connect(routes.changed.subscribe(self._frame.add))

    def id_at(self, row: int) -> HostId | None:
        """Return the host in that row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, host_id: HostId | None) -> int:
        """Return the row of a host, -1 where it is not shown."""
        return self._ids.index(host_id) if host_id and host_id in self._ids else -1

    def set_filter(self, text: str) -> None:
        """Show the hosts whose name, address, state or route hold every word of that text."""
        if text.casefold() != self._filter:
            self._filter = text.casefold()
            self._arrange()

    def move(self, host_id: HostId, step: int) -> None:
        """Put a host one place up (-1) or down (1), past the neighbour that is shown."""
        wanted = self.row_of(host_id) + step
        if not 0 <= wanted < len(self._ids):
            return
        order = [host.id for host in self._registry.hosts]
        self._registry.move(host_id, order.index(self._ids[wanted]))

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in rows.NUMBERS:
            return Qt.AlignmentFlag.AlignRight
        if role == INDENT_ROLE and section == Column.HOST:
            return LINES_ROOM
        return rows.header(Column(section)) if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        host_id = self._ids[index.row()]
        snapshot, route = self._registry.snapshot(host_id), self._routes.route(host_id)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return rows.text(Column(index.column()), snapshot, route)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(host_tooltip(snapshot))
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == Column.HOST:
                return rows.spoken(snapshot, route)
            case Qt.ItemDataRole.UserRole:
                return rows.cell(Column(index.column()), snapshot, route)
            case _:
                return None

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual if self._filter else usual | Qt.ItemFlag.ItemIsDragEnabled

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return dragged(self._ids[indexes[0].row()])

    @override
    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        host_id = dropped(data)
        if host_id in self._ids and not self._filter:
            place = len(self._ids) if row < 0 else row
            place -= place > self._ids.index(host_id)
            self._registry.move(host_id, place)
        return False  # The table follows the registry; a view must not remove the dragged row.

    def _matching(self) -> list[HostId]:
        parts = self._filter.split()
        return [host.id for host in self._registry.hosts if self._matches(host.id, parts)]

    def _matches(self, host_id: HostId, parts: list[str]) -> bool:
        if not parts:
            return True
        snapshot = self._registry.snapshot(host_id)
        said = rows.spoken(snapshot, self._routes.route(host_id))
        text = f"{said} {visible(snapshot.host.address.url)}".casefold()
        return all(part in text for part in parts)

    def _arrange(self) -> None:
        self.beginResetModel()
        self._ids = self._matching()
        self.endResetModel()

    def _announce(self, ids: frozenset[HostId]) -> None:
        for host_id in ids & set(self._ids):
            row = self.row_of(host_id)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
