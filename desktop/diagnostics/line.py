"""How a doctor reaches a host: the same way that its client does."""

import ssl
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from desktop.domain.connection import Certificate, Secret
from desktop.domain.der import BadDer
from desktop.domain.host import Host
from desktop.domain.proxy import Route, RouteReason
from desktop.domain.x509 import read_certificate
from desktop.net.certificate import fetch_certificate
from desktop.net.connection import Connection
from desktop.net.dialer import Where
from desktop.net.outside import Outside, Way, find_way
from desktop.net.pools import backend_for
from desktop.net.saying import as_httpx_says_it
from desktop.net.tls import context_for
from desktop.net.transport import open_http
from desktop.net.tunnel import Tunnels
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import OllamaError, translated
from desktop.ollama.patience import Patience, Silence


@dataclass(frozen=True, slots=True)
class Line:
    """A host, its secret, and what the network is given from outside."""

    host: Host
    secret: Secret
    outside: Outside
    tunnels: Tunnels | None = None

    @property
    def where(self) -> Where | None:
        tunnel = self.host.connection.tunnel
        if self.tunnels is None or not tunnel:
            return None
        return self.tunnels.way(self.host.id, tunnel, self.host.address)

    async def way(self) -> Way:
        """Return the route as it is now; a tunnel leads past every proxy."""
        if self.where is not None:
            return Way(Route(reason=RouteReason.LOOPBACK))
        setting, login = self.host.connection.proxy, self.secret.proxy
        return await find_way(self.host.address, setting, login, self.outside.system_proxy)

    async def connect(self, way: Way) -> Connection:
        """Make a connection that nothing is sent over yet.

        Raises:
            Unreachable: none came about.
        """
        address, connection = self.host.address, self.host.connection
        resolver = self.outside.resolver
        with translated(), as_httpx_says_it():
            backend = backend_for(address, way, connection.trust, resolver, self.where)
            return await backend.connect_tcp(
                address.host, address.port, connection.timeouts.connect
            )

    async def encrypt(self, link: Connection) -> Certificate | None:
        """Agree on an encryption, and return the certificate that was believed.

        Raises:
            TlsFailed: none could be agreed on.
        """
        host, timeouts = self.host, self.host.connection.timeouts
        with translated(), as_httpx_says_it():
            name = host.address.host.partition("%")[0]
            await link.start_tls(context_for(host.connection.trust), name, timeouts.connect)
        agreed = link.get_extra_info("ssl_object")
        if not isinstance(agreed, ssl.SSLObject):
            return None
        try:
            return read_certificate(agreed.getpeercert(binary_form=True) or b"")
        except BadDer:
            return None

    async def certificate(self) -> Certificate | None:
        """Return what the host shows of itself without believing it; None if it speaks no TLS."""
        host = self.host
        try:
            with translated():
                return await fetch_certificate(
                    host.address, self.outside, host.connection, self.secret, self.where
                )
        except OllamaError:
            return None

    @asynccontextmanager
    async def client(self) -> AsyncGenerator[OllamaClient, None]:
        """Give a client with the host's own sign-in."""
        connection = self.host.connection
        silence = Silence(connection.timeouts.loading, connection.timeouts.tokens)
        patience = replace(Patience(), connect=connection.timeouts.connect, run=silence)
        http = open_http(self.host.address, connection, self.secret, self.outside, self.where)
        async with http:
            yield OllamaClient(http, patience)
