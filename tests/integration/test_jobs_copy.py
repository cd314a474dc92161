"""Copies and renames, which never overwrite or destroy a model unasked."""

from datetime import timedelta

import pytest

from desktop.demo.faults import ProxyPage
from desktop.demo.library import Installed, Library, demo_library
from desktop.domain.name import BadName
from desktop.jobs.job import JobProblem, JobRefused, JobState
from desktop.ollama import wire_models
from desktop.ollama.errors import ModelMissing, OllamaError
from tests.clock import until
from tests.job_floor import HERE, Floor, job_floor

_MODEL, _OTHER = "gemma3:4b", "qwen3:4b"


async def _digest(floor: Floor, name: str) -> str:
    return next(row.digest for row in (await floor.client.tags()).rows if row.name == name)


async def test_a_copy_is_another_name_for_the_same_model() -> None:
    async with job_floor() as floor:
        job = await floor.end(floor.queue.copy(HERE, _MODEL, "mine"))
        assert (job.state, job.problem, job.error) == (JobState.DONE, None, None)
        assert await _digest(floor, "mine:latest") == await _digest(floor, _MODEL)


@pytest.mark.parametrize("target", ["GEMMA3:4b", "library/gemma3:4b", " gemma3:4B"])
async def test_a_copy_or_rename_to_the_same_name_makes_no_job(target: str) -> None:
    async with job_floor() as floor:
        for ask in (floor.queue.copy, floor.queue.rename):
            with pytest.raises(JobRefused) as refusal:
                ask(HERE, _MODEL, target)
            assert refusal.value.problem is JobProblem.SAME_NAME
        assert (floor.queue.jobs, list(floor.server.requests)) == ((), [])


async def test_a_target_that_no_server_takes_makes_no_job() -> None:
    async with job_floor() as floor:
        with pytest.raises(BadName):
            floor.queue.rename(HERE, _MODEL, "my model")
        assert floor.queue.jobs == ()


@pytest.mark.parametrize("target", [_OTHER, "QWEN3:4B"])
async def test_a_target_that_exists_is_not_touched(target: str) -> None:
    async with job_floor() as floor:
        before = await _digest(floor, _OTHER)
        job = await floor.end(floor.queue.copy(HERE, _MODEL, target))
        assert (job.state, job.problem) == (JobState.FAILED, JobProblem.TARGET_EXISTS)
        assert "POST /api/copy" not in floor.server.requests
        assert await _digest(floor, _OTHER) == before


async def test_a_target_that_exists_is_replaced_where_that_was_agreed() -> None:
    async with job_floor() as floor:
        job = await floor.end(floor.queue.copy(HERE, _MODEL, _OTHER, overwrite=True))
        assert job.state is JobState.DONE
        assert await _digest(floor, _OTHER) == await _digest(floor, _MODEL)


async def test_agreeing_afterwards_lets_the_same_job_go_on() -> None:
    async with job_floor() as floor:
        job = await floor.end(floor.queue.rename(HERE, _MODEL, _OTHER))
        assert job.problem is JobProblem.TARGET_EXISTS
        assert floor.queue.retry(job.id, overwrite=True) == job.id
        assert (await floor.end(job.id)).state is JobState.DONE
        assert _MODEL not in await floor.names()


async def test_a_target_beyond_the_end_of_a_capped_list_is_not_touched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wire_models, "MAX_ROWS", 10)
    manifest = demo_library().models[0].manifest
    many = tuple(Installed(f"m{i}:x", manifest, timedelta(minutes=i)) for i in range(11))
    async with job_floor(library=Library(many)) as floor:
        assert "m10:x" not in await floor.names()
        job = await floor.end(floor.queue.copy(HERE, "m0:x", "m10:x"))
        assert job.problem is JobProblem.TARGET_EXISTS
        assert "POST /api/copy" not in floor.server.requests
        assert (await floor.end(floor.queue.copy(HERE, "m0:x", "new"))).state is JobState.DONE


async def test_a_source_that_is_gone_fails_with_the_servers_error() -> None:
    async with job_floor() as floor:
        job = await floor.end(floor.queue.copy(HERE, "gone", "mine"))
        assert isinstance(job.error, ModelMissing)


async def test_a_copy_whose_case_the_host_changed_is_done_and_says_so() -> None:
    async with job_floor() as floor:
        job = await floor.end(floor.queue.copy(HERE, _MODEL, "Qwen3:mine"))
        assert (job.state, job.problem) == (JobState.DONE, JobProblem.CASE_TAKEN)
        assert "qwen3:mine" in await floor.names()


async def test_a_rename_leaves_the_new_name_alone() -> None:
    async with job_floor() as floor:
        before = await _digest(floor, _MODEL)
        job = await floor.end(floor.queue.rename(HERE, _MODEL, "mine:v1"))
        assert (job.state, job.problem) == (JobState.DONE, None)
        assert _MODEL not in await floor.names()
        assert await _digest(floor, "mine:v1") == before


async def test_a_rename_unloads_the_old_name_before_it_deletes_it() -> None:
    async with job_floor() as floor:
        await floor.client.load(_MODEL)
        await floor.end(floor.queue.rename(HERE, _MODEL, "mine"))
        assert _MODEL not in [row.name for row in (await floor.client.ps()).rows]
        assert "mine:latest" in await floor.names()


async def test_a_rename_whose_copy_is_not_seen_deletes_nothing() -> None:
    async with job_floor() as floor:
        floor.queue.changed.subscribe(lambda _: _spoil_lists(floor))
        job = await floor.end(floor.queue.rename(HERE, _MODEL, "mine"))
        assert (job.state, job.problem) == (JobState.FAILED, JobProblem.COPY_NOT_SEEN)
        assert "DELETE /api/delete" not in floor.server.requests


def _spoil_lists(floor: Floor) -> None:
    floor.server.faults.wrong_types = True


async def test_a_rename_whose_delete_fails_says_that_both_exist() -> None:
    async with job_floor() as floor:
        floor.server.faults.only = "/api/delete"
        floor.server.faults.proxy_page = ProxyPage.HTML
        job = await floor.end(floor.queue.rename(HERE, _MODEL, "mine"))
        assert (job.state, job.problem) == (JobState.FAILED, JobProblem.BOTH_EXIST)
        assert isinstance(job.error, OllamaError)
        assert {_MODEL, "mine:latest"} <= set(await floor.names())


async def test_a_rename_that_is_cancelled_halfway_says_that_both_exist() -> None:
    async with job_floor() as floor:
        floor.server.faults.only = "/api/delete"
        floor.server.faults.hang = True
        job_id = floor.queue.rename(HERE, _MODEL, "mine")
        await until(lambda: "DELETE /api/delete" in floor.server.requests)
        floor.queue.cancel(job_id)
        job = await floor.end(job_id)
        floor.server.faults.clear()
        assert (job.state, job.problem) == (JobState.CANCELLED, JobProblem.BOTH_EXIST)


async def test_a_server_that_cannot_be_asked_gets_no_copy() -> None:
    async with job_floor() as floor:
        floor.server.faults.only = "/api/tags"
        floor.server.faults.proxy_page = ProxyPage.HTML
        job = await floor.end(floor.queue.copy(HERE, _MODEL, "mine"))
        assert isinstance(job.error, OllamaError)
        assert "POST /api/copy" not in floor.server.requests
