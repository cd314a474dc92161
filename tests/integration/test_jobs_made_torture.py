"""Creates and pushes that are cut off at every point at which they wait or tell."""

import asyncio
import threading
from pathlib import Path

import pytest

from desktop.domain.creation import Creation
from desktop.domain.recipe import Recipe
from desktop.jobs.job import JobId, JobStage, JobState
from tests.clock import until
from tests.job_floor import HERE, Floor, job_floor
from tests.making import MB, creation_of, weights

SEA = "llama3.2:3b"


def begin(floor: Floor, what: str, path: Path) -> JobId:
    if what == "push":
        return floor.queue.push(HERE, "me/mine")
    if what == "create":
        return floor.queue.create(HERE, Creation("made", Recipe(system="x"), SEA))
    return floor.queue.create(HERE, creation_of(path, model="made"))


async def is_over(floor: Floor, job_id: JobId) -> None:
    """Wait for its end, and see that nothing of it is left running anywhere."""
    job = await floor.end(job_id)
    assert job.state in {JobState.CANCELLED, JobState.DONE}
    floor.server.faults.clear()
    await until(lambda: floor.server.connection_count <= 1)
    await until(lambda: not any("reading" in t.name for t in threading.enumerate()))
    is_there = "made:latest" in await floor.names()
    assert not is_there or job.stage is JobStage.CREATING  # It may have been done a moment before.


@pytest.mark.parametrize(
    ("what", "path"),
    [
        ("upload", "/api/tags"),
        ("upload", "/api/blobs/"),
        ("upload", "/api/create"),
        ("create", "/api/tags"),
        ("create", "/api/create"),
        ("push", "/api/push"),
    ],
)
async def test_it_is_cancelled_while_it_waits_for_an_answer(
    what: str, path: str, tmp_path: Path
) -> None:
    file = weights(tmp_path, 4 * MB)
    async with job_floor() as floor:
        await floor.client.copy(SEA, "me/mine")
        floor.server.requests.clear()
        floor.server.faults.only, floor.server.faults.hang = path, True
        job_id = begin(floor, what, file)
        await until(lambda: any(path in asked for asked in floor.server.requests))
        floor.queue.cancel(job_id)
        assert (await floor.end(job_id)).state is JobState.CANCELLED
        await is_over(floor, job_id)


@pytest.mark.parametrize("what", ["upload", "create", "push"])
async def test_it_is_cancelled_at_each_of_its_snapshots(what: str, tmp_path: Path) -> None:
    file = weights(tmp_path, 2 * MB)
    for place in range(1, 16):
        async with job_floor() as floor:
            await floor.client.copy(SEA, "me/mine")
            told: list[JobId] = []

            def count(job_id: JobId, told: list[JobId] = told, at: int = place) -> None:
                told.append(job_id)
                if len(told) == at:
                    floor.queue.cancel(job_id)

            floor.queue.changed.subscribe(count)
            await is_over(floor, begin(floor, what, file))


@pytest.mark.parametrize("turns", [0, 4, 8, 16, 32, 64, 128, 320])
async def test_an_upload_is_cancelled_some_turns_of_the_loop_after_it_began(
    turns: int, tmp_path: Path
) -> None:
    file = weights(tmp_path, 4 * MB)
    async with job_floor() as floor:
        job_id = begin(floor, "upload", file)
        for _ in range(turns):
            await asyncio.sleep(0)
        floor.queue.cancel(job_id)
        await is_over(floor, job_id)


@pytest.mark.parametrize("at", [1, 65_536, MB, 3 * MB, 4 * MB])
async def test_an_upload_that_is_cut_anywhere_ends_in_a_typed_error(
    at: int, tmp_path: Path
) -> None:
    async with job_floor() as floor:
        floor.server.faults.upload_cut_at = at
        job_id = begin(floor, "upload", weights(tmp_path, 4 * MB))
        job = await floor.end(job_id)
        assert job.state is JobState.FAILED
        assert job.error is not None
        assert not floor.server.machine.store.uploads


async def test_closing_the_program_in_the_middle_of_an_upload_leaves_nothing(
    tmp_path: Path,
) -> None:
    async with job_floor() as floor:
        floor.server.faults.upload_stops_at = MB
        job_id = begin(floor, "upload", weights(tmp_path, 12 * MB))
        await until(lambda: any(one.startswith("POST") for one in floor.server.requests))
    job = floor.queue.get(job_id)
    assert job is not None
    assert job.state is JobState.CANCELLED
