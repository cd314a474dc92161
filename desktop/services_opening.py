"""Opening the services of a running program in one order, and closing them in the opposite one."""

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from typing import Protocol

from desktop.chat.conversations import Conversations
from desktop.chat.surroundings import ModelHere, model_here
from desktop.diagnostics.doctor import Doctor
from desktop.domain.conversation import Target
from desktop.domain.host import Host, HostId
from desktop.hosts.discovery import Discovery
from desktop.hosts.first_run import FirstHost, first_host
from desktop.hosts.registry import HostRegistry
from desktop.hosts.routes import HostRoutes
from desktop.jobs.hashing import Hasher
from desktop.jobs.queue import JobQueue
from desktop.jobs.resuming import Resuming
from desktop.net.tunnel import Tunnels
from desktop.ollama.clients import Clients
from desktop.ollama.lines import line_opener
from desktop.runtime.clock import SystemClock
from desktop.runtime.event import Event
from desktop.runtime.supervisor import Crash
from desktop.services import DemoHost, Outside, Services, secret_of
from desktop.services_joined import joined, let_resume
from desktop.services_memory import MemoryAround, open_memory
from desktop.services_newer import open_newer
from desktop.storage.paths import Paths
from desktop.storage.secrets import Secrets
from desktop.storage.settings import SettingsFile
from desktop.workshop.drafts import Drafts
from desktop.workshop.preview import PromptPreview


@asynccontextmanager
async def open_services(
    settings: SettingsFile,
    outside: Outside,
    paths: Paths,
    secrets: Secrets | None = None,
) -> AsyncGenerator[Services, None]:
    """Open everything that watches and works; on leaving, no task, thread or socket is left.

    Jobs close before the clients that they use, and hosts before theirs.
    Whoever gives `secrets` closes them.
    """
    async with AsyncExitStack() as stack:
        reach = _Reach(settings, outside, secrets)
        await reach.open(stack)
        yield await _opened(stack, reach, paths)


class _Reach:
    """What reaches hosts: everything else is built on it."""

    def __init__(self, settings: SettingsFile, outside: Outside, secrets: Secrets | None) -> None:
        self.settings = settings
        self.outside = outside
        self.secrets = secrets
        self.clock = SystemClock()
        self.tunnels = Tunnels()
        opener = line_opener(outside.network, self.tunnels)
        self.clients = Clients(opener, on_drop=self.tunnels.drop)
        self.registry = HostRegistry(settings, self.clients, self.clock, secrets=secrets)
        self.routes = HostRoutes(self.registry, outside.system_proxy)
        self.discovery = Discovery(lambda: self.registry.hosts)
        read_secret = partial(secret_of, secrets)
        self.doctor = Doctor(self._host, read_secret, outside.network, self.tunnels)

    @property
    def owners(self) -> "tuple[_Owner, ...]":
        """Those of them that own tasks."""
        return self.registry, self.routes, self.discovery, self.doctor

    async def open(self, stack: AsyncExitStack) -> None:
        """Open all of it; `stack` closes it in the opposite order."""
        for part in (self.tunnels, self.clients, self.registry, self.routes):
            await stack.enter_async_context(part)
        await stack.enter_async_context(self.discovery)
        await stack.enter_async_context(self.doctor)

    def model_here(self, target: Target) -> ModelHere:
        """Say what is known of a conversation's model."""
        try:
            known = self.registry.snapshot(target.host_id)
        except KeyError:
            return ModelHere()
        return model_here(known.host.label, target.model, known.models, known.loaded)

    def _host(self, host_id: HostId) -> Host:
        return self.registry.snapshot(host_id).host


async def _opened(stack: AsyncExitStack, reach: _Reach, paths: Paths) -> Services:
    enter, settings, registry = stack.enter_async_context, reach.settings, reach.registry
    clients, clock, hasher = reach.clients, reach.clock, Hasher()
    stack.callback(hasher.close)
    limit = settings.settings.pulls_per_host
    jobs = await enter(JobQueue(clients.client, clock, limit, hasher=hasher))
    drafts = await enter(Drafts(paths.drafts_folder, settings, clock))
    chats = Conversations(paths.conversations_file, clients.client, clock, reach.model_here)
    await enter(chats)
    tasks = await enter(joined(registry, jobs, chats, reach.doctor))
    stack.callback(let_resume(registry, await enter(Resuming(jobs, settings))))
    demo = DemoHost(registry, tasks, reach.outside.demo_library)
    around = MemoryAround(registry, jobs, settings, paths, clock, reach.outside.server_here)
    memory = await open_memory(stack, around, reach.outside.readers, demo.card)
    return Services(
        settings=settings,
        registry=registry,
        routes=reach.routes,
        discovery=reach.discovery,
        doctor=reach.doctor,
        tunnels=reach.tunnels,
        secrets=reach.secrets,
        jobs=jobs,
        memory=memory,
        conversations=chats,
        drafts=drafts,
        prompts=PromptPreview(clients.client),
        hasher=hasher,
        demo=demo,
        crashed=_gathered(*reach.owners, jobs, chats, drafts, tasks, *memory.owners),
        first=_begin(registry, settings, reach.outside),
        outside=reach.outside,
        newer=await open_newer(stack, settings, reach.outside, clock),
    )


def _begin(registry: HostRegistry, settings: SettingsFile, outside: Outside) -> FirstHost | None:
    """Begin an empty list on a first start, or after its loss; one emptied by hand stays empty."""
    is_lost = settings.damage is not None and not settings.damage.restored
    if registry.hosts or not (settings.is_new or is_lost):
        return None
    first = first_host(outside.ollama_host)
    registry.add(first.address, outside.here if first.address.is_loopback else "")
    return first


class _Owner(Protocol):
    """Owns tasks, and tells of a crash among them."""

    @property
    def crashed(self) -> Event[Crash]: ...


def _gathered(*owners: _Owner) -> Event[Crash]:
    """Return an event that tells of every crash."""
    together = Event[Crash]()
    for owner in owners:
        owner.crashed.subscribe(together.emit)
    return together
