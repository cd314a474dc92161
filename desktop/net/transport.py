"""An httpx client for one address, without a proxy."""

import ssl
from collections.abc import AsyncGenerator, Generator
from contextlib import aclosing, contextmanager
from typing import cast

import httpcore
import httpx
import truststore
from typing_extensions import override

from desktop.domain.address import HostAddress
from desktop.net.dialer import Dialer
from desktop.net.lookup import Resolver, ask_system

CONNECT = 5.0
"""Seconds for looking a name up and connecting (errors.md, part 1)."""
READ = 10.0
"""Seconds of silence in an ordinary answer; who waits for a model's loading asks for more."""
_IDLE_CONNECTIONS = 4
_IDLE_SECONDS = 30.0
_HEADERS = {"Accept-Encoding": "identity", "User-Agent": "paddock"}
"""No compression: 200 kB may unfold to 200 MB (security.md, attack 14)."""


def open_http(address: HostAddress, resolver: Resolver = ask_system) -> httpx.AsyncClient:
    """Return a client for one address; whoever asks for it closes it.

    It looks at no environment variable, follows no redirect and asks for no
    compression. Its number of connections is not limited: every pull holds
    one, and a pull that waits for another's looks like a dead server.
    """
    return httpx.AsyncClient(
        transport=AddressTransport(address, resolver),
        base_url=_base_url(address),
        headers=_HEADERS,
        timeout=httpx.Timeout(READ, connect=CONNECT),
        trust_env=False,
        follow_redirects=False,
    )


def _base_url(address: HostAddress) -> httpx.URL:
    """The address without an IPv6 zone, which means something on this computer only (RFC 6874)."""
    host = address.host.partition("%")[0]
    return httpx.URL(scheme=address.scheme, host=host, port=address.port, path=address.path + "/")


class AddressTransport(httpx.AsyncBaseTransport):
    """Sends requests to one address over connections of its own making."""

    def __init__(self, address: HostAddress, resolver: Resolver) -> None:
        secure = address.scheme == "https"
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if secure else None,
            max_connections=None,
            max_keepalive_connections=_IDLE_CONNECTIONS,
            keepalive_expiry=_IDLE_SECONDS,
            network_backend=Dialer(address, resolver),
        )

    @override
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        with _as_httpx_says_it():
            response = await self._pool.handle_async_request(
                httpcore.Request(
                    request.method,
                    httpcore.URL(
                        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                    ),
                    headers=request.headers.raw,
                    content=cast("httpx.AsyncByteStream", request.stream),
                    extensions=request.extensions,
                )
            )
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response))

    @override
    async def aclose(self) -> None:
        with _as_httpx_says_it():
            await self._pool.aclose()


class _Body(httpx.AsyncByteStream):
    """The body of an answer, as it arrives."""

    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    @override
    async def __aiter__(self) -> AsyncGenerator[bytes, None]:
        parts = cast("AsyncGenerator[bytes, None]", self._response.aiter_stream())
        with _as_httpx_says_it():
            async with aclosing(parts):
                async for part in parts:
                    yield part

    @override
    async def aclose(self) -> None:
        with _as_httpx_says_it():
            await self._response.aclose()


# The first match wins, so a subclass stands before its base.
_FROM_HTTPCORE: tuple[tuple[type[Exception], type[httpx.HTTPError]], ...] = (
    (httpcore.ConnectTimeout, httpx.ConnectTimeout),
    (httpcore.ReadTimeout, httpx.ReadTimeout),
    (httpcore.WriteTimeout, httpx.WriteTimeout),
    (httpcore.PoolTimeout, httpx.PoolTimeout),
    (httpcore.ConnectError, httpx.ConnectError),
    (httpcore.ReadError, httpx.ReadError),
    (httpcore.WriteError, httpx.WriteError),
    (httpcore.LocalProtocolError, httpx.LocalProtocolError),
    (httpcore.RemoteProtocolError, httpx.RemoteProtocolError),
    (httpcore.ProxyError, httpx.ProxyError),
    (httpcore.UnsupportedProtocol, httpx.UnsupportedProtocol),
)


@contextmanager
def _as_httpx_says_it() -> Generator[None]:
    try:
        yield
    except tuple(theirs for theirs, _ in _FROM_HTTPCORE) as error:
        ours = next(ours for theirs, ours in _FROM_HTTPCORE if isinstance(error, theirs))
        raise ours(str(error)) from error
