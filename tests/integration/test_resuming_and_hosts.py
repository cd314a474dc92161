"""Lost pulls within the services of the program: hosts say when they can be started again."""

from dataclasses import replace

from desktop.demo.pace import Pace
from desktop.demo.server import DemoServer
from desktop.domain.address import parse_address
from desktop.services import Outside
from desktop.services_opening import open_services
from desktop.storage.desktop_entry import LostPull
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from tests.clock import until

NOBODY = parse_address("127.0.0.1:9")


def lose(settings: SettingsFile, *lost: LostPull) -> None:
    kept = settings.settings
    settings.update(replace(kept, desktop=replace(kept.desktop, lost_pulls=lost)))


async def test_a_lost_pull_is_started_once_its_host_answers(paths: Paths):
    settings = SettingsFile(paths.settings_file, pause=0)
    async with DemoServer(pace=Pace(speed=1000.0)) as server:
        outside = Outside(ollama_host=server.address.authority)
        async with open_services(settings, outside, paths) as services:
            lost = LostPull(host=services.registry.hosts[0].id, model="llama3.2:1b")
        lose(settings, lost)
        async with open_services(settings, outside, paths) as services:
            await until(lambda: services.jobs.jobs)
            assert services.registry.snapshots[0].is_up
            assert [job.model for job in services.jobs.jobs] == ["llama3.2:1b"]
    assert settings.settings.desktop.lost_pulls == (lost,)
    settings.close()


async def test_what_hosts_say_while_the_program_ends_loses_no_pull(paths: Paths):
    settings = SettingsFile(paths.settings_file, pause=0)
    async with DemoServer(pace=Pace(speed=1000.0)) as server:
        outside = Outside(ollama_host=server.address.authority)
        async with open_services(settings, outside, paths) as services:
            silent = services.registry.add(NOBODY)
        lose(settings, LostPull(host=silent, model="x"))
        async with open_services(settings, outside, paths) as services:
            there = services.registry.hosts[0].id
            job = services.jobs.pull(there, "llama3.2:1b")
            await until(lambda: (one := services.jobs.get(job)) is not None and one.is_active)
            services.jobs.finished.subscribe(lambda _: services.registry.remove(silent))
    running = LostPull(host=there, model="llama3.2:1b")
    assert running in settings.settings.desktop.lost_pulls
    settings.close()
