"""Jobs that are cut off at every point at which they wait, and many at once."""

import asyncio
from collections.abc import Callable

import pytest

from desktop.demo.faults import Faults
from desktop.domain.host import HostId
from desktop.jobs.job import JobId, JobState
from desktop.jobs.queue import JobQueue
from tests.clock import own_seconds, until
from tests.job_floor import HERE, MODEL, Floor, job_floor

_INSTALLED = "gemma3:4b"


def _pull(queue: JobQueue) -> JobId:
    return queue.pull(HERE, MODEL)


def _copy(queue: JobQueue) -> JobId:
    return queue.copy(HERE, _INSTALLED, "mine")


def _rename(queue: JobQueue) -> JobId:
    return queue.rename(HERE, _INSTALLED, "mine")


def _delete(queue: JobQueue) -> JobId:
    return queue.delete(HERE, _INSTALLED)


_HANGS = [
    (_pull, "POST /api/pull"),
    (_copy, "GET /api/tags"),
    (_copy, "POST /api/copy"),
    (_rename, "GET /api/tags"),
    (_rename, "POST /api/copy"),
    (_rename, "GET /api/ps"),
    (_rename, "POST /api/generate"),
    (_rename, "DELETE /api/delete"),
    (_delete, "GET /api/ps"),
    (_delete, "POST /api/generate"),
    (_delete, "DELETE /api/delete"),
]


def _hang_at(faults: Faults, request: str) -> None:
    faults.only = request.split()[1]
    faults.hang = True


async def _is_over(floor: Floor, job_id: JobId) -> None:
    assert (await floor.end(job_id)).state is JobState.CANCELLED
    await until(lambda: floor.server.connection_count <= 1)
    floor.server.faults.clear()
    assert await floor.names()


@pytest.mark.parametrize(("ask", "request_line"), _HANGS)
async def test_a_job_is_cancelled_while_it_waits_for_an_answer(
    ask: Callable[[JobQueue], JobId], request_line: str
) -> None:
    async with job_floor() as floor:
        await floor.client.load(_INSTALLED)
        floor.server.requests.clear()
        _hang_at(floor.server.faults, request_line)
        job_id = ask(floor.queue)
        await until(lambda: request_line in floor.server.requests)
        floor.queue.cancel(job_id)
        await _is_over(floor, job_id)


@pytest.mark.parametrize("ask", [_pull, _copy, _rename, _delete])
@pytest.mark.parametrize("turns", range(12))
async def test_a_job_is_cancelled_a_few_turns_of_the_loop_after_it_began(
    ask: Callable[[JobQueue], JobId], turns: int
) -> None:
    async with job_floor() as floor:
        floor.hold()
        floor.server.faults.delay = 0.2
        job_id = ask(floor.queue)
        for _ in range(turns):
            await asyncio.sleep(0)
        floor.queue.cancel(job_id)
        await _is_over(floor, job_id)


async def test_a_pull_is_cancelled_between_two_lines() -> None:
    async with job_floor() as floor:
        floor.hold()
        job_id = floor.queue.pull(HERE, MODEL)
        await floor.held(job_id)
        floor.server.faults.silence = True
        floor.queue.cancel(job_id)
        await _is_over(floor, job_id)


async def test_a_pull_is_cancelled_from_within_its_own_line() -> None:
    async with job_floor() as floor:
        floor.hold()
        job_id = floor.queue.pull(HERE, MODEL)
        floor.queue.changed.subscribe(floor.queue.cancel)
        await _is_over(floor, job_id)


async def test_a_pull_is_cancelled_while_it_restarts() -> None:
    async with job_floor() as floor:
        floor.hold()
        job_id = floor.queue.pull(HERE, MODEL)
        await floor.held(job_id)
        floor.queue.restart(job_id)
        floor.queue.cancel(job_id)
        await _is_over(floor, job_id)


@pytest.mark.parametrize("is_silent", [False, True])
async def test_closing_in_the_middle_of_twenty_pulls_takes_no_time_and_leaves_nothing(
    is_silent: bool,
) -> None:
    async with job_floor(limit=20) as floor:
        hosts = [HostId(f"host {number}") for number in range(20)]
        client = floor.client
        async with JobQueue(lambda _: client, floor.clock) as queue:
            floor.hold()
            ids = [queue.pull(host, MODEL) for host in hosts]
            await until(lambda: all(job.progress.completed for job in queue.jobs))
            floor.server.faults.silence = is_silent
            begin = own_seconds()
        assert own_seconds() - begin < 0.5
        assert [job.state for job in queue.jobs] == [JobState.CANCELLED] * len(ids)
        await until(lambda: floor.server.connection_count == 0)
