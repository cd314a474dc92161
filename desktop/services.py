"""What a running program consists of, below its window: opened and closed in one order."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from ipaddress import IPv4Network
from pathlib import Path
from typing import Protocol

from desktop.chat.conversations import Conversations
from desktop.chat.surroundings import ModelHere, model_here
from desktop.demo.library import Library
from desktop.demo.server import DemoServer
from desktop.diagnostics.doctor import Doctor
from desktop.diagnostics.explain import Explanation
from desktop.diagnostics.looks import look_at_certificate
from desktop.diagnostics.report import Report, gather
from desktop.domain.connection import Certificate, Secret
from desktop.domain.conversation import Target
from desktop.domain.host import Host, HostId
from desktop.domain.proxy import SystemAnswer, SystemProxy, no_system_proxy
from desktop.hosts.discovery import Discovery
from desktop.hosts.first_run import FirstHost, first_host
from desktop.hosts.registry import HostRegistry
from desktop.hosts.routes import HostRoutes
from desktop.hosts.secret_keeping import needs_secret
from desktop.jobs.hashing import Hasher
from desktop.jobs.queue import JobQueue
from desktop.memory.weights import Weights
from desktop.net import outside as net
from desktop.net.lookup import Resolver, ask_system
from desktop.net.tunnel import Tunnels
from desktop.ollama.clients import Clients
from desktop.ollama.lines import line_opener
from desktop.runtime.clock import SystemClock
from desktop.runtime.event import Event
from desktop.runtime.supervisor import Crash, Supervisor
from desktop.services_joined import joined
from desktop.storage.paths import Paths
from desktop.storage.secrets import Secrets
from desktop.storage.settings import SettingsFile
from desktop.system.interfaces import private_networks
from desktop.workshop.drafts import Drafts
from desktop.workshop.preview import PromptPreview

DEMO_NAME = "Demo"


@dataclass(frozen=True, slots=True)
class Outside:
    """What the program is given from outside, and a test gives differently.

    `ollama_host` is the text of OLLAMA_HOST, or None where it is not set;
    `here` is what a person calls the computer they sit at; `networks` are those
    in which hosts may be looked for.
    """

    ollama_host: str | None = None
    here: str = ""
    resolver: Resolver = ask_system
    system_proxy: SystemProxy = no_system_proxy
    networks: Callable[[], tuple[IPv4Network, ...]] = private_networks
    demo_library: Library | None = None

    @property
    def network(self) -> net.Outside:
        """That part of it which the network is given."""
        return net.Outside(self.resolver, self.system_proxy)


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
    routes: HostRoutes
    discovery: Discovery
    doctor: Doctor
    tunnels: Tunnels
    secrets: Secrets | None
    jobs: JobQueue
    weights: Weights
    conversations: Conversations
    drafts: Drafts
    prompts: PromptPreview
    hasher: Hasher
    demo: DemoHost
    crashed: Event[Crash]
    first: FirstHost | None
    outside: Outside

    async def ask_system(self, url: str) -> SystemAnswer:
        """Return which proxy the system has for a URL, after five seconds at most."""
        return await net.ask_system_proxy(url, self.outside.system_proxy)

    async def fetch_certificate(self, host: Host) -> Certificate | Explanation:
        """Return what a host that is not saved shows of itself, or why it shows nothing."""
        return await look_at_certificate(host, self.outside.network, self.tunnels)

    async def gather_report(self, versions: Mapping[str, str], paths: Paths) -> Report:
        """Return the report for whoever is asked for help, without any host's secret."""
        hosts = self.registry.hosts
        checkups = [found for host in hosts if (found := self.doctor.checkup(host.id))]
        secrets = [part for host in hosts for part in _parts(await _secret_of(self.secrets, host))]
        return await gather(versions, self.settings.settings, paths, checkups, secrets)


@asynccontextmanager
async def open_services(
    settings: SettingsFile,
    outside: Outside,
    secrets: Secrets | None = None,
    conversations_file: Path | None = None,
    drafts_folder: Path | None = None,
) -> AsyncGenerator[Services, None]:
    """Open everything that watches and works; on leaving, no task, thread or socket is left.

    Jobs close before the clients that they use, and hosts before theirs.
    Whoever gives `secrets` closes them; what is given no file or folder is kept for this run.
    """
    async with AsyncExitStack() as stack:
        services = _opened(stack, settings, outside, secrets, conversations_file, drafts_folder)
        yield await services


async def _opened(
    stack: AsyncExitStack,
    settings: SettingsFile,
    outside: Outside,
    secrets: Secrets | None,
    conversations_file: Path | None,
    drafts_folder: Path | None,
) -> Services:
    """Open what `stack` closes in the opposite order."""
    clock, network, hasher = SystemClock(), outside.network, Hasher()
    enter = stack.enter_async_context
    stack.callback(hasher.close)
    tunnels = await enter(Tunnels())
    clients = await enter(Clients(line_opener(network, tunnels), on_drop=tunnels.drop))
    registry = await enter(HostRegistry(settings, clients, clock, secrets=secrets))
    routes = await enter(HostRoutes(registry, outside.system_proxy))
    discovery = await enter(Discovery(lambda: registry.hosts))
    doctor = await enter(_doctor(registry, secrets, network, tunnels))
    jobs = await enter(_job_queue(clients, settings, hasher))
    weights = await enter(Weights(registry, clock))
    drafts = await enter(Drafts(drafts_folder, settings, clock))
    chats = await enter(_conversations(conversations_file, clients, registry))
    tasks = await enter(joined(registry, jobs, chats, doctor))
    return Services(
        settings=settings,
        registry=registry,
        routes=routes,
        discovery=discovery,
        doctor=doctor,
        tunnels=tunnels,
        secrets=secrets,
        jobs=jobs,
        weights=weights,
        conversations=chats,
        drafts=drafts,
        prompts=PromptPreview(clients.client),
        hasher=hasher,
        demo=DemoHost(registry, tasks, outside.demo_library),
        crashed=_gathered(registry, routes, discovery, doctor, jobs, weights, chats, drafts, tasks),
        first=_begin(registry, settings, outside),
        outside=outside,
    )


def _doctor(
    registry: HostRegistry, secrets: Secrets | None, network: net.Outside, tunnels: Tunnels
) -> Doctor:
    def host_of(host_id: HostId) -> Host:
        return registry.snapshot(host_id).host

    return Doctor(host_of, partial(_secret_of, secrets), network, tunnels)


def _job_queue(clients: Clients, settings: SettingsFile, hasher: Hasher) -> JobQueue:
    limit = settings.settings.pulls_per_host
    return JobQueue(clients.client, SystemClock(), limit, hasher=hasher)


def _conversations(file: Path | None, clients: Clients, registry: HostRegistry) -> Conversations:
    return Conversations(file, clients.client, SystemClock(), partial(_model_here, registry))


def _model_here(registry: HostRegistry, target: Target) -> ModelHere:
    try:
        known = registry.snapshot(target.host_id)
    except KeyError:
        return ModelHere()
    return model_here(known.host.label, target.model, known.models, known.loaded)


async def _secret_of(secrets: Secrets | None, host: Host) -> Secret:
    """Return what a host signs in with, as its client does."""
    if secrets is None or not needs_secret(host.connection):
        return Secret()
    return await secrets.read(host.id, host.connection.sign_in.keeping)


def _parts(secret: Secret) -> tuple[str, ...]:
    login = secret.proxy
    return (secret.token, secret.password, *secret.headers.values(), login.user, login.password)


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
