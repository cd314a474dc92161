"""Pools whose connections are closed also where httpcore is interrupted in closing them."""

from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from typing import cast

import httpcore
import httpx
from typing_extensions import override

from desktop.runtime.finish import finish


class ClosedConnection(httpcore.AsyncConnectionInterface):
    """A connection that is closed or idle after a request that failed, and after an answer.

    httpcore closes it as well, but waits for a lock before, and what it calls a
    shield is none against a task's own cancellation: a second one in that moment left the
    connection open for as long as its client lived, and the server at work.
    From its first step a request has the connection for itself.
    """

    def __init__(self, inner: httpcore.AsyncConnectionInterface) -> None:
        self._inner = inner
        self._request: httpcore.Request | None = None
        self._is_asking = False

    @override
    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        if self._request is not None and not self.is_idle():
            raise httpcore.ConnectionNotAvailable
        self._request, self._is_asking = request, True
        try:
            response = await self._inner.handle_async_request(request)
        except BaseException:
            await self._let_go(request)
            raise
        finally:
            self._is_asking = False
        body = cast("httpx.AsyncByteStream", response.stream)
        response.stream = _Body(body, partial(self._let_go, request))
        return response

    async def _let_go(self, request: httpcore.Request) -> None:
        """Close the connection, unless it waits for its next request or has it already."""
        if self._request is request and not (self.is_closed() or self._inner.is_idle()):
            await finish(self.aclose())

    @override
    async def aclose(self) -> None:
        await self._inner.aclose()

    @override
    def info(self) -> str:
        return self._inner.info()

    @override
    def can_handle_request(self, origin: httpcore.Origin) -> bool:
        return self._inner.can_handle_request(origin)

    @override
    def is_available(self) -> bool:
        return not self._is_asking and self._inner.is_available()

    @override
    def has_expired(self) -> bool:
        return not self._is_asking and self._inner.has_expired()

    @override
    def is_idle(self) -> bool:
        return not self._is_asking and self._inner.is_idle()

    @override
    def is_closed(self) -> bool:
        return self._inner.is_closed()


class _Body(httpx.AsyncByteStream):
    """The body of an answer; who closes it in the middle closes the connection too."""

    def __init__(self, inner: httpx.AsyncByteStream, let_go: Callable[[], Awaitable[None]]) -> None:
        self._inner = inner
        self._let_go = let_go

    @override
    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._inner.__aiter__()

    @override
    async def aclose(self) -> None:
        await self._inner.aclose()
        await self._let_go()


class Pool(httpcore.AsyncConnectionPool):
    """Connections that lead straight to their host, or through what their backend opens."""

    @override
    def create_connection(self, origin: httpcore.Origin) -> ClosedConnection:
        return ClosedConnection(super().create_connection(origin))


class ForwardingPool(httpcore.AsyncHTTPProxy):
    """Connections to a proxy of HTTP that reads the requests."""

    @override
    def create_connection(self, origin: httpcore.Origin) -> ClosedConnection:
        return ClosedConnection(super().create_connection(origin))
