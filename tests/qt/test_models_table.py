from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QTableView

from desktop.domain.address import HostAddress
from desktop.domain.host import Host, HostId
from desktop.domain.model import InstalledModel, LoadedModel, ModelDetails
from desktop.hosts.snapshot import HostSnapshot
from desktop.runtime.event import Event
from desktop.ui.models.table import ModelTable
from desktop.ui.models.view import Column, Filter, RowId

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


class HandMadeHosts:
    """Snapshots that a test puts in place itself."""

    def __init__(self, *snapshots: HostSnapshot) -> None:
        self.changed = Event[None]()
        self.host_changed = Event[HostId]()
        self._snapshots = {snapshot.id: snapshot for snapshot in snapshots}

    @property
    def snapshots(self) -> tuple[HostSnapshot, ...]:
        return tuple(self._snapshots.values())

    def snapshot(self, host_id: HostId) -> HostSnapshot:
        return self._snapshots[host_id]

    def put(self, snapshot: HostSnapshot) -> None:
        self._snapshots[snapshot.id] = snapshot
        self.host_changed.emit(snapshot.id)

    def remove(self, host_id: HostId) -> None:
        del self._snapshots[host_id]
        self.changed.emit(None)


def host(name: str, *models: str) -> HostSnapshot:
    place = Host(HostId(name), HostAddress("http", name, 11434), name)
    installed = tuple(
        InstalledModel(model, f"{name} {model}", size=10 * number, details=ModelDetails())
        for number, model in enumerate(models, 1)
    )
    return HostSnapshot(place, models=installed, models_known=True)


@pytest.fixture
def hosts() -> HandMadeHosts:
    return HandMadeHosts(host("tower", "qwen:14b", "gemma:4b", "phi:14b"), host("nas", "qwen:0.5b"))


@pytest.fixture
def table(hosts: HandMadeHosts, qapp) -> ModelTable:
    return ModelTable(hosts, lambda: NOW)


@pytest.fixture
def view(table: ModelTable, qtbot) -> QTableView:
    view = QTableView()
    qtbot.addWidget(view)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setModel(table)
    return view


def choose(view: QTableView, table: ModelTable, *ids: RowId) -> None:
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row_id in ids:
        view.selectionModel().setCurrentIndex(table.find(row_id), flags)


def chosen(view: QTableView, table: ModelTable) -> set[RowId]:
    return {table.rows[index.row()].id for index in view.selectionModel().selectedRows()}


def names(table: ModelTable) -> list[str]:
    return [row.name for row in table.rows]


def test_it_is_a_sound_table_while_it_is_sorted_filtered_and_changed(
    table: ModelTable, hosts: HandMadeHosts, qtmodeltester, view: QTableView
):
    qtmodeltester.check(table)
    choose(view, table, RowId(HostId("tower"), "phi:14b"))
    table.sort(Column.SIZE, Qt.SortOrder.DescendingOrder)
    table.set_filter(Filter("qwen"))
    table.set_filter(Filter())
    hosts.put(host("nas", "a", "b", "c"))
    table.catch_up()
    hosts.remove(HostId("tower"))
    table.catch_up()
    qtmodeltester.check(table)
    assert names(table) == ["c", "b", "a"]


def test_selection_and_current_row_stay_with_their_model(table: ModelTable, view: QTableView):
    ids = {RowId(HostId("tower"), "phi:14b"), RowId(HostId("nas"), "qwen:0.5b")}
    choose(view, table, *ids)
    current = table.rows[view.currentIndex().row()].id
    table.sort(Column.SIZE, Qt.SortOrder.DescendingOrder)
    assert chosen(view, table) == ids
    assert table.rows[view.currentIndex().row()].id == current


def test_a_row_that_the_filter_hides_is_no_longer_selected(table: ModelTable, view: QTableView):
    kept = RowId(HostId("tower"), "qwen:14b")
    choose(view, table, kept, RowId(HostId("tower"), "phi:14b"))
    table.set_filter(Filter("qwen"))
    assert chosen(view, table) == {kept}
    table.set_filter(Filter("nothing at all"))
    assert chosen(view, table) == set()


def test_the_view_has_as_many_rows_as_the_filter_leaves(table: ModelTable, view: QTableView):
    table.set_filter(Filter("qwen"))
    assert view.verticalHeader().count() == 2
    table.set_filter(Filter())
    assert view.verticalHeader().count() == 4
    assert view.horizontalHeader().count() == len(Column)


def test_widths_stay_when_rows_come_and_go(table: ModelTable, view: QTableView):
    view.setColumnWidth(Column.SIZE, 123)
    table.set_filter(Filter("nothing at all"))
    table.set_filter(Filter())
    table.sort(Column.SIZE)
    assert view.columnWidth(Column.SIZE) == 123


def test_a_change_of_one_host_is_announced_once_a_frame(
    table: ModelTable, hosts: HandMadeHosts, qtbot
):
    changes = []
    table.arranged.connect(lambda: changes.append(None))
    with qtbot.waitSignal(table.arranged):
        for size in range(50):
            snapshot = hosts.snapshot(HostId("nas"))
            model = replace(snapshot.models[0], size=size)
            hosts.put(replace(snapshot, models=(model,)))
    assert len(changes) == 1


def test_a_change_within_a_row_moves_nothing(table: ModelTable, hosts: HandMadeHosts, qtbot):
    snapshot = hosts.snapshot(HostId("nas"))
    running = LoadedModel("qwen:0.5b", expires_at=NOW + timedelta(minutes=4, seconds=30))
    with qtbot.assertNotEmitted(table.layoutChanged), qtbot.waitSignal(table.dataChanged) as told:
        hosts.put(replace(snapshot, loaded=(running,)))
    row = table.find(RowId(HostId("nas"), "qwen:0.5b")).row()
    assert told.args[0].row() == told.args[1].row() == row
    assert table.index(row, Column.LOADED).data() == "4 min"


def test_the_order_does_not_follow_the_servers(table: ModelTable, hosts: HandMadeHosts):
    before = names(table)
    snapshot = hosts.snapshot(HostId("tower"))
    hosts.put(replace(snapshot, models=snapshot.models[::-1]))
    table.catch_up()
    assert names(table) == before


def test_times_are_told_by_the_hosts_own_clock(table: ModelTable, hosts: HandMadeHosts):
    snapshot = hosts.snapshot(HostId("nas"))
    running = LoadedModel("qwen:0.5b", expires_at=NOW + timedelta(hours=5, minutes=3))
    hosts.put(replace(snapshot, loaded=(running,), clock_skew=5 * 3600))
    table.catch_up()
    row = table.find(RowId(HostId("nas"), "qwen:0.5b")).row()
    assert table.index(row, Column.LOADED).data() == "3 min"


def test_a_row_reads_as_a_sentence(table: ModelTable):
    index = table.find(RowId(HostId("nas"), "qwen:0.5b"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "qwen:0.5b on nas"
