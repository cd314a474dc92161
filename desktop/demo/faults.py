"""Everything that can be made to go wrong with the stand-in, while it runs."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, fields
from datetime import timedelta
from enum import Enum, auto

from desktop.demo.reply import Reply, line

LONG_LINE = 10 * 1024 * 1024
"""Bytes of the long line of Garbage.LONG_LINE, beyond what any client should take."""


class Garbage(Enum):
    """What a stream says in place of its second line."""

    BROKEN_JSON = auto()
    HTML = auto()
    LONG_LINE = auto()


class ProxyPage(Enum):
    """What something that is not Ollama answers: a 502, or PORTAL with a 200 and a web page."""

    HTML = auto()
    EMPTY = auto()
    PORTAL = auto()


class CutOff(Exception):
    """The connection is to be dropped here, without an end."""


@dataclass(slots=True)
class Faults:
    """Switches that may be set at any moment; each takes effect at once.

    `only` limits those of whole answers and streams to paths that begin with
    it. `delay` is seconds before every answer. `busy` refuses pulls too, as a
    gate before a server may. `cut_after` drops the connection after so many
    lines of a stream, `cut_after_bytes` after so many bytes of any answer.
    `stall` repeats a pull's line (fact 33), `silence` sends nothing more
    and `hold_after` nothing after so many lines, both until they are put back,
    `endless` never stops, `fall_back` takes a download's bytes back once (fact
    32). `extra_models` adds made-up rows to the list. `clock_ahead` moves the
    server's clock. `disk_full` ends pulls and uploads as soon as bytes come.
    `upload_stops_at` reads no more than so many bytes of an upload,
    `upload_cut_at` drops the connection there. `registry_error` is what a push
    ends with.
    """

    only: str = ""
    delay: float = 0.0
    hang: bool = False
    busy: bool = False
    proxy_page: ProxyPage | None = None
    garbage: Garbage | None = None
    cut_after: int | None = None
    cut_after_bytes: int | None = None
    silence: bool = False
    hold_after: int | None = None
    endless: bool = False
    stall: bool = False
    fall_back: bool = False
    disk_full: bool = False
    extra_models: int = 0
    wrong_types: bool = False
    clock_ahead: timedelta = timedelta(0)
    upload_stops_at: int | None = None
    upload_cut_at: int | None = None
    registry_error: str = ""

    def clear(self) -> None:
        """Put every switch back."""
        fresh = Faults()
        for switch in fields(self):
            setattr(self, switch.name, getattr(fresh, switch.name))

    def meets(self, path: str) -> bool:
        """Whether the switches of whole answers and streams are for this path."""
        return path.startswith(self.only)

    async def before(self, path: str) -> Reply | None:
        """Wait as long as is set, and return what is to be answered instead, if anything."""
        if not self.meets(path):
            return None
        if self.delay > 0:
            await asyncio.sleep(self.delay)
        await _while(lambda: self.hang)
        if self.proxy_page is not None:
            return _proxy_page(self.proxy_page)
        return None

    async def during_upload(self, size: int) -> None:
        """Wait or break off, after so many bytes of an upload were read.

        Raises:
            CutOff: the connection is to be dropped.
        """
        await _while(lambda: self.upload_stops_at is not None and size >= self.upload_stops_at)
        if self.upload_cut_at is not None and size >= self.upload_cut_at:
            raise CutOff

    def spoils_whole(self, path: str) -> bool:
        """Whether an answer in one piece is to be sent as a stream, so that it can go wrong."""
        return self.meets(path) and (
            self.cut_after_bytes is not None or self.endless or self.silence
        )

    async def spoil(self, path: str, pieces: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes]:
        """Yield a stream's pieces as the switches have it.

        Raises:
            CutOff: the connection is to be dropped.
        """
        sent = sent_bytes = 0
        async with aclosing(pieces):
            async for piece in pieces:
                await self._held(path, sent)
                if self.meets(path):
                    piece = self._spoiled(piece, sent)
                    self._cut(sent, sent_bytes)
                yield piece
                sent, sent_bytes = sent + 1, sent_bytes + len(piece)
        while self.endless and self.meets(path):
            await asyncio.sleep(0)
            yield line({"status": "pulling manifest", "response": "and so on ", "done": False})

    async def _held(self, path: str, sent: int) -> None:
        """Wait for as long as nothing more is to be sent."""

        def is_held() -> bool:
            is_over = self.hold_after is not None and sent >= self.hold_after
            return (self.silence or is_over) and self.meets(path)

        await _while(is_held)

    def _spoiled(self, piece: bytes, position: int) -> bytes:
        if self.garbage is None or position != 1:
            return piece
        if self.garbage is Garbage.BROKEN_JSON:
            return piece[: len(piece) // 2] + b"\n"
        if self.garbage is Garbage.HTML:
            return b"<html><body><h1>504 Gateway Time-out</h1></body></html>\n"
        return line({"status": "x" * LONG_LINE})

    def _cut(self, sent: int, sent_bytes: int) -> None:
        if self.cut_after is not None and sent >= self.cut_after:
            raise CutOff
        if self.cut_after_bytes is not None and sent_bytes >= self.cut_after_bytes:
            raise CutOff


async def _while(is_set: Callable[[], bool]) -> None:
    """Wait until a switch is put back. Switches are plain fields, so they are looked at."""
    while is_set():  # noqa: ASYNC110
        await asyncio.sleep(0.02)


def _proxy_page(page: ProxyPage) -> Reply:
    if page is ProxyPage.EMPTY:
        return Reply(502)
    if page is ProxyPage.PORTAL:
        return Reply(200, b"<html><body>Please sign in to this network.</body></html>", "text/html")
    text = b"<html><head><title>502 Bad Gateway</title></head><body>proxy</body></html>"
    return Reply(502, text, "text/html")
