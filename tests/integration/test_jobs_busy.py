"""Pulls that a busy server puts off: asked for again by themselves, and when not."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest

from desktop.domain.host import Host
from desktop.domain.pull import PullPhase
from desktop.jobs.job import Job, JobId, JobState
from desktop.jobs.patience import TRIES
from desktop.ollama.errors import Busy, NotOllama, ServerRefused
from tests.clock import until
from tests.job_floor import HERE, MODEL, PULLABLE, Floor, job_floor
from tests.raw_server import END, STREAM, RawServer, chunk, head

_BUSY = b'{"error":"server busy, please try again.  maximum pending requests exceeded"}'
_PAGE = b"<html>Too many requests</html>"
_LAYER = b'{"status":"pulling 846c","digest":"sha256:846c","total":900,"completed":9}\n'


@asynccontextmanager
async def _raw_floor(*pieces: bytes) -> AsyncGenerator[tuple[Floor, RawServer]]:
    """A floor whose host answers every pull with these bytes."""
    async with job_floor() as floor, RawServer(*pieces) as server:
        floor.clients.put(Host(HERE, server.address))
        yield floor, server


def _refusal(status: int, body: bytes, *headers: str) -> bytes:
    kind = "text/html" if body.startswith(b"<") else "application/json"
    length = f"Content-Length: {len(body)}"
    return head(status, f"Content-Type: {kind}", length, "Connection: close", *headers) + body


async def _put_off(floor: Floor, job_id: JobId, tries: int = 1) -> Job:
    """Wait until the pull has been put off so often, and rests."""
    job = await floor.seen(job_id, lambda job: job.tries == tries and job.retries_at)
    await until(lambda: floor.clock.sleeper_count == 2)  # Its rest, and the look for a stall.
    return job


def _pause(floor: Floor, job: Job) -> float:
    assert job.retries_at is not None
    return (job.retries_at - floor.clock.now()).total_seconds()


async def test_a_busy_server_is_asked_again_with_growing_pauses_and_then_no_more() -> None:
    async with job_floor() as floor:
        floor.server.faults.busy = True
        job_id = floor.queue.pull(HERE, MODEL)
        pauses: list[float] = []
        for tries in range(1, TRIES):
            job = await _put_off(floor, job_id, tries)
            assert (job.state, floor.pulled) == (JobState.RUNNING, tries)
            pauses.append(_pause(floor, job))
            floor.clock.advance(pauses[-1])
        job = await floor.end(job_id)
        assert pauses == [1.0, 2.0, 4.0, 8.0, 16.0]
        assert (job.state, job.retries_at, floor.pulled) == (JobState.FAILED, None, TRIES)
        assert isinstance(job.error, Busy)


async def test_a_server_that_has_time_again_is_pulled_from() -> None:
    async with job_floor() as floor:
        floor.server.faults.busy = True
        job_id = floor.queue.pull(HERE, MODEL)
        await _put_off(floor, job_id)
        floor.server.faults.busy = False
        floor.clock.advance(0.9)
        assert floor.job(job_id).retries_at is not None
        floor.clock.advance(0.1)
        job = await floor.end(job_id)
        assert (job.state, job.tries, job.error, job.restarts) == (JobState.DONE, 0, None, 0)


@pytest.mark.parametrize(("status", "body"), [(503, _BUSY), (503, _PAGE), (429, _PAGE)])
async def test_the_pause_that_the_server_asks_for_is_kept(status: int, body: bytes) -> None:
    async with _raw_floor(_refusal(status, body, "Retry-After: 45")) as (floor, server):
        job_id = floor.queue.pull(HERE, MODEL)
        job = await _put_off(floor, job_id)
        assert _pause(floor, job) == 45
        await floor.wait(44)
        assert len(server.requests) == 1
        await floor.wait(1)
        await _put_off(floor, job_id, 2)
        assert len(server.requests) == 2


async def test_another_refusal_is_not_asked_again() -> None:
    async with _raw_floor(_refusal(502, _PAGE, "Retry-After: 1")) as (floor, server):
        job = await floor.end(floor.queue.pull(HERE, MODEL))
        assert isinstance(job.error, NotOllama)
        assert (job.error.retry_after, job.tries, len(server.requests)) == (1.0, 0, 1)


async def test_nothing_is_asked_again_by_itself_once_a_byte_was_shown() -> None:
    answer = STREAM + chunk(_LAYER) + chunk(_BUSY + b"\n") + END
    async with _raw_floor(answer) as (floor, server):
        job = await floor.end(floor.queue.pull(HERE, MODEL))
        assert isinstance(job.error, ServerRefused)
        assert (job.state, job.tries, len(server.requests)) == (JobState.FAILED, 0, 1)
        assert job.progress.completed == 9


async def test_cancelling_in_a_pause_is_done_at_once_and_leaves_nothing() -> None:
    async with job_floor() as floor:
        floor.server.faults.busy = True
        job_id = floor.queue.pull(HERE, MODEL)
        await _put_off(floor, job_id)
        floor.queue.cancel(job_id)
        job = await floor.end(job_id)
        assert (job.state, job.retries_at) == (JobState.CANCELLED, None)
        await until(lambda: floor.clock.sleeper_count == 0)
        await floor.wait(60)
        assert floor.pulled == 1


async def test_a_person_need_not_wait_for_the_pause_to_end() -> None:
    async with job_floor() as floor:
        floor.server.faults.busy = True
        job_id = floor.queue.pull(HERE, MODEL)
        await _put_off(floor, job_id)
        floor.server.faults.busy = False
        floor.queue.restart(job_id)
        assert (await floor.end(job_id)).state is JobState.DONE
        assert floor.pulled == 2


async def test_a_failed_pull_that_is_retried_has_all_its_tries_again() -> None:
    async with job_floor() as floor:
        floor.server.faults.busy = True
        job_id = floor.queue.pull(HERE, MODEL)
        for tries in range(1, TRIES):
            floor.clock.advance(_pause(floor, await _put_off(floor, job_id, tries)))
        await floor.end(job_id)
        floor.queue.retry(job_id)
        assert _pause(floor, await _put_off(floor, job_id)) == 1


async def test_a_pull_that_rests_keeps_its_place() -> None:
    async with job_floor(limit=1) as floor:
        floor.server.faults.busy = True
        first = floor.queue.pull(HERE, MODEL)
        second = floor.queue.pull(HERE, PULLABLE[1])
        await _put_off(floor, first)
        assert floor.job(second).state is JobState.WAITING


async def test_a_stalled_pull_that_is_restarted_may_be_put_off_and_keeps_its_bytes() -> None:
    async with job_floor() as floor:
        floor.hold()
        job_id = floor.queue.pull(HERE, MODEL)
        known = (await floor.held(job_id)).progress.completed
        floor.server.faults.busy = True
        floor.queue.restart(job_id)
        job = await _put_off(floor, job_id)
        assert (job.progress.completed, job.restarts) == (known, 1)
        floor.server.faults.busy = False
        floor.clock.advance(1)
        await floor.seen(job_id, lambda job: job.progress.phase is PullPhase.TRANSFERRING)
        assert floor.job(job_id).tries == 0


async def test_what_is_not_safe_to_repeat_is_not_asked_again() -> None:
    async with _raw_floor(_refusal(503, _BUSY, "Retry-After: 1")) as (floor, server):
        job = await floor.end(floor.queue.copy(HERE, "gemma3:4b", "mine"))
        assert isinstance(job.error, Busy)
        asked = len(server.requests)
        await floor.wait(60)
        assert (job.retries_at, len(server.requests)) == (None, asked)
