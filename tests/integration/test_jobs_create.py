"""Creates, from the first look at their files to whatever end they come to."""

import asyncio
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from desktop.demo.library import Installed, empty_library, made_up_library
from desktop.demo.pace import AT_ONCE
from desktop.domain.creation import Creation, FilePart
from desktop.domain.name import BadName
from desktop.domain.recipe import Recipe
from desktop.jobs.hashing import Hasher
from desktop.jobs.job import Job, JobProblem, JobStage, JobState
from desktop.ollama.errors import OllamaError, ServerRefused
from tests.clock import START, until
from tests.job_floor import HERE, MODEL, THERE, Floor, job_floor
from tests.making import MB, creation_of, surveyed, weights

SEA = "llama3.2:3b"
PIRATE = Recipe(system="You are a pirate.", parameters={"num_ctx": 2048})


def uploads(floor: Floor) -> int:
    return sum(asked.startswith("POST /api/blobs/") for asked in floor.server.requests)


def stages(floor: Floor) -> list[JobStage | None]:
    return [stage for stage, _ in groupby(job.stage for job in floor.told if job.is_active)]


async def create(floor: Floor, creation: Creation) -> Job:
    return await floor.end(floor.queue.create(HERE, creation))


async def test_a_file_is_hashed_sent_and_made_a_model(tmp_path: Path) -> None:
    async with job_floor() as floor:
        path = weights(tmp_path)
        job = await create(floor, creation_of(path, recipe=PIRATE))
        assert (job.state, job.error, job.problem) == (JobState.DONE, None, None)
        assert stages(floor) == [
            None,
            JobStage.ASKING,
            JobStage.HASHING,
            JobStage.UPLOADING,
            JobStage.ASKING,
            JobStage.CREATING,
        ]
        assert job.progress.total == job.progress.completed == path.stat().st_size
        assert (await floor.client.show("mine")).system == "You are a pirate."


async def test_a_file_that_the_host_has_is_not_sent_again(tmp_path: Path) -> None:
    async with job_floor() as floor:
        path = weights(tmp_path)
        await create(floor, creation_of(path))
        job = await create(floor, creation_of(path, model="other"))
        assert job.state is JobState.DONE
        assert uploads(floor) == 1


async def test_a_model_is_made_of_another_without_any_file() -> None:
    async with job_floor() as floor:
        job = await create(floor, Creation("pirate", PIRATE, SEA))
        assert job.state is JobState.DONE
        assert stages(floor) == [None, JobStage.ASKING, JobStage.CREATING]
        assert (await floor.client.show("pirate")).system == "You are a pirate."


async def test_a_base_is_asked_for_as_the_host_spells_it() -> None:
    async with job_floor() as floor:
        job = await create(floor, Creation("pirate", PIRATE, SEA.upper()))
        assert job.state is JobState.DONE
        assert JobStage.PULLING not in stages(floor)


async def test_a_base_that_the_host_has_not_is_pulled_and_counted() -> None:
    pace = replace(AT_ONCE, speed=4e9)
    async with job_floor(library=empty_library(), pace=pace) as floor:
        job = await create(floor, Creation("pirate", PIRATE, MODEL))
        assert job.state is JobState.DONE
        assert stages(floor)[-2:] == [JobStage.PULLING, JobStage.CREATING]
        pulled = [told for told in floor.told if told.stage is JobStage.PULLING]
        assert any(told.progress.total > told.progress.completed > 0 for told in pulled)


async def test_a_create_waits_for_the_pull_of_its_base() -> None:
    async with job_floor(library=empty_library(), pace=replace(AT_ONCE, speed=4e9)) as floor:
        pull = floor.queue.pull(HERE, MODEL)
        job_id = floor.queue.create(HERE, Creation("pirate", PIRATE, MODEL))
        assert floor.job(job_id).state is JobState.WAITING
        await floor.end(pull)
        assert (await floor.end(job_id)).state is JobState.DONE
        assert JobStage.PULLING not in stages(floor)


async def test_a_name_that_is_taken_is_refused_before_anything_is_sent(tmp_path: Path) -> None:
    async with job_floor() as floor:
        job_id = floor.queue.create(HERE, creation_of(weights(tmp_path), model=SEA.upper()))
        job = await floor.end(job_id)
        assert (job.state, job.problem) == (JobState.FAILED, JobProblem.TARGET_EXISTS)
        assert not uploads(floor)
        floor.queue.retry(job_id, overwrite=True)
        assert (await floor.end(job_id)).state is JobState.DONE


async def test_a_name_that_was_taken_meanwhile_is_refused(tmp_path: Path) -> None:
    async with job_floor() as floor:
        floor.server.faults.upload_stops_at = 1
        job_id = floor.queue.create(HERE, creation_of(weights(tmp_path)))
        await until(lambda: uploads(floor))
        await floor.end(floor.queue.copy(HERE, SEA, "elsewhere"))
        await floor.client.copy(SEA, "mine")
        floor.server.faults.clear()
        job = await floor.end(job_id)
        assert job.problem is JobProblem.TARGET_EXISTS


