"""A host by way of squid: plain, by CONNECT, with logins, and where squid answers itself."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from desktop.domain.address import HostAddress
from desktop.domain.connection import Secret, Trust
from desktop.domain.proxy import Login
from desktop.ollama.errors import NotOllama, ProxyFailed, ProxyLoginWanted
from tests.raw_server import RawServer, whole
from tests.reaching import error_of, through, version_of, with_login
from tests.real.authority import Authority
from tests.real.process import free_port
from tests.real.proxy import ANN
from tests.real.squid import squid
from tests.real.tls_server import TlsServer

VERSION = whole(b'{"version":"0.33.0"}')
WRONG = Login("ann", "canary")


@pytest_asyncio.fixture
async def plain() -> AsyncIterator[RawServer]:
    async with RawServer(VERSION) as server:
        yield server


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path / "authority")


async def test_a_plain_host_is_reached_and_knows_nothing_of_the_login(plain: RawServer):
    async with squid(wants_login=True) as proxy:
        way = through(proxy.address)
        base = HostAddress("http", "127.0.0.1", plain.address.port, "/ollama")
        assert await version_of(base, way, with_login(ANN)) == "0.33.0"
        assert await proxy.has_logged("/ollama/api/version")
    assert plain.requests[0].startswith(b"GET /ollama/api/version HTTP/1.1\r\n")
    assert b"proxy-authorization" not in plain.requests[0].lower()


async def test_an_encrypted_host_is_reached_and_the_proxy_sees_nothing(authority: Authority):
    trust = Trust(ca_file=str(authority.file))
    async with TlsServer(authority.good()) as server, squid(wants_login=True) as proxy:
        way = through(proxy.address, trust)
        assert await version_of(server.address, way, with_login(ANN)) == "0.33.0"
        assert await proxy.has_logged(f"CONNECT 127.0.0.1:{server.port}")
        assert "api/version" not in proxy.logged
    assert b"proxy-authorization" not in server.requests[0].lower()


async def test_names_are_looked_up_by_the_proxy(plain: RawServer):
    async with squid(names={"tower.example": "127.0.0.1"}) as proxy:
        address = HostAddress("http", "tower.example", plain.address.port)
        assert await version_of(address, through(proxy.address)) == "0.33.0"


@pytest.mark.parametrize("secret", [Secret(), with_login(WRONG)], ids=["missing", "wrong"])
@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_login_that_is_missing_or_wrong_is_wanted(scheme: str, secret: Secret):
    async with squid(wants_login=True) as proxy:
        address = HostAddress(scheme, "127.0.0.1", free_port())
        error = await error_of(address, through(proxy.address), secret)
    assert isinstance(error, ProxyLoginWanted)
    assert error.proxy == proxy.address.authority
    assert "canary" not in repr(error)


async def test_squids_own_page_is_not_ollamas():
    async with squid(refuses=["bad.example"]) as proxy:
        address = HostAddress("http", "bad.example", 11434)
        error = await error_of(address, through(proxy.address))
    assert isinstance(error, NotOllama)
    assert (error.status, error.via) == (403, proxy.address.authority)
    assert error.server.startswith("squid/")
    assert "<html" in error.sample.lower()


@pytest.mark.parametrize(
    ("host", "status"), [("bad.example", "403"), ("127.0.0.1", "503")], ids=["refused", "dead"]
)
async def test_squid_that_makes_no_tunnel_says_so(host: str, status: str):
    async with squid(refuses=["bad.example"]) as proxy:
        error = await error_of(HostAddress("https", host, free_port()), through(proxy.address))
    assert type(error) is ProxyFailed
    assert (str(error)[:3], error.proxy) == (status, proxy.address.authority)


async def test_a_name_that_squid_does_not_know_is_a_page_of_its_own():
    async with squid() as proxy:
        error = await error_of(HostAddress("http", "none.example", 11434), through(proxy.address))
    assert isinstance(error, NotOllama)
    assert (error.status // 100, error.via) == (5, proxy.address.authority)


async def test_a_port_where_nothing_listens_is_squids_503():
    async with squid() as proxy:
        address = HostAddress("http", "127.0.0.1", free_port())
        error = await error_of(address, through(proxy.address))
    assert isinstance(error, NotOllama)
    assert (error.status, error.via) == (503, proxy.address.authority)


@pytest.mark.parametrize("is_encrypted", [False, True], ids=["plain", "encrypted"])
async def test_a_proxy_may_be_spoken_to_by_tls(
    authority: Authority, plain: RawServer, is_encrypted: bool
):
    pair = authority.good()
    trust = Trust(ca_file=str(authority.file))
    async with (
        TlsServer(pair) as server,
        squid(certificate=(pair.certificate, pair.key)) as proxy,
    ):
        address = server.address if is_encrypted else plain.address
        assert await version_of(address, through(proxy.address, trust)) == "0.33.0"


async def test_a_proxy_that_is_not_believed_is_not_used(authority: Authority, plain: RawServer):
    pair = authority.good()
    async with squid(certificate=(pair.certificate, pair.key)) as proxy:
        error = await error_of(plain.address, through(proxy.address))
    assert type(error) is ProxyFailed
    assert error.proxy == proxy.address.authority
    assert not plain.requests
