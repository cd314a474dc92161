"""Proxies that are dead, slow, garbled, or answer in Ollama's place."""

import asyncio
import threading
from contextlib import aclosing

import pytest

from desktop.demo.server import DemoServer
from desktop.domain.address import HostAddress, parse_address
from desktop.domain.connection import Connection, Secret, SignIn, SignInKind
from desktop.domain.proxy import Login, ProxyAddress, ProxyMode, ProxySetting, SystemAnswer
from desktop.net.outside import Outside, ask_system_proxy
from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import (
    NotOllama,
    ProxyFailed,
    ProxyLoginWanted,
    Redirected,
    StreamBroken,
    TimedOut,
)
from tests.raw_server import STREAM, RawServer, chunk, head, whole
from tests.reaching import (
    QUICK,
    at_home,
    error_of,
    proxy_at,
    through,
    version_of,
    with_login,
    world,
)
from tests.real.process import free_port

VERSION = whole(b'{"version":"0.33.0"}')
FAR = parse_address("http://ollama.example:11434")
FAR_TLS = parse_address("https://ollama.example")
SCHEMES = [("http", FAR), ("http", FAR_TLS), ("https", FAR), ("socks5", FAR), ("socks5", FAR_TLS)]
IDS = ["forwarding", "tunnelling", "encrypted", "socks", "socks to tls"]


@pytest.mark.parametrize(("scheme", "address"), SCHEMES, ids=IDS)
async def test_a_dead_proxy_is_the_proxys_failure(scheme: str, address: HostAddress):
    dead = ProxyAddress(scheme, "127.0.0.1", free_port())
    error = await error_of(address, through(dead))
    assert (type(error), getattr(error, "proxy", "")) == (ProxyFailed, dead.authority)


async def test_a_proxy_whose_name_nobody_knows_is_the_proxys_failure():
    outside = Outside(lambda host, port: ())
    error = await error_of(FAR, through(ProxyAddress("http", "nobody.example", 1)), None, outside)
    assert isinstance(error, ProxyFailed)
    assert error.proxy == "nobody.example:1"


@pytest.mark.parametrize(("scheme", "address"), SCHEMES[1:], ids=IDS[1:])
async def test_a_proxy_that_never_answers_is_given_up_in_time(scheme: str, address: HostAddress):
    async with RawServer(is_eager=True, is_held=True) as silent:
        error = await error_of(address, through(proxy_at(silent.address, scheme)), patience=QUICK)
        assert isinstance(error, ProxyFailed)
        assert error.proxy == silent.address.authority
        await silent.client_left.wait()


async def test_a_forwarding_proxy_that_never_answers_times_out():
    async with RawServer(is_held=True) as silent:
        error = await error_of(FAR, through(proxy_at(silent.address)), patience=QUICK)
    assert isinstance(error, TimedOut)
    assert error.phase == "read"


async def test_waiting_for_a_proxy_can_be_cancelled():
    async with RawServer(is_eager=True, is_held=True) as silent:
        asking = asyncio.create_task(version_of(FAR, through(proxy_at(silent.address, "socks5"))))
        await silent.was_asked.wait()
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        await silent.client_left.wait()


@pytest.mark.parametrize(
    ("scheme", "says", "message"),
    [
        ("http", b"SSH-2.0-x\r\n\r\n", "it answered 'SSH-2.0-x'"),
        ("http", b"HTTP/1.1 what\r\n\r\n", "it answered 'HTTP/1.1 what'"),
        ("http", b"HTTP/1.1 200 OK\r\nX: " + b"y" * 20_000, "its answer has no end"),
        ("socks5", b"HTTP", "it does not speak SOCKS 5"),
        ("socks5", b"\x05\x00\x05\x05\x00\x01", "connection refused"),
        ("socks5", b"\x05\x00\x05\x63\x00\x01", "reply 99"),
    ],
)
async def test_a_proxy_that_says_something_else_is_quoted(scheme: str, says: bytes, message: str):
    async with RawServer(says, is_eager=True) as odd:
        error = await error_of(FAR_TLS, through(proxy_at(odd.address, scheme)))
    assert (type(error), str(error)) == (ProxyFailed, message)


