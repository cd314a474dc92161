"""Whose turn it is."""

import pytest

from desktop.domain.host import HostId
from desktop.jobs.job import Job, JobId, JobKind, JobState
from desktop.jobs.turns import contradicted_by, next_to_start

_HERE, _THERE = HostId("here"), HostId("there")


def _job(
    number: int,
    kind: JobKind = JobKind.PULL,
    model: str = "",
    target: str = "",
    state: JobState = JobState.WAITING,
    host: HostId = _HERE,
) -> Job:
    return Job(JobId(number), kind, host, model or f"m{number}", target, state=state)


def _next(*jobs: Job, limit: int = 2) -> int | None:
    job = next_to_start(jobs, limit)
    return job.id if job else None


def test_the_first_that_waits_starts() -> None:
    assert _next(_job(1, state=JobState.DONE), _job(2), _job(3)) == 2


def test_nothing_starts_where_nothing_waits() -> None:
    assert _next(_job(1, state=JobState.RUNNING)) is None


@pytest.mark.parametrize("state", [JobState.RUNNING, JobState.STALLED])
def test_a_pull_waits_while_its_host_is_at_the_limit(state: JobState) -> None:
    assert _next(_job(1, state=state), _job(2, state=state), _job(3)) is None


def test_another_host_is_not_held_up() -> None:
    busy = [_job(1, state=JobState.RUNNING), _job(2)]
    assert _next(*busy, _job(3, host=_THERE), limit=1) == 3


def test_a_delete_does_not_wait_for_pulls() -> None:
    assert _next(_job(1, state=JobState.RUNNING), _job(2), _job(3, JobKind.DELETE), limit=1) == 3


def test_quick_jobs_of_one_host_go_one_by_one() -> None:
    first = _job(1, JobKind.COPY, "a", "b", JobState.RUNNING)
    assert _next(first, _job(2, JobKind.DELETE)) is None
    assert _next(first, _job(2, JobKind.DELETE, host=_THERE)) == 2


def test_a_pull_waits_while_its_name_is_being_deleted_and_others_pass_it() -> None:
    deleting = _job(1, JobKind.DELETE, "M:Latest", state=JobState.RUNNING)
    assert _next(deleting, _job(2, model="m")) is None
    assert _next(deleting, _job(2, model="m"), _job(3)) == 3


@pytest.mark.parametrize(
    ("kind", "model", "target", "answer"),
    [
        (JobKind.DELETE, "m", "", True),
        (JobKind.DELETE, "m:v2", "", False),
        (JobKind.RENAME, "m", "x", True),
        (JobKind.RENAME, "x", "M:latest", True),
        (JobKind.COPY, "x", "m", True),
        (JobKind.COPY, "m", "x", False),
    ],
)
def test_a_job_contradicts_a_pull_whose_name_it_writes(
    kind: JobKind, model: str, target: str, answer: bool
) -> None:
    pull = _job(1, model="m", state=JobState.RUNNING)
    assert (contradicted_by(_job(2, kind, model, target), [pull]) is pull) is answer
    assert not contradicted_by(_job(2, kind, model, target, host=_THERE), [pull])
