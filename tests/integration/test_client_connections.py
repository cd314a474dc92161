"""Connecting, looking names up, giving way and hanging up."""

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, contextmanager

import pytest

from desktop.domain.address import HostAddress, parse_address
from desktop.domain.chat import ChatRequest
from desktop.domain.host import Host, HostId
from desktop.net.lookup import Endpoint, ask_system
from desktop.net.outside import Outside
from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient
from desktop.ollama.clients import Clients
from desktop.ollama.errors import (
    NameUnknown,
    OllamaError,
    Refused,
    StreamBroken,
    TimedOut,
    TlsFailed,
    Unreachable,
)
from desktop.ollama.patience import Patience
from desktop.runtime.threads import abandonable
from tests.raw_server import END, STREAM, RawServer, chunk, head, whole
from tests.real.process import free_port

VERSION = whole(b'{"version":"0.33.0"}')
QUICK = Patience(connect=0.05)


async def error_at(address: HostAddress, patience: Patience | None = None) -> OllamaError:
    async with open_http(address) as http:
        with pytest.raises(OllamaError) as caught:
            await OllamaClient(http, patience).version()
    return caught.value


@contextmanager
def hanging_look_up() -> Iterator[tuple[threading.Event, threading.Event]]:
    """Give two events: a look-up has begun, and it may end."""
    began, may_end = threading.Event(), threading.Event()
    try:
        yield began, may_end
    finally:
        may_end.set()


async def test_a_port_where_nothing_listens_refuses():
    assert type(await error_at(HostAddress("http", "127.0.0.1", free_port()))) is Refused


async def test_localhost_is_tried_in_both_families_without_a_look_up():
    async with RawServer(VERSION) as server:
        address = HostAddress("http", "localhost", server.address.port)
        async with open_http(address, outside=Outside(no_look_up)) as http:
            assert (await OllamaClient(http).version()).version == "0.33.0"


def no_look_up(host: str, port: int) -> tuple[Endpoint, ...]:
    raise AssertionError(f"{host} was looked up")


async def test_a_name_that_nobody_knows_says_so():
    def unknown(host: str, port: int) -> tuple[Endpoint, ...]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    async with open_http(parse_address("tower"), outside=Outside(unknown)) as http:
        with pytest.raises(NameUnknown):
            await OllamaClient(http).version()


async def test_a_name_without_an_address_is_unknown():
    async with open_http(parse_address("tower"), outside=Outside(lambda host, port: ())) as http:
        with pytest.raises(NameUnknown):
            await OllamaClient(http).version()


async def test_an_endpoint_that_refuses_is_followed_by_the_next():
    async with RawServer(VERSION) as server:
        here = Endpoint("127.0.0.1", server.address.port)
        dead = Endpoint("127.0.0.1", free_port())
        async with open_http(
            parse_address("tower"), outside=Outside(lambda host, port: (dead, here))
        ) as http:
            assert (await OllamaClient(http).version()).version == "0.33.0"
    assert b"Host: tower:11434\r\n" in server.requests[0]


async def test_a_look_up_that_hangs_times_out():
    with hanging_look_up() as (began, may_end):

        def hang(host: str, port: int) -> tuple[Endpoint, ...]:
            began.set()
            may_end.wait()
            return ()

        async with open_http(parse_address("tower"), outside=Outside(hang)) as http:
            with pytest.raises(TimedOut) as caught:
                await OllamaClient(http, QUICK).version()
        assert caught.value.phase == "connect"
        assert began.is_set()


async def test_a_look_up_that_hangs_can_be_cancelled():
    with hanging_look_up() as (began, may_end):

        def hang(host: str, port: int) -> tuple[Endpoint, ...]:
            began.set()
            may_end.wait()
            return ()

        async with open_http(parse_address("tower"), outside=Outside(hang)) as http:
            asking = asyncio.create_task(OllamaClient(http).version())
            await abandonable(began.wait)
            asking.cancel()
            with pytest.raises(asyncio.CancelledError):
                await asking


def test_the_systems_look_up_knows_this_computer():
    found = ask_system("localhost", 80)
    assert Endpoint("127.0.0.1", 80) in found or Endpoint("::1", 80) in found


async def test_an_interface_that_is_not_there_is_unreachable():
    address = parse_address("[fe80::1%nosuch0]:11434")
    assert type(await error_at(address)) is Unreachable


async def test_plain_http_on_an_encrypted_port_is_a_failed_encryption():
    async with RawServer(b"HTTP/1.1 400 Bad Request\r\n\r\n", is_eager=True) as server:
        address = HostAddress("https", "127.0.0.1", server.address.port)
        assert type(await error_at(address)) is TlsFailed


async def test_a_server_that_hangs_up_instead_of_encrypting_is_a_failed_encryption():
    async with RawServer(is_eager=True) as server:
        address = HostAddress("https", "127.0.0.1", server.address.port)
        assert type(await error_at(address)) is TlsFailed


async def test_an_encryption_that_is_never_agreed_on_times_out():
    async with RawServer(is_eager=True, is_held=True) as server:
        address = HostAddress("https", "127.0.0.1", server.address.port)
        assert type(await error_at(address, QUICK)) is TimedOut