async def test_a_create_that_is_cancelled_while_it_is_made_leaves_no_model(
    tmp_path: Path,
) -> None:
    async with job_floor() as floor:
        floor.server.faults.only, floor.server.faults.silence = "/api/create", True
        job_id = floor.queue.create(HERE, creation_of(weights(tmp_path)))
        await floor.seen(job_id, lambda job: job.stage is JobStage.CREATING)
        await until(lambda: "POST /api/create" in floor.server.requests)
        floor.queue.cancel(job_id)
        assert (await floor.end(job_id)).state is JobState.CANCELLED
        floor.server.faults.clear()
        assert "mine:latest" not in await floor.names()
        floor.queue.retry(job_id)
        assert (await floor.end(job_id)).state is JobState.DONE
        assert uploads(floor) == 1


async def test_since_when_a_host_is_silent_is_known_while_it_quantizes() -> None:
    library = made_up_library(3)
    async with job_floor(library=library, pace=replace(AT_ONCE, quantize_speed=1.0)) as floor:
        base = next(row.name for row in library.models if _type_of(row) == "F16")
        job_id = floor.queue.create(HERE, Creation("small", PIRATE, base, quantize="Q4_K_M"))
        await until(lambda: "POST /api/create" in floor.server.requests)
        assert floor.job(job_id).step_since == START
        floor.queue.cancel(job_id)
        assert (await floor.end(job_id)).step_since is None
        assert "small:latest" not in await floor.names()


def _type_of(installed: Installed) -> str:
    return installed.manifest.details.quantization_level


@pytest.mark.parametrize(
    ("quantize", "text"),
    [
        ("Q4_K_M", "quantization is only supported for F16, BF16 and F32 models"),
        ("Q9", "unsupported quantization type Q9 - supported types are"),
    ],
)
async def test_a_quantization_that_cannot_be_is_refused(quantize: str, text: str) -> None:
    async with job_floor() as floor:
        job = await create(floor, Creation("small", PIRATE, SEA, quantize=quantize))
        assert isinstance(job.error, ServerRefused)
        assert job.error.message.startswith(text)


async def test_a_stream_that_ends_without_success_is_no_success() -> None:
    async with job_floor() as floor:
        floor.server.faults.only, floor.server.faults.cut_after = "/api/create", 2
        job = await create(floor, Creation("pirate", PIRATE, SEA))
        assert job.state is JobState.FAILED
        assert isinstance(job.error, OllamaError)


async def test_ten_jobs_hash_a_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[object] = []
    real = Hasher.digest_of_same

    async def counted(self: Hasher, mark: object, tell: object) -> str:
        hashed.append(mark)
        return await real(self, mark, tell)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(Hasher, "digest_of_same", counted)
    async with job_floor() as floor:
        path = weights(tmp_path, 8 * MB)
        ids = [
            floor.queue.create(host, creation_of(path, model=f"mine-{number}"))
            for number in range(5)
            for host in (HERE, THERE)
        ]
        for job_id in ids:
            await floor.end(job_id)
        assert len(hashed) == 1


async def test_creates_with_files_go_one_by_one_and_hold_up_no_other(tmp_path: Path) -> None:
    async with job_floor() as floor:
        floor.server.faults.upload_stops_at = 1
        path = weights(tmp_path)
        first, second = (floor.queue.create(HERE, creation_of(path, model=name)) for name in "ab")
        await until(lambda: uploads(floor))
        assert floor.job(second).state is JobState.WAITING
        assert (await create(floor, Creation("pirate", PIRATE, SEA))).state is JobState.DONE
        floor.server.faults.clear()
        assert (await floor.end(first)).state is JobState.DONE
        assert (await floor.end(second)).state is JobState.DONE
        assert uploads(floor) == 1


async def test_what_a_create_is_at_is_left_alone_by_others(tmp_path: Path) -> None:
    async with job_floor() as floor:
        floor.server.faults.upload_stops_at = 1
        first = floor.queue.create(HERE, creation_of(weights(tmp_path)))
        await until(lambda: uploads(floor))
        job = await floor.end(floor.queue.copy(HERE, SEA, "mine"))
        assert job.problem is JobProblem.IN_USE
        floor.queue.cancel(first)
        await floor.end(first)


async def test_a_name_that_no_server_takes_makes_no_job() -> None:
    async with job_floor() as floor:
        with pytest.raises(BadName):
            floor.queue.create(HERE, Creation("my model"))
        assert floor.queue.jobs == ()


async def test_an_adapter_goes_with_its_base(tmp_path: Path) -> None:
    async with job_floor() as floor:
        adapter = surveyed(weights(tmp_path), FilePart.ADAPTER)
        job = await create(floor, Creation("mine", PIRATE, SEA, (adapter,)))
        assert (job.state, job.problem) == (JobState.DONE, None)
        assert "\nADAPTER " in (await floor.client.show("mine")).modelfile


async def test_files_of_one_name_are_counted_each_by_itself(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    base, other = weights(tmp_path), weights(tmp_path / "other", mark=b"other")
    files = (surveyed(base), surveyed(other, FilePart.ADAPTER))
    async with job_floor() as floor:
        job = await create(floor, Creation("mine", files=files))
        assert job.state is JobState.DONE
        assert set(job.progress.layers) == {"base/tiny.gguf", "adapter/tiny.gguf"}
        assert uploads(floor) == 2


async def test_a_queue_that_closes_stops_reading(tmp_path: Path) -> None:
    path = weights(tmp_path, 64 * 1024 * MB)
    async with job_floor() as floor:
        job_id = floor.queue.create(HERE, creation_of(path))
        await floor.seen(job_id, lambda job: job.progress.completed)
        await asyncio.sleep(0)
