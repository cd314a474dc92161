"""What is found out about hosts, and when they are asked, over a real socket and a manual clock."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio

from desktop.demo.faults import ProxyPage
from desktop.demo.server import DemoServer, Setting
from desktop.domain.address import HostAddress
from desktop.domain.host import HostId, HostState
from desktop.hosts.registry import HostRegistry
from desktop.ollama.clients import Clients
from desktop.ollama.errors import ModelMissing, NotOllama, OllamaError, Refused, StreamBroken
from desktop.runtime.supervisor import Crash
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from tests.clock import ManualClock, until
from tests.conftest import ExpectedLogs

VERSION, TAGS, PS = "GET /api/version", "GET /api/tags", "GET /api/ps"


@pytest_asyncio.fixture
async def registry(paths: Paths, clock: ManualClock) -> AsyncIterator[HostRegistry]:
    settings = SettingsFile(paths.settings_file, pause=0)
    async with (
        Clients() as clients,
        HostRegistry(settings, clients, clock, chance=lambda: 0.5) as registry,
    ):
        yield registry
    settings.close()


@pytest_asyncio.fixture
async def server(clock: ManualClock) -> AsyncIterator[DemoServer]:
    async with DemoServer(setting=Setting(clock=clock)) as server:
        yield server


@pytest_asyncio.fixture
async def blackhole() -> AsyncIterator[HostAddress]:
    """An address where connections are taken and nothing is ever said."""
    writers = list[asyncio.StreamWriter]()
    hole = await asyncio.start_server(lambda _, writer: writers.append(writer), "127.0.0.1", 0)
    yield HostAddress("http", "127.0.0.1", hole.sockets[0].getsockname()[1])
    hole.close()
    for writer in writers:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
    await hole.wait_closed()


async def settled(registry: HostRegistry, clock: ManualClock, host_id: HostId) -> None:
    """Wait until a host's watcher sleeps again."""
    await until(lambda: clock.sleeper_count == len(registry.hosts))


async def run_for(clock: ManualClock, seconds: int, server: DemoServer) -> Counter[str]:
    """Let time pass, second by second, and count what the server is asked meanwhile."""
    server.requests.clear()
    for _ in range(seconds):
        clock.advance(1)
        await asyncio.sleep(0)
        await until(lambda: clock.sleeper_count == 1)
    return Counter(server.requests)


