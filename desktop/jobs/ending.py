"""How a job ends, and how one that ended is made new."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.jobs.job import Job, JobProblem, JobRefused, JobState
from desktop.ollama.errors import OllamaError


@dataclass(frozen=True, slots=True)
class Ending:
    """The state a job ends in, and why."""

    state: JobState
    problem: JobProblem | None = None
    error: OllamaError | None = None


async def ending_of(work: Callable[[], Awaitable[JobProblem | None]]) -> Ending:
    """Do the work, whose result is a remark on what was done, and say how it ended.

    The work is begun here, so that a task that is cancelled before its first
    step leaves nothing that was never awaited.
    """
    try:
        return Ending(JobState.DONE, await work())
    except OllamaError as error:
        return Ending(JobState.FAILED, error=error)
    except JobRefused as refusal:
        return Ending(JobState.FAILED, refusal.problem, refusal.error)


def ending_of_task(task: asyncio.Task[Ending]) -> Ending:
    """Say how a job ended whose task is over, also where that had no chance to say so itself."""
    if task.cancelled():
        return Ending(JobState.CANCELLED)
    if task.exception() is not None:
        return Ending(JobState.FAILED, JobProblem.CRASHED)
    return task.result()


def ended(job: Job, ending: Ending, at: datetime) -> Job:
    """Return the job as it is at its end: bytes stay, what is true of running ones alone goes.

    A cancelled rename that had got halfway keeps saying so.
    """
    is_cancelled = ending.state is JobState.CANCELLED
    return replace(
        job,
        state=ending.state,
        speed=None,
        seconds_left=None,
        stalled_since=None,
        restarts_at=None,
        retries_at=None,
        went_back=False,
        grew=False,
        ended_at=at,
        error=ending.error,
        problem=job.problem if is_cancelled else ending.problem,
    )


def renewed(job: Job, *, overwrite: bool) -> Job:
    """Return the job waiting again, with the bytes it knew, so that its bar does not jump."""
    return replace(
        job,
        state=JobState.WAITING,
        overwrite=overwrite,
        restarts=0,
        tries=0,
        started_at=None,
        ended_at=None,
        error=None,
        problem=None,
    )
