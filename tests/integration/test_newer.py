"""Looking for a newer version, over TLS on loopback."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Trust
from desktop.domain.proxy import ProxyAddress, SystemAnswer
from desktop.domain.release import ABOUT, Release
from desktop.net.fetch import FetchFailed
from desktop.net.newer import fetch_newest, find_source
from desktop.net.outside import Outside
from tests.raw_server import RawServer, head, whole

FOLDER = Path(__file__).parent / "tls"
TRUSTED = Connection(trust=Trust(ca_file=str(FOLDER / "certificate.pem")))
NEWEST = b'{"version": "9.1.0", "page": "https://example.org/9.1.0", "published": "2026-11-20"}'
FAR = HostAddress("https", "example.org", 443, "/paddock/newest.json")


@asynccontextmanager
async def encrypted(reply: bytes, requests: list[bytes]) -> AsyncIterator[HostAddress]:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            requests.append(await reader.readuntil(b"\r\n\r\n"))
            writer.write(reply)
            await reader.read()
        except (OSError, asyncio.IncompleteReadError):
            pass  # The client does not trust the certificate, or has left.
        finally:
            writer.close()

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(FOLDER / "certificate.pem", FOLDER / "key.pem")
    server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context)
    async with server:
        port = server.sockets[0].getsockname()[1]
        yield HostAddress("https", "127.0.0.1", port, "/paddock/newest.json")


async def test_the_newest_release_is_fetched_by_one_get_that_tells_nothing():
    requests: list[bytes] = []
    async with encrypted(whole(NEWEST), requests) as source:
        release = await fetch_newest(source, TRUSTED)
    assert release == Release("9.1.0", "https://example.org/9.1.0", date(2026, 11, 20))
    (request,) = requests
    assert request.startswith(b"GET /paddock/newest.json HTTP/1.1\r\n")
    names = {line.partition(b":")[0].lower() for line in request.split(b"\r\n")[1:] if line}
    assert names == {b"host", b"accept", b"accept-encoding", b"connection", b"user-agent"}
    assert b"\r\nUser-Agent: paddock\r\n" in request


@pytest.mark.parametrize(
    "reply",
    [
        whole(b"<p>Please sign in", "text/html"),
        whole(NEWEST, status=404),
        head(302, "Location: https://evil.test/", "Content-Length: 0"),
        whole(b'{"version": "9.1.0", "page": "http://example.org/"}'),
        whole(NEWEST + b" " * 5000),
        head(200, "Content-Encoding: gzip", "Content-Length: 1") + b"x",
    ],
)
async def test_whatever_else_is_answered_is_no_release(reply: bytes):
    async with encrypted(reply, []) as source:
        with pytest.raises(FetchFailed):
            await fetch_newest(source, TRUSTED)


async def test_a_certificate_that_nobody_vouches_for_is_not_believed():
    requests: list[bytes] = []
    async with encrypted(whole(NEWEST), requests) as source:
        with pytest.raises(FetchFailed):
            await fetch_newest(source)
    assert requests == []


async def test_a_server_that_keeps_silent_is_left_in_time():
    async with encrypted(b"", []) as source:
        with pytest.raises(FetchFailed):
            await fetch_newest(replace(source, path="/"), TRUSTED, seconds=0.2)


async def test_the_system_s_proxy_is_used():
    async with RawServer(head(403, "Content-Length: 0")) as proxy:
        address = ProxyAddress("http", proxy.address.host, proxy.address.port)
        outside = Outside(system_proxy=lambda _url: SystemAnswer(address, "https_proxy"))
        with pytest.raises(FetchFailed):
            await fetch_newest(FAR, outside=outside)
        assert proxy.requests[0].startswith(b"CONNECT example.org:443 HTTP/1.1\r\n")


def test_a_build_looks_where_its_release_said(tmp_path: Path):
    (tmp_path / ABOUT).write_text('{"newest": "https://example.org/paddock/newest.json"}')
    assert find_source(tmp_path) == FAR


@pytest.mark.parametrize("content", [None, "", "{}", '{"newest": "http://example.org/x"}'])
def test_a_build_without_an_address_has_no_such_check(tmp_path: Path, content: str | None):
    if content is not None:
        (tmp_path / ABOUT).write_text(content)
    assert find_source(tmp_path) is None
