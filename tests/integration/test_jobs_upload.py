"""Files on their way to a host: sent whole or not at all, and only what is missing."""

import asyncio
import hashlib
import os
from pathlib import Path

import pytest

from desktop.demo.store import Upload
from desktop.jobs.job import Job, JobId, JobProblem, JobStage, JobState
from desktop.jobs.local_file import FileMark
from desktop.jobs.upload import PIECE, pieces
from desktop.ollama.errors import ServerRefused, StreamBroken, Unreachable
from desktop.storage.regular import FileChanged
from tests.clock import until
from tests.job_floor import HERE, Floor, job_floor
from tests.making import MB, creation_of, surveyed, weights

BIG = 12 * MB
"""More than sockets hold by themselves."""


def uploads(floor: Floor) -> int:
    return sum(asked.startswith("POST /api/blobs/") for asked in floor.server.requests)


async def halfway(floor: Floor, path: Path, *more: Path) -> JobId:
    """Begin a create whose host reads no more than the beginning of each upload."""
    floor.server.faults.upload_stops_at = MB
    job_id = floor.queue.create(HERE, creation_of(path, *more))
    await floor.seen(job_id, lambda job: job.stage is JobStage.UPLOADING and job.progress.completed)
    return job_id


async def again(floor: Floor, job_id: JobId) -> Job:
    floor.server.faults.clear()
    floor.queue.retry(job_id)
    return await floor.end(job_id)


async def test_a_host_keeps_nothing_of_an_upload_that_was_cancelled(tmp_path: Path) -> None:
    async with job_floor() as floor:
        job_id = await halfway(floor, weights(tmp_path, BIG))
        floor.queue.cancel(job_id)
        job = await floor.end(job_id)
        assert (job.state, job.stage) == (JobState.CANCELLED, JobStage.UPLOADING)
        assert 0 < job.progress.completed < BIG
        floor.server.faults.clear()
        await until(lambda: floor.server.connection_count <= 1)
        assert not floor.server.machine.store.uploads
        assert (await again(floor, job_id)).state is JobState.DONE
        assert uploads(floor) == 2
        sizes = [blob.size for blob in floor.server.machine.store.uploads.values()]
        assert sizes == [BIG]


async def test_of_two_files_the_one_that_had_arrived_is_not_sent_again(tmp_path: Path) -> None:
    async with job_floor() as floor:
        small = weights(tmp_path, name="small.gguf")
        big = weights(tmp_path, BIG, name="big.gguf")
        floor.server.faults.upload_stops_at = 4 * MB
        job_id = floor.queue.create(HERE, creation_of(small, big))
        await until(lambda: uploads(floor) == 2)
        floor.queue.cancel(job_id)
        await floor.end(job_id)
        assert (await again(floor, job_id)).state is JobState.DONE
        assert uploads(floor) == 3


async def test_a_file_that_changed_since_it_was_looked_at_is_not_sent(tmp_path: Path) -> None:
    async with job_floor() as floor:
        path = weights(tmp_path)
        creation = creation_of(path)
        weights(tmp_path, mark=b"other")
        job = await floor.end(floor.queue.create(HERE, creation))
        assert (job.problem, job.file) == (JobProblem.FILE_CHANGED, "tiny.gguf")
        assert not uploads(floor)


async def test_a_link_in_the_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    async with job_floor() as floor:
        path = weights(tmp_path)
        creation = creation_of(path)
        secret = path.rename(tmp_path / "secret")
        path.symlink_to(secret)
        job = await floor.end(floor.queue.create(HERE, creation))
        assert job.state is JobState.FAILED
        assert job.problem in {JobProblem.FILE_CHANGED, JobProblem.FILE_UNREADABLE}
        assert not uploads(floor)


async def test_a_file_that_vanished_says_what_the_system_says(tmp_path: Path) -> None:
    async with job_floor() as floor:
        path = weights(tmp_path)
        creation = creation_of(path)
        path.unlink()
        job = await floor.end(floor.queue.create(HERE, creation))
        assert (job.problem, job.file) == (JobProblem.FILE_UNREADABLE, "tiny.gguf")
        assert job.reason == os.strerror(2)


