"""Reads a computer again and again, and keeps the last five minutes."""

from collections import deque
from dataclasses import dataclass
from typing import Self

from desktop.domain.readings import ComputerReading, ReadingProblem, ReadingsSnapshot, Sample
from desktop.runtime.alarm import Alarm
from desktop.runtime.clock import Clock, SystemClock
from desktop.runtime.event import Event
from desktop.runtime.task_owner import TaskOwner
from desktop.system.reader import NoReading, Reader

KEPT = 300.0
"""Seconds of history."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds between two readings: while somebody looks, and while nobody does."""

    watched: float = 2.0
    hidden: float = 30.0


FOR_SSH = Pace(10.0, 120.0)
"""Each reading there is a sign-in of its own."""


class Readings(TaskOwner):
    """The readings of one computer; used as `async with`, which is how long it reads.

    `snapshot` is replaced with each reading, and `changed` says so.
    """

    def __init__(self, reader: Reader, *, clock: Clock | None = None, pace: Pace = Pace()) -> None:
        super().__init__()
        self.changed = Event[None]()
        self.snapshot = ReadingsSnapshot()
        self._reader = reader
        self._clock = clock or SystemClock()
        self._pace = pace
        self._alarm = Alarm(self._clock)
        self._is_watched = False
        self._history = deque[Sample](maxlen=round(KEPT / pace.watched) + 1)

    async def __aenter__(self) -> Self:
        self._tasks.start(self._keep_reading(), name="reads a computer")
        return self

    def watch_closely(self, is_watched: bool) -> None:
        """Read often from now on, and at once; or, when nobody looks any more, seldom."""
        if is_watched and not self._is_watched:
            self._alarm.ring()
        self._is_watched = is_watched

    def refresh(self) -> None:
        """Read at once."""
        self._alarm.ring()

    async def _keep_reading(self) -> None:
        while True:
            await self._read()
            pace = self._pace
            await self._alarm.sleep(pace.watched if self._is_watched else pace.hidden)

    async def _read(self) -> None:
        try:
            reading = await self._reader.read()
        except NoReading as error:
            self._keep(error.part, error.problem, error.raw)
        else:
            self._keep(reading)

    def _keep(
        self,
        reading: ComputerReading | None,
        problem: ReadingProblem | None = None,
        raw: str = "",
    ) -> None:
        now = self._clock.monotonic()
        if reading is not None:
            self._history.append(Sample(now, reading))
        while self._history and now - self._history[0].at > KEPT:
            self._history.popleft()
        newest = reading or self.snapshot.reading
        self.snapshot = ReadingsSnapshot(newest, tuple(self._history), problem, raw)
        self.changed.emit(None)
