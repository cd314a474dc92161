"""How a client's connections are opened: as its host's connection says, by what is outside."""

from collections.abc import Callable
from typing import TypeAlias

import httpx

from desktop.domain.address import HostAddress
from desktop.domain.connection import Secret
from desktop.domain.host import Host
from desktop.net.dialer import Where
from desktop.net.outside import Outside
from desktop.net.ssh import TunnelBroken
from desktop.net.transport import open_http
from desktop.net.tunnel import Tunnels

OpenLine: TypeAlias = Callable[[Host, Secret], httpx.AsyncClient]
"""Returns an HTTP client for a host; whoever asks for it closes it."""


def line_opener(outside: Outside | None = None, tunnels: Tunnels | None = None) -> OpenLine:
    """Return what opens lines; without `tunnels`, a host that has one cannot be reached."""

    def open_line(host: Host, secret: Secret) -> httpx.AsyncClient:
        where = _way_in(host, tunnels) if host.connection.tunnel else None
        return open_http(host.address, host.connection, secret, outside, where)

    return open_line


def _way_in(host: Host, tunnels: Tunnels | None) -> Where:
    if tunnels is not None:
        return tunnels.way(host.id, host.connection.tunnel, host.address)

    async def nowhere() -> HostAddress:
        raise TunnelBroken("nothing here makes tunnels")

    return nowhere
