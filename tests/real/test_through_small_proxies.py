"""A host by way of tinyproxy and of dante, which speaks SOCKS."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from desktop.domain.address import HostAddress
from desktop.domain.connection import Trust
from desktop.domain.proxy import Login
from desktop.ollama.errors import NotOllama, ProxyFailed, ProxyLoginWanted
from tests.raw_server import RawServer, whole
from tests.reaching import error_of, through, version_of, with_login
from tests.real import dante, tinyproxy
from tests.real.authority import Authority
from tests.real.process import free_port
from tests.real.tls_server import TlsServer

VERSION = whole(b'{"version":"0.33.0"}')
WRONG = Login("ann", "canary")


@pytest_asyncio.fixture
async def plain() -> AsyncIterator[RawServer]:
    async with RawServer(VERSION) as server:
        yield server


@pytest_asyncio.fixture
async def encrypted(tmp_path: Path) -> AsyncIterator[tuple[TlsServer, Trust]]:
    authority = Authority(tmp_path / "authority")
    async with TlsServer(authority.good()) as server:
        yield server, Trust(ca_file=str(authority.file))


async def test_tinyproxy_leads_to_both(plain: RawServer, encrypted: tuple[TlsServer, Trust]):
    server, trust = encrypted
    login = with_login(tinyproxy.PLAIN)
    async with tinyproxy.tinyproxy(wants_login=True) as proxy:
        assert await version_of(plain.address, through(proxy.address), login) == "0.33.0"
        assert await version_of(server.address, through(proxy.address, trust), login) == "0.33.0"
        assert await proxy.has_logged(f"CONNECT 127.0.0.1:{server.port}")


@pytest.mark.parametrize("login", [Login(), WRONG], ids=["missing", "wrong"])
@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_tinyproxy_wants_its_login(scheme: str, login: Login):
    async with tinyproxy.tinyproxy(wants_login=True) as proxy:
        address = HostAddress(scheme, "127.0.0.1", free_port())
        error = await error_of(address, through(proxy.address), with_login(login))
    assert isinstance(error, ProxyLoginWanted)
    assert error.proxy == proxy.address.authority


async def test_tinyproxys_own_pages_are_not_ollamas():
    async with tinyproxy.tinyproxy(refuses=["bad.example"]) as proxy:
        way = through(proxy.address)
        refused = await error_of(HostAddress("http", "bad.example", 11434), way)
        dead = await error_of(HostAddress("http", "127.0.0.1", free_port()), way)
        tunnel = await error_of(HostAddress("https", "bad.example", 443), way)
    assert isinstance(refused, NotOllama)
    assert (refused.status, refused.via) == (403, proxy.address.authority)
    assert isinstance(dead, NotOllama)
    assert (dead.status, dead.server.partition("/")[0]) == (500, "tinyproxy")
    assert type(tunnel) is ProxyFailed
    assert str(tunnel).startswith("403")


async def test_dante_leads_to_both(plain: RawServer, encrypted: tuple[TlsServer, Trust]):
    server, trust = encrypted
    async with dante.dante() as proxy:
        assert await version_of(plain.address, through(proxy.address)) == "0.33.0"
        assert await version_of(server.address, through(proxy.address, trust)) == "0.33.0"
        by_name = HostAddress("http", "localhost", plain.address.port)
        assert await version_of(by_name, through(proxy.address)) == "0.33.0"
        assert await proxy.has_logged(f".{server.port}")


async def test_dante_wants_its_login(plain: RawServer):
    async with dante.dante(wants_login=True) as proxy:
        way = through(proxy.address)
        assert await version_of(plain.address, way, with_login(dante.PLAIN)) == "0.33.0"
        for login in (Login(), WRONG):
            error = await error_of(plain.address, way, with_login(login))
            assert isinstance(error, ProxyLoginWanted)
            assert error.proxy == proxy.address.authority


async def test_dante_that_does_not_connect_says_why():
    async with dante.dante(refuses=["127.0.0.9/32"]) as proxy:
        way = through(proxy.address)
        dead = await error_of(HostAddress("http", "127.0.0.1", free_port()), way)
        refused = await error_of(HostAddress("http", "127.0.0.9", 11434), way)
    assert (type(dead), str(dead)) == (ProxyFailed, "connection refused")
    assert (type(refused), str(refused)) == (ProxyFailed, "not allowed by its rules")
