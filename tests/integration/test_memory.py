"""Memory over real sockets: the demo server's loads are learned, its card told, its pins kept."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest_asyncio

from desktop.demo.library import GIB
from desktop.demo.pace import AT_ONCE
from desktop.demo.server import DemoServer, Setting
from desktop.domain.host import HostId
from desktop.domain.memory import Load, Verdict
from desktop.domain.memory_source import Entered, MemorySource, Telling
from desktop.domain.model import LoadedModel
from desktop.domain.readings import ComputerReading, ReadingProblem, Source
from desktop.domain.tellers import Place, Teller
from desktop.hosts.registry import HostRegistry
from desktop.memory.computers import Computers
from desktop.memory.fits import Fits
from desktop.memory.learned import LearnedLoads
from desktop.memory.pins import SETTLES, Pins
from desktop.memory.readers import Readers, usual_readers
from desktop.memory.snapshot import Basis, FitAnswer, Missing
from desktop.ollama.clients import Clients
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from tests.clock import ManualClock, until
from tests.raw_server import RawServer, whole
from tests.recorded import recorded

MODEL = "qwen3:4b"


class Here:
    """This computer, as a test wants it to be."""

    async def read(self) -> ComputerReading:
        return ComputerReading(ram_total=32 * GIB, ram_available=20 * GIB, gpus=())


@dataclass
class World:
    """The services of memory over a registry with one demo server."""

    clock: ManualClock
    server: DemoServer
    registry: HostRegistry
    computers: Computers
    fits: Fits
    pins: Pins
    host_id: HostId

    async def loaded(self, *, context: int = 0) -> int:
        """Load the model and return the size that ps shows."""
        self.registry.load(self.host_id, MODEL, context=context)
        await until(lambda: any(row.name == MODEL for row in self.rows))
        await until(lambda: not context or self.row.context_length == context)
        return self.row.size

    @property
    def rows(self) -> tuple[LoadedModel, ...]:
        return self.registry.snapshot(self.host_id).loaded

    @property
    def row(self) -> LoadedModel:
        return next(row for row in self.rows if row.name == MODEL)

    async def answer(self, load: Load) -> FitAnswer:
        def ask() -> FitAnswer:
            return self.fits.installed(self.host_id, MODEL, load)

        await until(lambda: ask().missing is not Missing.ASKING)
        return ask()


def held(registry: HostRegistry, host_id: HostId) -> int:
    return sum(row.size_vram for row in registry.snapshot(host_id).loaded)


@pytest_asyncio.fixture
async def world(paths: Paths, clock: ManualClock) -> AsyncIterator[World]:
    settings = SettingsFile(paths.settings_file, pause=0)
    async with (
        DemoServer(pace=AT_ONCE, setting=Setting(clock=clock)) as server,
        Clients() as clients,
        HostRegistry(settings, clients, clock, chance=lambda: 0.5) as registry,
        LearnedLoads(paths.loads_file, clock) as learned,
    ):
        usual = usual_readers(demo=lambda host: (server.gpu_memory, held(registry, host.id)))
        async with (
            Computers(registry, settings, learned, Readers(Here(), usual.far), clock) as computers,
            Fits(registry, computers, learned, clock) as fits,
            Pins(registry, clock) as pins,
        ):
            host_id = registry.add(server.address, "Demo", is_demo=True)
            await until(lambda: registry.snapshot(host_id).loaded)
            yield World(clock, server, registry, computers, fits, pins, host_id)
    settings.close()


async def test_a_load_is_learned_and_the_next_estimate_is_what_was_measured(world: World):
    before = await world.answer(Load(4096))
    assert before.basis is Basis.FORMULA
    size = await world.loaded()
    after = await world.answer(Load(4096))
    assert after.fit is not None
    assert (after.basis, after.fit.need.total) == (Basis.MEASURED, size)
    assert after.low == after.high == size


async def test_another_context_moves_the_right_way_and_is_measured_in_its_turn(world: World):
    first = await world.loaded()
    guess = await world.answer(Load(16384))
    assert guess.fit is not None
    assert (guess.basis, guess.fit.need.total > first) == (Basis.CORRECTED, True)
    second = await world.loaded(context=16384)
    assert guess.low <= second <= guess.high
    between = await world.answer(Load(8192))
    assert between.fit is not None
    assert first < between.fit.need.total < second
    again = await world.answer(Load(16384))
    assert again.fit is not None
    assert again.fit.need.total == second


async def test_the_demo_host_s_card_is_told_with_what_its_runners_hold(world: World):
    await until(lambda: world.computers.memory(world.host_id).gpus)
    size = await world.loaded()
    total, used = world.server.gpu_memory, held(world.registry, world.host_id)
    await until(lambda: world.computers.memory(world.host_id).gpu_used == used)
    memory = world.computers.memory(world.host_id)
    assert used > size
    assert (memory.source, memory.gpus, memory.gpu_others) == (Source.TOLD, (total,), 0)
    assert memory.room.gpus == (total,)
    assert memory.room_now.gpus == (total - used,)
    answer = await world.answer(Load(4096))
    assert answer.fit is not None
    assert answer.fit.verdict is Verdict.ROOMY


async def test_a_pinned_model_is_loaded_and_again_after_a_restart(world: World):
    world.pins.pin(world.host_id, MODEL, 8192)
    await until(lambda: any(row.name == MODEL for row in world.rows))
    assert world.row.context_length == 8192
    assert world.row.expires_at is not None
    assert world.row.expires_at.year > 2300
    await world.server.stop()
    world.registry.refresh(world.host_id)
    await until(lambda: not world.registry.snapshot(world.host_id).is_up)
    for runner in world.server.machine.runners.loaded():
        world.server.machine.runners.unload(runner.model)
    await world.server.start()
    world.clock.advance(60)
    world.registry.refresh(world.host_id)
    await until(lambda: world.registry.snapshot(world.host_id).is_up)
    await until(lambda: not world.rows)

    def is_back() -> bool:
        world.clock.advance(SETTLES / 10)
        return any(row.name == MODEL for row in world.rows)

    await until(is_back)
    assert world.row.context_length == 8192


async def test_a_server_on_this_computer_has_its_memory(world: World):
    async with DemoServer(setting=Setting(clock=world.clock)) as server:
        host_id = world.registry.add(server.address)
        await until(lambda: world.computers.memory(host_id).ram_total)
        memory = world.computers.memory(host_id)
        assert world.computers.readings(host_id) is world.computers.here
        assert (memory.source, memory.ram_total) == (Source.MEASURED, 32 * GIB)


async def test_exporters_are_read_once_they_are_switched_on_and_forgotten_when_off(world: World):
    async with RawServer(whole(recorded("node_exporter.txt"))) as exporter:
        place = Place(Teller.NODE, exporter.address.port)
        host_id = world.registry.add(exporter.address, "exporter")
        told = MemorySource(Telling.EXPORTERS, (place,), entered=Entered(24 * GIB))
        world.registry.keep(host_id, memory=told)
        await until(lambda: world.computers.memory(host_id).ram_total)
        memory = world.computers.memory(host_id)
        assert (memory.source, memory.ram_source) == (Source.ENTERED, Source.TOLD)
        assert memory.gpus == (24 * GIB,)
        world.registry.keep(host_id, memory=MemorySource(entered=Entered(24 * GIB)))
        await until(lambda: world.computers.memory(host_id).ram_source is not Source.TOLD)


async def test_exporters_that_do_not_answer_are_said_to_be_silent(world: World):
    async with RawServer(b"") as nobody:
        address = nobody.address
    host_id = world.registry.add(address, "silent")
    place = Place(Teller.NODE, address.port)
    world.registry.keep(host_id, memory=MemorySource(Telling.EXPORTERS, (place,)))
    await until(lambda: world.computers.memory(host_id).problem)
    assert world.computers.memory(host_id).problem is ReadingProblem.NO_ANSWER
