"""Pulls, from the first request to whatever end they come to."""

import pytest

from desktop.demo.faults import Garbage
from desktop.demo.library import empty_library
from desktop.demo.pace import Pace
from desktop.demo.server import DemoServer, Setting
from desktop.domain.name import BadName
from desktop.domain.pull import PullPhase
from desktop.jobs.job import Job, JobProblem, JobState
from desktop.ollama.errors import NotOllama, ServerRefused, StreamBroken
from tests.clock import START, ManualClock, until
from tests.job_floor import HERE, MODEL, Floor, job_floor

_WATCHED = Pace(speed=4e9, latency=0.0, interval=0.005)
"""A second or less for a model, with a few dozen lines."""


async def _stalled(floor: Floor) -> Job:
    """Pull a model that comes to a standstill, and let 15 seconds pass."""
    floor.hold()
    job_id = floor.queue.pull(HERE, MODEL)
    await floor.held(job_id)
    await floor.wait(15)
    return floor.job(job_id)


async def test_a_pull_runs_to_its_end() -> None:
    async with job_floor(pace=_WATCHED) as floor:
        job = await floor.end(floor.queue.pull(HERE, MODEL))
        assert (job.state, job.error, job.problem) == (JobState.DONE, None, None)
        assert job.progress.fraction == 1.0
        assert job.started_at == job.ended_at == START
        assert MODEL in await floor.names()


async def test_a_pull_goes_through_its_phases_in_order() -> None:
    async with job_floor(pace=_WATCHED) as floor:
        job_id = floor.queue.pull(HERE, MODEL)
        assert floor.job(job_id).is_asking
        await floor.end(job_id)
        phases = list(dict.fromkeys(job.progress.phase for job in floor.told))
        assert phases == [
            PullPhase.OTHER,
            PullPhase.MANIFEST,
            PullPhase.TRANSFERRING,
            PullPhase.VERIFYING,
            PullPhase.WRITING,
            PullPhase.SUCCESS,
        ]
        assert not floor.job(job_id).is_asking


async def test_a_model_that_is_up_to_date_is_done_at_once_and_without_a_speed() -> None:
    async with job_floor() as floor:
        await floor.end(floor.queue.pull(HERE, "gemma3:4b"))
        assert all(job.speed is None and not job.went_back for job in floor.told)
        assert floor.told[-1].progress.fraction == 1.0


async def test_speed_and_time_left_follow_the_queues_clock() -> None:
    async with job_floor(pace=_WATCHED) as floor:
        job_id = floor.queue.pull(HERE, MODEL)
        floor.queue.changed.subscribe(lambda _: floor.clock.advance(0.1))
        job = await floor.seen(job_id, lambda job: job.speed)
        assert job.seconds_left is not None
        assert job.speed is not None
        assert job.seconds_left * job.speed == pytest.approx(
            job.progress.total - job.progress.completed
        )
        assert (await floor.end(job_id)).speed is None


async def test_a_model_that_nobody_has_fails_with_the_servers_words() -> None:
    async with job_floor() as floor:
        job = await floor.end(floor.queue.pull(HERE, "no-such-model"))
        assert job.state is JobState.FAILED
        assert isinstance(job.error, ServerRefused)
        assert job.error.message == "pull model manifest: file does not exist"


async def test_a_full_disk_fails_the_pull() -> None:
    async with job_floor(pace=_WATCHED) as floor:
        floor.server.faults.disk_full = True
        job = await floor.end(floor.queue.pull(HERE, MODEL))
        assert isinstance(job.error, ServerRefused)


async def test_a_stream_of_nonsense_fails_the_pull() -> None:
    async with job_floor(pace=_WATCHED) as floor:
        floor.server.faults.garbage = Garbage.HTML
        job = await floor.end(floor.queue.pull(HERE, MODEL))
        assert isinstance(job.error, NotOllama)


async def test_a_name_that_no_server_takes_makes_no_job() -> None:
    async with job_floor() as floor:
        with pytest.raises(BadName):
            floor.queue.pull(HERE, "llama 3.2")
        assert floor.queue.jobs == ()


async def test_a_broken_stream_keeps_its_bytes_and_a_retry_goes_on_from_them() -> None:
    async with job_floor(library=empty_library(), pace=_WATCHED) as floor:
        floor.server.faults.cut_after = 20
        job_id = floor.queue.pull(HERE, MODEL)
        job = await floor.end(job_id)
        assert isinstance(job.error, StreamBroken)
        known = job.progress.completed
        assert known > 0
        floor.server.faults.clear()
        floor.told.clear()
        assert floor.queue.retry(job_id) == job_id
        assert (await floor.end(job_id)).state is JobState.DONE
        assert all(job.progress.completed >= known and job.error is None for job in floor.told)


async def test_a_pull_without_a_new_byte_for_fifteen_seconds_is_stalled() -> None:
    async with job_floor() as floor:
        floor.hold()
        job_id = floor.queue.pull(HERE, MODEL)
        await floor.held(job_id)
        await floor.wait(14)
        assert floor.job(job_id).state is JobState.RUNNING
        await floor.wait(1)
        job = floor.job(job_id)
        assert job.state is JobState.STALLED
        assert (job.speed, job.seconds_left) == (None, None)
        assert job.stalled_since == START
        assert job.restarts_at is not None
        assert (job.restarts_at - START).total_seconds() == 60