@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_a_proxy_that_hangs_up_has_failed(scheme: str):
    async with RawServer(is_eager=True) as brief:
        error = await error_of(FAR_TLS, through(proxy_at(brief.address, scheme)))
    assert isinstance(error, ProxyFailed)
    assert error.proxy == brief.address.authority


async def test_a_proxy_that_hangs_up_in_the_middle_has_failed():
    async with RawServer(b"HTTP/1.1 200 ") as brief:
        error = await error_of(FAR_TLS, through(proxy_at(brief.address)))
    assert (type(error), str(error)) == (ProxyFailed, "it hung up")


async def test_a_socks_proxy_with_another_kind_of_login_wants_one():
    async with RawServer(b"\x05\xff", is_eager=True) as odd:
        error = await error_of(FAR, through(proxy_at(odd.address, "socks5")))
    assert isinstance(error, ProxyLoginWanted)


@pytest.mark.parametrize("bound", [b"\x01" + bytes(4), b"\x04" + bytes(16), b"\x03\x01a"])
async def test_a_socks_proxy_may_name_itself_in_any_way(bound: bytes):
    greeting = b"\x05\x00\x05\x00\x00" + bound + b"\x00\x01"
    async with RawServer(greeting, VERSION, is_eager=True) as proxy:
        assert await version_of(FAR, through(proxy_at(proxy.address, "socks5"))) == "0.33.0"


async def test_an_ipv6_host_stands_in_brackets():
    async with RawServer(head(503)) as proxy:
        way = through(proxy_at(proxy.address))
        await error_of(parse_address("http://[2001:db8::1]:11434"), way)
        await error_of(parse_address("https://[2001:db8::1]"), way)
    assert proxy.requests[0].startswith(b"GET http://[2001:db8::1]:11434/api/version HTTP/1.1\r\n")
    assert b"\r\nHost: [2001:db8::1]:11434\r\n" in proxy.requests[0]
    assert proxy.requests[1].startswith(b"CONNECT [2001:db8::1]:443 HTTP/1.1\r\n")


async def test_a_proxy_is_found_at_an_ipv6_address():
    async with RawServer(VERSION, host="::1") as proxy:
        assert await version_of(FAR, through(proxy_at(proxy.address))) == "0.33.0"


@pytest.mark.parametrize("status", [400, 403, 500, 502, 503, 504])
@pytest.mark.parametrize("body", [b"", b"<html>Bad Gateway</html>"], ids=["empty", "page"])
async def test_an_answer_in_ollamas_place_names_the_proxy(status: int, body: bytes):
    kind = ["Content-Type: text/html"] if body else []
    says = head(status, *kind, "Server: gate/1", f"Content-Length: {len(body)}") + body
    async with RawServer(says) as proxy:
        error = await error_of(FAR, through(proxy_at(proxy.address)))
    assert isinstance(error, NotOllama)
    assert (error.status, error.via, error.server) == (status, proxy.address.authority, "gate/1")


async def test_an_answer_that_came_directly_names_no_proxy():
    async with RawServer(whole(b"<html>", "text/html")) as server:
        error = await error_of(server.address)
    assert isinstance(error, NotOllama)
    assert (error.via, error.server) == ("", "")


async def test_a_login_of_the_systems_proxy_comes_with_it_and_the_persons_does_not():
    async with RawServer(head(503)) as proxy:
        answer = SystemAnswer(proxy_at(proxy.address), login=Login("system", "x"))
        await error_of(
            FAR, None, with_login(Login("me", "canary")), Outside(at_home, lambda _: answer)
        )
    assert b"Proxy-Authorization: Basic c3lzdGVtOng=\r\n" in proxy.requests[0]


class Weather:
    """A system whose proxy comes and goes."""

    def __init__(self, proxy: ProxyAddress | None) -> None:
        self.proxy = proxy
        self.asked = 0

    def __call__(self, _url: str) -> SystemAnswer:
        self.asked += 1
        return SystemAnswer(self.proxy)


