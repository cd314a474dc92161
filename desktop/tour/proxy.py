"""A proxy that reaches nobody, as the tour's: it answers every request with 502 and a page."""

import asyncio
from types import TracebackType
from typing import Self

from desktop.domain.proxy import ProxyAddress

_PAGE = b"<html><head><title>502 Bad Gateway</title></head><body>No way there.</body></html>"
_ANSWER = (
    b"HTTP/1.1 502 Bad Gateway\r\n"
    b"Server: gateway\r\n"
    b"Via: 1.1 gateway\r\n"
    b"Content-Type: text/html\r\n"
    b"Content-Length: %d\r\n"
    b"Connection: close\r\n\r\n%s"
)


class RefusingProxy:
    """Listens on loopback while it is open, as a company's proxy that cannot reach a host here."""

    def __init__(self) -> None:
        self._server: asyncio.Server | None = None

    @property
    def address(self) -> ProxyAddress:
        """Where it listens; only while it is open."""
        if self._server is None:
            raise RuntimeError("the proxy is not open")
        host, port = self._server.sockets[0].getsockname()[:2]
        return ProxyAddress("http", host, port)

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(_answer, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Read the head of one request, refuse it and hang up."""
    try:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(_ANSWER % (len(_PAGE), _PAGE))
        await writer.drain()
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
        pass
    finally:
        writer.close()
