"""Answers to whether a model fits: asked at any time, and made of what is known."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest
import pytest_asyncio

from desktop.domain.host import HostId, HostState
from desktop.domain.memory import Load, Verdict, need_of
from desktop.domain.memory_source import Entered, MemorySource
from desktop.domain.model import JsonValue, LoadedModel
from desktop.domain.model_shape import ModelShape
from desktop.domain.readings import ComputerReading
from desktop.hosts.snapshot import CardAnswer
from desktop.memory.computers import Computers
from desktop.memory.fits import Fits
from desktop.memory.learned import LearnedLoads
from desktop.memory.readers import Readers
from desktop.memory.shapes import PAUSE
from desktop.memory.snapshot import Basis, Missing
from desktop.ollama.errors import Unreachable
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from tests.clock import ManualClock, until
from tests.unit.memory.shapes import GIB, LLAMA_8B
from tests.unit.memory.stand_in_hosts import StandInHosts, card, installed, loaded

METADATA: dict[str, JsonValue] = {
    "general.architecture": "llama",
    "llama.block_count": 32,
    "llama.embedding_length": 4096,
    "llama.attention.head_count": 32,
    "llama.attention.head_count_kv": 8,
    "llama.context_length": 131072,
    "llama.vocab_size": 128256,
}
SIZE = 5 * GIB
LOAD = Load(8192)


class Nothing:
    """A reader that knows nothing."""

    async def read(self) -> ComputerReading:
        return ComputerReading()


@dataclass
class World:
    """What a test of fits needs."""

    hosts: StandInHosts
    learned: LearnedLoads
    fits: Fits
    clock: ManualClock

    def host(self, name: str = "tower", gpu: int = 24 * GIB, ram: int = 64 * GIB) -> HostId:
        memory = MemorySource(entered=Entered(gpu, ram, has_no_gpu=not gpu and bool(ram)))
        host_id = self.hosts.add(name, memory=memory)
        self.hosts.put(host_id, models=(installed("llama:8b", size=SIZE),), models_known=True)
        return host_id

    async def asked(self, host_id: HostId, model: str = "llama:8b") -> None:
        """Wait until the measures of a model are known."""
        self.fits.installed(host_id, model, LOAD)
        await until(lambda: self.fits.installed(host_id, model, LOAD).missing is not Missing.ASKING)


@pytest_asyncio.fixture
async def world(paths: Paths, clock: ManualClock) -> AsyncIterator[World]:
    hosts, settings = StandInHosts(), SettingsFile(paths.settings_file, pause=0)
    hosts.cards["llama:8b"] = card(METADATA)
    readers = Readers(Nothing(), lambda host, names: None)
    async with (
        LearnedLoads(None, clock) as learned,
        Computers(hosts, settings, learned, readers, clock) as computers,
        Fits(hosts, computers, learned, clock) as fits,
    ):
        yield World(hosts, learned, fits, clock)
    settings.close()


async def test_a_model_s_measures_are_asked_for_once_and_then_known(world: World):
    host_id, told = world.host(), list[None]()
    world.fits.changed.subscribe(told.append)
    assert world.fits.installed(host_id, "llama:8b", LOAD).missing is Missing.ASKING
    assert world.fits.installed(host_id, "llama:8b", LOAD).missing is Missing.ASKING
    await until(lambda: told)
    answer = world.fits.installed(host_id, "llama:8b", LOAD)
    assert answer.fit is not None
    assert answer.fit.verdict is Verdict.ROOMY
    assert answer.basis is Basis.FORMULA
    assert answer.trained_context == 131072
    assert answer.low < answer.fit.need.total < answer.high
    assert answer.largest is not None
    assert answer.largest > 8192
    assert world.hosts.asked == [(host_id, "llama:8b")]


async def test_a_manifest_that_one_host_told_is_not_asked_of_another(world: World):
    one, two = world.host("one"), world.host("two")
    await world.asked(one)
    assert world.fits.installed(two, "llama:8b", LOAD).fit is not None
    assert len(world.hosts.asked) == 1


async def test_four_cards_at_a_time_are_asked_for(world: World):
    host_id, most, now = world.host(), 0, 0

    async def try_card(host_id: HostId, model: str, *, verbose: bool = False) -> CardAnswer:
        nonlocal most, now
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.002)
        now -= 1
        return card(METADATA)

    world.hosts.try_card = try_card
    names = [f"model-{number}" for number in range(30)]
    world.hosts.put(host_id, models=tuple(installed(name, size=SIZE) for name in names))
    for name in names:
        world.fits.installed(host_id, name, LOAD)
    await until(lambda: all(world.fits.installed(host_id, name, LOAD).fit for name in names))
    assert most == 4


async def test_a_measured_load_is_the_next_estimate_and_corrects_that_of_other_contexts(
    world: World,
):
    host_id = world.host(gpu=16 * GIB)
    await world.asked(host_id)
    before = world.fits.installed(host_id, "llama:8b", LOAD)
    assert before.fit is not None
    size = before.fit.need.total + 300_000_000
    world.hosts.put(host_id, loaded=(loaded("llama:8b", size, size, 8192),))
    answer = world.fits.installed(host_id, "llama:8b", LOAD)
    assert answer.fit is not None
    assert answer.fit.need.total == answer.low == answer.high == size
    assert answer.basis is Basis.MEASURED
    other = world.fits.installed(host_id, "llama:8b", Load(16384))
    assert other.fit is not None
    assert other.basis is Basis.CORRECTED
    assert other.fit.need.total > size + GIB
    assert other.fit.need.correction > 0
    assert answer.largest is not None
    assert before.largest is not None
    assert answer.largest < before.largest


async def test_another_host_s_load_corrects_and_is_not_taken_for_a_measure(world: World):
    one, two = world.host("one"), world.host("two")
    await world.asked(one)
    world.hosts.put(one, loaded=(loaded("llama:8b", 9 * GIB, 0, 8192),))
    answer = world.fits.installed(two, "llama:8b", LOAD)
    assert answer.fit is not None
    assert (answer.basis, answer.fit.need.total) == (Basis.CORRECTED, 9 * GIB)


async def test_what_was_seen_whole_on_the_gpu_fits_there(world: World):
    host_id = world.host(gpu=8 * GIB)
    await world.asked(host_id)
    size = 15 * GIB // 2
    assert world.fits.installed(host_id, "llama:8b", Load(16384)).largest != 16384
    world.hosts.put(host_id, loaded=(loaded("llama:8b", size, size, 16384),))
    answer = world.fits.installed(host_id, "llama:8b", Load(16384))
    assert answer.fit is not None
    assert (answer.fit.verdict, answer.largest) == (Verdict.TIGHT, 16384)


async def test_of_a_host_of_which_nothing_is_known_nothing_is_said(world: World):
    host_id = world.host(gpu=0, ram=0)
    await world.asked(host_id)
    answer = world.fits.installed(host_id, "llama:8b", LOAD)
    assert answer.fit is not None
    assert (answer.fit.verdict, answer.largest) == (Verdict.UNKNOWN, None)
    assert answer.fit.need.total > SIZE


async def test_a_guess_says_that_a_model_fits_and_never_that_it_does_not(world: World):
    host_id = world.host(gpu=0, ram=0)
    await world.asked(host_id)
    world.hosts.put(host_id, loaded=(loaded("llama:8b", 8 * GIB, 8 * GIB, 8192),))
    small = world.fits.installed(host_id, "llama:8b", LOAD)
    large = world.fits.installed(host_id, "llama:8b", Load(65536))
    assert small.fit is not None
    assert large.fit is not None
    assert (small.fit.verdict, large.fit.verdict) == (Verdict.TIGHT, Verdict.UNKNOWN)
    assert large.largest is None


async def test_without_a_gpu_a_driver_takes_nothing(world: World):
    host_id = world.host(gpu=0)
    await world.asked(host_id)
    answer = world.fits.installed(host_id, "llama:8b", LOAD)
    assert answer.fit is not None
    assert (answer.fit.verdict, answer.fit.room.gpus) == (Verdict.PARTLY, ())
    assert (answer.fit.need.base, answer.largest) == (0, 0)


async def test_what_cannot_be_answered_says_why(world: World):
    host_id = world.host()
    world.hosts.cards["empty"] = card({})
    cloud = replace(installed("cloud"), remote_model="x", remote_host="y")
    models = (*world.hosts.snapshot(host_id).models, cloud, installed("empty"))
    world.hosts.put(host_id, models=models)
    await world.asked(host_id, "empty")

    def why(model: str, host: HostId = host_id) -> Missing | None:
        return world.fits.installed(host, model, LOAD).missing

    assert why("empty") is Missing.NO_MEASURES
    assert why("cloud") is Missing.IN_THE_CLOUD
    assert why("gone") is Missing.NO_HOST
    assert why("llama:8b", HostId("removed")) is Missing.NO_HOST
    early = world.hosts.add("early")
    assert why("llama:8b", early) is Missing.ASKING


async def test_a_model_without_measures_is_known_once_it_was_loaded(world: World):
    host_id = world.host()
    world.hosts.cards["empty"] = card({})
    world.hosts.put(host_id, models=(installed("empty", size=GIB),))
    await world.asked(host_id, "empty")
    world.hosts.put(host_id, loaded=(loaded("empty", 2 * GIB, 0, 8192),))
    answer = world.fits.installed(host_id, "empty", LOAD)
    assert answer.fit is not None
    assert (answer.basis, answer.fit.need.total) == (Basis.MEASURED, 2 * GIB)
    assert world.fits.installed(host_id, "empty", Load(512)).basis is Basis.SIZE


async def test_a_failure_is_told_and_asked_again_after_a_while(world: World):
    host_id = world.host()
    error = Unreachable("no")
    world.hosts.cards["llama:8b"] = CardAnswer(error=error)
    await world.asked(host_id)
    answer = world.fits.installed(host_id, "llama:8b", LOAD)
    assert (answer.missing, answer.error) == (Missing.FAILED, error)
    assert len(world.hosts.asked) == 1
    world.hosts.cards["llama:8b"] = card(METADATA)
    world.clock.advance(PAUSE)
    await world.asked(host_id)
    assert world.fits.installed(host_id, "llama:8b", LOAD).fit is not None


async def test_a_host_that_is_down_is_not_asked_until_it_is_up(world: World):
    host_id = world.host()
    error = Unreachable("no")
    world.hosts.put(host_id, state=HostState.DOWN, error=error)
    answer = world.fits.installed(host_id, "llama:8b", LOAD)
    assert (answer.missing, answer.error) == (Missing.FAILED, error)
    assert world.hosts.asked == []
    world.hosts.put(host_id, error=None)
    await world.asked(host_id)
    assert world.fits.installed(host_id, "llama:8b", LOAD).fit is not None


async def test_a_verdict_for_a_host_that_does_not_answer_says_so(world: World):
    host_id = world.host()
    await world.asked(host_id)
    before = world.fits.installed(host_id, "llama:8b", LOAD)
    world.hosts.put(host_id, state=HostState.DOWN, error=Unreachable("no"))
    assert world.fits.installed(host_id, "llama:8b", LOAD) == replace(before, is_silent=True)
    assert world.fits.of_size(host_id, SIZE, LOAD).is_silent
    world.hosts.put(host_id, error=None)
    assert world.fits.installed(host_id, "llama:8b", LOAD) == before


async def test_a_model_is_judged_for_another_host_by_its_measures(world: World):
    home, other = world.host("home"), world.host("other", gpu=8 * GIB)
    (model,) = world.hosts.snapshot(home).models
    world.hosts.put(other, models=())
    world.hosts.cards["llama:8b"] = CardAnswer(error=Unreachable("no"))
    assert world.fits.shape(home, model) is Missing.ASKING
    await until(lambda: world.fits.shape(home, model) is Missing.FAILED)
    world.hosts.cards["llama:8b"] = card(METADATA)
    world.fits.ask_again(home)
    await until(lambda: isinstance(world.fits.shape(home, model), ModelShape))
    shape = world.fits.shape(home, model)
    assert isinstance(shape, ModelShape)
    assert world.fits.of_shape(other, shape, LOAD).fit is not None
    assert world.fits.shape(home, replace(model, remote_model="x")) is Missing.IN_THE_CLOUD


async def test_what_waits_for_a_host_that_is_removed_is_asked_of_another(world: World):
    one, two = world.host("one"), world.host("two")
    names = [f"model-{number}" for number in range(9)]
    models = tuple(installed(name, size=SIZE) for name in names)
    world.hosts.cards |= dict.fromkeys(names, card(METADATA))
    for host_id in (one, two):
        world.hosts.put(host_id, models=models)
    for name in names:
        world.fits.installed(one, name, LOAD)
    world.hosts.remove(one)
    await until(lambda: all(world.fits.installed(two, name, LOAD).fit for name in names))
    assert {host_id for host_id, _ in world.hosts.asked[-5:]} == {two}
    assert world.fits.installed(one, names[0], LOAD).missing is Missing.NO_HOST


async def test_a_dropped_file_and_a_size_alone_are_answered_at_once(world: World):
    host_id = world.host()
    shape = world.fits.of_shape(host_id, LLAMA_8B, LOAD)
    size = world.fits.of_size(host_id, SIZE, LOAD)
    assert shape.fit is not None
    assert size.fit is not None
    assert (shape.basis, size.basis) == (Basis.FORMULA, Basis.SIZE)
    assert shape.fit.need.total == need_of(LLAMA_8B, LOAD).total
    assert size.low > SIZE
    assert size.low < shape.fit.need.total < size.high
    assert size.high - size.low > shape.high - shape.low


@pytest.mark.parametrize(
    ("gpu", "context"), [(8 * GIB, 4096), (24 * GIB, 32768), (48 * GIB, 131072), (0, 4096)]
)
async def test_a_usual_load_has_the_host_s_own_context(world: World, gpu: int, context: int):
    host_id = world.host(gpu=gpu)
    await world.asked(host_id)
    assert world.fits.usual_load(host_id, "llama:8b") == Load(context)
    assert world.fits.usual_load(host_id) == Load(262144 if gpu == 48 * GIB else context)


async def test_a_usual_load_has_the_num_ctx_of_the_card(world: World):
    host_id = world.host()
    world.hosts.cards["llama:8b"] = card(METADATA, 'stop  "x"\nnum_ctx                16384')
    await world.asked(host_id)
    assert world.fits.usual_load(host_id, "llama:8b") == Load(16384)


async def test_a_slow_model_says_with_which_context_it_would_not_be(world: World):
    host_id = world.host(gpu=8 * GIB)
    await world.asked(host_id)
    row = loaded("llama:8b", 10 * GIB, 6 * GIB, 32768)
    world.hosts.put(host_id, loaded=(row,))
    slow = world.fits.slow(host_id, row)
    assert slow is not None
    assert slow.free == 8 * GIB
    assert 0 < slow.context < 32768
    answer = world.fits.installed(host_id, "llama:8b", Load(slow.context))
    assert answer.fit is not None
    assert answer.fit.verdict is Verdict.TIGHT
    whole = LoadedModel("llama:8b", row.digest, 6 * GIB, 6 * GIB, 4096)
    assert world.fits.slow(host_id, whole) is None


async def test_an_answer_costs_less_than_a_millisecond_among_ten_thousand_models(world: World):
    host_id = world.host()
    many = tuple(installed(f"model-{number}") for number in range(10_000))
    models = (*many, *world.hosts.snapshot(host_id).models)
    world.hosts.put(host_id, models=models)
    await world.asked(host_id)
    world.hosts.put(host_id, loaded=(loaded("llama:8b", 9 * GIB, 0, 8192),))
    world.fits.installed(host_id, "llama:8b", LOAD)
    began = time.thread_time()
    for context in range(512, 512 * 201, 512):
        world.fits.installed(host_id, "llama:8b", Load(context))
    assert (time.thread_time() - began) / 200 < 0.001
