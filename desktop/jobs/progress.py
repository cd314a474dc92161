"""Puts what a tally counted into a job's snapshot, as often as anybody can see."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from desktop.domain.pull import PullProgress, PullStep
from desktop.jobs.job import Job
from desktop.jobs.tally import Tally
from desktop.runtime.clock import Clock

TELL_EVERY = 0.05
"""Seconds between two snapshots that differ in bytes alone."""


class Told:
    """A job whose bytes are counted, and the only writer of its snapshot."""

    def __init__(self, job: Job, clock: Clock, store: Callable[[Job], None]) -> None:
        self.job = job
        self._clock = clock
        self._store = store
        self._tally = Tally(PullProgress(), clock.monotonic())
        self._told_at = float("-inf")

    def begin(self, job: Job, progress: PullProgress) -> None:
        """Count anew from what is known, with other facts about the job."""
        self._tally = Tally(progress, self._clock.monotonic())
        self._put(job)

    def take(self, step: PullStep) -> None:
        """Count a step that is all that changed."""
        layer = self._tally.progress.layers.get(step.digest)
        self._tally.take(step, self._clock.monotonic())
        is_end = not step.digest or step.completed >= step.total
        is_time = asyncio.get_running_loop().time() - self._told_at >= TELL_EVERY
        if layer is None or not layer.completed or is_end or is_time:
            self._put(self.job)

    def put(self, job: Job) -> None:
        """Show other facts about the job beside the same bytes."""
        self._put(job)

    def _put(self, job: Job) -> None:
        tally = self._tally
        self._told_at = asyncio.get_running_loop().time()
        self.job = replace(
            job,
            progress=tally.progress,
            speed=tally.speed,
            seconds_left=tally.seconds_left,
            went_back=tally.went_back,
            grew=tally.grew,
        )
        self._store(self.job)
