"""The pool of connections to one address, by the way that leads there."""

import ssl
from dataclasses import replace

import httpcore

from desktop.domain.address import HostAddress
from desktop.domain.connection import Trust
from desktop.domain.proxy import ProxyAddress
from desktop.net.closing import ForwardingPool, Pool
from desktop.net.dialer import Dialer, Where
from desktop.net.handshakes import login_header
from desktop.net.lookup import Resolver
from desktop.net.outside import Way
from desktop.net.through import ProxyDialer
from desktop.net.tls import context_for

_IDLE_CONNECTIONS = 4
_IDLE_SECONDS = 30.0


def open_pool(
    address: HostAddress, way: Way, trust: Trust, resolver: Resolver, where: Where | None = None
) -> httpcore.AsyncConnectionPool:
    """Return a pool; whoever asks for it closes it.

    Its number of connections is not limited: every pull holds one, and a pull
    that waits for another's looks like a dead server.
    """
    if is_forwarded(address, way):
        return ForwardingPool(
            # Its name alone: the dialer knows where it is, and speaks TLS to it if need be.
            proxy_url=httpcore.URL(scheme=b"http", host=b"proxy", port=80, target=b"/"),
            proxy_headers=[*login_header(way.login).items()],
            max_connections=None,
            max_keepalive_connections=_IDLE_CONNECTIONS,
            keepalive_expiry=_IDLE_SECONDS,
            network_backend=backend_for(address, way, trust, resolver),
        )
    return Pool(
        ssl_context=context_for(trust) if address.scheme == "https" else None,
        max_connections=None,
        max_keepalive_connections=_IDLE_CONNECTIONS,
        keepalive_expiry=_IDLE_SECONDS,
        network_backend=backend_for(address, way, trust, resolver, where),
    )


def backend_for(
    address: HostAddress, way: Way, trust: Trust, resolver: Resolver, where: Where | None = None
) -> Dialer | ProxyDialer:
    """Return what connects to an address by a way; its `connect_tcp` gives a `Connection`."""
    proxy = way.route.proxy
    if proxy is None:
        return Dialer(address, resolver, where)
    is_forwarding = is_forwarded(address, way)
    context = _proxy_context(proxy, trust)
    return ProxyDialer(address, proxy, way.login, resolver, context, is_forwarding=is_forwarding)


def is_forwarded(address: HostAddress, way: Way) -> bool:
    """Whether a proxy reads the requests: plain HTTP, to a proxy of HTTP."""
    proxy = way.route.proxy
    return proxy is not None and address.scheme == "http" and proxy.scheme != "socks5"


def _proxy_context(proxy: ProxyAddress, trust: Trust) -> ssl.SSLContext | None:
    """Return how the proxy itself is believed; a host's pin says nothing of it."""
    return context_for(replace(trust, pin="")) if proxy.scheme == "https" else None
