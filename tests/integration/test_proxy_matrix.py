"""Which hosts a proxy of the computer's is used for: every way to name it, every kind of host.

httpx, left to itself, sends requests for this very computer to the system's
proxy, which answers 502 (encode/httpx#1536); nobody else does.
"""

import urllib.request
from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio

from desktop.domain.address import HostAddress
from desktop.domain.proxy import ProxyAddress, SystemAnswer, SystemProxy
from desktop.net.environment import system_proxy_from
from desktop.net.outside import Outside
from desktop.ollama.errors import NotOllama, ProxyFailed
from desktop.services import Outside as World
from desktop.services_opening import open_services
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from tests.clock import until
from tests.raw_server import RawServer, head, whole
from tests.reaching import at_home, error_of, version_of
from tests.real.process import free_port

VERSION = whole(b'{"version":"0.33.0"}')
PROXY_SAYS = head(502, "Content-Length: 0")
NEAR = ["127.0.0.1", "localhost", "::1", "tower", "tower.lan"]
FAR = "ollama.example"


def named(variable: str) -> Callable[[str], SystemProxy]:
    return lambda url: system_proxy_from({variable: url})


def of_the_registry(url: str) -> SystemProxy:
    """A Windows that names its proxy for everything, as the registry has it without exceptions."""
    authority = url.removeprefix("http://")
    host, _, port = authority.partition(":")
    return lambda _url: SystemAnswer(ProxyAddress("http", host, int(port)))


SYSTEMS = {
    **{
        name: named(name)
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY")
    },
    "registry": of_the_registry,
}  # fmt: skip


@pytest_asyncio.fixture
async def servers() -> AsyncIterator[dict[str, RawServer]]:
    """The same port of both families of loopback."""
    async with (
        RawServer(VERSION) as four,
        RawServer(VERSION, host="::1", port=four.address.port) as six,
    ):
        yield {host: six if host == "::1" else four for host in [*NEAR, FAR]}


@pytest.fixture
def registry_shape(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """What `urllib.request.getproxies` says on Windows, which httpx would follow."""

    def put(url: str) -> None:
        shape = {"http": url, "https": url, "ftp": url}
        monkeypatch.setattr(urllib.request, "getproxies", lambda: shape)

    return put


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("host", NEAR)
async def test_a_near_host_never_meets_the_proxy(
    system: str,
    host: str,
    servers: dict[str, RawServer],
    registry_shape: Callable[[str], None],
):
    async with RawServer(PROXY_SAYS) as proxy:
        registry_shape(proxy.address.url)
        outside = Outside(at_home, SYSTEMS[system](proxy.address.url))
        address = HostAddress("http", host, servers[host].address.port)
        assert await version_of(address, outside=outside) == "0.33.0"
    assert not proxy.requests


@pytest.mark.parametrize("system", SYSTEMS)
async def test_a_public_host_is_reached_by_the_proxy(system: str):
    async with RawServer(PROXY_SAYS) as proxy:
        outside = Outside(at_home, SYSTEMS[system](proxy.address.url))
        error = await error_of(HostAddress("http", FAR, 11434), outside=outside)
    assert isinstance(error, NotOllama)
    assert (error.status, error.via) == (502, proxy.address.authority)
    assert proxy.requests[0].startswith(b"GET http://ollama.example:11434/api/version ")


@pytest.mark.parametrize("exceptions", ["*", FAR, ".example", "ollama.example:{port}"])
async def test_a_public_host_of_no_proxy_is_reached_directly(
    exceptions: str, servers: dict[str, RawServer]
):
    port = servers[FAR].address.port
    environ = {
        "HTTP_PROXY": f"http://127.0.0.1:{free_port()}",
        "NO_PROXY": f"10.0.0.0/8,[::1,{exceptions.format(port=port)}",
    }
    outside = Outside(at_home, system_proxy_from(environ))
    assert await version_of(HostAddress("http", FAR, port), outside=outside) == "0.33.0"


async def test_an_encrypted_public_host_is_reached_by_its_own_variable():
    async with RawServer(PROXY_SAYS) as proxy:
        outside = Outside(at_home, system_proxy_from({"HTTPS_PROXY": proxy.address.url}))
        error = await error_of(HostAddress("https", FAR, 443), outside=outside)
    assert isinstance(error, ProxyFailed)
    assert proxy.requests[0].startswith(b"CONNECT ollama.example:443 ")


DEAD = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), "http://127.0.0.1:{port}")
UNUSABLE = {"ALL_PROXY": "socks://127.0.0.1:{port}/"}


@pytest.mark.parametrize("variables", [DEAD, UNUSABLE], ids=["dead", "socks"])
@pytest.mark.parametrize("host", ["127.0.0.1", "tower.lan"])
async def test_the_program_works_beside_a_proxy_that_does_not(
    variables: dict[str, str],
    host: str,
    servers: dict[str, RawServer],
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
):
    environ = {name: text.format(port=free_port()) for name, text in variables.items()}
    for name, text in environ.items():
        monkeypatch.setenv(name, text)
    world = World(resolver=at_home, system_proxy=system_proxy_from(environ))
    settings = SettingsFile(paths.settings_file)
    address = HostAddress("http", host, servers[host].address.port)
    async with open_services(settings, world, paths) as services:
        host_id = services.registry.add(address)
        await until(lambda: services.registry.snapshot(host_id).version == "0.33.0")
        answer = await services.ask_system("http://ollama.example")
        assert answer.unusable == ("" if variables is DEAD else environ["ALL_PROXY"])
    settings.close()
