"""Which job's turn it is: pure rules over the snapshots."""

from collections.abc import Iterable, Sequence

from desktop.domain.name import is_same_name
from desktop.jobs.job import Job, JobKind, JobState, Lane


def next_to_start(jobs: Sequence[Job], limit: int) -> Job | None:
    """The first waiting job that may start, or None.

    Each host takes `limit` pulls at once, and one job of every other lane:
    a file is uploaded after another, so that one that both need is sent once, and
    of copies, renames and deletes each sees what the one before has done. What
    takes long waits while another job is at work on its name.
    """
    active = [job for job in jobs if job.is_active]
    blocked: set[tuple[str, Lane]] = set()
    for job in jobs:
        line = (job.host_id, job.lane)
        if job.state is not JobState.WAITING or line in blocked:
            continue
        if not _has_room(job, active, limit):
            blocked.add(line)
        elif job.lane is Lane.QUICK or not contradicted_by(job, active):
            return job
    return None


def contradicted_by(job: Job, others: Iterable[Job]) -> Job | None:
    """An active job of another lane, on the same host, that writes a name this one needs.

    Two pulls of one name agree: they share one download (fact 38).
    """
    needed = _written(job) + _read(job)
    for other in others:
        is_beside = other.is_active and other.host_id == job.host_id and other.lane != job.lane
        if is_beside and any(is_same_name(a, b) for a in needed for b in _written(other)):
            return other
    return None


def _has_room(job: Job, active: Sequence[Job], limit: int) -> bool:
    beside = sum(1 for other in active if (other.host_id, other.lane) == (job.host_id, job.lane))
    return beside < (limit if job.is_pull else 1)


def _written(job: Job) -> tuple[str, ...]:
    """The names that it changes; a push gives its model another digest (fact 46)."""
    match job.kind:
        case JobKind.PULL | JobKind.DELETE | JobKind.CREATE | JobKind.PUSH:
            return (job.model,)
        case JobKind.COPY:
            return (job.target,)
        case JobKind.RENAME:
            return (job.model, job.target)


def _read(job: Job) -> tuple[str, ...]:
    """A base that is on its way is waited for, and not pulled a second time (fact 47)."""
    return (job.creation.base,) if job.creation and job.creation.base else ()
