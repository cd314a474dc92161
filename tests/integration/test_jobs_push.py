"""Pushes, to whatever end they come to."""

from dataclasses import replace

import pytest

from desktop.demo.pace import AT_ONCE
from desktop.diagnostics.codes import Code
from desktop.diagnostics.explain import explain
from desktop.domain.name import BadName
from desktop.domain.pull import PullPhase
from desktop.jobs.job import JobProblem, JobRefused, JobState
from desktop.ollama.errors import ServerRefused, StreamBroken
from tests.job_floor import HERE, Floor, job_floor

SEA = "llama3.2:3b"
MINE = "me/mine:latest"
WATCHED = replace(AT_ONCE, speed=4e9)


async def own(floor: Floor) -> None:
    await floor.end(floor.queue.copy(HERE, SEA, MINE))


async def test_a_push_counts_its_layers_and_ends_with_success() -> None:
    async with job_floor(pace=WATCHED) as floor:
        await own(floor)
        floor.told.clear()
        job = await floor.end(floor.queue.push(HERE, MINE))
        assert (job.state, job.error, job.progress.fraction) == (JobState.DONE, None, 1.0)
        phases = list(dict.fromkeys(told.progress.phase for told in floor.told))
        assert phases == [
            PullPhase.OTHER,
            PullPhase.MANIFEST,
            PullPhase.TRANSFERRING,
            PullPhase.WRITING,
            PullPhase.SUCCESS,
        ]
        assert len(job.progress.layers) > 1


async def test_a_push_that_is_cancelled_begins_at_nothing_again() -> None:
    async with job_floor(pace=replace(AT_ONCE, speed=1e6)) as floor:
        await own(floor)
        job_id = floor.queue.push(HERE, MINE)
        await floor.seen(job_id, lambda job: job.progress.completed)
        floor.queue.cancel(job_id)
        assert (await floor.end(job_id)).state is JobState.CANCELLED
        floor.server.registry.speed = 1e15
        floor.queue.retry(job_id)
        assert not floor.job(job_id).progress.completed
        assert (await floor.end(job_id)).state is JobState.DONE


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("unauthorized: access denied", Code.PUSH_UNAUTHORIZED),
        ('unauthorized: unknown ollama key "ssh-ed25519 AAAA"', Code.PUSH_UNAUTHORIZED),
        (
            'realm host "evil.example" does not match original host "registry.ollama.ai"',
            Code.REGISTRY_REALM_FOREIGN,
        ),
        ("insecure protocol http", Code.REGISTRY_INSECURE),
        (
            'Head "https://registry.ollama.ai/v2/me/mine/blobs/sha256:00": dial tcp: lookup '
            "registry.ollama.ai on 192.0.2.53:53: no such host",
            Code.SERVER_IS_OFFLINE,
        ),
        ("http status 500 Internal Server Error: oh", Code.PUSH_FAILED),
        ("max retries exceeded: EOF", Code.PUSH_KEPT_BREAKING),
    ],
)
async def test_what_a_registry_says_no_with_is_explained(said: str, code: Code) -> None:
    async with job_floor() as floor:
        await own(floor)
        floor.server.faults.registry_error = said
        job = await floor.end(floor.queue.push(HERE, MINE))
        assert isinstance(job.error, ServerRefused)
        assert job.error.message == said
        assert explain(job.error).code is code


async def test_a_model_that_is_not_there_cannot_be_pushed() -> None:
    async with job_floor() as floor:
        job = await floor.end(floor.queue.push(HERE, "me/nothing"))
        assert isinstance(job.error, ServerRefused)
        assert explain(job.error).code is Code.PUSH_FAILED


async def test_a_push_whose_stream_is_cut_has_failed() -> None:
    async with job_floor() as floor:
        await own(floor)
        floor.server.faults.only, floor.server.faults.cut_after = "/api/push", 2
        job = await floor.end(floor.queue.push(HERE, MINE))
        assert isinstance(job.error, StreamBroken)


@pytest.mark.parametrize("name", ["mine", "library/mine:v2", "registry.ollama.ai/library/mine"])
async def test_a_name_without_an_account_is_refused_before_anything_is_sent(name: str) -> None:
    async with job_floor() as floor:
        with pytest.raises(JobRefused) as caught:
            floor.queue.push(HERE, name)
        assert caught.value.problem is JobProblem.NO_NAMESPACE
        assert floor.queue.jobs == ()


async def test_a_registry_of_ones_own_has_a_library_too() -> None:
    async with job_floor() as floor:
        own_registry = "127.0.0.1:5001/library/mine"
        await floor.end(floor.queue.copy(HERE, SEA, own_registry))
        job = await floor.end(floor.queue.push(HERE, own_registry, insecure=True))
        assert (job.state, job.is_insecure) == (JobState.DONE, True)


async def test_a_name_that_no_server_takes_makes_no_job() -> None:
    async with job_floor() as floor:
        with pytest.raises(BadName):
            floor.queue.push(HERE, "me/my model")


async def test_a_retry_may_go_without_encryption() -> None:
    async with job_floor() as floor:
        await own(floor)
        floor.server.faults.registry_error = "insecure protocol http"
        job_id = floor.queue.push(HERE, MINE)
        await floor.end(job_id)
        floor.server.faults.clear()
        floor.queue.retry(job_id, insecure=True)
        job = await floor.end(job_id)
        assert (job.state, job.is_insecure) == (JobState.DONE, True)