async def test_a_host_comes_up_with_its_version_models_and_what_is_loaded(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    host_id = registry.add(server.address)
    assert registry.snapshot(host_id).state is HostState.CHECKING
    await settled(registry, clock, host_id)
    snapshot = registry.snapshot(host_id)
    assert snapshot.is_up
    assert not snapshot.is_slow
    assert snapshot.version
    assert snapshot.latency is not None
    assert snapshot.models_known
    assert snapshot.loaded
    assert snapshot.last_answer == clock.now()
    names = [model.name for model in snapshot.models]
    assert names == sorted(names, key=str.casefold)
    assert list(server.requests) == [VERSION, TAGS, PS]


async def test_an_answering_host_is_polled_at_its_pace(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    await settled(registry, clock, registry.add(server.address))
    assert await run_for(clock, 60, server) == {PS: 12, TAGS: 2}


async def test_a_hidden_window_polls_six_times_slower_and_catches_up(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    host_id = registry.add(server.address)
    await settled(registry, clock, host_id)
    registry.watch_closely(False)
    await settled(registry, clock, host_id)
    assert await run_for(clock, 180, server) == {PS: 6, TAGS: 1}
    clock.advance(20)
    server.requests.clear()
    registry.watch_closely(True)
    await until(lambda: PS in server.requests)


async def test_a_host_added_while_hidden_is_polled_slowly(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    registry.watch_closely(False)
    await settled(registry, clock, registry.add(server.address))
    assert await run_for(clock, 60, server) == {PS: 2}


async def test_refresh_asks_everything_at_once(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    host_id = registry.add(server.address)
    await settled(registry, clock, host_id)
    server.requests.clear()
    registry.refresh(host_id)
    await until(lambda: PS in server.requests)
    assert list(server.requests) == [VERSION, TAGS, PS]


async def test_a_change_made_while_the_list_is_under_way_is_asked_for_again(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    server.faults.only, server.faults.hang = "/api/tags", True
    registry.add(server.address)
    await until(lambda: TAGS in server.requests)
    registry.refresh()
    server.faults.hang = False
    await until(lambda: Counter(server.requests)[TAGS] == 2)


async def test_nothing_is_told_while_nothing_changes(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    host_id = registry.add(server.address)
    await settled(registry, clock, host_id)
    told = list[HostId]()
    registry.host_changed.subscribe(told.append)
    before = registry.snapshot(host_id).last_answer
    assert await run_for(clock, 30, server) == {PS: 6, TAGS: 1}
    assert told == []
    assert registry.snapshot(host_id).last_answer != before


async def test_a_host_that_is_down_keeps_its_models_and_says_why(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    host_id = registry.add(server.address)
    await settled(registry, clock, host_id)
    models = registry.snapshot(host_id).models
    server.faults.proxy_page = ProxyPage.HTML
    registry.refresh(host_id)
    await until(lambda: registry.snapshot(host_id).state is HostState.DOWN)
    snapshot = registry.snapshot(host_id)
    assert isinstance(snapshot.error, NotOllama)
    assert snapshot.models == models
    assert snapshot.next_try == clock.now() + timedelta(seconds=1)


async def test_a_dead_host_is_tried_again_after_1_2_4_seconds(
    registry: HostRegistry, clock: ManualClock, unused_tcp_port: int
):
    registry.add(HostAddress("http", "127.0.0.1", unused_tcp_port))
    waits = list[float]()
    for _ in range(8):
        await until(lambda: clock.waits)
        waits.append(clock.waits[0])
        clock.advance(clock.waits[0])
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    assert waits == pytest.approx([1, 2, 4, 8, 16, 32, 60, 60])
    await until(lambda: clock.waits)


async def test_a_dead_host_is_asked_at_once_on_refresh_and_shows_that_it_is(
    registry: HostRegistry, clock: ManualClock, unused_tcp_port: int
):
    host_id = registry.add(HostAddress("http", "127.0.0.1", unused_tcp_port))
    await until(lambda: registry.snapshot(host_id).state is HostState.DOWN)
    assert isinstance(registry.snapshot(host_id).error, Refused)
    registry.refresh()
    assert registry.snapshot(host_id).state is HostState.CHECKING
    assert registry.snapshot(host_id).error is None
    await until(lambda: registry.snapshot(host_id).state is HostState.DOWN)


async def test_a_host_that_returns_is_asked_everything(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    server.faults.proxy_page = ProxyPage.EMPTY
    host_id = registry.add(server.address)
    await until(lambda: registry.snapshot(host_id).state is HostState.DOWN)
    server.faults.clear()
    await settled(registry, clock, host_id)
    clock.advance(1)
    await until(lambda: registry.snapshot(host_id).loaded)
    assert registry.snapshot(host_id).error is None
    assert registry.snapshot(host_id).next_try is None


async def test_an_unforeseen_crash_ends_one_watcher_until_the_next_refresh(
    paths: Paths, server: DemoServer, clock: ManualClock, expect_log: ExpectedLogs
):
    crashes, settings = list[Crash](), SettingsFile(paths.settings_file)

    def fail() -> float:
        if not crashes:
            raise LookupError("nobody foresaw this")
        return 0.5

    expect_log("watch http://")
    async with Clients() as clients, HostRegistry(settings, clients, clock, fail) as registry:
        registry.crashed.subscribe(crashes.append)
        host_id = registry.add(server.address)
        await until(lambda: crashes)
        registry.refresh(host_id)
        await until(lambda: registry.snapshot(host_id).loaded)
    settings.close()


async def test_a_host_that_takes_its_time_is_slow(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    server.faults.hang = True
    host_id = registry.add(server.address)
    await until(lambda: server.requests)
    clock.advance(0.4)
    server.faults.hang = False
    await until(lambda: registry.snapshot(host_id).is_up)
    assert registry.snapshot(host_id).latency == pytest.approx(0.4)
    assert registry.snapshot(host_id).is_slow


async def test_a_silent_host_holds_up_no_other(
    registry: HostRegistry, server: DemoServer, blackhole: HostAddress
):
    silent = registry.add(blackhole)
    alive = registry.add(server.address)
    await until(lambda: registry.snapshot(alive).loaded)
    registry.refresh()
    assert registry.snapshot(silent).state is HostState.CHECKING


async def test_an_endpoint_that_is_refused_leaves_the_host_up(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    host_id = registry.add(server.address)
    await settled(registry, clock, host_id)
    server.faults.only, server.faults.proxy_page = "/api/ps", ProxyPage.HTML
    registry.refresh(host_id)
    await until(lambda: registry.snapshot(host_id).error)
    assert registry.snapshot(host_id).is_up
    await settled(registry, clock, host_id)
    server.faults.clear()
    clock.advance(5)
    await until(lambda: registry.snapshot(host_id).error is None)


async def test_a_connection_that_breaks_in_the_list_is_a_host_down(
    registry: HostRegistry, blackhole: HostAddress, clock: ManualClock
):
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.closing(writer):
            if b"version" in await reader.readuntil(b"\r\n\r\n"):
                body = b'{"version":"1"}'
                head = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
                kind = b"Content-Type: application/json\r\nContent-Length: 15\r\n\r\n"
                writer.write(head + kind + body)

    half = await asyncio.start_server(serve, "127.0.0.1", 0)
    host_id = registry.add(HostAddress("http", "127.0.0.1", half.sockets[0].getsockname()[1]))
    await until(lambda: registry.snapshot(host_id).state is HostState.DOWN)
    assert isinstance(registry.snapshot(host_id).error, StreamBroken)
    registry.remove(host_id)
    half.close()
    await half.wait_closed()


@pytest.mark.parametrize("end", ["remove", "edit"])
async def test_a_hanging_request_is_broken_off(
    registry: HostRegistry, server: DemoServer, end: str
):
    server.faults.hang = True
    host_id = registry.add(server.address)
    await until(lambda: server.requests)
    if end == "remove":
        registry.remove(host_id)
    else:
        registry.edit(host_id, name="", address=HostAddress("http", "127.0.0.1", 1))
    await until(lambda: not server.connection_count)


async def test_a_server_whose_clock_is_years_off_is_noticed(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    server.faults.clock_ahead = timedelta(days=3000)
    host_id = registry.add(server.address)
    await settled(registry, clock, host_id)
    assert registry.snapshot(host_id).clock_skew == pytest.approx(3000 * 86400, abs=2)


async def test_rows_beyond_the_cap_are_counted(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    server.faults.extra_models = 10_001
    host_id = registry.add(server.address)
    await settled(registry, clock, host_id)
    snapshot = registry.snapshot(host_id)
    assert len(snapshot.models) == 10_000
    assert snapshot.left_out > 0


async def test_damaged_rows_are_shown_and_spoil_no_other(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    server.faults.wrong_types = True
    host_id = registry.add(server.address)
    await settled(registry, clock, host_id)
    assert registry.snapshot(host_id).damaged
    assert registry.snapshot(host_id).models


async def test_twenty_hosts_are_watched_side_by_side(
    registry: HostRegistry, clock: ManualClock, blackhole: HostAddress
):
    async with contextlib.AsyncExitStack() as stack:
        servers = [await stack.enter_async_context(DemoServer()) for _ in range(19)]
        registry.add(blackhole)
        ids = [registry.add(server.address) for server in servers]
        await until(lambda: all(registry.snapshot(host_id).loaded for host_id in ids))
        for host_id in ids:
            registry.remove(host_id)
        await until(lambda: not any(server.connection_count for server in servers))


async def test_a_card_is_read_and_a_missing_model_says_so(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    host_id = registry.add(server.address)
    await settled(registry, clock, host_id)
    name = registry.snapshot(host_id).models[0].name
    assert (await registry.read_card(host_id, name)).modelfile
    with pytest.raises(ModelMissing):
        await registry.read_card(host_id, "nosuch")


async def test_a_card_that_nobody_waits_for_is_broken_off(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    host_id = registry.add(server.address)
    await settled(registry, clock, host_id)
    server.faults.only, server.faults.hang = "/api/show", True
    reading = asyncio.ensure_future(registry.read_card(host_id, "tiny"))
    await until(lambda: "POST /api/show" in server.requests)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading


async def test_a_card_of_a_removed_host_ends_with_an_error(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    host_id = registry.add(server.address)
    await settled(registry, clock, host_id)
    server.faults.only, server.faults.hang = "/api/show", True
    reading = asyncio.ensure_future(registry.read_card(host_id, "tiny"))
    await until(lambda: "POST /api/show" in server.requests)
    registry.remove(host_id)
    with pytest.raises(OllamaError):
        await reading


async def test_unloading_and_loading_show_in_the_snapshot(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    host_id = registry.add(server.address)
    await settled(registry, clock, host_id)
    name = registry.snapshot(host_id).loaded[0].name
    registry.unload(host_id, name)
    await until(lambda: registry.snapshot(host_id).attempts)
    await until(lambda: name not in [row.name for row in registry.snapshot(host_id).loaded])
    assert registry.snapshot(host_id).attempts == ()


async def test_a_model_that_cannot_be_loaded_says_why_until_the_next_try(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    host_id = registry.add(server.address)
    await settled(registry, clock, host_id)

    def errors() -> list[OllamaError | None]:
        return [attempt.error for attempt in registry.snapshot(host_id).attempts]

    registry.load(host_id, "nosuch")
    await until(lambda: any(errors()))
    assert isinstance(errors()[0], ModelMissing)
    seen: list[list[OllamaError | None]] = []
    registry.host_changed.subscribe(lambda _: seen.append(errors()))
    registry.load(host_id, "nosuch", "5m")
    await until(lambda: [None] in seen and any(seen[-1]))


async def test_removing_a_host_ends_a_load(
    registry: HostRegistry, server: DemoServer, clock: ManualClock
):
    host_id = registry.add(server.address)
    await settled(registry, clock, host_id)
    server.faults.only, server.faults.hang = "/api/generate", True
    registry.load(host_id, registry.snapshot(host_id).models[0].name)
    await until(lambda: "POST /api/generate" in server.requests)
    registry.remove(host_id)
    await until(lambda: not server.connection_count)
