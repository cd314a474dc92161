"""One answer of a server that has begun: its head, and its body as it arrives."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from datetime import datetime

import httpx
import msgspec

from desktop.net.parts import parts_of
from desktop.ollama.decoding import UNREADABLE, http_date
from desktop.ollama.errors import StreamBroken, TooLarge, translated
from desktop.ollama.ndjson import LineSplitter
from desktop.ollama.pace import Pace
from desktop.ollama.refusals import error_text, refused

MAX_BODY = 64 * 1024 * 1024
"""Bytes of an answer that is read whole."""
EVENTS = "text/event-stream"
LINES = "application/x-ndjson"


class Answer:
    """An answer whose status was no error. It is read once, by `whole` or by `lines`."""

    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self._pace = Pace()

    @property
    def status(self) -> int:
        return self._response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers; case does not matter when one is looked up."""
        return self._response.headers

    @property
    def media_type(self) -> str:
        """The content type in lower case without its parameters; "" if none was sent."""
        return media_type(self._response)

    @property
    def server_time(self) -> datetime | None:
        """What the server's clock said, from the Date header; to the second."""
        return http_date(self._response.headers.get("date", ""))

    async def whole(self) -> bytes:
        """Read the body to its end.

        Raises:
            ServerRefused: the body is an error, whatever the status.
            StreamBroken: the connection ended before the body did.
            TooLarge: it is longer than 64 MB.
        """
        async with aclosing(self.chunks()) as chunks:
            body = b"".join([chunk async for chunk in chunks])
        if text := error_text(body):
            raise refused(self.status, text)
        return body

    async def chunks(self, cap: int = MAX_BODY) -> AsyncGenerator[bytes, None]:
        """Yield the bytes as they arrive, `cap` of them at most; 0 means no cap."""
        size = 0
        with translated():
            async with parts_of(self._response) as parts:
                async for chunk in parts:
                    size += len(chunk)
                    if cap and size > cap:
                        raise TooLarge(f"an answer of more than {cap} bytes", status=self.status)
                    yield chunk
                    await self._pace.give_way()

    async def lines(self) -> AsyncGenerator[bytes, None]:
        """Yield each line as it arrives, whole and without its newline; empty ones too.

        A stream of Ollama's ends with `success`, `done` or [DONE], and one that
        does not is broken, however properly it was closed (facts 1, 5 and 6).
        What comes after the last newline counts as a line if the answer
        ended in order, or if it is a whole JSON value all the same.

        Raises:
            ServerRefused: a line is an error.
            StreamBroken: the answer stopped short; every whole line was yielded before.
            TooLarge: a line of more than 8 MB.
        """
        last = b""
        async with aclosing(self._raw_lines()) as lines:
            async for line in lines:
                if text := error_text(_payload(line)):
                    raise refused(self.status, text)
                last = line if line.strip() else last
                yield line
                await self._pace.give_way()
        if not _is_ending(self.media_type, last):
            raise StreamBroken("the stream ended before the answer did", ended_in_order=True)

    async def _raw_lines(self) -> AsyncGenerator[bytes, None]:
        splitter = LineSplitter()
        broken: StreamBroken | None = None
        try:
            async with aclosing(self.chunks(cap=0)) as chunks:
                async for chunk in chunks:
                    for line in splitter.feed(chunk):
                        yield line
        except StreamBroken as error:
            broken = error
        rest = splitter.rest()
        if rest and (broken is None or _is_whole(_payload(rest))):
            yield rest
        if broken is not None:
            raise broken


def media_type(response: httpx.Response) -> str:
    """Return an answer's content type in lower case without its parameters."""
    return str(response.headers.get("content-type", "")).partition(";")[0].strip().lower()


class _Ending(msgspec.Struct, gc=False):
    done: object = None
    status: object = None


_endings = msgspec.json.Decoder(_Ending)
_anything = msgspec.json.Decoder(msgspec.Raw)


def _is_ending(kind: str, line: bytes) -> bool:
    if kind == EVENTS:
        return _payload(line) == b"[DONE]"
    if kind != LINES:
        return True
    try:
        ending = _endings.decode(line)
    except UNREADABLE:
        return False
    return ending.done is True or ending.status == "success"


def _payload(line: bytes) -> bytes:
    return line[5:].strip() if line.startswith(b"data:") else line


def _is_whole(text: bytes) -> bool:
    try:
        return bool(_anything.decode(text))
    except UNREADABLE:
        return False
