"""The real proxies start, do their part and leave nothing behind."""

import base64

import httpx

from desktop.domain.proxy import Login
from tests.raw_server import RawServer, whole
from tests.real import dante, tinyproxy
from tests.real.proxy import ANN, RealProxy
from tests.real.squid import squid

VERSION = whole(b'{"version":"0.33.0"}')


async def status_of(proxy: RealProxy, url: str, login: Login | None = None) -> int:
    """Ask as any program would: by httpx itself."""
    headers = {}
    if login is not None:
        pair = base64.b64encode(f"{login.user}:{login.password}".encode()).decode()
        headers["Proxy-Authorization"] = f"Basic {pair}"
    through = httpx.Proxy(proxy.address.url, headers=headers)
    if login is not None and proxy.address.scheme == "socks5":
        through = httpx.Proxy(proxy.address.url, auth=(login.user, login.password))
    async with httpx.AsyncClient(proxy=through, trust_env=False, verify=False) as http:
        return (await http.get(url)).status_code


async def test_squid_passes_on_what_it_may():
    async with (
        RawServer(VERSION) as server,
        squid(names={"tower.lan": "127.0.0.1"}, refuses=["bad.test"]) as proxy,
    ):
        assert await status_of(proxy, f"http://tower.lan:{server.address.port}/") == 200
        assert await status_of(proxy, "http://bad.test/") == 403
        assert await proxy.has_logged("tower.lan")


async def test_squid_wants_its_login():
    async with RawServer(VERSION) as server, squid(wants_login=True) as proxy:
        assert await status_of(proxy, server.address.url) == 407
        assert await status_of(proxy, server.address.url, Login("ann", "wrong")) == 407
        assert await status_of(proxy, server.address.url, ANN) == 200


async def test_tinyproxy_passes_on_what_it_may():
    async with RawServer(VERSION) as server, tinyproxy.tinyproxy(refuses=["bad.test"]) as proxy:
        assert await status_of(proxy, server.address.url) == 200
        assert await status_of(proxy, "http://bad.test/") == 403
        assert await proxy.has_logged(server.address.url)


async def test_tinyproxy_wants_its_login():
    async with RawServer(VERSION) as server, tinyproxy.tinyproxy(wants_login=True) as proxy:
        assert await status_of(proxy, server.address.url) == 407
        assert await status_of(proxy, server.address.url, tinyproxy.PLAIN) == 200


async def test_dante_passes_on_what_it_may():
    async with RawServer(VERSION) as server, dante.dante() as proxy:
        assert await status_of(proxy, server.address.url) == 200
        assert await proxy.has_logged(f".{server.address.port}")


async def test_dante_wants_its_login():
    async with RawServer(VERSION) as server, dante.dante(wants_login=True) as proxy:
        assert await status_of(proxy, server.address.url, dante.PLAIN) == 200
