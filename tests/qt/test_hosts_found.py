from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from ipaddress import IPv4Network

from desktop.demo.server import DemoServer
from desktop.hosts.discovery import Discovery
from desktop.hosts.registry import HostRegistry
from desktop.ollama.clients import Clients
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.discovery_dialog import DiscoveryDialog
from tests.clock import until

HERE = IPv4Network("127.0.0.0/30")
ELSEWHERE = IPv4Network("127.0.9.0/30")


@dataclass
class Search:
    registry: HostRegistry
    discovery: Discovery
    dialog: DiscoveryDialog
    server: DemoServer

    def look(self) -> None:
        self.dialog.port.setText(str(self.server.address.port))
        self.dialog.primary.click()


@asynccontextmanager
async def searching(theme: Theme, paths: Paths, *networks: IPv4Network) -> AsyncGenerator[Search]:
    settings = SettingsFile(paths.settings_file, pause=0)
    try:
        async with (
            Clients() as clients,
            HostRegistry(settings, clients) as registry,
            Discovery(lambda: registry.hosts) as discovery,
            DemoServer() as server,
        ):
            dialog = DiscoveryDialog(theme, discovery, registry, lambda: networks)
            dialog.open()
            yield Search(registry, discovery, dialog, server)
            dialog.close()
            dialog.deleteLater()
    finally:
        settings.close()


def test_nothing_is_asked_before_the_person_said_so(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with searching(theme, paths, HERE, ELSEWHERE) as search:
            assert not search.discovery.snapshot.total
            assert [str(network) for network, _ in search.dialog.networks] == [
                "127.0.0.0/30",
                "127.0.9.0/30",
            ]
            assert search.dialog.fact.text().startswith("4 addresses")

    run(scenario())


def test_what_is_found_is_added_by_its_tick(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with searching(theme, paths, HERE) as search:
            search.look()
            await until(lambda: bool(search.dialog.ticks.boxes))
            await until(lambda: not search.discovery.snapshot.is_running)
            assert search.dialog.primary.isEnabled()
            search.dialog.primary.click()
            assert [host.address for host in search.registry.hosts] == [search.server.address]
            assert len(search.dialog.added) == 1

    run(scenario())


def test_without_a_tick_nothing_is_added(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with searching(theme, paths, HERE) as search:
            search.look()
            await until(lambda: bool(search.dialog.ticks.boxes))
            search.dialog.ticks.boxes[0].setChecked(False)
            assert not search.dialog.primary.isEnabled()
            search.dialog.reject()
            assert search.registry.hosts == ()

    run(scenario())


def test_a_host_of_the_list_is_not_offered_again(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with searching(theme, paths, HERE) as search:
            search.registry.add(search.server.address)
            search.look()
            await until(lambda: search.discovery.snapshot.asked == 2)
            await until(lambda: not search.discovery.snapshot.is_running)
            assert search.dialog.ticks.boxes == []
            assert not search.dialog.primary.isEnabled()

    run(scenario())


def test_a_network_that_is_not_ticked_is_left_alone(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with searching(theme, paths, HERE, ELSEWHERE) as search:
            search.dialog.networks[0][1].setChecked(False)
            search.look()
            await until(lambda: search.discovery.snapshot.asked == 2)
            assert search.discovery.snapshot.found == ()

    run(scenario())


def test_closing_the_dialog_ends_the_search(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with searching(theme, paths, IPv4Network("127.0.8.0/22")) as search:
            search.look()
            assert search.discovery.snapshot.is_running
            search.dialog.reject()
            assert not search.discovery.snapshot.is_running

    run(scenario())


def test_a_computer_without_a_network_is_told_so(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with searching(theme, paths) as search:
            assert not search.dialog.primary.isEnabled()
            assert "private network" in search.dialog.fact.text()

    run(scenario())


def test_a_wrong_port_is_said_and_nothing_begins(run, theme: Theme, paths: Paths):
    async def scenario() -> None:
        async with searching(theme, paths, HERE) as search:
            search.dialog.port.setText("70000")
            assert not search.dialog.primary.isEnabled()

    run(scenario())
