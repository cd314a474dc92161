"""Pinned models: when they are loaded again, and when they are left alone."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from desktop.domain.host import HostId, HostState
from desktop.domain.memory_source import Pin
from desktop.hosts.snapshot import LoadAttempt
from desktop.memory.pins import ONCE_IN, SETTLES, Pins
from tests.clock import ManualClock, until
from tests.unit.memory.stand_in_hosts import Load, StandInHosts, installed, loaded

QWEN = loaded("qwen:latest")
OTHER = loaded("other:latest")
MODELS = (installed("qwen:latest"), installed("other:latest"))


@pytest.fixture
def hosts() -> StandInHosts:
    return StandInHosts()


@pytest.fixture
def host(hosts: StandInHosts) -> HostId:
    return hosts.add("tower")


@pytest_asyncio.fixture
async def pins(hosts: StandInHosts, host: HostId, clock: ManualClock) -> AsyncIterator[Pins]:
    async with Pins(hosts, clock) as pins:
        yield pins


async def pass_by(clock: ManualClock, seconds: float) -> None:
    for _ in range(5):
        await asyncio.sleep(0)
    await until(lambda: clock.sleeper_count)
    clock.advance(seconds)
    for _ in range(5):
        await asyncio.sleep(0)


async def up_with_a_pin(hosts: StandInHosts, host: HostId, clock: ManualClock) -> None:
    """A host that came up with a model pinned and loaded, a good while ago."""
    hosts.keep(host, pins=[Pin("qwen:latest")])
    hosts.put(host, models=MODELS, models_known=True, loaded=())
    await pass_by(clock, SETTLES)
    hosts.put(host, loaded=(QWEN,))
    clock.advance(2 * ONCE_IN)
    hosts.loads.clear()


async def test_a_model_is_loaded_for_ever_when_it_is_pinned(
    hosts: StandInHosts, host: HostId, pins: Pins
):
    told: list[HostId] = []
    pins.changed.subscribe(told.append)
    hosts.put(host)
    pins.pin(host, "qwen:latest", 8192)
    assert hosts.loads == [Load(host, "qwen:latest", -1, 8192)]
    assert hosts.snapshot(host).host.pins == (Pin("qwen:latest", 8192),)
    assert pins.is_pinned(host, "qwen:latest")
    assert told == [host]


async def test_a_loaded_model_that_is_pinned_keeps_its_context(
    hosts: StandInHosts, host: HostId, pins: Pins
):
    hosts.put(host, loaded=(loaded("qwen:latest", context=16384),))
    pins.pin(host, "qwen:latest")
    assert hosts.loads == [Load(host, "qwen:latest", -1, 16384)]
    assert hosts.snapshot(host).host.pins == (Pin("qwen:latest", 0),)


async def test_one_that_is_let_go_is_not_pinned_and_not_unloaded(
    hosts: StandInHosts, host: HostId, pins: Pins
):
    hosts.put(host)
    pins.pin(host, "qwen:latest")
    hosts.loads.clear()
    pins.unpin(host, "qwen:latest")
    assert not pins.is_pinned(host, "qwen:latest")
    assert hosts.loads == []


async def test_a_host_that_answers_for_the_first_time_is_asked_for_its_pins(
    hosts: StandInHosts, host: HostId, pins: Pins, clock: ManualClock
):
    hosts.keep(host, pins=[Pin("qwen:latest", 8192)])
    hosts.put(host, models=MODELS, models_known=True)
    assert hosts.loads == []
    await pass_by(clock, SETTLES)
    assert hosts.loads == [Load(host, "qwen:latest", -1, 8192)]


async def test_a_host_that_was_down_is_asked_again(
    hosts: StandInHosts, host: HostId, pins: Pins, clock: ManualClock
):
    await up_with_a_pin(hosts, host, clock)
    hosts.put(host, state=HostState.DOWN)
    hosts.put(host, loaded=())
    await pass_by(clock, SETTLES)
    assert [load.model for load in hosts.loads] == ["qwen:latest"]


async def test_a_host_that_goes_up_and_down_is_asked_once_a_minute(
    hosts: StandInHosts, host: HostId, pins: Pins, clock: ManualClock
):
    await up_with_a_pin(hosts, host, clock)
    for _ in range(4):
        hosts.put(host, state=HostState.DOWN)
        hosts.put(host, loaded=())
        await pass_by(clock, SETTLES)
    assert len(hosts.loads) == 1
    await pass_by(clock, ONCE_IN)
    assert len(hosts.loads) == 2


async def test_a_model_that_vanished_with_all_others_is_loaded_again(
    hosts: StandInHosts, host: HostId, pins: Pins, clock: ManualClock
):
    await up_with_a_pin(hosts, host, clock)
    hosts.put(host, loaded=(QWEN, OTHER))
    hosts.put(host, loaded=())
    assert [load.model for load in hosts.loads] == ["qwen:latest"]


async def test_a_model_whose_place_another_took_is_left_alone(
    hosts: StandInHosts, host: HostId, pins: Pins, clock: ManualClock
):
    await up_with_a_pin(hosts, host, clock)
    hosts.put(host, loaded=(OTHER,))
    hosts.put(host, loaded=())
    assert hosts.loads == []


async def test_a_model_that_this_program_unloaded_is_left_alone(
    hosts: StandInHosts, host: HostId, pins: Pins, clock: ManualClock
):
    await up_with_a_pin(hosts, host, clock)
    hosts.put(host, attempts=(LoadAttempt("qwen:latest", is_unload=True),))
    hosts.put(host, attempts=())
    hosts.put(host, loaded=())
    assert hosts.loads == []


async def test_one_that_was_unloaded_and_loaded_again_by_hand_is_kept_once_more(
    hosts: StandInHosts, host: HostId, pins: Pins, clock: ManualClock
):
    await up_with_a_pin(hosts, host, clock)
    hosts.put(host, attempts=(LoadAttempt("qwen:latest", is_unload=True),))
    hosts.put(host, attempts=(), loaded=())
    hosts.put(host, loaded=(QWEN,))
    hosts.put(host, loaded=())
    assert len(hosts.loads) == 1


async def test_what_vanishes_again_within_a_minute_is_left_until_the_host_was_down(
    hosts: StandInHosts, host: HostId, pins: Pins, clock: ManualClock
):
    await up_with_a_pin(hosts, host, clock)
    for _ in range(3):
        hosts.put(host, loaded=())
        clock.advance(20)
        hosts.put(host, loaded=(QWEN,))
    clock.advance(ONCE_IN)
    hosts.put(host, loaded=())
    assert len(hosts.loads) == 1
    hosts.put(host, state=HostState.DOWN)
    hosts.put(host)
    await pass_by(clock, SETTLES)
    assert len(hosts.loads) == 2


async def test_an_alias_that_is_loaded_counts(
    hosts: StandInHosts, host: HostId, pins: Pins, clock: ManualClock
):
    await up_with_a_pin(hosts, host, clock)
    alias = installed("alias:latest", "manifest of qwen:latest")
    hosts.put(host, models=(*MODELS, alias), loaded=())
    hosts.loads.clear()
    hosts.keep(host, pins=[Pin("alias:latest")])
    hosts.put(host, loaded=(QWEN,))
    clock.advance(2 * ONCE_IN)
    hosts.put(host, loaded=())
    assert [load.model for load in hosts.loads] == ["alias:latest"]


async def test_one_that_was_deleted_is_not_asked_for(
    hosts: StandInHosts, host: HostId, pins: Pins, clock: ManualClock
):
    await up_with_a_pin(hosts, host, clock)
    hosts.put(host, models=MODELS[1:])
    hosts.put(host, loaded=())
    assert hosts.loads == []


async def test_a_host_that_is_removed_is_forgotten(
    hosts: StandInHosts, host: HostId, pins: Pins, clock: ManualClock
):
    hosts.keep(host, pins=[Pin("qwen:latest")])
    hosts.put(host)
    await until(lambda: clock.sleeper_count)
    hosts.remove(host)
    pins.pin(host, "qwen:latest")
    pins.unpin(host, "qwen:latest")
    await until(lambda: not clock.sleeper_count)
    assert hosts.loads == []
    assert not pins.is_pinned(host, "qwen:latest")
