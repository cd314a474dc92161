"""How a job ends, and how one that ended is made new."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.pull import PullProgress
from desktop.jobs.job import Job, JobProblem, JobRefused, JobState
from desktop.ollama.errors import OllamaError


@dataclass(frozen=True, slots=True)
class Ending:
    """The state a job ends in, and why."""

    state: JobState
    problem: JobProblem | None = None
    error: OllamaError | None = None
    file: str = ""
    reason: str = ""


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
        state, problem = JobState.FAILED, refusal.problem
        return Ending(state, problem, refusal.error, refusal.file, refusal.reason)


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
        step_since=None,
        ended_at=at,
        error=ending.error,
        problem=job.problem if is_cancelled else ending.problem,
        file=ending.file,
        reason=ending.reason,
    )


def renewed(job: Job, *, overwrite: bool = False, insecure: bool = False) -> Job:
    """Return the job waiting again; a pull with the bytes it knew, so that its bar does not jump.

    What a create or push had sent of a layer is not kept by anybody (facts 45 and 52).
    """
    return replace(
        job,
        state=JobState.WAITING,
        overwrite=overwrite or job.overwrite,
        is_insecure=insecure or job.is_insecure,
        progress=job.progress if job.is_pull else PullProgress(),
        stage=None,
        file="",
        reason="",
        restarts=0,
        tries=0,
        started_at=None,
        ended_at=None,
        error=None,
        problem=None,
    )
