"""A clock that a test moves by hand."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

START = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


class ManualClock:
    """Stands still until `advance`; then every sleeper whose time has come wakes, in order."""

    def __init__(self, start: datetime = START) -> None:
        self._start = start
        self._elapsed = 0.0
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._elapsed)

    def monotonic(self) -> float:
        return self._elapsed

    @property
    def sleeper_count(self) -> int:
        return len(self._sleepers)

    @property
    def waits(self) -> list[float]:
        """Seconds until each sleeper wakes, soonest first."""
        return sorted(moment - self._elapsed for moment, _ in self._sleepers)

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        sleeper = (self._elapsed + seconds, asyncio.get_running_loop().create_future())
        self._sleepers.append(sleeper)
        try:
            await sleeper[1]
        finally:
            if sleeper in self._sleepers:
                self._sleepers.remove(sleeper)

    def advance(self, seconds: float) -> None:
        """Move on; sleepers are woken, and run when the test awaits next."""
        self._elapsed += seconds
        for sleeper in sorted(self._sleepers, key=lambda sleeper: sleeper[0]):
            if sleeper[0] <= self._elapsed + 1e-9 and not sleeper[1].done():
                sleeper[1].set_result(None)


def queued_seconds() -> float:
    """How long the main thread has waited for a processor so far; 0 where the system is not Linux.

    What it waits for by itself is not among it, such as an answer or a lock.
    """
    told = Path("/proc/self/schedstat")
    return int(told.read_text().split()[1]) / 1e9 if told.exists() else 0.0


def own_seconds() -> float:
    """A clock that stands still meanwhile, so that a busy computer changes no figure."""
    return time.monotonic() - queued_seconds()


async def until(condition: Callable[[], object], timeout: float = 5.0) -> None:
    """Wait for a condition of the real world, such as an answer over a socket."""
    async with asyncio.timeout(timeout):
        while not condition():  # noqa: ASYNC110  what is waited for tells nobody
            await asyncio.sleep(0.002)
