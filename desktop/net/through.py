"""Makes connections to one address through a proxy."""

import asyncio
import ssl
from collections.abc import Iterable

import httpcore
from typing_extensions import override

from desktop.domain.address import HostAddress
from desktop.domain.proxy import Login, ProxyAddress
from desktop.net.connection import Connection
from desktop.net.dialer import Dialer
from desktop.net.handshakes import ProxyRefused, connect, greet_socks
from desktop.net.lookup import Resolver


class ProxyDialer(httpcore.AsyncNetworkBackend):
    """Connects to a proxy, and has it connect to one host, whatever host a request names.

    With `is_forwarding` the proxy is only connected to: it then reads every
    request and sends it on, which is how plain HTTP goes through a proxy.
    """

    def __init__(
        self,
        address: HostAddress,
        proxy: ProxyAddress,
        login: Login,
        resolver: Resolver,
        context: ssl.SSLContext | None,
        *,
        is_forwarding: bool,
    ) -> None:
        self._address = address
        self._proxy = proxy
        self._login = login
        self._context = context
        self._is_forwarding = is_forwarding
        self._dialer = Dialer(HostAddress("http", proxy.host, proxy.port), resolver)

    @override
    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> Connection:
        """Return a connection whose other end is the host's, or the proxy's if it forwards.

        Raises:
            ProxyRefused: none was made, or not in time; whatever it was, the proxy is in the way.
        """
        link: Connection | None = None
        try:
            async with asyncio.timeout(timeout):
                link = await self._dialer.connect_tcp(host, port)
                await self._prepare(link)
        except (TimeoutError, httpcore.NetworkError, httpcore.ProxyError) as error:
            await _close(link)
            raise self._refusal(error, timeout) from error
        except BaseException:
            await _close(link)
            raise
        return link

    @override
    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def _prepare(self, link: Connection) -> None:
        if self._context is not None:
            await link.start_tls(self._context, self._proxy.host.partition("%")[0])
        if self._is_forwarding:
            return
        shake_hands = greet_socks if self._proxy.scheme == "socks5" else connect
        host = self._address.host.partition("%")[0]
        await shake_hands(link, host, self._address.port, self._login)

    def _refusal(self, error: Exception, timeout: float | None) -> ProxyRefused:
        text = f"no answer in {timeout:g} s" if isinstance(error, TimeoutError) else str(error)
        wants_login = isinstance(error, ProxyRefused) and error.wants_login
        return ProxyRefused(text, proxy=self._proxy.authority, wants_login=wants_login)


async def _close(link: Connection | None) -> None:
    if link is not None:
        await link.aclose()
