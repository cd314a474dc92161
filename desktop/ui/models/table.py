"""The models of all hosts as the rows of one table, sorted and filtered by itself."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from typing_extensions import override

from desktop.domain.host import HostId
from desktop.hosts.watched import WatchedHosts
from desktop.ui.bridge.frame import Frame
from desktop.ui.models import cells
from desktop.ui.models.view import (
    Column,
    Filter,
    ModelRow,
    RowId,
    filtered,
    in_base_order,
    in_order,
    rows_of,
)
from desktop.ui.widgets.tips import plain_tip

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
TICK_MS = 1000
_NUMBERS = {Column.PARAMETERS, Column.CONTEXT, Column.SIZE}
_ROLE = Qt.ItemDataRole


class ModelTable(QAbstractTableModel):
    """One row for each model on each host, in the order and as far as a person asked for.

    There is no proxy: its comparisons and look-ups would each cross from C++
    to Python. Hosts that changed are gathered and taken in once a frame, and
    only their rows are made anew. Selection and current row stay with their
    model, because the persistent indexes are moved along with it.
    """

    arranged = Signal()
    """Rows came, went, moved or changed."""

    def __init__(
        self, hosts: WatchedHosts, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._hosts = hosts
        self._now = now
        self._by_host: dict[HostId, dict[RowId, ModelRow]] = {}
        self._skew: dict[HostId, timedelta] = {}
        self._base: list[ModelRow] = []
        self._ordered: list[ModelRow] = []
        self._shown: list[ModelRow] = []
        self._filter = Filter()
        self._column, self._descending = Column.NAME, False
        self._frame = Frame[HostId](self, self._take_in)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._announce_times)
        self.destroyed.connect(hosts.changed.subscribe(lambda _: self._on_hosts_changed()))
        self.destroyed.connect(hosts.host_changed.subscribe(self._frame.add))
        self._on_hosts_changed()
        self._frame.flush()

    @property
    def rows(self) -> list[ModelRow]:
        """The rows that are shown, from top to bottom."""
        return self._shown

    @property
    def all_rows(self) -> list[ModelRow]:
        """Every row, of all hosts, whatever the filter says."""
        return self._base

    @property
    def filter(self) -> Filter:
        return self._filter

    @property
    def sorting(self) -> tuple[Column, bool]:
        """The column that it is sorted by, and whether that is downwards."""
        return self._column, self._descending

    def set_filter(self, wanted: Filter) -> None:
        """Show what this filter leaves, at once."""
        if wanted != self._filter:
            self._filter = wanted
            self._show(filtered(self._ordered, wanted))

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column = Column(column)
        self._descending = order is Qt.SortOrder.DescendingOrder
        self._ordered = in_order(self._base, self._column, self._descending)
        self._show(filtered(self._ordered, self._filter))

    def now(self, host_id: HostId) -> datetime:
        """Return the time by that host's clock, in this computer's time zone."""
        return self._now() + self._skew.get(host_id, timedelta())

    def find(self, row_id: RowId) -> QModelIndex:
        """Return where that row is shown, or an invalid index."""
        places = (place for place, row in enumerate(self._shown) if row.id == row_id)
        place = next(places, None)
        return QModelIndex() if place is None else self.index(place, 0)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        row, column = self._shown[index.row()], Column(index.column())
        match role:
            case _ROLE.DisplayRole:
                return cells.text(row, column, self.now(row.host_id))
            case _ROLE.ToolTipRole:
                return plain_tip(cells.tooltip(row, column, self.now(row.host_id))) or None
            case _ROLE.AccessibleTextRole if column is Column.NAME:
                return cells.spoken(row, self.now(row.host_id))
            case _ROLE.AccessibleTextRole:
                return cells.text(row, column, self.now(row.host_id))
            case _ROLE.TextAlignmentRole if column in _NUMBERS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.DisplayRole:
            return cells.header(Column(section))
        if role == _ROLE.TextAlignmentRole and section in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def catch_up(self) -> None:
        """Take in what the hosts have changed since the last frame, at once."""
        self._frame.flush()

    def _take_in(self, stale: frozenset[HostId]) -> None:
        changes = [self._read(host_id) for host_id in stale]
        if any(changes):
            every = (row for rows in self._by_host.values() for row in rows.values())
            self._base = in_base_order(every)
            self._ordered = in_order(self._base, self._column, self._descending)
            self._show(filtered(self._ordered, self._filter))
        self._set_ticking(any(row.loaded for row in self._base))

    def _read(self, host_id: HostId) -> bool:
        """Make a host's rows anew; returns whether any of them is another than before."""
        before = self._by_host.get(host_id, {})
        try:
            snapshot = self._hosts.snapshot(host_id)
        except KeyError:  # Removed since.
            self._skew.pop(host_id, None)
            return bool(self._by_host.pop(host_id, None))
        self._skew[host_id] = timedelta(seconds=snapshot.clock_skew)
        after = rows_of(snapshot, before)
        if len(after) == len(before) and all(before.get(row.id) is row for row in after):
            return False
        self._by_host[host_id] = {row.id: row for row in after}
        return True

    def _show(self, rows: list[ModelRow]) -> None:
        before = self._shown
        if len(rows) == len(before) and all(
            new is old or new.id == old.id for new, old in zip(rows, before, strict=True)
        ):
            self._shown = rows
            self._announce_changed(before)
        else:
            self._announce_moved(rows)
        self.arranged.emit()

    def _announce_changed(self, before: list[ModelRow]) -> None:
        pairs = enumerate(zip(self._shown, before, strict=True))
        places = [place for place, (new, old) in pairs if new is not old]
        if places:
            last = self.index(places[-1], len(Column) - 1)
            self.dataChanged.emit(self.index(places[0], 0), last)

    def _announce_moved(self, rows: list[ModelRow]) -> None:
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        ids = [self._shown[index.row()].id for index in kept]
        wanted = set(ids)
        places = {row.id: place for place, row in enumerate(rows) if row.id in wanted}
        self._shown = rows
        moved = [
            self.index(places[row_id], index.column()) if row_id in places else QModelIndex()
            for index, row_id in zip(kept, ids, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _announce_times(self) -> None:
        if self._shown:
            last = len(self._shown) - 1
            self.dataChanged.emit(self.index(0, Column.LOADED), self.index(last, Column.LOADED))

    def _set_ticking(self, is_needed: bool) -> None:
        if is_needed != self._tick.isActive():
            self._tick.start() if is_needed else self._tick.stop()

    def _on_hosts_changed(self) -> None:
        for host_id in (*self._by_host, *(snapshot.id for snapshot in self._hosts.snapshots)):
            self._frame.add(host_id)
