"""The log of this computer's server, followed only while somebody looks at it."""

import asyncio

from desktop.runtime.clock import Clock
from desktop.runtime.event import Event
from desktop.runtime.supervisor import Supervisor
from desktop.system.log_places import place_of
from desktop.system.log_sources import LogSource
from desktop.system.server_log import ServerLog


class LocalLog:
    """Follows one source after the other, as the server is run by another one.

    `changed` says that there are lines, or that another log is followed. `place` is where it is,
    "" where none is kept that this program reads.
    """

    def __init__(self, tasks: Supervisor, clock: Clock) -> None:
        self.changed = Event[None]()
        self.current: ServerLog | None = None
        self.place = ""
        self._tasks = tasks
        self._clock = clock
        self._source: LogSource | None = None
        self._task: asyncio.Task[None] | None = None
        self._is_wanted = False

    def follow(self, is_wanted: bool) -> None:
        """Somebody looks at it, or nobody any more."""
        if is_wanted is not self._is_wanted:
            self._is_wanted = is_wanted
            self._arrange()

    def put(self, source: LogSource | None) -> None:
        """Say where the log is now; the same place changes nothing."""
        place = "" if source is None else place_of(source)
        if place != self.place:
            self.place, self._source = place, source
            self._arrange()

    def _arrange(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self.current, self._task = None, None
        if self._is_wanted and self._source is not None:
            self.current = ServerLog(self._source, self._clock)
            work = self._follow(self.current)
            self._task = self._tasks.start(work, name="log of the local server")
        self.changed.emit(None)

    async def _follow(self, log: ServerLog) -> None:
        log.crashed.subscribe(self._tasks.crashed.emit)
        log.changed.subscribe(self.changed.emit)
        async with log:
            await asyncio.Event().wait()