async def test_the_way_is_found_anew_after_a_failed_connection():
    async with DemoServer() as server:
        weather = Weather(ProxyAddress("http", "127.0.0.1", free_port()))
        asks = Connection(ProxySetting(ProxyMode.SYSTEM))
        async with open_http(server.address, asks, None, Outside(at_home, weather)) as http:
            client = OllamaClient(http)
            with pytest.raises(ProxyFailed):
                await client.version()
            weather.proxy = None
            await client.version()
            await client.version()
    assert weather.asked == 2


async def test_the_way_is_found_anew_after_an_answer_of_the_proxys_own():
    async with RawServer(head(502, "Content-Length: 0")) as proxy, RawServer(VERSION) as server:
        weather = Weather(proxy_at(proxy.address))
        address = HostAddress("http", "ollama.example", server.address.port)
        async with open_http(address, outside=Outside(at_home, weather)) as http:
            with pytest.raises(NotOllama):
                await OllamaClient(http).version()
            weather.proxy = None
            assert (await OllamaClient(http).version()).version == "0.33.0"


async def test_what_runs_over_the_old_way_comes_to_its_end_there():
    line = chunk(b'{"status":"a"}\n')
    async with RawServer(STREAM, line, is_held=True) as first, RawServer(head(502)) as second:
        weather = Weather(proxy_at(first.address))
        async with open_http(FAR, outside=Outside(at_home, weather)) as http:
            client = OllamaClient(http)
            async with aclosing(client.pull("tiny")) as pull:
                await anext(pull)
                first.stop_listening()
                weather.proxy = proxy_at(second.address)
                with pytest.raises(ProxyFailed):
                    await client.version()
                with pytest.raises(NotOllama):
                    await client.version()
                assert not first.client_left.is_set()
            await first.client_left.wait()


async def test_a_system_that_takes_too_long_counts_as_having_no_proxy():
    may_end = threading.Event()

    def hang(_url: str) -> SystemAnswer:
        may_end.wait()
        return SystemAnswer(ProxyAddress("http", "proxy", 1))

    try:
        assert await ask_system_proxy(FAR.url, hang, patience=0.05) == SystemAnswer()
    finally:
        may_end.set()


SIGNED = (
    (SignIn(SignInKind.BEARER), Secret(token="canary")),
    (SignIn(SignInKind.BASIC, user="me"), Secret(password="canary")),
    (SignIn(SignInKind.HEADERS, headers=("X-Key",)), Secret(headers={"X-Key": "canary"})),
)


@pytest.mark.parametrize(("sign_in", "secret"), SIGNED, ids=["bearer", "basic", "headers"])
@pytest.mark.parametrize("is_proxied", [False, True], ids=["direct", "proxied"])
async def test_a_307_to_another_host_carries_no_credential_there(
    sign_in: SignIn, secret: Secret, is_proxied: bool
):
    async with RawServer(VERSION) as elsewhere:
        moved = head(307, f"Location: {elsewhere.address.url}/api/version", "Content-Length: 0")
        async with RawServer(moved) as server:
            setting = ProxySetting(ProxyMode.MANUAL, proxy_at(server.address))
            way = Connection(setting if is_proxied else ProxySetting(), sign_in=sign_in)
            error = await error_of(FAR if is_proxied else server.address, way, secret, world())
    assert isinstance(error, Redirected)
    assert not elsewhere.requests
    assert b"canary" in server.requests[0] or b"Basic" in server.requests[0]
    assert "canary" not in repr(error)


async def test_a_stream_is_cut_with_the_proxy():
    async with (
        RawServer(STREAM, chunk(b'{"status":"a"}\n')) as proxy,
        open_http(FAR, through(proxy_at(proxy.address))) as http,
        aclosing(OllamaClient(http).pull("tiny")) as pull,
    ):
        await anext(pull)
        with pytest.raises(StreamBroken):
            await anext(pull)
