"""What can be made to go wrong on the wire, and what the connection itself does."""

import asyncio
import json

import httpx
import pytest

from desktop.demo.faults import LONG_LINE, Faults, Garbage, ProxyPage
from desktop.demo.library import demo_library, empty_library
from desktop.demo.pace import AT_ONCE
from desktop.demo.server import DemoServer
from tests.demo_client import client_of, error, post

PULL = {"model": "all-minilm"}


def _server(faults: Faults | None = None) -> DemoServer:
    return DemoServer(demo_library(), faults, AT_ONCE)


async def _lines(client: httpx.AsyncClient) -> list[str]:
    """Return the lines of a pull that came before the connection was lost."""
    found: list[str] = []

    async def read() -> None:
        async with client.stream("POST", "/api/pull", json=PULL) as answer:
            async for line in answer.aiter_lines():
                found.append(line)  # noqa: PERF401  kept although the stream breaks

    with pytest.raises(httpx.RemoteProtocolError):
        await read()
    return found


async def _raw(server: DemoServer, request: bytes) -> bytes:
    """Send bytes as they are, and return everything that comes until the server closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.address.port)
    writer.write(request)
    await writer.drain()
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer


async def test_a_stream_is_cut_after_so_many_lines() -> None:
    async with _server(Faults(cut_after=3)) as server, client_of(server) as client:
        assert len(await _lines(client)) == 3


async def test_a_stream_is_cut_after_so_many_bytes() -> None:
    async with _server(Faults(cut_after_bytes=40)) as server, client_of(server) as client:
        found = await _lines(client)
    assert sum(len(line) + 1 for line in found) >= 40


async def test_switches_can_be_limited_to_some_paths() -> None:
    faults = Faults(only="/api/tags", proxy_page=ProxyPage.EMPTY)
    async with _server(faults) as server, client_of(server) as client:
        assert (await client.get("/api/tags")).status_code == 502
        assert (await client.get("/api/version")).status_code == 200


async def test_clear_puts_every_switch_back() -> None:
    faults = Faults(only="/api", busy=True, cut_after=1, delay=9)
    faults.clear()
    assert faults == Faults()


@pytest.mark.parametrize("page", ProxyPage)
async def test_a_proxy_can_answer_instead(page: ProxyPage) -> None:
    async with _server(Faults(proxy_page=page)) as server, client_of(server) as client:
        answer = await client.get("/api/version")
    assert answer.status_code == (200 if page is ProxyPage.PORTAL else 502)
    assert bool(answer.text) is (page is not ProxyPage.EMPTY)


async def test_a_whole_answer_can_be_cut_too() -> None:
    async with _server(Faults(cut_after_bytes=600)) as server, client_of(server) as client:
        with pytest.raises(httpx.RemoteProtocolError):
            await client.get("/api/tags")


async def test_a_whole_answer_can_go_on_for_ever() -> None:
    faults = Faults(only="/api/tags", endless=True)
    async with _server(faults) as server, client_of(server) as client:
        assert (await client.get("/api/version")).status_code == 200
        async with client.stream("GET", "/api/tags") as answer:
            pieces = answer.aiter_bytes(1000)
            assert [len(await anext(pieces)) for _ in range(50)] == [1000] * 50


@pytest.mark.parametrize("garbage", [Garbage.BROKEN_JSON, Garbage.HTML])
async def test_the_second_line_can_be_garbage(garbage: Garbage) -> None:
    async with _server(Faults(garbage=garbage)) as server, client_of(server) as client:
        lines = (await post(client, "/api/pull", model="gemma3:4b")).text.splitlines()
    json.loads(lines[0])
    with pytest.raises(json.JSONDecodeError):
        json.loads(lines[1])


async def test_a_line_can_be_ten_megabytes_long() -> None:
    faults = Faults(garbage=Garbage.LONG_LINE)
    async with _server(faults) as server, client_of(server) as client:
        answer = await post(client, "/api/pull", model="gemma3:4b")
    assert max(len(line) for line in answer.text.splitlines()) > LONG_LINE


async def test_a_full_queue_says_so() -> None:
    busy = "server busy, please try again.  maximum pending requests exceeded"
    async with _server(Faults(busy=True)) as server, client_of(server) as client:
        asked = {"model": "llama3.2:3b", "messages": [{"role": "user", "content": "x"}]}
        assert await error(client, "/api/chat", **asked) == (503, busy)
        embedded = await error(client, "/api/embed", model="nomic-embed-text", input="x")
    assert embedded == (503, busy)


async def test_an_answer_can_be_late() -> None:
    async with _server(Faults(delay=0.05)) as server, client_of(server) as client:
        answer = await client.get("/api/version")
    assert answer.elapsed.total_seconds() >= 0.05


@pytest.mark.parametrize("switch", ["hang", "silence"])
async def test_a_server_can_say_nothing_until_it_is_let_go(switch: str) -> None:
    async with _server() as server, client_of(server) as client:
        setattr(server.faults, switch, True)
        with pytest.raises(httpx.ReadTimeout):
            await client.post("/api/pull", json=PULL, timeout=0.1)
        answer = asyncio.create_task(post(client, "/api/pull", model="all-minilm"))
        await asyncio.sleep(0)
        server.faults.clear()
        assert '"success"' in (await answer).text


async def test_a_stream_can_go_on_for_ever() -> None:
    async with _server(Faults(endless=True)) as server, client_of(server) as client:
        async with client.stream("POST", "/api/pull", json={"model": "gemma3:4b"}) as answer:
            lines = answer.aiter_lines()
            found = [await anext(lines) for _ in range(200)]
        assert found[-1] == found[-2]


async def test_a_stopped_server_drops_its_clients_and_can_come_back() -> None:
    server = DemoServer(empty_library(), pace=AT_ONCE)
    async with server, client_of(server) as client:
        server.registry.hold("all-minilm", 0.5)
        async with client.stream("POST", "/api/pull", json=PULL) as answer:
            lines = answer.aiter_lines()
            await anext(lines)
            assert server.connection_count == 1
            await server.stop()
            with pytest.raises(httpx.TransportError):
                [line async for line in lines]
        await server.start()
        assert (await client.get("/api/version")).status_code == 200


async def test_a_server_remembers_what_it_was_asked() -> None:
    async with _server() as server, client_of(server) as client:
        await client.get("/api/version?x=1")
        await client.head("/")
    assert list(server.requests) == ["GET /api/version", "HEAD /"]


async def test_what_is_not_http_is_refused() -> None:
    async with _server() as server:
        assert (await _raw(server, b"hello\r\n\r\n")).startswith(b"HTTP/1.1 400 ")


async def test_two_requests_may_come_at_once() -> None:
    one = b"GET /api/version HTTP/1.1\r\nHost: localhost\r\n\r\n"
    last = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    async with _server() as server:
        answer = await _raw(server, one + last)
    assert answer.count(b"HTTP/1.1 200 ") == 2
    assert answer.endswith(b"Ollama is running")


async def test_a_client_that_waits_for_100_is_told_to_go_on() -> None:
    digest = b"sha256-" + b"1" * 64
    head = b"POST /api/blobs/" + digest + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    body = b"Expect: 100-continue\r\nContent-Length: 2\r\n\r\nhi"
    async with _server() as server:
        answer = await _raw(server, head + body)
    assert answer.startswith(b"HTTP/1.1 100 ")
    assert b"digest mismatch" in answer


async def test_a_body_beyond_the_cap_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.demo.wire.MAX_BODY", 10)
    async with _server() as server, client_of(server) as client:
        assert (await post(client, "/api/show", model="x" * 20)).status_code == 413


async def test_an_upload_that_is_given_up_leaves_nothing() -> None:
    path = f"/api/blobs/sha256:{'1' * 64}"
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nhi"
    async with _server() as server, client_of(server) as client:
        _, writer = await asyncio.open_connection("127.0.0.1", server.address.port)
        writer.write(head.encode())
        await writer.drain()
        writer.close()
        await writer.wait_closed()
        assert (await client.head(path)).status_code == 404


async def test_a_blob_that_is_there_is_not_read_again() -> None:
    async with _server() as server, client_of(server) as client:
        digest = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        assert (await client.post(f"/api/blobs/{digest}")).status_code == 201
        again = await client.post(f"/api/blobs/{digest}", content=b"x" * 1_000_000)
        assert (again.status_code, again.headers["connection"]) == (200, "close")
        server.faults.disk_full = True
        full = await client.post(f"/api/blobs/sha256:{'2' * 64}", content=b"x")
    assert full.status_code == 500
