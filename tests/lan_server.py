"""Stand-ins for computers of a network, each on an address and port of the test's choosing."""

import asyncio
import json
from collections.abc import Mapping
from types import TracebackType
from typing import Self

from desktop.runtime.supervisor import Supervisor
from tests.raw_server import whole

VERSION = whole(b'{"version": "0.12.6"}')

NO = whole(b"no", "text/plain", 404)


def tags(count: int) -> bytes:
    """An answer with that many models."""
    return whole(json.dumps({"models": [{"name": f"m{n}"} for n in range(count)]}).encode())


class LanServer:
    """Answers each path with its bytes and hangs up; a path it does not know gets `otherwise`."""

    def __init__(
        self, address: str, port: int, answers: Mapping[str, bytes], otherwise: bytes = NO
    ) -> None:
        self._place = address, port
        self._answers = answers
        self._otherwise = otherwise
        self._tasks = Supervisor()
        self.requests: list[str] = []
        self.connections = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, *self._place)
        self.port: int = self._server.sockets[0].getsockname()[1]
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

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._tasks.start(self._serve(reader, writer), name="computer of a network")

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.requests.append(request)
            answer = self._answers.get(request.split()[1], self._otherwise)
            writer.write(answer)
            await writer.drain()
            if not answer:  # It says nothing, and waits for the other to go.
                await reader.read()
        except (ConnectionError, asyncio.IncompleteReadError):
            writer.transport.abort()
        finally:
            writer.close()
