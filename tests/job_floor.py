"""A job queue at work on the stand-in, for the tests of jobs."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from desktop.demo.library import Library, demo_library
from desktop.demo.pace import AT_ONCE, Pace
from desktop.demo.server import DemoServer
from desktop.domain.host import Host, HostId
from desktop.jobs.job import Job, JobId
from desktop.jobs.queue import JobQueue
from desktop.ollama.client import OllamaClient
from desktop.ollama.clients import Clients
from tests.clock import ManualClock, until

HERE, THERE = HostId("here"), HostId("there")
"""Two hosts, which are one stand-in under two ids."""
PULLABLE = ("llama3.2:1b", "llama3.1:8b", "qwen2.5:7b", "qwen2.5:14b", "gemma3:12b", "mistral:7b")
MODEL = PULLABLE[0]


@dataclass(slots=True)
class Floor:
    """The queue, the stand-in it works on, its clock, and every snapshot it announced."""

    queue: JobQueue
    server: DemoServer
    clock: ManualClock
    clients: Clients
    told: list[Job] = field(default_factory=list[Job])

    @property
    def client(self) -> OllamaClient:
        return self.clients.client(HERE)

    @property
    def pulled(self) -> int:
        """How many pulls the stand-in was asked for."""
        return self.server.requests.count("POST /api/pull")

    def job(self, job_id: JobId) -> Job:
        job = self.queue.get(job_id)
        assert job is not None
        return job

    def hold(self, fraction: float = 0.4) -> None:
        """Let no pull come further than this."""
        for model in PULLABLE:
            self.server.registry.hold(model, fraction)

    async def seen(self, job_id: JobId, condition: Callable[[Job], object]) -> Job:
        """Wait until the job is so, and return it."""
        await until(lambda: condition(self.job(job_id)))
        return self.job(job_id)

    async def end(self, job_id: JobId) -> Job:
        return await self.seen(job_id, lambda job: job.state.is_finished)

    async def held(self, job_id: JobId) -> Job:
        """Wait until a pull has come as far as it is let."""
        return await self.seen(job_id, lambda job: job.progress.completed)

    async def wait(self, seconds: float) -> None:
        """Let the queue's time pass, a second at a time, so that every sleeper gets its turn."""
        for _ in range(round(seconds)):
            self.clock.advance(1.0)
            for _ in range(3):
                await asyncio.sleep(0)

    async def names(self) -> list[str]:
        return sorted(row.name for row in (await self.client.tags()).rows)


@asynccontextmanager
async def job_floor(
    *,
    library: Library | None = None,
    pace: Pace = AT_ONCE,
    limit: int = 3,
    server: DemoServer | None = None,
) -> AsyncGenerator[Floor]:
    """Open a queue on a stand-in, and close both."""
    clock = ManualClock()
    stand_in = server or DemoServer(library or demo_library(), pace=pace)
    async with stand_in, Clients() as clients:
        for host_id in (HERE, THERE):
            clients.put(Host(host_id, stand_in.address))
        async with JobQueue(clients.client, clock, limit, lambda: 0.5) as queue:
            floor = Floor(queue, stand_in, clock, clients)
            queue.changed.subscribe(lambda job_id: _note(floor, job_id))
            yield floor


def _note(floor: Floor, job_id: JobId) -> None:
    if job := floor.queue.get(job_id):
        floor.told.append(job)
