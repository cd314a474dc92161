"""Serves the bytes of a recorded exchange over a real socket."""

import asyncio
import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from tests.conformance.replay_recording import Recording
from tests.socket_server import SocketServer


@dataclass(frozen=True)
class Asked:
    """What the client asked."""

    method: str
    path: str
    body: bytes

    @property
    def json(self) -> Any:
        try:
            return json.loads(self.body)
        except ValueError:
            return None


class Replayer(SocketServer):
    """Answers with what was recorded, in the recorded pieces and with the recorded ending.

    `speed` is how many times faster than recorded; 0 means without waiting.
    """

    def __init__(self, recording: Recording, speed: float = 0) -> None:
        super().__init__()
        self._recording = recording
        self._speed = speed
        self.asked: list[Asked] = []
        self.was_asked = asyncio.Event()
        self.client_left = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            self.asked.append(await _read_question(reader))
            self.was_asked.set()
            await self._answer(writer)
            if not self._recording.is_cut:
                while await reader.read(65536):
                    pass
                self.client_left.set()
        except (ConnectionError, asyncio.IncompleteReadError):
            self.client_left.set()
        finally:
            writer.close()

    async def _answer(self, writer: asyncio.StreamWriter) -> None:
        recording = self._recording
        if recording.status is None:
            return
        start = asyncio.get_running_loop().time()
        await self._until(start, recording.headers_at)
        writer.write(_head(recording))
        has_body = recording.method != "HEAD" and recording.status not in (204, 304)
        for at, piece in filter(_has_bytes, recording.pieces if has_body else []):
            await self._until(start, at)
            framed = b"%x\r\n%s\r\n" % (len(piece), piece) if recording.is_chunked else piece
            writer.write(framed)
            await writer.drain()
            await asyncio.sleep(0)
        await self._until(start, recording.ends_at)
        if recording.ended == "chunked end":
            writer.write(b"0\r\n\r\n")
        await writer.drain()

    async def _until(self, start: float, milliseconds: float) -> None:
        if self._speed:
            due = start + milliseconds / 1000 / self._speed
            await asyncio.sleep(max(0.0, due - asyncio.get_running_loop().time()))


def _has_bytes(piece: tuple[float, bytes]) -> bool:
    """Whether there is anything to send: an empty chunk would end the answer."""
    return bool(piece[1])


async def _read_question(reader: asyncio.StreamReader) -> Asked:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *headers = head.strip().split("\r\n")
    method, path, _ = first.split(" ")
    length = next(
        (int(line[15:]) for line in headers if line.lower().startswith("content-length:")), 0
    )
    return Asked(method, path, await reader.readexactly(length))


def _head(recording: Recording) -> bytes:
    """The status line and headers; the length is that of the body, which is to be trusted."""
    status = recording.status or 0
    size = sum(len(piece) for _, piece in recording.pieces)
    headers = [pair for pair in recording.headers if pair[0].lower() != "transfer-encoding"]
    if recording.is_chunked:
        headers.append(("Transfer-Encoding", "chunked"))
    elif recording.method != "HEAD" and (length := _length(recording, size)) is not None:
        headers = [pair for pair in headers if pair[0].lower() != "content-length"]
        headers.append(("Content-Length", str(length)))
    reason = HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else "Status"
    lines = [f"HTTP/1.1 {status} {reason}", *(f"{name}: {value}" for name, value in headers)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def _length(recording: Recording, size: int) -> int | None:
    recorded = recording.header("content-length")
    if recording.ended == "content-length reached":
        return size
    return max(int(recorded), size + 1) if recorded else None
