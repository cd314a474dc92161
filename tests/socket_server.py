"""What every server of the tests does that answers in a way of its own."""

import asyncio
from types import TracebackType
from typing import Self

from desktop.domain.address import HostAddress
from desktop.runtime.supervisor import Supervisor


class SocketServer:
    """Listens within `async with`, and owns a task for each connection.

    `serve` is what a server does with one; it has to close the writer.
    """

    def __init__(self, host: str = "127.0.0.1", port: int = 0, scheme: str = "http") -> None:
        self._place = host, port
        self._scheme = scheme
        self._tasks = Supervisor()
        self.connections = 0
        """How many there were so far."""

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, *self._place)
        host, self.port = self._server.sockets[0].getsockname()[:2]
        self.address = HostAddress(self._scheme, host, self.port)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.close()
        await self._tasks.close()
        await self._server.wait_closed()

    def stop_listening(self) -> None:
        """Refuse new connections; those that there are go on."""
        self._server.close()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        raise NotImplementedError

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._tasks.start(self.serve(reader, writer), name=type(self).__name__)