@pytest.mark.parametrize("size", [0, BIG // 2, BIG * 2])
async def test_a_file_that_changes_on_its_way_arrives_nowhere(tmp_path: Path, size: int) -> None:
    async with job_floor() as floor:
        path = weights(tmp_path, BIG)
        job_id = await halfway(floor, path)
        os.truncate(path, size)
        floor.server.faults.clear()
        job = await floor.end(job_id)
        assert (job.state, job.problem) == (JobState.FAILED, JobProblem.FILE_CHANGED)
        await until(lambda: floor.server.connection_count <= 1)
        assert not floor.server.machine.store.uploads


async def test_a_broken_upload_starts_again_by_itself_and_says_so(tmp_path: Path) -> None:
    async with job_floor() as floor:
        floor.server.faults.upload_cut_at = MB
        floor.queue.changed.subscribe(lambda _: _heal(floor))
        job = await floor.end(floor.queue.create(HERE, creation_of(weights(tmp_path, BIG))))
        assert (job.state, job.restarts) == (JobState.DONE, 1)
        assert uploads(floor) == 2


def _heal(floor: Floor) -> None:
    if any(job.restarts for job in floor.queue.jobs):
        floor.server.faults.clear()


async def test_an_upload_that_breaks_twice_has_failed(tmp_path: Path) -> None:
    async with job_floor() as floor:
        floor.server.faults.upload_cut_at = MB
        job = await floor.end(floor.queue.create(HERE, creation_of(weights(tmp_path, BIG))))
        assert isinstance(job.error, StreamBroken)
        assert uploads(floor) == 2


async def test_a_server_that_dies_in_the_middle_fails_the_create(tmp_path: Path) -> None:
    async with job_floor() as floor:
        job_id = await halfway(floor, weights(tmp_path, BIG))
        await floor.server.stop()
        job = await floor.end(job_id)
        assert isinstance(job.error, Unreachable)
        await floor.server.start()
        assert (await again(floor, job_id)).state is JobState.DONE


async def test_a_full_disk_is_told_in_the_servers_words(tmp_path: Path) -> None:
    async with job_floor() as floor:
        job_id = await halfway(floor, weights(tmp_path, BIG))
        floor.server.faults.disk_full = True
        floor.server.faults.upload_stops_at = None
        job = await floor.end(job_id)
        assert isinstance(job.error, ServerRefused)
        assert "no space left on device" in job.error.message


async def test_a_host_that_got_the_file_meanwhile_answers_before_it_reads(
    tmp_path: Path,
) -> None:
    async with job_floor() as floor:
        path = weights(tmp_path, BIG)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        floor.server.faults.only, floor.server.faults.delay = "/api/blobs/", 0.1
        job_id = floor.queue.create(HERE, creation_of(path))
        await until(lambda: f"HEAD /api/blobs/sha256:{digest}" in floor.server.requests)
        await until(lambda: uploads(floor))
        store = floor.server.machine.store
        with path.open("rb") as file:
            store.uploads[digest] = Upload(BIG, file.read(4 * MB))
        job = await floor.end(job_id)
        assert (job.state, job.restarts) == (JobState.DONE, 0)


async def test_a_file_is_read_in_pieces(tmp_path: Path) -> None:
    path = weights(tmp_path, PIECE * 3 + 5)
    mark = FileMark.of(surveyed(path))
    sizes = [len(piece) async for piece in pieces(mark)]
    assert sizes == [PIECE, PIECE, PIECE, 5]


async def test_the_last_piece_of_a_file_that_grew_is_kept_back(tmp_path: Path) -> None:
    path = weights(tmp_path, PIECE * 2)
    reading = pieces(FileMark.of(surveyed(path)))
    await anext(reading)
    os.truncate(path, PIECE * 3)
    with pytest.raises(FileChanged):
        await anext(reading)
    await asyncio.sleep(0)
