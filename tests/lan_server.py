"""Stand-ins for computers of a network, each on an address and port of the test's choosing."""

import asyncio
import json
from collections.abc import Mapping

from tests.raw_server import whole
from tests.socket_server import SocketServer

VERSION = whole(b'{"version": "0.12.6"}')

NO = whole(b"no", "text/plain", 404)


def tags(count: int) -> bytes:
    """An answer with that many models."""
    return whole(json.dumps({"models": [{"name": f"m{n}"} for n in range(count)]}).encode())


class LanServer(SocketServer):
    """Answers each path with its bytes and hangs up; a path it does not know gets `otherwise`."""

    def __init__(
        self, address: str, port: int, answers: Mapping[str, bytes], otherwise: bytes = NO
    ) -> None:
        super().__init__(address, port)
        self._answers = answers
        self._otherwise = otherwise
        self.requests: list[str] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
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
