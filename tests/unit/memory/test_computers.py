"""Which computers are read, how often, and what is told of a change."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace

import pytest
import pytest_asyncio

from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Tunnel
from desktop.domain.host import Host, HostId, HostState
from desktop.domain.memory_source import Entered, MemorySource, Telling
from desktop.domain.readings import ComputerReading, ReadingProblem, Source
from desktop.domain.tellers import MetricNames, NodeNames, Place, Teller
from desktop.memory.computers import Computers
from desktop.memory.learned import LearnedLoads
from desktop.memory.readers import (
    DemoComputer,
    Readers,
    far_reader,
    ssh_destination,
    usual_readers,
)
from desktop.memory.snapshot import HostMemory
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.system.far_computer import SshComputer, ToldComputer
from desktop.system.reader import NoReading, Reader
from tests.clock import ManualClock, until
from tests.unit.memory.shapes import GIB
from tests.unit.memory.stand_in_hosts import StandInHosts, loaded

TOLD = MemorySource(Telling.EXPORTERS, (Place(Teller.NODE),))
BY_SSH = MemorySource(Telling.SSH)


@dataclass
class Script:
    """A reader that counts how often it is asked, and says another figure each time."""

    source: Source = Source.TOLD
    count: int = 0

    async def read(self) -> ComputerReading:
        self.count += 1
        return ComputerReading(self.source, ram_total=64 * GIB, ram_available=self.count, gpus=())


@dataclass
class World:
    """Computers over stand-ins; `made` are the readers of other computers, by host."""

    hosts: StandInHosts
    settings: SettingsFile
    computers: Computers
    here: Script
    made: dict[HostId, list[Script]] = field(default_factory=dict)


@pytest_asyncio.fixture
async def world(paths: Paths, clock: ManualClock) -> AsyncIterator[World]:
    hosts, settings = StandInHosts(), SettingsFile(paths.settings_file, pause=0)
    here, made = Script(Source.MEASURED), dict[HostId, list[Script]]()

    def far(host: Host, names: MetricNames) -> Reader | None:
        if host.memory.telling is Telling.NOTHING:
            return None
        made.setdefault(host.id, []).append(Script())
        return made[host.id][-1]

    async with (
        LearnedLoads(None, clock) as learned,
        Computers(hosts, settings, learned, Readers(here, far), clock) as computers,
    ):
        yield World(hosts, settings, computers, here, made)
    settings.close()


async def test_this_computer_is_always_read(world: World):
    told: list[None] = []
    await until(lambda: world.computers.here.reading)
    assert len(world.computers.here.history) == 1
    world.computers.here_changed.subscribe(told.append)
    world.computers.refresh()
    await until(lambda: told)
    assert len(world.computers.here.history) == 2


async def test_only_what_is_switched_on_is_read(world: World):
    silent = world.hosts.add("silent")
    told = world.hosts.add("told", memory=TOLD)
    await until(lambda: world.computers.memory(told).ram_total)
    assert world.computers.readings(silent) is None
    assert list(world.made) == [told]
    assert world.computers.memory(silent) == HostMemory(silent)


async def test_a_change_of_a_host_s_memory_names_it(world: World):
    told: list[HostId] = []
    world.computers.changed.subscribe(told.append)
    host_id = world.hosts.add("tower", memory=TOLD)
    await until(lambda: host_id in told)
    told.clear()
    world.hosts.keep(host_id, memory=MemorySource(entered=Entered(24 * GIB)))
    assert told == [host_id]
    assert world.computers.memory(host_id).gpus == (24 * GIB,)
    world.hosts.put(host_id, state=HostState.DOWN)
    assert told == [host_id]


async def test_a_loaded_model_changes_what_is_free_and_has_the_computer_read_anew(world: World):
    host_id = world.hosts.add("tower", memory=replace(TOLD, entered=Entered(24 * GIB)))
    world.hosts.put(host_id)
    await until(lambda: world.computers.memory(host_id).ram_total)
    count = world.made[host_id][0].count
    world.hosts.put(host_id, loaded=(loaded("m", 4 * GIB, 4 * GIB),))
    assert world.computers.memory(host_id).room_now.gpus == (20 * GIB,)
    await until(lambda: world.made[host_id][0].count > count)


async def test_a_host_that_is_down_has_nothing_loaded(world: World):
    host_id = world.hosts.add("tower", memory=MemorySource(entered=Entered(24 * GIB)))
    world.hosts.put(host_id, loaded=(loaded("m", 4 * GIB, 4 * GIB),))
    assert world.computers.memory(host_id).room_now.gpus == (20 * GIB,)
    world.hosts.put(host_id, state=HostState.DOWN)
    assert world.computers.memory(host_id).room_now.gpus == (24 * GIB,)


async def test_a_host_that_hangs_holds_what_it_held(world: World):
    host_id = world.hosts.add("mac", memory=replace(TOLD, entered=Entered(is_unified=True)))
    await until(lambda: world.computers.memory(host_id).ram_total)
    world.hosts.put(host_id, loaded=(loaded("m", 4 * GIB, 4 * GIB),))
    assert (world.computers.memory(host_id).room.ram or 0) >= 4 * GIB
    world.hosts.put(host_id, state=HostState.DOWN)
    assert (world.computers.memory(host_id).room.ram or 0) >= 4 * GIB


async def test_another_way_to_be_told_makes_another_reader_and_no_way_ends_it(world: World):
    host_id = world.hosts.add("tower", memory=TOLD)
    await until(lambda: world.computers.memory(host_id).ram_total)
    world.hosts.keep(host_id, memory=BY_SSH)
    assert len(world.made[host_id]) == 2
    page = replace(world.settings.settings.memory_page, metric_names=MetricNames(NodeNames("x")))
    world.settings.update(replace(world.settings.settings, memory_page=page))
    assert len(world.made[host_id]) == 3
    world.hosts.keep(host_id, memory=MemorySource())
    assert world.computers.readings(host_id) is None
    assert world.computers.memory(host_id).ram_total is None


async def test_a_rename_makes_no_other_reader(world: World):
    host_id = world.hosts.add("tower", memory=TOLD)
    host = world.hosts.snapshot(host_id).host
    world.hosts.put(host_id, host=replace(host, name="another"))
    world.hosts.changed.emit(None)
    assert len(world.made[host_id]) == 1


async def test_a_host_that_is_removed_is_not_read_any_more(world: World, clock: ManualClock):
    host_id = world.hosts.add("tower", memory=TOLD)
    await until(lambda: clock.sleeper_count == 2)
    world.hosts.remove(host_id)
    await until(lambda: clock.sleeper_count == 1)
    assert world.computers.memory(host_id) == HostMemory(host_id)
    assert world.computers.readings(host_id) is None
    world.computers.refresh(host_id)


async def test_computers_are_read_often_while_somebody_looks_and_by_ssh_less(
    world: World, clock: ManualClock
):
    world.hosts.add("told", memory=TOLD)
    world.hosts.add("by ssh", memory=BY_SSH)
    await until(lambda: clock.sleeper_count == 3)
    assert clock.waits == [30.0, 30.0, 120.0]
    world.computers.watch_closely(True)
    await until(lambda: clock.waits == [2.0, 2.0, 10.0])
    late = world.hosts.add("late", memory=TOLD)
    await until(lambda: clock.waits == [2.0, 2.0, 2.0, 10.0])
    assert late in world.made
    world.computers.watch_closely(False)
    clock.advance(10)
    await until(lambda: clock.waits == [30.0, 30.0, 30.0, 120.0])


async def test_refresh_reads_at_once(world: World, clock: ManualClock):
    told = world.hosts.add("told", memory=TOLD)
    local = world.hosts.add("local", "127.0.0.1")
    await until(lambda: clock.sleeper_count == 2)
    world.computers.refresh(told)
    await until(lambda: world.made[told][0].count == 2)
    world.computers.refresh(local)
    await until(lambda: world.here.count == 2)
    world.computers.refresh()
    await until(lambda: (world.here.count, world.made[told][0].count) == (3, 3))


async def test_a_server_on_this_computer_has_its_readings_unless_another_way_was_chosen(
    world: World,
):
    plain = world.hosts.add("plain", "127.0.0.1")
    chosen = world.hosts.add("chosen", "127.0.0.1", memory=TOLD)
    await until(lambda: world.computers.memory(plain).ram_total)
    assert world.computers.readings(plain) is world.computers.here
    assert world.computers.memory(plain).source is Source.MEASURED
    assert world.computers.readings(chosen) is not world.computers.here


HERE = Host(HostId("h"), HostAddress("http", "127.0.0.1", 11434))
FAR = Host(HostId("h"), HostAddress("http", "tower", 11434))
BEHIND = Connection(tunnel=Tunnel("me@gate"))


def test_here_is_on_loopback_and_neither_behind_a_tunnel_nor_the_demo():
    assert HERE.is_here
    assert not FAR.is_here
    assert not replace(HERE, connection=BEHIND).is_here
    assert not replace(HERE, is_demo=True).is_here


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (MemorySource(), None),
        (MemorySource(Telling.EXPORTERS), None),
        (TOLD, ToldComputer),
        (MemorySource(Telling.GLANCES, (Place(Teller.GLANCES),)), ToldComputer),
        (BY_SSH, SshComputer),
    ],
)
def test_who_reads_is_what_was_switched_on(source: MemorySource, kind: type | None):
    reader = far_reader(replace(FAR, memory=source), MetricNames())
    assert (None if reader is None else type(reader)) is kind


def test_ssh_goes_where_it_was_told_else_where_the_tunnel_goes_else_to_the_host():
    assert ssh_destination(FAR) == Tunnel("tower")
    behind = replace(FAR, connection=BEHIND)
    assert ssh_destination(behind) == Tunnel("me@gate")
    chosen = replace(behind, memory=MemorySource(Telling.SSH, ssh=Tunnel("me@other", 2222)))
    assert ssh_destination(chosen) == Tunnel("me@other", 2222)


async def test_exporters_at_the_end_of_a_tunnel_are_not_asked_for_here():
    behind = replace(HERE, connection=BEHIND, memory=TOLD)
    reader = far_reader(behind, MetricNames())
    assert reader is not None
    with pytest.raises(NoReading) as caught:
        await reader.read()
    assert caught.value.problem is ReadingProblem.NO_ANSWER
    elsewhere = far_reader(replace(FAR, connection=BEHIND, memory=TOLD), MetricNames())
    assert isinstance(elsewhere, ToldComputer)


async def test_the_demo_host_has_the_card_that_is_given_and_nothing_else():
    demo = replace(HERE, is_demo=True)
    reader = usual_readers(demo=lambda host: (12 * GIB, GIB)).far(demo, MetricNames())
    assert isinstance(reader, DemoComputer)
    reading = await reader.read()
    assert reading.gpus is not None
    assert [(card.memory_total, card.memory_used) for card in reading.gpus] == [(12 * GIB, GIB)]
    assert (reading.cpu, reading.ram_total, reading.source) == (None, None, Source.TOLD)
    assert usual_readers().far(demo, MetricNames()) is None
    silent = usual_readers(demo=lambda host: None).far(demo, MetricNames())
    assert silent is not None
    assert (await silent.read()).gpus is None
