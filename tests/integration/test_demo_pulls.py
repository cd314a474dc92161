"""Pulling from the stand-in: layers, pace, cancelling, sharing and holding."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

from desktop.demo.faults import Faults
from desktop.demo.library import demo_library, empty_library
from desktop.demo.pace import AT_ONCE, Pace
from desktop.demo.server import DemoServer
from tests.demo_client import Json, client_of, names, post, rows, statuses

MODEL = "all-minilm"
CREEPING = Pace(speed=20e6, latency=0.0, interval=0.005)
SLOW = Pace(speed=2e8, latency=0.0, interval=0.005, load_speed=1e15)


@asynccontextmanager
async def pulling(client: httpx.AsyncClient, model: str = MODEL) -> AsyncIterator["Lines"]:
    async with client.stream("POST", "/api/pull", json={"model": model}) as answer:
        yield Lines(answer)


class Lines:
    """The lines of a pull, one at a time."""

    def __init__(self, answer: httpx.Response) -> None:
        self._lines = answer.aiter_lines()

    async def next(self) -> Json:
        return json.loads(await anext(self._lines))

    async def until(self, completed: int) -> Json:
        """Return the first line of the first layer that has at least so many bytes."""
        while True:
            row = await self.next()
            if _completed(row) >= completed:
                return row

    async def rest(self) -> list[Json]:
        return [json.loads(line) async for line in self._lines]


def _completed(row: Json) -> int:
    value = row.get("completed", 0)
    return value if isinstance(value, int) else 0


async def test_a_pull_says_every_step_in_order() -> None:
    async with DemoServer(empty_library(), pace=SLOW) as server, client_of(server) as client:
        found = await statuses(client, "/api/pull", model=MODEL)
        assert await names(client) == ["all-minilm:latest"]
    assert found[0] == "pulling manifest"
    assert found[-3:] == ["verifying sha256 digest", "writing manifest", "success"]
    assert all(status.startswith("pulling ") for status in found[:-3])


async def test_a_layer_never_goes_back_by_itself() -> None:
    async with DemoServer(empty_library(), pace=SLOW) as server, client_of(server) as client:
        found = await rows(client, "/api/pull", model=MODEL)
    first = [_completed(row) for row in found if row.get("total") == 45_949_216]
    assert len(first) > 3
    assert first == sorted(first)


async def test_nothing_yet_is_left_out() -> None:
    server = DemoServer(empty_library(), pace=AT_ONCE)
    server.registry.hold(MODEL, 0.0)
    async with server, client_of(server) as client, pulling(client) as lines:
        await lines.next()
        first = await lines.next()
    assert first["total"] == 45_949_216
    assert "completed" not in first


async def test_a_layer_s_first_bytes_can_be_late() -> None:
    pace = Pace(speed=1e15, latency=0.05, interval=0.005)
    async with DemoServer(empty_library(), pace=pace) as server, client_of(server) as client:
        asked = time.monotonic()
        await statuses(client, "/api/pull", model=MODEL)
    assert time.monotonic() - asked >= 4 * pace.latency


async def test_a_cancelled_pull_goes_on_where_it_stopped() -> None:
    async with DemoServer(empty_library(), pace=AT_ONCE) as server, client_of(server) as client:
        server.registry.hold(MODEL, 0.5)
        async with pulling(client) as lines:
            stopped = _completed(await lines.until(1))
        assert await names(client) == []
        async with pulling(client) as lines:
            await lines.next()
            assert _completed(await lines.next()) == stopped


async def test_two_pulls_of_one_model_share_a_download() -> None:
    async with DemoServer(empty_library(), pace=AT_ONCE) as server, client_of(server) as client:
        server.registry.hold(MODEL, 0.5)
        async with pulling(client) as one, pulling(client) as other:
            reached = _completed(await one.until(1))
            assert _completed(await other.until(1)) == reached
            server.registry.release(MODEL)
            assert (await one.rest())[-1] == {"status": "success"}
            assert (await other.rest())[-1] == {"status": "success"}


async def test_cancelling_one_of_two_pulls_leaves_the_other_going() -> None:
    async with DemoServer(empty_library(), pace=AT_ONCE) as server, client_of(server) as client:
        server.registry.hold(MODEL, 0.5)
        async with pulling(client) as one:
            async with pulling(client) as other:
                await other.until(1)
            server.registry.release(MODEL)
            assert (await one.rest())[-1] == {"status": "success"}


async def test_a_held_pull_stays_until_it_is_released() -> None:
    async with DemoServer(empty_library(), pace=AT_ONCE) as server, client_of(server) as client:
        server.registry.hold(MODEL, 0.4)
        async with pulling(client) as lines:
            held = [_completed(await lines.until(1)) for _ in range(3)]
            server.registry.release(MODEL)
            assert (await lines.rest())[-1] == {"status": "success"}
    assert held == [int(45_949_216 * 0.4)] * 3


async def test_release_without_a_name_lets_all_go() -> None:
    async with DemoServer(empty_library(), pace=AT_ONCE) as server, client_of(server) as client:
        server.registry.hold(MODEL, 0.4)
        server.registry.release()
        assert (await statuses(client, "/api/pull", model=MODEL))[-1] == "success"


async def test_an_installed_model_is_pulled_at_once_and_becomes_the_newest() -> None:
    async with DemoServer(demo_library()) as server, client_of(server) as client:
        found = await rows(client, "/api/pull", model="deepseek-r1:8b")
        listed = (await client.get("/api/tags")).json()["models"]
    assert all(row["completed"] == row["total"] for row in found if "total" in row)
    assert listed[0]["name"] == "deepseek-r1:8b"


async def test_a_moved_tag_says_that_layers_are_removed() -> None:
    async with DemoServer(demo_library(), pace=AT_ONCE) as server, client_of(server) as client:
        await post(client, "/api/copy", source="gemma3:4b", destination="llama3.2:3b")
        found = await statuses(client, "/api/pull", model="llama3.2:3b")
    assert found[-2:] == ["removing unused layers", "success"]


async def test_a_stalled_pull_repeats_its_line() -> None:
    server = DemoServer(empty_library(), pace=CREEPING)
    async with server, client_of(server) as client, pulling(client) as lines:
        await lines.until(1)
        server.faults.stall = True
        await lines.next()
        repeated = {_completed(await lines.next()) for _ in range(5)}
        server.faults.stall = False
        server.registry.speed = 1e15
        assert (await lines.rest())[-1] == {"status": "success"}
    assert len(repeated) == 1


async def test_a_download_can_lose_what_it_had() -> None:
    server = DemoServer(empty_library(), pace=CREEPING)
    async with server, client_of(server) as client, pulling(client) as lines:
        reached = _completed(await lines.until(1_000_000))
        server.faults.fall_back = True
        fallen = min([_completed(await lines.next()) for _ in range(3)])
    assert fallen < reached


async def test_a_full_disk_ends_a_pull_with_an_error() -> None:
    faults = Faults(disk_full=True)
    async with DemoServer(empty_library(), faults, SLOW) as server, client_of(server) as client:
        found = await statuses(client, "/api/pull", model=MODEL)
        assert await names(client) == []
    assert found[-1].startswith("write ")
    assert found[-1].endswith(": no space left on device")


async def test_what_was_pushed_can_be_pulled() -> None:
    async with DemoServer(demo_library(), pace=AT_ONCE) as server, client_of(server) as client:
        await post(client, "/api/copy", source="gemma3:4b", destination="me/mine")
        pushed = await statuses(client, "/api/push", model="me/mine")
        await client.request("DELETE", "/api/delete", json={"model": "me/mine"})
        pulled = await statuses(client, "/api/pull", model="me/mine")
    assert pushed[0] == "retrieving manifest"
    assert pushed[-2:] == ["pushing manifest", "success"]
    assert pulled[-1] == "success"


async def test_many_pulls_run_side_by_side() -> None:
    more = {f"bench-{n}": model.manifest for n, model in enumerate(demo_library().models)}
    server = DemoServer(empty_library(), pace=AT_ONCE, more=more)
    async with server, client_of(server) as client:
        asked = (statuses(client, "/api/pull", model=name) for name in more)
        ends = {found[-1] for found in await asyncio.gather(*asked)}
        assert len(await names(client)) == len(more)
    assert ends == {"success"}
