"""The list of jobs, and what is said of it."""

from dataclasses import replace

from desktop.domain.host import HostId
from desktop.jobs.board import JobBoard
from desktop.jobs.job import Job, JobId, JobKind, JobState

_HOST = HostId("here")


def _board(*states: JobState) -> JobBoard:
    board = JobBoard()
    for state in states:
        board.put(Job(board.next_id(), JobKind.PULL, _HOST, "m", state=state))
    return board


def _ids(board: JobBoard) -> list[int]:
    return [job.id for job in board.jobs]


def test_a_job_keeps_its_place_when_it_is_replaced() -> None:
    board = _board(JobState.RUNNING, JobState.WAITING)
    board.put(replace(board.jobs[0], state=JobState.DONE))
    assert _ids(board) == [1, 2]


def test_the_end_of_a_job_is_said_once() -> None:
    board = _board(JobState.RUNNING)
    ends: list[Job] = []
    board.finished.subscribe(ends.append)
    for _ in range(2):
        board.put(replace(board.jobs[0], state=JobState.FAILED))
    assert [job.state for job in ends] == [JobState.FAILED]


def test_a_removed_job_is_announced_and_gone() -> None:
    board = _board(JobState.DONE)
    seen: list[JobId] = []
    board.changed.subscribe(seen.append)
    board.remove(JobId(1))
    board.remove(JobId(1))
    assert seen == [1]
    assert board.get(JobId(1)) is None


def test_an_id_is_never_given_twice() -> None:
    board = _board(JobState.DONE)
    board.remove(JobId(1))
    assert board.next_id() == 2


def test_the_one_before_is_the_nearest_that_waits() -> None:
    board = _board(JobState.WAITING, JobState.RUNNING, JobState.WAITING)
    before = board.waits_before(board.jobs[2])
    assert before is board.jobs[0]
    assert board.waits_before(board.jobs[0]) is None
    assert board.waits_before(board.jobs[1]) is None


def test_two_jobs_change_places() -> None:
    board = _board(JobState.WAITING, JobState.DONE, JobState.WAITING)
    board.swap(JobId(1), JobId(3))
    assert _ids(board) == [3, 2, 1]
