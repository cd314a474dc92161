"""Which weights the models of a host have: asked four at a time, and never twice."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import datetime

import pytest

from desktop.domain.address import HostAddress
from desktop.domain.host import Host, HostId, HostState
from desktop.domain.model import InstalledModel, ModelCard
from desktop.hosts.snapshot import CardAnswer, HostSnapshot
from desktop.memory.weights import AT_ONCE, PAUSE, HostWeights, Weights
from desktop.ollama.errors import ModelMissing, OllamaError, Refused
from desktop.runtime.event import Event
from tests.clock import ManualClock, until

TOWER = HostId("tower")


class Asked:
    """Stands in for the registry: it has one host, and answers when it is let."""

    def __init__(self) -> None:
        self.changed = Event[None]()
        self.host_changed = Event[HostId]()
        self.gate = asyncio.Event()
        self.gate.set()
        self.names: list[str] = []
        self.at_once = self.most_at_once = 0
        self.errors: dict[str, OllamaError] = {}
        self.weights: dict[str, str] = {}
        self.snapshots: tuple[HostSnapshot, ...] = ()

    def snapshot(self, host_id: HostId) -> HostSnapshot:
        return {each.id: each for each in self.snapshots}[host_id]

    def show(self, *models: InstalledModel, state: HostState = HostState.UP) -> None:
        host = Host(TOWER, HostAddress("http", "tower", 11434), "tower")
        self.snapshots = (HostSnapshot(host, state, models=models, models_known=True),)

    def remove(self) -> None:
        self.snapshots = ()
        self.changed.emit(None)

    async def try_card(self, host_id: HostId, model: str, *, verbose: bool = False) -> CardAnswer:
        self.names.append(model)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await self.gate.wait()
            await asyncio.sleep(0)
        finally:
            self.at_once -= 1
        if model in self.errors:
            return CardAnswer(error=self.errors[model])
        return CardAnswer(card(self.weights.get(model, model)))


def card(weights: str) -> ModelCard:
    digest = weights.encode().hex().ljust(64, "0")[:64]
    return ModelCard(modelfile=f"FROM /models/blobs/sha256-{digest}\n" if weights else "")


def models(count: int) -> list[InstalledModel]:
    return [InstalledModel(f"m{number}:latest", f"d{number}") for number in range(count)]


@pytest.fixture
def hosts() -> Asked:
    return Asked()


@pytest.fixture
async def weights(hosts: Asked, clock: ManualClock) -> AsyncGenerator[Weights, None]:
    async with Weights(hosts, clock) as weights:
        yield weights


async def ended(weights: Weights) -> HostWeights:
    await until(lambda: not weights.of(TOWER).is_asking)
    return weights.of(TOWER)


async def test_nothing_is_asked_before_somebody_wants_to_know(hosts: Asked, weights: Weights):
    hosts.show(*models(3))
    assert weights.of(TOWER) == HostWeights(unknown=3)
    await asyncio.sleep(0.01)
    assert hosts.names == []


async def test_what_is_wanted_just_as_asking_ends_is_asked(hosts: Asked, weights: Weights):
    def more() -> None:
        hosts.show(*models(2))
        weights.want(TOWER)

    def on_changed(_: HostId) -> None:
        if weights.of(TOWER).is_known:
            asyncio.get_running_loop().call_soon(more)

    hosts.show(*models(1))
    weights.changed.subscribe(on_changed)
    weights.want(TOWER)
    await until(lambda: len(hosts.snapshots[0].models) == 2)
    assert (await ended(weights)).is_known
    assert hosts.names == ["m0:latest", "m1:latest"]


async def test_four_are_asked_at_a_time_and_none_twice(hosts: Asked, weights: Weights):
    hosts.show(*models(50))
    told: list[int] = []
    weights.changed.subscribe(lambda host_id: told.append(weights.of(host_id).unknown))
    weights.want(TOWER)
    weights.want(TOWER)
    found = await ended(weights)
    assert (found.is_known, len(found.by_name), hosts.most_at_once) == (True, 50, AT_ONCE)
    assert told == sorted(told, reverse=True)
    weights.want(TOWER)
    await asyncio.sleep(0.01)
    assert len(hosts.names) == 50


async def test_a_manifest_is_asked_once_whatever_its_names(hosts: Asked, weights: Weights):
    one, other = models(2)
    twin = replace(one, name="twin:latest", modified_at=datetime(2026, 1, 1))
    hosts.show(one, twin)
    weights.want(TOWER)
    known = (await ended(weights)).by_name
    assert known["twin:latest"] == known["m0:latest"]
    hosts.show(replace(one, name="renamed:latest"), other)
    assert weights.of(TOWER).unknown == 1
    weights.want(TOWER)
    await ended(weights)
    assert hosts.names == ["m0:latest", "m1:latest"]


async def test_a_model_that_was_pulled_anew_is_asked_anew(hosts: Asked, weights: Weights):
    hosts.show(*models(1))
    weights.want(TOWER)
    await ended(weights)
    hosts.show(InstalledModel("m0:latest", "another"))
    assert not weights.of(TOWER).is_known


async def test_only_the_models_that_are_named_are_asked(hosts: Asked, weights: Weights):
    hosts.show(*models(9))
    weights.want(TOWER, ["m3:latest", "m5:latest", "nobody:latest"])
    assert (await ended(weights)).unknown == 7
    assert sorted(hosts.names) == ["m3:latest", "m5:latest"]


async def test_cloud_models_are_not_asked_and_cards_without_weights_are_told(
    hosts: Asked, weights: Weights
):
    cloud = InstalledModel("big:cloud", "c", remote_host="https://example.org")
    hosts.show(cloud, *models(2))
    hosts.weights["m1:latest"] = ""
    weights.want(TOWER)
    found = await ended(weights)
    assert (found.is_known, found.untold, list(found.by_name)) == (True, 1, ["m0:latest"])
    assert "big:cloud" not in hosts.names


async def test_what_failed_is_asked_again_later_and_only_when_it_is_wanted(
    hosts: Asked, weights: Weights, clock: ManualClock
):
    hosts.show(*models(2))
    hosts.errors["m1:latest"] = ModelMissing(404, "not found")
    weights.want(TOWER)
    assert (await ended(weights)).unknown == 1
    hosts.errors.clear()
    weights.want(TOWER)
    assert not weights.of(TOWER).is_asking
    clock.advance(PAUSE)
    assert hosts.names.count("m1:latest") == 1
    weights.want(TOWER)
    assert (await ended(weights)).is_known


async def test_a_host_that_goes_down_while_it_is_asked_is_left_alone(
    hosts: Asked, weights: Weights
):
    every = models(1000)
    hosts.show(*every)
    hosts.errors = {model.name: Refused("nobody listens") for model in every[20:]}
    weights.want(TOWER)
    found = await ended(weights)
    assert (len(found.by_name), found.unknown) == (20, 980)
    assert len(hosts.names) < 30
    hosts.show(*every, state=HostState.DOWN)
    weights.want(TOWER)
    assert not weights.of(TOWER).is_asking


async def test_a_host_that_refuses_every_card_is_not_asked_for_all(hosts: Asked, weights: Weights):
    every = models(100)
    hosts.show(*every)
    hosts.errors = {model.name: ModelMissing(404, "not found") for model in every}
    weights.want(TOWER)
    await ended(weights)
    assert len(hosts.names) < 20


async def test_a_host_that_is_removed_is_not_asked_on(hosts: Asked, weights: Weights):
    hosts.show(*models(100))
    hosts.gate.clear()
    weights.want(TOWER)
    await until(lambda: hosts.at_once == AT_ONCE)
    hosts.remove()
    await until(lambda: hosts.at_once == 0)
    weights.want(TOWER)
    assert weights.of(TOWER) == HostWeights()
    assert len(hosts.names) == AT_ONCE


async def test_closing_breaks_off_what_is_asked(hosts: Asked):
    async with Weights(hosts) as weights:
        hosts.show(*models(100))
        hosts.gate.clear()
        weights.want(TOWER)
        await until(lambda: hosts.at_once == AT_ONCE)
    assert hosts.at_once == 0


async def test_a_card_that_was_read_for_another_reason_counts(hosts: Asked, weights: Weights):
    one = models(1)[0]
    hosts.show(one)
    weights.learn(TOWER, one, card("w"))
    weights.want(TOWER)
    assert weights.of(TOWER).is_known
    assert hosts.names == []
