"""Whether a newer version of this program exists, for whoever shows it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeAlias

from desktop.domain.release import PAUSE, Release, is_due
from desktop.net.fetch import FetchFailed
from desktop.runtime.clock import Clock, SystemClock
from desktop.runtime.event import Event
from desktop.runtime.task_owner import TaskOwner

Fetch: TypeAlias = Callable[[], Awaitable[Release]]
"""Returns the newest release there is (`net.newer.fetch_newest`), or raises FetchFailed."""


class NewerVersions(TaskOwner):
    """Looks for a newer version once a day, from when a person said that it may.

    It asks nobody by itself: `begin` is for after a yes. `last_look` is kept
    by whoever made this, so that a program that is started often asks no more often
    for it. After a look that failed (`is_unreachable`), which is worth a word only to
    a person who asked, the next one is due an hour later.
    """

    RETRY = 3600.0

    def __init__(
        self,
        fetch: Fetch,
        version: str,
        last_look: datetime | None = None,
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self._fetch = fetch
        self._version = version
        self._clock = clock or SystemClock()
        self._is_looking = False
        self._daily: asyncio.Task[None] | None = None
        self.changed = Event[None]()
        self.newer: Release | None = None
        self.last_look = last_look
        self.is_unreachable = False

    def begin(self) -> None:
        """Look once it is due, and then every day, until `end`."""
        if self._daily is None or self._daily.done():
            self._daily = self._tasks.start(self._look_daily(), name="looking for newer versions")

    def end(self) -> None:
        """Look no more, because a person said no."""
        if self._daily is not None:
            self._daily.cancel()
            self._daily = None

    def look(self) -> None:
        """Look at once, because a person asks."""
        if not self._is_looking:
            self._tasks.start(self._look(), name="looking for a newer version")

    async def _look_daily(self) -> None:
        while True:
            now = self._clock.now()
            if not is_due(self.last_look, now) and self.last_look is not None:
                await self._clock.sleep((self.last_look + PAUSE - now).total_seconds())
            elif not await self._look():
                await self._clock.sleep(self.RETRY)

    async def _look(self) -> bool:
        """Fetch what the newest is, and return whether an answer came."""
        self._is_looking = True
        try:
            newest = await self._fetch()
        except FetchFailed:
            self.is_unreachable = True
            self.changed.emit(None)
            return False
        finally:
            self._is_looking = False
        self.is_unreachable = False
        self.last_look = self._clock.now()
        self.newer = newest if newest.is_newer_than(self._version) else None
        self.changed.emit(None)
        return True
