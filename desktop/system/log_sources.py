"""Where a server's log comes from: systemd's journal, followed by a child, or a file."""

import asyncio
import codecs
import json
import os
import subprocess
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from desktop.runtime.clock import Clock
from desktop.runtime.threads import Worker
from desktop.system.command import end, plain_environment
from desktop.system.log_line import LONGEST, LogLine, Severity, parse_line

MOST = 5000
"""Lines that are kept, and read of what was written before."""
PAUSE = 0.5
"""Seconds between two looks at a file."""
_BEFORE = 1024 * 1024
"""Bytes of a file that are read of what was written before."""
_PIECE = 64 * 1024
_WORDS = 600
_LONGEST_ENTRY = 256 * 1024
"""Bytes of one entry of the journal as JSON."""


class LogUnavailable(Exception):
    """The log cannot be read, or came to an end; the text is what the system said."""


class LogSource(Protocol):
    """Something that tells a log's lines, the old ones first."""

    def follow(self) -> AsyncGenerator[tuple[LogLine, ...], None]:
        """Yield lines as they come, without an end; raises LogUnavailable."""
        ...


class LineCutter:
    """Cuts what is read into lines. Of a line that is too long the rest is left out."""

    def __init__(self, longest: int = LONGEST) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._longest = longest
        self._open = ""

    def feed(self, data: bytes) -> list[str]:
        """Return the lines that are whole now."""
        *whole, rest = self._decoder.decode(data).split("\n")
        if whole:
            whole[0] = self._open + whole[0]
            self._open = ""
        self._open = (self._open + rest)[: self._longest]
        return [line[: self._longest].rstrip("\r") for line in whole]

    def flush(self) -> list[str]:
        """Return the last line, which has no end, if there is one."""
        rest, self._open = self._open, ""
        self._decoder.reset()
        return [rest] if rest else []


class Journal:
    """The journal of a unit, as `journalctl -f` tells it."""

    def __init__(
        self,
        unit: str = "ollama.service",
        *,
        is_of_user: bool = False,
        program: Sequence[str] = ("journalctl",),
    ) -> None:
        whose = ["--user"] if is_of_user else []
        options = ["-f", "-o", "json", "--all", "-n", str(MOST)]
        self.command = (*program, *whose, "-u", unit, *options)

    async def follow(self) -> AsyncGenerator[tuple[LogLine, ...], None]:
        """Yield lines until the child ends, which is ended with the caller.

        Raises:
            LogUnavailable: there is no journal, or it may not be read.
        """
        try:
            process = await asyncio.create_subprocess_exec(
                *self.command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=plain_environment(),
            )
        except OSError as error:
            raise LogUnavailable(f"{self.command[0]}: {error.strerror}") from error
        try:
            async with aclosing(_entries(process)) as entries:
                async for lines in entries:
                    yield lines
            raise LogUnavailable(await _last_words(process))
        finally:
            await end(process)


class LogFile:
    """A log that is a file: followed through rotation (a new file of its name) and truncation."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path = path
        self._clock = clock

    async def follow(self) -> AsyncGenerator[tuple[LogLine, ...], None]:
        """Yield the file's last lines, and then what is added. A file that is gone is waited for.

        Raises:
            LogUnavailable: the file is there and may not be read.
        """
        worker, tail = Worker("log file"), _Tail(self.path)
        try:
            while True:
                try:
                    lines = await worker.run(_parsed, tail)
                except OSError as error:
                    raise LogUnavailable(f"{self.path.name}: {error.strerror}") from error
                if lines:
                    yield lines
                else:
                    await self._clock.sleep(PAUSE)
        finally:
            worker.post(tail.close)
            worker.close()


class _Tail:
    """The reading end of a file that grows, is cut off or is replaced. Blocks."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None
        self._cutter = LineCutter()

    def read(self) -> list[str]:
        """Return some of the lines that were added since; none if nothing was."""
        if self._file is None and not self._open(skips=True):
            return []
        lines = self._more()
        while not lines and self._file is not None and self._is_another():
            lines = self._cutter.flush()
            self.close()
            if self._open(skips=False) and not lines:
                lines = self._more()
        return lines

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _more(self) -> list[str]:
        """Read until a line is whole; a file shorter than what was read of it begins anew."""
        if (file := self._file) is None:
            return []
        if os.fstat(file.fileno()).st_size < file.tell():
            file.seek(0)
            self._cutter.flush()
        while data := file.read(_PIECE):
            if lines := self._cutter.feed(data):
                return lines
        return []

    def _open(self, *, skips: bool) -> bool:
        try:
            self._file = self._path.open("rb")
        except FileNotFoundError:
            return False
        size = os.fstat(self._file.fileno()).st_size
        if skips and size > _BEFORE:
            self._file.seek(size - _BEFORE)
            self._file.readline(_PIECE)
        return True

    def _is_another(self) -> bool:
        """Whether the name leads to another file now; while it leads to none, this one is kept."""
        if self._file is None:
            return False
        try:
            there, here = os.stat(self._path), os.fstat(self._file.fileno())
        except FileNotFoundError:
            return False
        return (there.st_dev, there.st_ino) != (here.st_dev, here.st_ino)


def _parsed(tail: _Tail) -> tuple[LogLine, ...]:
    return tuple(parse_line(line) for line in tail.read())


def of_entry(text: str) -> LogLine | None:
    """Return the line of an entry of the journal (systemd.journal-fields(7)); None if it is none.

    A message that is no text comes as a list of its bytes.
    """
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    entry = cast("Mapping[str, object]", value)
    message = entry.get("MESSAGE")
    if isinstance(message, list):
        numbers = cast("list[object]", message)[:LONGEST]
        bytes_ = bytes(n for n in numbers if isinstance(n, int) and 0 <= n < 256)
        message = bytes_.decode(errors="replace")
    if not isinstance(message, str):
        return None
    line = parse_line(message)
    severity = max(line.severity, _of_priority(entry.get("PRIORITY")))
    return replace(line, severity=severity, time=line.time or _moment(entry))


def _of_priority(value: object) -> Severity:
    """syslog's numbers: 3 is an error, 4 a warning; what a program prints is 6."""
    if value in ("0", "1", "2", "3"):
        return Severity.ERROR
    return Severity.WARNING if value == "4" else Severity.DEBUG


def _moment(entry: Mapping[str, object]) -> datetime | None:
    value = entry.get("__REALTIME_TIMESTAMP")
    if not isinstance(value, str) or not value.isdecimal() or len(value) > 17:
        return None
    return datetime.fromtimestamp(int(value) / 1e6, UTC)


async def _entries(
    process: asyncio.subprocess.Process,
) -> AsyncGenerator[tuple[LogLine, ...], None]:
    cutter, stream = LineCutter(_LONGEST_ENTRY), process.stdout
    while stream is not None and (data := await stream.read(_PIECE)):
        found = [line for text in cutter.feed(data) if (line := of_entry(text))]
        if found:
            yield tuple(found)


async def _last_words(process: asyncio.subprocess.Process) -> str:
    said = b"" if process.stderr is None else await process.stderr.read(_WORDS)
    return said.decode(errors="replace").strip() or "the journal came to an end"
