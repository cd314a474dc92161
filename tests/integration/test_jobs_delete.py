"""Deletions, which leave nothing in memory."""

from desktop.jobs.job import JobProblem, JobState
from tests.clock import until
from tests.job_floor import HERE, MODEL, THERE, job_floor

_MODEL = "gemma3:4b"


async def test_a_deleted_model_is_gone() -> None:
    async with job_floor() as floor:
        job = await floor.end(floor.queue.delete(HERE, _MODEL))
        assert (job.state, job.problem) == (JobState.DONE, None)
        assert _MODEL not in await floor.names()


async def test_a_loaded_model_is_unloaded_first() -> None:
    async with job_floor() as floor:
        await floor.client.load(_MODEL)
        await floor.end(floor.queue.delete(HERE, _MODEL.upper()))
        assert _MODEL not in [row.name for row in (await floor.client.ps()).rows]
        assert _MODEL not in await floor.names()


async def test_a_model_that_is_not_loaded_is_not_unloaded() -> None:
    async with job_floor() as floor:
        await floor.end(floor.queue.delete(HERE, _MODEL))
        assert "POST /api/generate" not in floor.server.requests


async def test_a_model_that_is_gone_already_is_deleted() -> None:
    async with job_floor() as floor:
        job = await floor.end(floor.queue.delete(HERE, "never-there"))
        assert (job.state, job.error) == (JobState.DONE, None)


async def test_many_deletions_are_as_many_jobs_done_one_by_one() -> None:
    async with job_floor() as floor:
        names = await floor.names()
        ids = [floor.queue.delete(HERE, name) for name in names]
        most = 0
        for job_id in ids:
            await floor.end(job_id)
            most = max(most, sum(job.is_active for job in floor.queue.jobs))
        assert most <= 1
        assert await floor.names() == []


async def test_deleting_what_is_being_pulled_fails_and_the_pull_goes_on() -> None:
    async with job_floor() as floor:
        floor.hold()
        pull = floor.queue.pull(HERE, MODEL)
        await floor.held(pull)
        job = await floor.end(floor.queue.delete(HERE, MODEL.upper()))
        assert (job.state, job.problem) == (JobState.FAILED, JobProblem.BEING_PULLED)
        assert "DELETE /api/delete" not in floor.server.requests
        floor.server.registry.release()
        assert (await floor.end(pull)).state is JobState.DONE


async def test_a_pull_waits_until_its_name_has_been_deleted() -> None:
    async with job_floor() as floor:
        floor.server.faults.only = "/api/delete"
        floor.server.faults.hang = True
        deletion = floor.queue.delete(HERE, _MODEL)
        pull = floor.queue.pull(HERE, _MODEL)
        elsewhere = floor.queue.pull(THERE, MODEL)
        await floor.end(elsewhere)
        await until(lambda: "DELETE /api/delete" in floor.server.requests)
        assert floor.job(pull).state is JobState.WAITING
        floor.server.faults.clear()
        assert (await floor.end(deletion)).state is JobState.DONE
        assert (await floor.end(pull)).state is JobState.DONE
