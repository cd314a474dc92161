"""An httpx client for one address, by whatever way leads there."""

import asyncio
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from dataclasses import dataclass
from typing import cast

import httpcore
import httpx
from typing_extensions import override

from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Secret
from desktop.domain.proxy import Route, RouteReason
from desktop.net.dialer import Where
from desktop.net.outside import Outside, Way, find_way
from desktop.net.pools import is_forwarded, open_pool
from desktop.net.saying import as_httpx_says_it
from desktop.net.sign_in import sign_in_headers
from desktop.runtime.finish import finish

READ = 10.0
"""Seconds of silence in an ordinary answer; who waits for a model's loading asks for more."""
VIA = "via"
"""Names the extension of an answer that says which proxy it came through."""
_HEADERS = {"Accept-Encoding": "identity", "User-Agent": "paddock"}
"""No compression: 200 kB may unfold to 200 MB (security.md, attack 14)."""
_UNREACHED = (httpcore.ConnectError, httpcore.ConnectTimeout, httpcore.ProxyError)
_PROXY_SAYS_NO = frozenset({407, 502, 503, 504})


def open_http(
    address: HostAddress,
    connection: Connection | None = None,
    secret: Secret | None = None,
    outside: Outside | None = None,
    where: Where | None = None,
) -> httpx.AsyncClient:
    """Return a client for one address; whoever asks for it closes it.

    It looks at no environment variable of httpx's, follows no redirect (which
    would carry the sign-in elsewhere) and asks for no compression. `where`
    leads through a tunnel, and then past every proxy.
    """
    connection, secret = connection or Connection(), secret or Secret()
    return httpx.AsyncClient(
        transport=AddressTransport(address, connection, secret, outside or Outside(), where),
        base_url=_base_url(address),
        headers={**_HEADERS, **sign_in_headers(connection.sign_in, secret)},
        timeout=httpx.Timeout(READ, connect=connection.timeouts.connect),
        trust_env=False,
        follow_redirects=False,
    )


def _base_url(address: HostAddress) -> httpx.URL:
    """The address without an IPv6 zone, which means something on this computer only (RFC 6874)."""
    host = address.host.partition("%")[0]
    return httpx.URL(scheme=address.scheme, host=host, port=address.port, path=address.path + "/")


@dataclass(frozen=True, slots=True)
class _Line:
    way: Way
    pool: httpcore.AsyncConnectionPool

    @property
    def via(self) -> str:
        proxy = self.way.route.proxy
        return "" if proxy is None else proxy.authority

    @property
    def is_idle(self) -> bool:
        return all(one.is_idle() or one.is_closed() for one in self.pool.connections)


class AddressTransport(httpx.AsyncBaseTransport):
    """Sends requests to one address over connections of its own making.

    The way there is found before the first connection, and again after one
    that failed: a laptop changes networks, and the system's proxy with them.
    What runs over the old way then comes to its end there.
    """

    def __init__(
        self,
        address: HostAddress,
        connection: Connection,
        secret: Secret,
        outside: Outside,
        where: Where | None = None,
    ) -> None:
        self._address = address
        self._connection = connection
        self._secret = secret
        self._outside = outside
        self._where = where
        self._line: _Line | None = None
        self._is_doubtful = False
        self._retired: list[_Line] = []
        self._finding = asyncio.Lock()

    @override
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        line = await self._find_line()
        with as_httpx_says_it():
            try:
                response = await line.pool.handle_async_request(
                    _as_httpcore_takes_it(request, is_forwarded(self._address, line.way))
                )
            except _UNREACHED:
                self._is_doubtful = True
                raise
        if line.via and response.status in _PROXY_SAYS_NO:
            self._is_doubtful = True
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Body(response),
            extensions={VIA: line.via},
        )

    @override
    async def aclose(self) -> None:
        lines = [*self._retired, *([self._line] if self._line is not None else [])]
        self._line = None
        self._retired.clear()
        with as_httpx_says_it():
            await finish(_close(lines))  # httpx asks once, and httpcore forgets what it closes.

    async def _find_line(self) -> _Line:
        async with self._finding:
            line = self._line
            if line is None or self._is_doubtful:
                line = self._line = self._open(await self._find_way(), line)
                self._is_doubtful = False
                await self._close_retired()
            return line

    async def _find_way(self) -> Way:
        if self._where is not None:
            return Way(Route(reason=RouteReason.LOOPBACK))
        setting, login = self._connection.proxy, self._secret.proxy
        return await find_way(self._address, setting, login, self._outside.system_proxy)

    def _open(self, way: Way, before: _Line | None) -> _Line:
        if before is not None and before.way == way:
            return before
        if before is not None:
            self._retired.append(before)
        trust, resolver = self._connection.trust, self._outside.resolver
        return _Line(way, open_pool(self._address, way, trust, resolver, self._where))

    async def _close_retired(self) -> None:
        idle = [line for line in self._retired if line.is_idle]
        self._retired = [line for line in self._retired if line not in idle]
        if idle:
            await finish(_close(idle))


async def _close(lines: Iterable[_Line]) -> None:
    for line in lines:
        await line.pool.aclose()


def _as_httpcore_takes_it(request: httpx.Request, is_forwarded: bool) -> httpcore.Request:
    """Return the request; a proxy gets it with the whole URL, which httpcore puts together
    without the brackets of an IPv6 address."""
    url = request.url
    host = b"[%b]" % url.raw_host if is_forwarded and b":" in url.raw_host else url.raw_host
    return httpcore.Request(
        request.method,
        httpcore.URL(scheme=url.raw_scheme, host=host, port=url.port, target=url.raw_path),
        headers=request.headers.raw,
        content=cast("httpx.AsyncByteStream", request.stream),
        extensions=request.extensions,
    )


class _Body(httpx.AsyncByteStream):
    """The body of an answer, as it arrives."""

    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    @override
    async def __aiter__(self) -> AsyncGenerator[bytes, None]:
        parts = cast("AsyncGenerator[bytes, None]", self._response.aiter_stream())
        with as_httpx_says_it():
            async with aclosing(parts):
                async for part in parts:
                    yield part

    @override
    async def aclose(self) -> None:
        with as_httpx_says_it():
            await finish(self._response.aclose())
