"""Pulls that a program did not live to see the end of."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from desktop.demo.pace import Pace
from desktop.demo.server import DemoServer
from desktop.domain.host import Host, HostId
from desktop.jobs.job import JobState
from desktop.jobs.queue import JobQueue
from desktop.jobs.resuming import Resuming
from desktop.ollama.clients import Clients
from desktop.runtime.clock import SystemClock
from desktop.storage.desktop_entry import LostPull
from desktop.storage.settings import SettingsFile
from tests.clock import until

TOWER = HostId("tower")


@asynccontextmanager
async def running(
    settings: SettingsFile, server: DemoServer
) -> AsyncGenerator[tuple[JobQueue, Resuming]]:
    async with Clients() as clients:
        clients.put(Host(TOWER, server.address))
        async with (
            JobQueue(clients.client, SystemClock()) as queue,
            Resuming(queue, settings) as resuming,
        ):
            yield queue, resuming


async def test_a_pull_that_ran_at_the_end_is_started_again(tmp_path: Path):
    settings = SettingsFile(tmp_path / "settings.json", pause=0)
    async with DemoServer(pace=Pace(speed=1000.0)) as server:
        async with running(settings, server) as (queue, _):
            first = queue.pull(TOWER, "llama3.2:1b")
            await until(lambda: (job := queue.get(first)) is not None and job.is_active)
        settings.close()
        again = SettingsFile(tmp_path / "settings.json", pause=0)
        async with running(again, server) as (queue, resuming):
            assert resuming.resume([TOWER], [TOWER]) == 1
            assert [job.model for job in queue.jobs] == ["llama3.2:1b"]
        again.close()


async def test_a_pull_that_a_person_cancelled_stays_cancelled(tmp_path: Path):
    settings = SettingsFile(tmp_path / "settings.json", pause=0)
    async with (
        DemoServer(pace=Pace(speed=1000.0)) as server,
        running(settings, server) as (queue, _),
    ):
        job = queue.pull(TOWER, "llama3.2:1b")
        await until(lambda: settings.settings.desktop.lost_pulls != ())
        queue.cancel(job)
        await until(lambda: settings.settings.desktop.lost_pulls == ())
    settings.close()


async def test_pulls_of_a_host_that_is_gone_are_forgotten(tmp_path: Path):
    settings = SettingsFile(tmp_path / "settings.json", pause=0)
    async with DemoServer(pace=Pace(speed=1000.0)) as server:
        async with running(settings, server) as (queue, _):
            queue.pull(TOWER, "llama3.2:1b")
            await until(lambda: settings.settings.desktop.lost_pulls != ())
        async with running(settings, server) as (queue, resuming):
            assert resuming.resume([], []) == 0
            assert not queue.jobs
            assert settings.settings.desktop.lost_pulls == ()
    settings.close()


async def test_nothing_is_started_again_where_a_person_does_not_want_it(tmp_path: Path):
    settings = SettingsFile(tmp_path / "settings.json", pause=0)
    async with DemoServer(pace=Pace(speed=1000.0)) as server:
        async with running(settings, server) as (queue, _):
            queue.pull(TOWER, "llama3.2:1b")
            await until(lambda: settings.settings.desktop.lost_pulls != ())
        kept = settings.settings
        settings.update(replace(kept, desktop=replace(kept.desktop, resumes_pulls=False)))
        async with running(settings, server) as (queue, resuming):
            assert resuming.resume([TOWER], [TOWER]) == 0
            assert all(job.state is not JobState.RUNNING for job in queue.jobs)
            assert settings.settings.desktop.lost_pulls == ()
    settings.close()


async def test_a_pull_waits_for_its_host_also_until_a_later_start(tmp_path: Path):
    settings = SettingsFile(tmp_path / "settings.json", pause=0)
    lost = LostPull(host=TOWER, model="llama3.2:1b")
    kept = settings.settings
    settings.update(replace(kept, desktop=replace(kept.desktop, lost_pulls=(lost,))))
    async with DemoServer(pace=Pace(speed=1000.0)) as server:
        async with running(settings, server) as (queue, resuming):
            assert resuming.resume([TOWER], []) == 0
            other = queue.pull(TOWER, "qwen3:0.6b")
            queue.cancel(other)
            await until(lambda: (job := queue.get(other)) is not None and job.state.is_finished)
            assert settings.settings.desktop.lost_pulls == (lost,)
        async with running(settings, server) as (queue, resuming):
            assert resuming.resume([TOWER], [TOWER]) == 1
            assert resuming.resume([TOWER], [TOWER]) == 0
            assert [job.model for job in queue.jobs] == ["llama3.2:1b"]
    settings.close()


async def test_what_is_no_name_in_the_settings_is_forgotten(tmp_path: Path):
    settings = SettingsFile(tmp_path / "settings.json", pause=0)
    kept = settings.settings
    lost = (LostPull(host=TOWER, model=""), LostPull(host=TOWER, model="no name/at all/../x"))
    settings.update(replace(kept, desktop=replace(kept.desktop, lost_pulls=lost)))
    async with DemoServer() as server, running(settings, server) as (queue, resuming):
        assert resuming.resume([TOWER], [TOWER]) == 0
        assert not queue.jobs
        assert settings.settings.desktop.lost_pulls == ()
    settings.close()
