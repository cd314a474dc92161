"""The models of the hosts that are shown, as the rows of a table."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from desktop.domain.host import HostId
from desktop.hosts.registry import HostRegistry
from desktop.memory.sharing import Freeing
from desktop.memory.weights import Weights
from desktop.ui.bridge.frame import Frame
from desktop.ui.models import cells
from desktop.ui.tidy import words
from desktop.ui.tidy.view import (
    MODEL_COLUMNS,
    Column,
    HostRows,
    TidyRow,
    host_rows,
    in_order,
    total_of,
)
from desktop.ui.widgets.tips import plain_tip

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
_WEIGHTS_MS = 700
"""Answers come by the hundred where a host has many models, and each may change every row."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TidyTable(QAbstractTableModel):
    """Sorted by itself, the largest first; selection stays with its models."""

    arranged = Signal()
    """Rows came, went, moved or changed."""

    def __init__(
        self,
        hosts: HostRegistry,
        weights: Weights,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._hosts = hosts
        self._weights = weights
        self._now = now
        self._by_host: dict[HostId, HostRows] = {}
        self._skew: dict[HostId, timedelta] = {}
        self._shown: list[TidyRow] = []
        self._wanted: HostId | None = None
        self._column, self._descending = Column.SIZE, True
        self._frame = Frame[HostId](self, self._take_in)
        self._slow_frame = Frame[HostId](self, self._take_in, interval=_WEIGHTS_MS)
        self.destroyed.connect(hosts.changed.subscribe(lambda _: self._begin()))
        self.destroyed.connect(hosts.host_changed.subscribe(self._frame.add))
        self.destroyed.connect(weights.changed.subscribe(self._slow_frame.add))
        self._begin()
        self.catch_up()

    @property
    def rows(self) -> Sequence[TidyRow]:
        """The rows from top to bottom."""
        return self._shown

    @property
    def host_id(self) -> HostId | None:
        """The one host that is shown, or None for all."""
        return self._wanted

    def show_host(self, host_id: HostId | None) -> None:
        """Show the models of one host, or of all, at once."""
        if host_id != self._wanted:
            self._wanted = host_id
            self._arrange()

    def total(self, rows: Sequence[TidyRow]) -> Freeing:
        """Return what deleting these rows together frees."""
        return total_of(rows, self._by_host)

    def catch_up(self) -> None:
        """Take in what has changed since the last frame, at once."""
        self._frame.flush()
        self._slow_frame.flush()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column = Column(column)
        self._descending = order is Qt.SortOrder.DescendingOrder
        self._arrange()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        found, column = self._shown[index.row()], Column(index.column())
        match role:
            case _ROLE.DisplayRole:
                return self.text(found, column)
            case _ROLE.ToolTipRole:
                return plain_tip(self._tip(found, column)) or None
            case _ROLE.AccessibleTextRole if column is Column.NAME:
                return self._spoken(found)
            case _ROLE.AccessibleTextRole:
                return self.text(found, column)
            case _ROLE.TextAlignmentRole if column is Column.SIZE:
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
            return words.header(Column(section))
        return _RIGHT if role == _ROLE.TextAlignmentRole and section == Column.SIZE else None

    def text(self, found: TidyRow, column: Column) -> str:
        """What a cell shows."""
        if column is Column.FREES:
            return words.frees(found.freeing)
        return cells.text(found.row, MODEL_COLUMNS[column], self._time(found))

    def _tip(self, found: TidyRow, column: Column) -> str:
        if column is Column.FREES:
            return words.frees(found.freeing)
        return cells.tooltip(found.row, MODEL_COLUMNS[column], self._time(found))

    def _spoken(self, found: TidyRow) -> str:
        """The whole row: "qwq:32b on tower, 19.9 GB, Jul 2026, deleting it frees 19.9 GB"."""
        if found.row.damage:
            return cells.spoken(found.row, self._time(found))
        text = self.tr("{model} on {host}, {size}, {modified}, deleting it frees: {frees}")
        name, host, size, modified, frees = (self.text(found, column) for column in Column)
        return text.format(model=name, host=host, size=size, modified=modified, frees=frees)

    def _time(self, found: TidyRow) -> datetime:
        return self._now() + self._skew.get(found.id.host_id, timedelta())

    def _begin(self) -> None:
        for host_id in (*self._by_host, *(snapshot.id for snapshot in self._hosts.snapshots)):
            self._frame.add(host_id)

    def _take_in(self, stale: frozenset[HostId]) -> None:
        changes = [self._read(host_id) for host_id in stale]
        if any(changes):
            self._arrange()
        else:
            self.arranged.emit()  # A host's state or name may be another.

    def _read(self, host_id: HostId) -> bool:
        """Make a host's rows anew; returns whether any of them is another than before."""
        before = self._by_host.get(host_id)
        try:
            snapshot = self._hosts.snapshot(host_id)
        except KeyError:  # Removed since.
            return self._by_host.pop(host_id, None) is not None
        self._skew[host_id] = timedelta(seconds=snapshot.clock_skew)
        found = host_rows(snapshot, self._weights.of(host_id), before)
        self._by_host[host_id] = found
        return found is not before

    def _arrange(self) -> None:
        shown = [
            row
            for host_id, found in self._by_host.items()
            if self._wanted in (None, host_id)
            for row in found.rows.values()
        ]
        rows = in_order(shown, self._column, descending=self._descending)
        if len(rows) != len(self._shown) or any(
            new.id != old.id for new, old in zip(rows, self._shown, strict=True)
        ):
            self._move(rows)
        elif any(new is not old for new, old in zip(rows, self._shown, strict=True)):
            self._shown = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
        self.arranged.emit()

    def _move(self, rows: list[TidyRow]) -> None:
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
