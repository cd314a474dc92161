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

    It asks nobody by itself: `begin` is for after a yes. `last_look` and what was
    `found` then are kept by whoever made this, so that a program that is started
    often asks no more often for it, and goes on saying what it knows. After a look that
    failed, which is worth no word, the next one is due an hour later.
    """

    RETRY = 3600.0

    def __init__(
        self,
        fetch: Fetch,
        version: str,
        last_look: datetime | None = None,
        clock: Clock | None = None,
        found: Release | None = None,
    ) -> None:
        super().__init__()
        self._fetch = fetch
        self._version = version
        self._clock = clock or SystemClock()
        self._daily: asyncio.Task[None] | None = None
        self.changed = Event[None]()
        self.newer = self._if_newer(found) if found is not None else None
        self.last_look = last_look

    def begin(self) -> None:
        """Look once it is due, and then every day, until `end`."""
        if self._daily is None or self._daily.done():
            self._daily = self._tasks.start(self._look_daily(), name="looking for newer versions")

    def end(self) -> None:
        """Look no more, because a person said no."""
        if self._daily is not None:
            self._daily.cancel()
            self._daily = None

    async def _look_daily(self) -> None:
        while True:
            now = self._clock.now()
            if not is_due(self.last_look, now) and self.last_look is not None:
                await self._clock.sleep((self.last_look + PAUSE - now).total_seconds())
            elif not await self._look():
                await self._clock.sleep(self.RETRY)

    async def _look(self) -> bool:
        """Fetch what the newest is, and return whether an answer came."""
        try:
            newest = await self._fetch()
        except FetchFailed:
            return False
        self.last_look = self._clock.now()
        self.newer = self._if_newer(newest)
        self.changed.emit(None)
        return True

    def _if_newer(self, release: Release) -> Release | None:
        return release if release.is_newer_than(self._version) else None
