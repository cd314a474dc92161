"""Asks a host for its version by some way, which either works or says why not."""

import pytest

from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Secret, Trust
from desktop.domain.proxy import Login, ProxyAddress, ProxyMode, ProxySetting, SystemAnswer
from desktop.net.lookup import Endpoint
from desktop.net.outside import Outside
from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import OllamaError
from desktop.ollama.patience import Patience, Silence

QUICK = Patience(connect=0.2, ordinary=Silence(0.2, 0.2))


def through(proxy: ProxyAddress, trust: Trust | None = None) -> Connection:
    """A connection by a proxy that was entered by hand."""
    return Connection(ProxySetting(ProxyMode.MANUAL, proxy), trust or Trust())


def proxy_at(address: HostAddress, scheme: str = "http") -> ProxyAddress:
    return ProxyAddress(scheme, address.host, address.port)


def with_login(login: Login) -> Secret:
    return Secret(proxy=login)


def at_home(host: str, port: int) -> tuple[Endpoint, ...]:
    """Resolve every name to this computer."""
    return (Endpoint("127.0.0.1", port),)


def world(proxy: ProxyAddress | None = None) -> Outside:
    """Every name is this computer's, and the system has that proxy for everything."""
    return Outside(at_home, lambda _url: SystemAnswer(proxy))


async def version_of(
    address: HostAddress,
    connection: Connection | None = None,
    secret: Secret | None = None,
    outside: Outside | None = None,
    patience: Patience | None = None,
) -> str:
    async with open_http(address, connection, secret, outside) as http:
        return (await OllamaClient(http, patience).version()).version


async def error_of(
    address: HostAddress,
    connection: Connection | None = None,
    secret: Secret | None = None,
    outside: Outside | None = None,
    patience: Patience | None = None,
) -> OllamaError:
    with pytest.raises(OllamaError) as caught:
        await version_of(address, connection, secret, outside, patience)
    return caught.value
