from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.demo.server import DemoServer
from desktop.diagnostics.doctor import Doctor
from desktop.domain.address import parse_address
from desktop.domain.host import Host, HostId, HostState
from desktop.domain.proxy import no_system_proxy
from desktop.hosts.discovery import Discovery, Found, Search
from desktop.hosts.registry import HostRegistry
from desktop.hosts.routes import HostRoutes
from desktop.hosts.snapshot import HostSnapshot
from desktop.ollama.clients import Clients
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.actions import HostDoors
from desktop.ui.hosts.holes import HolesBanner
from desktop.ui.hosts.holes_advice import HolesAdvice
from desktop.ui.hosts.page import HostServices, HostsPage
from desktop.ui.hosts.rows import Column
from desktop.ui.shell.navigation import LayoutClass
from desktop.ui.widgets.labels import Label
from tests.clock import until

DEAD = "127.0.0.1:9"


@dataclass
class Shown:
    page: HostsPage
    registry: HostRegistry
    doctor: Doctor
    discovery: Discovery
    asked: list[tuple[str, HostId]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def add(self, address: str, name: str = "") -> HostId:
        return self.registry.add(parse_address(address), name)

    @property
    def names(self) -> list[str]:
        return [self.cell(row, Column.HOST) for row in range(self.page.hosts.rowCount())]

    def cell(self, row: int, column: Column) -> str:
        return self.page.hosts.index(row, column).data()

    async def press(self, key: Qt.Key, keys=Qt.KeyboardModifier.NoModifier) -> None:
        self.page.activateWindow()
        self.page.table.setFocus()
        await until(self.page.table.hasFocus)
        QTest.keyClick(self.page.table, key, keys)


@asynccontextmanager
async def shown_page(theme: Theme, paths: Paths) -> AsyncGenerator[Shown]:
    settings = SettingsFile(paths.settings_file, pause=0)
    asked, said = list[tuple[str, HostId]](), list[str]()

    def note(name: str):
        return lambda host_id: asked.append((name, host_id))

    try:
        async with (
            Clients() as clients,
            HostRegistry(settings, clients) as registry,
            HostRoutes(registry, no_system_proxy) as routes,
            Discovery(lambda: registry.hosts) as discovery,
            Doctor(lambda host_id: registry.snapshot(host_id).host) as doctor,
        ):
            doors = HostDoors(
                doctor.start,
                note("token"),
                note("edit"),
                note("remove"),
                note("models"),
                note("chat"),
                said.append,
                note("sources"),
            )
            services = HostServices(registry, routes, doctor, discovery, settings)
            page = HostsPage(theme, services, doors)
            page.resize(1280, 800)
            page.show()
            yield Shown(page, registry, doctor, discovery, asked, said)
            page.close()
            page.deleteLater()
    finally:
        settings.close()


def test_a_row_says_state_route_and_models(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with shown_page(theme, paths) as shown, DemoServer() as server:
            live = shown.add(server.address.authority, "tower")
            dead = shown.add(DEAD, "nas")
            await until(lambda: shown.registry.snapshot(live).models_known)
            await until(lambda: shown.registry.snapshot(dead).state is HostState.DOWN)
            assert shown.names == ["tower", "nas"]
            assert shown.cell(0, Column.STATE).startswith("up, ")
            assert shown.cell(0, Column.MODELS) == str(len(shown.registry.snapshot(live).models))
            assert shown.cell(0, Column.ROUTE) == "direct, this computer"
            assert shown.cell(1, Column.STATE) == "connection refused"

    run(scenario())


def test_the_filter_looks_at_everything_that_a_row_says(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with shown_page(theme, paths) as shown:
            shown.add(DEAD, "tower")
            shown.add("127.0.0.1:10", "nas")
            for text, names in (
                ("TOW", ["tower"]),
                (":10", ["nas"]),
                ("this computer", ["tower", "nas"]),
                ("nobody", []),
                ("", ["tower", "nas"]),
            ):
                shown.page.toolbar.search.setText(text)
                assert shown.names == names

    run(scenario())


def test_keys_move_edit_and_remove_the_chosen_host(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with shown_page(theme, paths) as shown:
            tower = shown.add(DEAD, "tower")
            shown.add("127.0.0.1:10", "nas")
            shown.page.choose(tower)
            await shown.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
            assert shown.names == ["nas", "tower"]
            assert shown.page.chosen_host == tower
            await shown.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
            assert shown.names == ["tower", "nas"]
            await shown.press(Qt.Key.Key_F2)
            await shown.press(Qt.Key.Key_Delete)
            assert shown.asked == [("edit", tower), ("remove", tower)]

    run(scenario())


@pytest.mark.parametrize(("row", "order"), [(3, "bca"), (-1, "bca"), (1, "abc"), (2, "bac")])
def test_a_dragged_host_lands_where_it_is_dropped(
    run, theme: Theme, paths: Paths, row: int, order: str
):
    async def scenario() -> None:
        async with shown_page(theme, paths) as shown:
            for port, name in ((9, "a"), (10, "b"), (11, "c")):
                shown.add(f"127.0.0.1:{port}", name)
            hosts = shown.page.hosts
            data = hosts.mimeData([hosts.index(0, 0)])
            hosts.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, hosts.index(-1, 0))
            assert "".join(shown.names) == order

    run(scenario())


def test_a_test_shows_each_step_and_what_mends_it(run, theme: Theme, paths: Paths, qtbot):
    async def scenario() -> None:
        async with shown_page(theme, paths) as shown:
            dead = shown.add(DEAD, "tower")
            shown.page.choose(dead)
            shown.page.detail.test.click()

            def is_done() -> bool:
                checkup = shown.doctor.checkup(dead)
                return checkup is not None and checkup.is_done

            await until(is_done)
            detail = shown.page.detail
            await until(lambda: detail.test.text() == "Test again")
            buttons = detail.findChildren(QPushButton)
            button = next(one for one in buttons if one.objectName().startswith("remedy"))
            with qtbot.waitSignal(shown.page.remedy_wanted) as wanted:
                button.click()
            assert wanted.args[0] == dead
            assert shown.page.explanation(dead, wanted.args[1]) is not None

    run(scenario())


def test_what_was_found_can_be_added_from_the_page(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with shown_page(theme, paths) as shown:
            found = Found(parse_address("127.0.0.1:11"), "0.12.6", 6)
            shown.discovery.snapshot = Search(254, 254, (found,))
            shown.discovery.changed.emit(None)
            await until(shown.page.work.found.isVisible)
            add = shown.page.work.found.findChild(QPushButton, "addFound")
            assert add is not None
            add.click()
            assert shown.registry.hosts[0].address == found.address
            await until(lambda: not shown.page.work.found.isVisible())

    run(scenario())


def test_an_old_version_is_named_with_what_to_do(theme: Theme, qtbot):
    def host(name: str, version: str) -> HostSnapshot:
        address = parse_address(DEAD)
        return HostSnapshot(Host(HostId(name), address, name), HostState.UP, version)

    banner = HolesBanner(theme)
    qtbot.addWidget(banner)
    said: list[str] = []
    for hosts in (
        [host("tower", "99.0.0")],
        [host("tower", "99.0.0"), host("nas", "0.9.1")],
        [host("nas", "0.9.1"), host("old", "0.1.20")],
        [host("nas", "0.9.1"), host("old", "0.1.20"), host("older", "0.1.1")],
    ):
        banner.show_hosts(hosts)
        said.append("" if banner.isHidden() else banner.findChildren(Label)[0].text())
    assert said[0] == ""
    assert said[1] == "nas runs 0.9.1, which has known holes"
    assert said[2] == "nas and another host run versions that have known holes"
    assert said[3] == "nas and 2 others run versions that have known holes"
    advice = HolesAdvice(theme, [host("nas", "0.9.1")])
    assert any("CVE-2026-7482" in label.text() for label in advice.findChildren(Label))
    advice.deleteLater()


def test_how_its_memory_is_known_is_asked_from_a_hosts_menu(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with shown_page(theme, paths) as shown:
            host = shown.add(DEAD, "tower")
            menu = shown.page.actions_on_hosts.menu(host)
            {action.text(): action for action in menu.actions()}["Memory…"].trigger()
            assert shown.asked == [("sources", host)]

    run(scenario())


def test_a_curl_line_is_copied_from_the_menu(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with shown_page(theme, paths) as shown:
            host = shown.add(DEAD, "tower")
            menu = shown.page.actions_on_hosts.curl_menu(host, shown.page)
            {action.text(): action for action in menu.actions()}["Models"].trigger()
            assert QGuiApplication.clipboard().text().endswith("http://127.0.0.1:9/api/tags")
            assert shown.said

    run(scenario())


def test_an_empty_list_says_what_to_do(run, theme: Theme, paths: Paths, qtbot):
    async def scenario() -> None:
        async with shown_page(theme, paths) as shown:
            assert shown.page.work.add_first.isVisible()
            with qtbot.waitSignal(shown.page.find_wanted):
                shown.page.work.find_first.click()
            shown.add(DEAD)
            assert not shown.page.work.add_first.isVisible()

    run(scenario())


def test_in_a_narrow_window_the_panel_opens_over_the_table(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with shown_page(theme, paths) as shown:
            shown.add(DEAD, "tower")
            shown.page.set_layout_class(LayoutClass.CHOOSER)
            assert not shown.page.detail.isVisible()
            await shown.press(Qt.Key.Key_Space)
            assert shown.page.detail.isVisible()
            QTest.keyClick(shown.page, Qt.Key.Key_Escape)
            assert not shown.page.detail.isVisible()

    run(scenario())


def test_a_hidden_host_cannot_be_dragged_past_what_is_not_seen(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with shown_page(theme, paths) as shown:
            shown.add(DEAD, "tower")
            index = shown.page.hosts.index(0, 0)
            assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled
            shown.page.toolbar.search.setText("tower")
            assert not shown.page.hosts.index(0, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled

    run(scenario())