async def test_leaving_an_endless_stream_closes_its_socket():
    line = chunk(b'{"message":{"content":"x"}}\n')
    async with (
        RawServer(STREAM, line, is_endless=True) as server,
        open_http(server.address) as http,
    ):
        async with aclosing(OllamaClient(http).chat(ChatRequest("tiny"))) as answer:
            assert (await anext(answer)).text == "x"
        await server.client_left.wait()


async def test_an_endless_stream_leaves_the_loop_its_turns():
    line = chunk(b'{"message":{"content":"x"}}\n' * 500)
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0.001)

    async with (
        RawServer(STREAM, line, is_endless=True) as server,
        open_http(server.address) as http,
    ):
        counting = asyncio.create_task(count())
        async with aclosing(OllamaClient(http).chat(ChatRequest("tiny"))) as answer:
            async for _ in answer:
                if turns >= 5:
                    break
        counting.cancel()
        await asyncio.wait({counting})
    assert turns >= 5


async def test_a_task_that_is_cancelled_while_it_waits_closes_its_socket():
    async with RawServer(is_held=True) as server, open_http(server.address) as http:
        asking = asyncio.create_task(OllamaClient(http).version())
        await server.was_asked.wait()
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        await server.client_left.wait()


async def test_an_upload_is_counted_and_its_length_is_said():
    async def content() -> AsyncIterator[bytes]:
        yield b"x" * 300_000
        yield b"y" * 300_000

    sent: list[int] = []
    answer = head(201, "Content-Length: 0")
    async with RawServer(answer, is_held=True) as server, open_http(server.address) as http:
        await OllamaClient(http).upload_blob("sha256:abc", content(), 600_000, sent.append)
    assert sent == [300_000, 600_000]
    assert b"content-length: 600000\r\n" in server.requests[0].lower()


async def test_an_upload_that_nobody_reads_times_out():
    async def content() -> AsyncIterator[bytes]:
        while True:
            yield b"x" * 1_000_000

    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        address = HostAddress("http", *deaf.getsockname())
        async with open_http(address) as http:
            client = OllamaClient(http, Patience(write=0.05))
            with pytest.raises(TimedOut) as caught:
                await client.upload_blob("sha256:abc", content(), 10**12, lambda sent: None)
    assert caught.value.phase == "write"


async def test_an_upload_to_a_server_that_goes_away_is_broken():
    async def content() -> AsyncIterator[bytes]:
        while True:
            yield b"x" * 1_000_000

    async with RawServer() as server, open_http(server.address) as http:
        with pytest.raises(StreamBroken):
            await OllamaClient(http).upload_blob("sha256:abc", content(), 10**12, lambda sent: None)


async def test_a_secret_in_a_header_is_not_in_the_error():
    async with RawServer(VERSION) as server, open_http(server.address) as http:
        client = OllamaClient(http)
        with pytest.raises(OllamaError) as caught:
            async with client.exchange("GET", "/", headers={"X-Key": "canary\n"}):
                pass
    assert "canary" not in str(caught.value)
    assert caught.value.__cause__ is None


async def test_a_path_never_leads_to_another_host():
    async with (
        RawServer(VERSION) as server,
        open_http(server.address) as http,
        OllamaClient(http).exchange("GET", "http://elsewhere/api") as answer,
    ):
        await answer.whole()
    assert server.requests[0].startswith(b"GET /http://elsewhere/api ")


async def test_half_a_surrogate_pair_can_be_sent():
    async with RawServer(whole(b""), is_held=True) as server, open_http(server.address) as http:
        await OllamaClient(http).copy("a\udc80", "b")
    assert server.requests


async def test_the_base_path_of_an_address_comes_first():
    async with RawServer(VERSION) as server:
        base = HostAddress("http", "127.0.0.1", server.address.port, "/ollama")
        async with open_http(base) as http:
            await OllamaClient(http).version()
    assert server.requests[0].startswith(b"GET /ollama/api/version HTTP/1.1\r\n")


async def test_a_closed_client_is_unreachable():
    http = open_http(parse_address("127.0.0.1:1"))
    await http.aclose()
    with pytest.raises(Unreachable):
        await OllamaClient(http).version()


async def test_a_host_keeps_its_client_until_its_address_changes():
    host = Host(HostId("1"), parse_address("127.0.0.1:1"))
    async with Clients() as clients:
        clients.put(host)
        client = clients.client(host.id)
        clients.put(Host(host.id, host.address, "another name"))
        assert clients.client(host.id) is client
        clients.put(Host(host.id, parse_address("127.0.0.1:2")))
        assert clients.client(host.id) is not client


async def test_what_runs_over_a_client_that_is_closed_ends():
    async with (
        RawServer(STREAM, chunk(b'{"status":"a"}\n'), is_held=True) as server,
        Clients() as clients,
    ):
        clients.put(Host(HostId("1"), server.address))
        async with aclosing(clients.client(HostId("1")).pull("tiny")) as pull:
            await anext(pull)
            clients.drop(HostId("1"))
            with pytest.raises(StreamBroken):
                await anext(pull)
        with pytest.raises(KeyError):
            clients.client(HostId("1"))


async def test_closing_the_clients_hangs_up():
    async with RawServer(STREAM, END, is_held=True) as server:
        async with Clients() as clients:
            clients.put(Host(HostId("1"), server.address))
            with pytest.raises(StreamBroken):
                await anext(clients.client(HostId("1")).pull("tiny"))
        await server.client_left.wait()
