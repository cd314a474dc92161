"""Makes connections to one address."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeAlias

import httpcore
from typing_extensions import override

from desktop.domain.address import HostAddress
from desktop.net.connection import Connection
from desktop.net.lookup import Endpoint, Resolver, endpoints_of

_NEXT_AFTER = 1.5
"""Seconds given to an endpoint while there is another one to try."""
_KEEP_ALIVE = (("TCP_KEEPIDLE", 30), ("TCP_KEEPINTVL", 10), ("TCP_KEEPCNT", 6))
"""Seconds of silence, seconds between probes, probes: a peer whose cable was pulled is noticed
after a minute and a half, also where a model's loading may be waited for without an end."""

Where: TypeAlias = Callable[[], Awaitable[HostAddress]]
"""Tells each time where a connection is to be made to, such as the near end of a tunnel.

It raises httpcore.ConnectError where it cannot."""


class Dialer(httpcore.AsyncNetworkBackend):
    """Connects to one host, whatever host a request names.

    Names are looked up here and not by the loop (see `lookup`); endpoints are
    tried in turn within the connect time-out. `where` may lead elsewhere than
    to the address that the connection is for.
    """

    def __init__(
        self, address: HostAddress, resolver: Resolver, where: Where | None = None
    ) -> None:
        self._address = address
        self._resolver = resolver
        self._where = where

    @override
    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> Connection:
        """Return a connection to this dialer's address.

        Raises:
            httpcore.ConnectTimeout: none was made in time, looking the name up included.
            httpcore.ConnectError: none can be made; its cause is an OSError.
        """
        try:
            async with asyncio.timeout(timeout):
                return await self._connect()
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(f"no connection to {self._address.authority}") from error
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error

    @override
    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def _connect(self) -> Connection:
        address = self._address if self._where is None else await self._where()
        endpoints = await endpoints_of(address.host, address.port, self._resolver)
        errors: list[OSError] = []
        for position, endpoint in enumerate(endpoints, 1):
            try:
                async with asyncio.timeout(_NEXT_AFTER if position < len(endpoints) else None):
                    return await _open(endpoint)
            except OSError as error:  # A TimeoutError is one.
                errors.append(error)
        refusals = [error for error in errors if isinstance(error, ConnectionRefusedError)]
        raise (refusals or errors)[-1]


async def _open(endpoint: Endpoint) -> Connection:
    loop = asyncio.get_running_loop()
    link = socket.socket(endpoint.family, socket.SOCK_STREAM)
    try:
        link.setblocking(False)
        link.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in _KEEP_ALIVE:
            if option := getattr(socket, name, None):
                link.setsockopt(socket.IPPROTO_TCP, option, value)
        await loop.sock_connect(link, endpoint.target)
        _, connection = await loop.create_connection(Connection, sock=link)
    except BaseException:
        link.close()
        raise
    return connection
