"""Which job runs when, and what is left of them."""

import pytest

from desktop.domain.host import HostId
from desktop.jobs.job import Job, JobId, JobProblem, JobState
from desktop.jobs.queue import JobQueue
from desktop.ollama.client import OllamaClient
from tests.clock import ManualClock, until
from tests.conftest import ExpectedLogs
from tests.job_floor import HERE, MODEL, PULLABLE, THERE, Floor, job_floor

_WAITING, _RUNNING = JobState.WAITING, JobState.RUNNING


def _pull(floor: Floor, count: int, host: HostId = HERE) -> list[JobId]:
    floor.hold()
    return [floor.queue.pull(host, model) for model in PULLABLE[:count]]


def _states(floor: Floor) -> list[JobState]:
    return [job.state for job in floor.queue.jobs]


async def test_no_more_pulls_run_at_once_than_the_limit() -> None:
    async with job_floor(limit=2) as floor:
        ids = _pull(floor, 4)
        assert _states(floor) == [_RUNNING, _RUNNING, _WAITING, _WAITING]
        await floor.held(ids[0])
        floor.server.registry.release(PULLABLE[0])
        await floor.end(ids[0])
        assert _states(floor) == [JobState.DONE, _RUNNING, _RUNNING, _WAITING]


async def test_every_host_has_a_limit_of_its_own() -> None:
    async with job_floor(limit=1) as floor:
        _pull(floor, 2)
        _pull(floor, 2, THERE)
        assert _states(floor) == [_RUNNING, _WAITING] * 2


async def test_a_higher_limit_takes_effect_at_once_and_a_lower_one_stops_nothing() -> None:
    async with job_floor(limit=1) as floor:
        _pull(floor, 3)
        floor.queue.set_limit(3)
        assert _states(floor) == [_RUNNING] * 3
        floor.queue.set_limit(0)
        assert floor.queue.limit == 1
        assert _states(floor) == [_RUNNING] * 3


async def test_a_waiting_pull_that_is_moved_up_starts_sooner() -> None:
    async with job_floor(limit=1) as floor:
        first, second, third = _pull(floor, 3)
        floor.queue.move_up(third)
        assert [job.id for job in floor.queue.jobs] == [first, third, second]
        floor.queue.cancel(first)
        await floor.end(first)
        assert floor.job(third).state is _RUNNING
        assert floor.job(second).state is _WAITING


async def test_moving_up_what_does_not_wait_or_waits_first_changes_nothing() -> None:
    async with job_floor(limit=1) as floor:
        ids = _pull(floor, 3)
        for job_id in (ids[0], ids[1], JobId(99)):
            floor.queue.move_up(job_id)
        assert [job.id for job in floor.queue.jobs] == ids


async def test_a_waiting_pull_is_cancelled_without_a_request() -> None:
    async with job_floor(limit=1) as floor:
        first, second = _pull(floor, 2)
        floor.queue.cancel(second)
        assert floor.job(second).state is JobState.CANCELLED
        floor.server.registry.release()
        await floor.end(first)
        assert floor.pulled == 1


async def test_a_model_that_is_being_pulled_is_not_pulled_twice() -> None:
    async with job_floor() as floor:
        (first,) = _pull(floor, 1)
        assert floor.queue.pull(HERE, MODEL.upper()) == first
        assert floor.queue.pull(THERE, MODEL) != first
        floor.server.registry.release()
        await floor.end(first)
        assert floor.queue.pull(HERE, MODEL) != first


async def test_the_jobs_of_a_host_that_was_removed_are_cancelled() -> None:
    async with job_floor(limit=1) as floor:
        ids = _pull(floor, 3)
        other = floor.queue.pull(THERE, MODEL)
        floor.queue.drop_host(HERE)
        for job_id in ids:
            assert (await floor.end(job_id)).state is JobState.CANCELLED
        assert floor.job(other).state is _RUNNING
        assert floor.pulled <= 2


async def test_only_what_has_ended_can_be_taken_off_the_list() -> None:
    async with job_floor(limit=1) as floor:
        first, second, third = _pull(floor, 3)
        floor.queue.cancel(third)
        floor.queue.remove(first)
        floor.queue.remove(third)
        assert [job.id for job in floor.queue.jobs] == [first, second]
        floor.queue.cancel(second)
        floor.queue.clear_finished()
        assert [job.id for job in floor.queue.jobs] == [first]
        assert floor.queue.get(second) is None


async def test_a_job_that_is_not_there_or_not_over_is_left_alone() -> None:
    async with job_floor() as floor:
        (running,) = _pull(floor, 1)
        before = floor.job(running)
        for ask in (floor.queue.cancel, floor.queue.restart, floor.queue.remove):
            ask(JobId(99))
        assert floor.queue.retry(JobId(99)) == 99
        assert floor.queue.retry(running) == running
        assert floor.job(running) is before


async def test_the_end_of_each_job_is_announced_once() -> None:
    async with job_floor() as floor:
        ends: list[Job] = []
        floor.queue.finished.subscribe(ends.append)
        first = floor.queue.pull(HERE, MODEL)
        second = floor.queue.delete(HERE, "gemma3:4b")
        await floor.end(first)
        await floor.end(second)
        assert {job.id for job in ends} == {first, second}
        assert len(ends) == 2


async def test_whoever_hears_of_an_end_may_ask_for_more() -> None:
    async with job_floor() as floor:
        floor.queue.finished.subscribe(lambda job: _retry_once(floor, job))
        job_id = floor.queue.pull(HERE, "no-such-model")
        await until(lambda: floor.pulled == 2)
        assert (await floor.end(job_id)).state is JobState.FAILED


def _retry_once(floor: Floor, job: Job) -> None:
    if floor.pulled == 1:
        floor.queue.retry(job.id)


async def test_a_mistake_of_ours_fails_the_job_and_is_reported(expect_log: ExpectedLogs) -> None:
    def broken(host_id: HostId) -> OllamaClient:
        raise ZeroDivisionError(host_id)

    expect_log("pull 1 crashed")
    async with JobQueue(broken, ManualClock()) as queue:
        crashes: list[str] = []
        queue.crashed.subscribe(lambda crash: crashes.append(crash.task))
        job_id = queue.pull(HERE, MODEL)
        await until(lambda: crashes)
        job = queue.get(job_id)
    assert job is not None
    assert (job.state, job.problem) == (JobState.FAILED, JobProblem.CRASHED)


@pytest.mark.parametrize("hang", ["", "/api/ps", "/api/delete"])
async def test_a_closed_queue_starts_nothing_more(hang: str) -> None:
    async with job_floor(limit=1) as floor:
        _pull(floor, 3)
        floor.queue.delete(HERE, "gemma3:4b")
        floor.server.faults.only = hang
        floor.server.faults.hang = bool(hang)
    assert _WAITING in _states(floor)
    assert _RUNNING not in _states(floor)
