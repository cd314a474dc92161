"""A server's log as it is followed: the last lines of it, and which of them are wanted."""

from collections import deque
from collections.abc import Iterable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Self

from desktop.runtime.clock import Clock
from desktop.runtime.event import Event
from desktop.runtime.task_owner import TaskOwner
from desktop.system.log_line import LogLine
from desktop.system.log_sources import MOST, LogSource, LogUnavailable

AGAIN = 5.0
"""Seconds until a log that came to an end is opened again."""


@dataclass(frozen=True, slots=True)
class LogView:
    """What is known of a log. A line's number is `gone` and its place in `lines`.

    `gone` counts the lines that were dropped for newer ones; `problem` says why nothing comes.
    """

    lines: tuple[LogLine, ...] = ()
    gone: int = 0
    problem: str = ""


class ServerLog(TaskOwner):
    """Follows a log from when it is entered until it is left, in bounded memory."""

    def __init__(self, source: LogSource, clock: Clock, most: int = MOST) -> None:
        super().__init__()
        self.changed = Event[None]()
        self._source = source
        self._clock = clock
        self._lines: deque[LogLine] = deque(maxlen=most)
        self._gone = 0
        self._problem = ""
        self._view: LogView | None = LogView()

    async def __aenter__(self) -> Self:
        self._tasks.start(self._follow(), name="server log")
        return self

    @property
    def view(self) -> LogView:
        """What is known now; made when it is first asked for after a change."""
        if self._view is None:
            self._view = LogView(tuple(self._lines), self._gone, self._problem)
        return self._view

    def clear(self) -> None:
        """Forget the lines so far; the numbers go on."""
        self._gone += len(self._lines)
        self._lines.clear()
        self._tell()

    async def _follow(self) -> None:
        while True:
            is_first = True
            try:
                async with aclosing(self._source.follow()) as batches:
                    async for batch in batches:
                        self._add(batch, is_first)
                        is_first = False
            except LogUnavailable as error:
                self._problem = str(error)
                self._tell()
            await self._clock.sleep(AGAIN)

    def _add(self, batch: Iterable[LogLine], is_first: bool) -> None:
        """Take lines in. A log that is opened again tells its last lines again."""
        if is_first:
            self._gone += len(self._lines)
            self._lines.clear()
        for line in batch:
            self._gone += len(self._lines) == self._lines.maxlen
            self._lines.append(line)
        self._problem = ""
        self._tell()

    def _tell(self) -> None:
        self._view = None
        self.changed.emit(None)
