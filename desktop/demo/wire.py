"""HTTP/1.1 on one connection: requests in, answers out, and noticing that the client left."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from urllib.parse import unquote

import h11

from desktop.demo.reply import Reply

READ_SIZE = 65_536
MAX_BODY = 64 * 1024 * 1024
"""Bytes of a request that are kept; uploads of blobs are not kept whole."""
LINGER = 0.5
"""Seconds that a client gets to read an answer to a body that was not read (as in Go)."""
GO_BUFFER = 2048
"""A body beyond this is sent in chunks, without Content-Length (fact 63)."""


class BodyTooLarge(Exception):
    """A request's body beyond the cap."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request: its body has been read, or comes in `chunks` if it is the upload of a blob."""

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: bytes = b""
    chunks: AsyncGenerator[bytes, None] | None = None

    @property
    def is_upload(self) -> bool:
        """Whether its body may be too large to be kept."""
        return self.method == "POST" and self.path.startswith("/api/blobs/")


class Connection:
    """One client's connection. Its owner calls one method at a time."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._wire = h11.Connection(h11.SERVER)
        self._is_head = False

    async def next_request(self) -> Request | None:
        """Return the head of the next request, or None when the client has closed in order."""
        event = await self._event()
        if not isinstance(event, h11.Request):
            return None
        self._is_head = event.method == b"HEAD"
        target = event.target.decode("latin-1").partition("?")[0]
        headers = {n.decode("latin-1"): v.decode("latin-1") for n, v in event.headers}
        return Request(event.method.decode("latin-1"), unquote(target), headers)

    async def chunks(self) -> AsyncGenerator[bytes, None]:
        """Yield the body of the request that is being read."""
        if self._wire.they_are_waiting_for_100_continue:
            await self._send(h11.InformationalResponse(status_code=100, headers=[]))
        while isinstance(event := await self._event(), h11.Data):
            yield bytes(event.data)

    async def read_body(self) -> bytes:
        """Return the whole body.

        Raises:
            BodyTooLarge: it is longer than MAX_BODY.
        """
        parts: list[bytes] = []
        size = 0
        async for chunk in self.chunks():
            parts.append(chunk)
            size += len(chunk)
            if size > MAX_BODY:
                raise BodyTooLarge
        return b"".join(parts)

    async def hung_up(self) -> None:
        """Return when the client closes its side; what it sends meanwhile is kept for later."""
        while data := await self._reader.read(READ_SIZE):
            self._wire.receive_data(data)

    async def send(self, reply: Reply, now: datetime) -> None:
        """Send a whole answer."""
        length = len(reply.body)
        sized = ("Content-Length", str(length))
        if length > GO_BUFFER and not self._is_head:
            sized = ("Transfer-Encoding", "chunked")
        has_length = reply.status != 204 and not (self._is_head and not reply.content_type)
        await self.start(reply, now, *([sized] if has_length else []))
        if reply.body and not self._is_head:
            await self._send(h11.Data(data=reply.body))
        await self.finish()

    async def start(self, reply: Reply, now: datetime, *more: tuple[str, str]) -> None:
        """Send the head of an answer."""
        headers = [("Content-Type", reply.content_type)] if reply.content_type else []
        headers += [*reply.headers, ("Date", format_datetime(now, usegmt=True)), *more]
        if self._wire.their_state is h11.SEND_BODY:
            headers.append(("Connection", "close"))
        await self._send(h11.Response(status_code=reply.status, headers=headers))

    async def piece(self, data: bytes) -> None:
        """Send one piece of a body that is sent in chunks."""
        if not self._is_head:
            await self._send(h11.Data(data=data))

    async def finish(self) -> None:
        await self._send(h11.EndOfMessage())

    async def can_go_on(self) -> bool:
        """Get ready for the next request; False if this one's body was not read (fact 52)."""
        if self._wire.their_state is h11.SEND_BODY:
            await self._linger()
            return False
        if self._wire.our_state is not h11.DONE or self._wire.their_state is not h11.DONE:
            return False
        self._wire.start_next_cycle()
        return True

    async def _linger(self) -> None:
        """Let the client read its answer: closing over unread bytes would take it away."""
        self._writer.write_eof()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LINGER):
                while await self._reader.read(READ_SIZE):
                    pass

    def close(self) -> None:
        self._writer.close()

    def abort(self) -> None:
        """Drop the connection as a lost network does: nothing more is sent, not even an end."""
        self._writer.transport.abort()

    async def gone(self) -> None:
        """Return when the socket is closed.

        Shielded, because all who wait share the stream's one future, which
        would be cancelled with the first of them.
        """
        with contextlib.suppress(ConnectionError):
            await asyncio.shield(self._writer.wait_closed())

    async def _event(self) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        while (event := self._wire.next_event()) is h11.NEED_DATA:
            self._wire.receive_data(await self._reader.read(READ_SIZE))
        return event

    async def _send(self, event: h11.Event) -> None:
        if data := self._wire.send(event):
            self._writer.write(data)
            await self._writer.drain()
