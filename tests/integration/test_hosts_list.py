"""The list of hosts: adding, editing, ordering, removing, and what is kept of it."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from desktop.demo.server import DemoServer
from desktop.domain.address import HostAddress, parse_address
from desktop.domain.host import HostId, HostState
from desktop.hosts.registry import HostRegistry
from desktop.hosts.twins import HostExists
from desktop.ollama.clients import Clients
from desktop.storage.paths import Paths
from desktop.storage.settings import HostEntry, SettingsFile
from tests.clock import ManualClock, until

NOWHERE = parse_address("127.0.0.1:1")


@pytest.fixture
def settings(paths: Paths) -> SettingsFile:
    return SettingsFile(paths.settings_file, pause=0)


@pytest_asyncio.fixture
async def registry(settings: SettingsFile, clock: ManualClock) -> AsyncIterator[HostRegistry]:
    async with Clients() as clients, HostRegistry(settings, clients, clock) as registry:
        yield registry
    settings.close()


def at(port: int) -> HostAddress:
    return HostAddress("http", "127.0.0.1", port)


async def test_a_host_that_is_added_is_kept(registry: HostRegistry, settings: SettingsFile):
    told = list[None]()
    registry.changed.subscribe(told.append)
    host_id = registry.add(at(1), "  Tower ")
    assert settings.settings.hosts == (HostEntry(host_id, "http://127.0.0.1:1", "Tower"),)
    assert [host.label for host in registry.hosts] == ["Tower"]
    assert told == [None]


async def test_hosts_come_back_in_their_order(paths: Paths, settings: SettingsFile):
    async with Clients() as clients:
        async with HostRegistry(settings, clients) as registry:
            for port in (1, 2, 3):
                registry.add(at(port))
            registry.move(registry.hosts[2].id, 0)
        settings.close()
        again = SettingsFile(paths.settings_file)
        async with HostRegistry(again, clients) as registry:
            assert [host.address.port for host in registry.hosts] == [3, 1, 2]
        again.close()


async def test_a_demo_host_is_never_kept(registry: HostRegistry, settings: SettingsFile):
    registry.add(at(1), "Demo", is_demo=True)
    registry.add(at(2), "Tower")
    assert [entry.name for entry in settings.settings.hosts] == ["Tower"]
    assert [host.is_demo for host in registry.hosts] == [True, False]


async def test_an_address_is_not_taken_twice(registry: HostRegistry):
    first = registry.add(at(1))
    second = registry.add(at(2))
    with pytest.raises(HostExists) as caught:
        registry.add(at(1), "again")
    assert caught.value.host.id == first
    with pytest.raises(HostExists):
        registry.edit(second, name="", address=at(1))
    assert [host.address.port for host in registry.hosts] == [1, 2]


async def test_another_name_keeps_what_is_known(registry: HostRegistry, settings: SettingsFile):
    async with DemoServer() as server:
        host_id = registry.add(server.address)
        await until(lambda: registry.snapshot(host_id).loaded)
        before = registry.snapshot(host_id)
        registry.edit(host_id, name="Tower", address=server.address)
        assert registry.snapshot(host_id) == replace(
            before, host=replace(before.host, name="Tower")
        )
        assert settings.settings.hosts[0].name == "Tower"
        registry.remove(host_id)


async def test_another_address_is_asked_anew(registry: HostRegistry):
    async with DemoServer() as old, DemoServer() as new:
        host_id = registry.add(old.address, "Tower")
        await until(lambda: registry.snapshot(host_id).models_known)
        registry.edit(host_id, name="Tower", address=new.address)
        assert registry.snapshot(host_id).state is HostState.CHECKING
        assert not registry.snapshot(host_id).models
        await until(lambda: registry.snapshot(host_id).models_known)
        await until(lambda: not old.connection_count)
        assert new.requests
        registry.remove(host_id)


async def test_a_host_is_moved_within_the_list(registry: HostRegistry):
    ids = [registry.add(at(port)) for port in (1, 2, 3)]
    registry.move(ids[0], 1)
    assert [host.address.port for host in registry.hosts] == [2, 1, 3]
    registry.move(ids[0], 2)
    assert [snapshot.host.address.port for snapshot in registry.snapshots] == [2, 3, 1]


async def test_a_removed_host_is_forgotten(registry: HostRegistry, settings: SettingsFile):
    host_id = registry.add(at(1))
    registry.remove(host_id)
    assert registry.hosts == ()
    assert settings.settings.hosts == ()
    with pytest.raises(KeyError):
        registry.snapshot(host_id)
    with pytest.raises(KeyError):
        await registry.read_card(host_id, "tiny")


async def test_entries_that_cannot_be_read_stay_in_the_file(clock: ManualClock, paths: Paths):
    settings = SettingsFile(paths.settings_file, pause=0)
    broken = HostEntry("b", "http://me:secret@tower", "Broken")
    twice = (HostEntry("a", "http://127.0.0.1:1"), HostEntry("a", "http://127.0.0.1:2"))
    settings.update(replace(settings.settings, hosts=(broken, *twice, HostEntry("", ":3"))))
    async with Clients() as clients, HostRegistry(settings, clients, clock) as registry:
        assert [host.address.port for host in registry.hosts] == [1, 2, 3]
        assert len({host.id for host in registry.hosts}) == 3
        registry.remove(HostId("a"))
    assert [entry.address for entry in settings.settings.hosts] == [
        "http://127.0.0.1:2",
        "http://127.0.0.1:3",
        broken.address,
    ]
    settings.close()
