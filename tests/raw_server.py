"""A server that sends exactly the bytes it is given, whatever they are."""

import asyncio
from collections.abc import Iterable

from tests.socket_server import SocketServer


class RawServer(SocketServer):
    """Answers each connection's first request with pieces of bytes.

    It hangs up after the last piece, or with `is_held` waits until the client
    does. With `is_endless` the last piece is repeated for ever; one that
    `is_eager` does not wait for the request.
    """

    def __init__(
        self,
        *pieces: bytes,
        is_held: bool = False,
        is_endless: bool = False,
        is_eager: bool = False,
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        super().__init__(host, port)
        self._pieces = pieces
        self._is_held = is_held
        self._is_endless = is_endless
        self._is_eager = is_eager
        self.requests: list[bytes] = []
        self.clients = 0
        self.was_asked = asyncio.Event()
        self.client_left = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.clients += 1
        try:
            if not self._is_eager:
                self.requests.append(await reader.readuntil(b"\r\n\r\n"))
            self.was_asked.set()
            await self._send(writer, self._pieces)
            while self._is_endless:
                await self._send(writer, self._pieces[-1:])
            while self._is_held and await reader.read(65536):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            writer.transport.abort()
        finally:
            self.clients -= 1
            self.client_left.set()
            writer.close()

    async def _send(self, writer: asyncio.StreamWriter, pieces: Iterable[bytes]) -> None:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0)


def head(status: int = 200, *headers: str) -> bytes:
    """The beginning of an answer."""
    return ("\r\n".join([f"HTTP/1.1 {status} Status", *headers]) + "\r\n\r\n").encode()


def whole(body: bytes, kind: str = "application/json", status: int = 200) -> bytes:
    """An answer of a known length."""
    return head(status, f"Content-Type: {kind}", f"Content-Length: {len(body)}") + body


def chunk(data: bytes) -> bytes:
    """A piece of an answer whose length is not known in advance."""
    return b"%x\r\n%s\r\n" % (len(data), data)


STREAM = head(200, "Content-Type: application/x-ndjson", "Transfer-Encoding: chunked")
END = b"0\r\n\r\n"
