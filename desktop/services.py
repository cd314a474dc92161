"""What a running program consists of, below its window: opened and closed in one order."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial

from desktop.demo.library import Library
from desktop.demo.server import DemoServer
from desktop.domain.host import HostId
from desktop.hosts.first_run import FirstHost, first_host
from desktop.hosts.registry import HostRegistry
from desktop.jobs.hashing import Hasher
from desktop.jobs.job import Job
from desktop.jobs.queue import JobQueue
from desktop.net.lookup import Resolver, ask_system
from desktop.net.transport import open_http
from desktop.ollama.clients import Clients
from desktop.runtime.clock import SystemClock
from desktop.runtime.event import Event
from desktop.runtime.supervisor import Crash, Supervisor
from desktop.storage.settings import SettingsFile

DEMO_NAME = "Demo"


@dataclass(frozen=True, slots=True)
class Outside:
    """What the program is given from outside, and a test gives differently.

    `ollama_host` is the text of OLLAMA_HOST, or None where it is not set;
    `here` is what a person calls the computer they sit at.
    """

    ollama_host: str | None = None
    here: str = ""
    resolver: Resolver = ask_system
    demo_library: Library | None = None


class DemoHost:
    """The built-in demo host: served only once it was asked for, and until it is removed."""

    def __init__(self, registry: HostRegistry, tasks: Supervisor, library: Library | None) -> None:
        self._registry = registry
        self._tasks = tasks
        self._library = library
        self._serving: asyncio.Task[None] | None = None
        self.server: DemoServer | None = None

    def start(self) -> None:
        """Serve the demo library on a loopback port and add it to the hosts."""
        if self._serving is None or self._serving.done():
            self._serving = self._tasks.start(self._serve(), name="demo host")

    async def _serve(self) -> None:
        async with DemoServer(self._library, label=DEMO_NAME) as self.server:
            host_id = self._registry.add(self.server.address, DEMO_NAME, is_demo=True)
            removed = asyncio.Event()

            def look(_: None) -> None:
                if not any(host.id == host_id for host in self._registry.hosts):
                    removed.set()

            forget = self._registry.changed.subscribe(look)
            try:
                await removed.wait()
            finally:
                forget()


@dataclass(frozen=True, slots=True)
class Services:
    """Every service of the program; the window is built from these.

    `first` says which host a first start began with, and is None later.
    `crashed` names each task that ended with an unforeseen exception.
    """

    settings: SettingsFile
    registry: HostRegistry
    jobs: JobQueue
    hasher: Hasher
    demo: DemoHost
    crashed: Event[Crash]
    first: FirstHost | None


@asynccontextmanager
async def open_services(settings: SettingsFile, outside: Outside) -> AsyncGenerator[Services, None]:
    """Open everything that watches and works; on leaving, no task, thread or socket is left.

    Jobs close before the clients that they use, and hosts before theirs.
    """
    clock = SystemClock()
    async with AsyncExitStack() as stack:
        hasher = Hasher()
        stack.callback(hasher.close)
        clients = await stack.enter_async_context(
            Clients(partial(open_http, resolver=outside.resolver))
        )
        registry = await stack.enter_async_context(HostRegistry(settings, clients, clock))
        jobs = await stack.enter_async_context(
            JobQueue(clients.client, clock, settings.settings.pulls_per_host)
        )
        tasks = await stack.enter_async_context(Supervisor())
        demo = DemoHost(registry, tasks, outside.demo_library)
        _tell_each_other(registry, jobs)
        first = _begin(registry, settings, outside)
        crashed = _gathered(registry.crashed, jobs.crashed, tasks.crashed)
        yield Services(settings, registry, jobs, hasher, demo, crashed, first)


def _tell_each_other(registry: HostRegistry, jobs: JobQueue) -> None:
    """Join hosts and jobs, which do not know each other."""
    known = {host.id for host in registry.hosts}

    def on_finished(job: Job) -> None:
        if any(host.id == job.host_id for host in registry.hosts):
            registry.refresh(job.host_id)

    def on_list_changed(_: None) -> None:
        now = {host.id for host in registry.hosts}
        gone: set[HostId] = known - now
        known.clear()
        known.update(now)
        for host_id in gone:
            jobs.drop_host(host_id)

    jobs.finished.subscribe(on_finished)
    registry.changed.subscribe(on_list_changed)


def _begin(registry: HostRegistry, settings: SettingsFile, outside: Outside) -> FirstHost | None:
    """Begin an empty list on a first start, or after its loss; one emptied by hand stays empty."""
    is_lost = settings.damage is not None and not settings.damage.restored
    if registry.hosts or not (settings.is_new or is_lost):
        return None
    first = first_host(outside.ollama_host)
    registry.add(first.address, outside.here if first.address.is_loopback else "")
    return first


def _gathered(*events: Event[Crash]) -> Event[Crash]:
    """Return an event that tells what any of these tell."""
    together = Event[Crash]()
    for event in events:
        event.subscribe(together.emit)
    return together
