"""Which job's turn it is: pure rules over the snapshots."""

from collections.abc import Iterable, Sequence

from desktop.domain.name import is_same_name
from desktop.jobs.job import Job, JobKind, JobState


def next_to_start(jobs: Sequence[Job], limit: int) -> Job | None:
    """The first waiting job that may start, or None.

    Each host takes `limit` pulls at once. Copies, renames and deletes are
    quick and do not wait for pulls, but a host does them one by one, so that
    each sees what the one before has done. A pull waits while one of them
    writes its name.
    """
    active = [job for job in jobs if job.is_active]
    blocked: set[tuple[str, bool]] = set()
    for job in jobs:
        lane = (job.host_id, job.is_pull)
        if job.state is not JobState.WAITING or lane in blocked:
            continue
        if _has_room(job, active, limit):
            if not (job.is_pull and contradicts(job, active)):
                return job
        else:
            blocked.add(lane)
    return None


def contradicts(job: Job, others: Iterable[Job]) -> bool:
    """Whether this job and an active one of another kind, on its host, write the same name.

    Two pulls of one name agree: they share one download (fact 38).
    """
    return any(
        other.is_active
        and other.host_id == job.host_id
        and other.is_pull != job.is_pull
        and any(is_same_name(one, two) for one in _written(job) for two in _written(other))
        for other in others
    )


def _has_room(job: Job, active: Sequence[Job], limit: int) -> bool:
    lane = sum(
        1 for other in active if (other.host_id, other.is_pull) == (job.host_id, job.is_pull)
    )
    return lane < (limit if job.is_pull else 1)


def _written(job: Job) -> tuple[str, ...]:
    match job.kind:
        case JobKind.PULL | JobKind.DELETE:
            return (job.model,)
        case JobKind.COPY:
            return (job.target,)
        case JobKind.RENAME:
            return (job.model, job.target)
