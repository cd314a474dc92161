"""What a window is put under while its heartbeat is listened to."""

import asyncio
import random
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field, replace

from desktop.domain.chat import ChatRequest, Message
from desktop.domain.host import HostId
from desktop.jobs.job import JobState
from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient
from desktop.runtime.supervisor import Supervisor
from desktop.services import Services
from desktop.storage.settings import MAX_PULLS
from tests.benchmarks.servers import LINES_PER_SECOND, Ports, at

_MODEL = "model-0001"


@dataclass(frozen=True, slots=True)
class Load:
    """Hosts to be polled, of which some are dead, pulls that run, and perhaps a chat.

    `page` is what the window shows meanwhile. Pulls that begin `in_step` get
    their lines in the same milliseconds for ever after; as a person starts
    them, and from servers with clocks of their own, they do not.
    """

    name: str
    says: str
    live: int = 0
    dead: int = 0
    pulls: int = 0
    chats: bool = False
    page: str = "jobs"
    in_step: bool = False


@dataclass(slots=True)
class Proof:
    """That the load was really there: what ran, and how many tokens came."""

    services: Services
    tokens: int = 0
    pulls: list[int] = field(default_factory=list[int])

    @property
    def up(self) -> int:
        return sum(snapshot.is_up for snapshot in self.services.registry.snapshots)

    @property
    def flowing(self) -> int:
        """How many pulls are being downloaded."""
        jobs = self.services.jobs.jobs
        return sum(job.state is JobState.RUNNING and job.progress.completed > 0 for job in jobs)


@asynccontextmanager
async def loaded(services: Services, load: Load, ports: Ports) -> AsyncGenerator[Proof]:
    """Put the load on the program, wait until all of it is there, and take it off again."""
    registry, jobs = services.registry, services.jobs
    hosts = [registry.add(at(port)) for port in ports.live[: load.live]]
    dead = [registry.add(at(port)) for port in ports.dead[: load.dead]]
    proof = Proof(services)
    async with Supervisor() as tasks:
        if load.chats:
            tasks.start(_chat(ports.live[-1], proof), name="chat")
        await _pull(services, hosts, load)
        await _until(lambda: proof.up == load.live and proof.flowing == load.pulls)
        await _until(lambda: proof.tokens > 0 or not load.chats)
        yield proof
    for host_id in (*hosts, *dead):
        registry.remove(host_id)
    await _until(lambda: all(job.state.is_finished for job in jobs.jobs))
    jobs.clear_finished()


async def _pull(services: Services, hosts: list[HostId], load: Load) -> None:
    chance = random.Random(1)
    settings = services.settings
    settings.update(replace(settings.settings, pulls_per_host=MAX_PULLS))
    for number in range(load.pulls):
        services.jobs.pull(hosts[number % len(hosts)], f"bench-{number}")
        if not load.in_step:
            await asyncio.sleep(chance.random() / LINES_PER_SECOND)


async def _chat(port: int, proof: Proof) -> None:
    """Read one answer after the other: the stand-in's are short."""
    async with open_http(at(port)) as http:
        client = OllamaClient(http)
        request = ChatRequest(_MODEL, messages=(Message("user", "Tell me about the sea."),))
        while True:
            async with aclosing(client.chat(request)) as chunks:
                async for _ in chunks:
                    proof.tokens += 1


async def _until(condition: Callable[[], object], timeout: float = 60.0) -> None:
    async with asyncio.timeout(timeout):
        while not condition():  # noqa: ASYNC110  what is waited for tells nobody
            await asyncio.sleep(0.05)