async def test_a_stall_is_noticed_though_no_line_comes_at_all() -> None:
    async with job_floor() as floor:
        floor.hold()
        job_id = floor.queue.pull(HERE, MODEL)
        await floor.held(job_id)
        floor.server.faults.silence = True
        await floor.wait(15)
        assert floor.job(job_id).state is JobState.STALLED


async def test_new_bytes_end_a_stall() -> None:
    async with job_floor() as floor:
        job = await _stalled(floor)
        floor.hold(0.5)
        job = await floor.seen(job.id, lambda job: job.state is JobState.RUNNING)
        assert (job.stalled_since, job.restarts_at) == (None, None)
        await floor.wait(15)
        assert floor.job(job.id).state is JobState.STALLED


async def test_a_stalled_pull_is_restarted_once_by_itself() -> None:
    async with job_floor() as floor:
        job = await _stalled(floor)
        await floor.wait(45)
        await until(lambda: floor.pulled == 2)
        assert floor.job(job.id).restarts == 1
        await floor.seen(job.id, lambda job: job.progress.phase is PullPhase.TRANSFERRING)
        await floor.wait(300)
        job = floor.job(job.id)
        assert (job.state, job.restarts, job.restarts_at) == (JobState.STALLED, 1, None)
        assert floor.pulled == 2


async def test_the_bar_does_not_jump_when_a_pull_is_restarted() -> None:
    async with job_floor() as floor:
        job = await _stalled(floor)
        floor.told.clear()
        floor.queue.restart(job.id)
        await until(lambda: floor.pulled == 2)
        await floor.seen(job.id, lambda job: job.progress.phase is PullPhase.TRANSFERRING)
        assert all(told.progress.fraction == job.progress.fraction for told in floor.told)


async def test_a_person_may_restart_again_and_again_until_it_goes_on() -> None:
    async with job_floor() as floor:
        job = await _stalled(floor)
        for asked in (2, 3):
            floor.queue.restart(job.id)
            await until(lambda asked=asked: floor.pulled == asked)
        floor.server.registry.release()
        job = await floor.end(job.id)
        assert (job.state, job.restarts) == (JobState.DONE, 2)


async def test_verifying_is_no_stall_however_long_it_takes() -> None:
    server_clock = ManualClock()
    slow = Pace(speed=1e6, latency=0.0, interval=0.01)
    server = DemoServer(empty_library(), pace=slow, setting=Setting(clock=server_clock))
    async with job_floor(server=server) as floor:
        job_id = floor.queue.pull(HERE, MODEL)

        def comes_to(phase: PullPhase) -> bool:
            server_clock.advance(0.02)
            return floor.job(job_id).progress.phase is phase

        await until(lambda: comes_to(PullPhase.TRANSFERRING))
        server_clock.advance(1500)
        await until(lambda: comes_to(PullPhase.VERIFYING))
        await floor.wait(300)
        assert (floor.job(job_id).state, floor.job(job_id).restarts) == (JobState.RUNNING, 0)
        assert floor.pulled == 1


async def test_bytes_that_the_server_throws_away_are_said() -> None:
    async with job_floor(pace=Pace(speed=3e8, latency=0.0, interval=0.005)) as floor:
        job_id = floor.queue.pull(HERE, MODEL)
        await floor.seen(job_id, lambda job: job.progress.completed > 50_000_000)
        floor.server.faults.fall_back = True
        await floor.seen(job_id, lambda job: job.went_back)
        floor.server.faults.fall_back = False


async def test_cancelling_closes_the_connection_and_keeps_the_bytes() -> None:
    async with job_floor() as floor:
        floor.hold()
        job_id = floor.queue.pull(HERE, MODEL)
        known = (await floor.held(job_id)).progress.completed
        floor.queue.cancel(job_id)
        job = await floor.end(job_id)
        assert (job.state, job.progress.completed) == (JobState.CANCELLED, known)
        await until(lambda: floor.server.connection_count == 0)


async def test_a_cancelled_pull_that_is_retried_goes_on_from_its_bytes() -> None:
    async with job_floor() as floor:
        floor.hold()
        job_id = floor.queue.pull(HERE, MODEL)
        await floor.held(job_id)
        floor.queue.cancel(job_id)
        cancelled = await floor.end(job_id)
        floor.told.clear()
        floor.queue.retry(job_id)
        await until(lambda: floor.pulled == 2)
        floor.server.registry.release()
        assert (await floor.end(job_id)).state is JobState.DONE
        assert all(job.progress.completed >= cancelled.progress.completed for job in floor.told)


async def test_a_host_that_is_not_known_fails_the_job() -> None:
    async with job_floor() as floor:
        floor.clients.drop(HERE)
        job = await floor.end(floor.queue.pull(HERE, MODEL))
        assert (job.state, job.problem) == (JobState.FAILED, JobProblem.HOST_GONE)
