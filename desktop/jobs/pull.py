"""One pull, from the first request to its end: read, watched, restarted, and asked for again."""

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace
from datetime import timedelta

from desktop.domain.pull import PullStep
from desktop.jobs.job import Job, JobState
from desktop.jobs.patience import pause_after
from desktop.jobs.tally import Tally
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import OllamaError
from desktop.runtime.alarm import Alarm
from desktop.runtime.clock import Clock
from desktop.runtime.supervisor import Supervisor

STALL_AFTER = 15.0
"""Seconds without a new byte after which a pull is stalled (fact 33)."""
RESTART_AFTER = 60.0
"""Seconds without a new byte after which it is pulled anew, once."""


class PullRun:
    """Runs one pull and hands on its snapshots.

    A server whose registry is gone repeats one line for a minute (fact 33), and
    a server that is gone itself says nothing at all; so bytes are watched by
    the clock, not by lines. A server that is too busy to begin is asked again
    after a pause, which is safe: a pull does the same however often it is
    asked for (fact 37). The connection is closed by cancelling `run`; `chance`
    gives a number from 0 to 1.
    """

    def __init__(
        self,
        job: Job,
        client: Callable[[], OllamaClient],
        clock: Clock,
        store: Callable[[Job], None],
        chance: Callable[[], float],
    ) -> None:
        self._job = job
        self._client = client
        self._clock = clock
        self._store = store
        self._chance = chance
        self._alarm = Alarm(clock)
        self._tally = Tally(job.progress, clock.monotonic())
        self._attempt: asyncio.Timeout | None = None
        self._is_restart_left = True

    async def run(self, tasks: Supervisor) -> None:
        """Pull to the end.

        Raises:
            OllamaError: the pull failed.
        """
        watch = tasks.start(self._watch(), name=f"watch pull {self._job.id}")
        try:
            while not await self._is_answered():
                self._tally.begin_again(self._clock.monotonic())
                self._show(JobState.RUNNING, restarts=self._job.restarts + 1)
        finally:
            watch.cancel()

    def restart(self) -> None:
        """Close the connection and pull again; what the server has it keeps (fact 37).

        A pause before the next attempt is over at once.
        """
        if self._attempt is not None:
            self._attempt.reschedule(0)
        elif self._job.retries_at is not None:
            self._alarm.ring()

    async def _is_answered(self) -> bool:
        """Do as `_is_pulled` does, again and again while the server is too busy to begin."""
        while True:
            try:
                return await self._is_pulled()
            except OllamaError as error:
                pause = pause_after(error, self._job.tries, self._chance())
                if pause is None:
                    raise
            await self._rest(pause)

    async def _rest(self, pause: float) -> None:
        """Wait until the server is to be asked again, or until a person wants it at once."""
        retries_at = self._clock.now() + timedelta(seconds=pause)
        self._put(replace(self._job, retries_at=retries_at, tries=self._job.tries + 1))
        await self._alarm.sleep(pause)
        self._put(replace(self._job, retries_at=None))

    async def _is_pulled(self) -> bool:
        """Pull until the end (True), or until a restart cuts this attempt short (False)."""
        try:
            async with asyncio.timeout(None) as self._attempt:
                await self._read()
        except TimeoutError:
            return False
        finally:
            self._attempt = None
        return True

    async def _read(self) -> None:
        async with aclosing(self._client().pull(self._job.model)) as steps:
            async for step in steps:
                self._take(step)

    def _take(self, step: PullStep) -> None:
        is_alive = self._tally.take(step, self._clock.monotonic())
        self._show(JobState.RUNNING if is_alive else self._job.state)

    def _show(self, state: JobState, *, restarts: int | None = None) -> None:
        tally, job = self._tally, self._job
        is_stalled = state is JobState.STALLED
        renewed = replace(
            job,
            state=state,
            progress=tally.progress,
            speed=None if is_stalled else tally.speed,
            seconds_left=None if is_stalled else tally.seconds_left,
            went_back=tally.went_back,
            grew=tally.grew,
            stalled_since=job.stalled_since if is_stalled else None,
            restarts_at=job.restarts_at if is_stalled else None,
            restarts=job.restarts if restarts is None else restarts,
            tries=0,
        )
        self._put(renewed)

    def _put(self, job: Job) -> None:
        self._job = job
        self._store(job)

    async def _watch(self) -> None:
        while True:
            await self._clock.sleep(self._look())

    def _look(self) -> float:
        """Say that the pull is stalled, or restart it, if it is time; return when to look again."""
        silent = self._clock.monotonic() - self._tally.heard_at
        if self._attempt is None or not self._tally.is_transferring:
            return STALL_AFTER
        if silent < STALL_AFTER:
            return STALL_AFTER - silent
        if self._job.state is not JobState.STALLED:
            self._stall(silent)
        if not self._is_restart_left:
            return STALL_AFTER
        if silent < RESTART_AFTER:
            return min(STALL_AFTER, RESTART_AFTER - silent)
        self._is_restart_left = False
        self.restart()
        return STALL_AFTER

    def _stall(self, silent: float) -> None:
        since = self._clock.now() - timedelta(seconds=silent)
        restarts_at = since + timedelta(seconds=RESTART_AFTER) if self._is_restart_left else None
        self._job = replace(self._job, stalled_since=since, restarts_at=restarts_at)
        self._show(JobState.STALLED)
