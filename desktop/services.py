"""What a running program consists of, below its window."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import IPv4Network
from typing import TYPE_CHECKING

from desktop.chat.conversations import Conversations
from desktop.diagnostics.doctor import Doctor
from desktop.diagnostics.explain import Explanation
from desktop.diagnostics.looks import look_at_certificate
from desktop.diagnostics.report import Report, gather
from desktop.domain.address import HostAddress
from desktop.domain.connection import Certificate, Secret
from desktop.domain.host import Host
from desktop.domain.proxy import SystemAnswer, SystemProxy, no_system_proxy
from desktop.hosts.discovery import Discovery
from desktop.hosts.first_run import FirstHost
from desktop.hosts.registry import HostRegistry
from desktop.hosts.routes import HostRoutes
from desktop.hosts.secret_keeping import needs_secret
from desktop.jobs.hashing import Hasher
from desktop.jobs.queue import JobQueue
from desktop.memory.readers import usual_readers
from desktop.net import outside as net
from desktop.net.lookup import Resolver, ask_system
from desktop.net.tunnel import Tunnels
from desktop.runtime.event import Event
from desktop.runtime.supervisor import Crash, Supervisor
from desktop.services_memory import MakeReaders, MemoryParts
from desktop.storage.paths import Paths
from desktop.storage.secrets import Secrets
from desktop.storage.settings import SettingsFile
from desktop.system.interfaces import private_networks
from desktop.system.local_around import Around
from desktop.system.newer_versions import NewerVersions
from desktop.workshop.drafts import Drafts
from desktop.workshop.preview import PromptPreview

if TYPE_CHECKING:
    from desktop.demo.library import Library
    from desktop.demo.server import DemoServer

DEMO_NAME = "Demo"


@dataclass(frozen=True, slots=True)
class Outside:
    """What the program is given from outside, and a test gives differently.

    `ollama_host` is the text of OLLAMA_HOST, or None where it is not set;
    `here` is what a person calls the computer they sit at; `networks` are those
    in which hosts may be looked for. `readers` makes what reads computers, and
    `server_here` asks this one about its own server.
    """

    ollama_host: str | None = None
    here: str = ""
    resolver: Resolver = ask_system
    system_proxy: SystemProxy = no_system_proxy
    networks: Callable[[], tuple[IPv4Network, ...]] = private_networks
    demo_library: "Library | None" = None
    readers: MakeReaders = usual_readers
    server_here: Around = Around()
    newest: HostAddress | None = None
    """Where the newest release is told of, None where this build does not say."""

    @property
    def network(self) -> net.Outside:
        """That part of it which the network is given."""
        return net.Outside(self.resolver, self.system_proxy)


class DemoHost:
    """The built-in demo host: served only once it was asked for, and until it is removed."""

    def __init__(
        self, registry: HostRegistry, tasks: Supervisor, library: "Library | None"
    ) -> None:
        self._registry = registry
        self._tasks = tasks
        self._library = library
        self._serving: asyncio.Task[None] | None = None
        self.server: DemoServer | None = None

    def card(self, host: Host) -> tuple[int, int] | None:
        """Return the bytes of the demo host's card, and how many are used; None once removed."""
        found = next((one for one in self._registry.snapshots if one.id == host.id), None)
        if self.server is None or found is None or not host.is_demo:
            return None
        return self.server.gpu_memory, sum(model.size_vram for model in found.loaded)

    def start(self) -> None:
        """Serve the demo library on a loopback port and add it to the hosts."""
        if self._serving is None or self._serving.done():
            self._serving = self._tasks.start(self._serve(), name="demo host")

    async def _serve(self) -> None:
        from desktop.demo.server import DemoServer  # Most people never look at it.

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
    memory: MemoryParts
    conversations: Conversations
    drafts: Drafts
    prompts: PromptPreview
    hasher: Hasher
    demo: DemoHost
    crashed: Event[Crash]
    first: FirstHost | None
    outside: Outside
    newer: NewerVersions | None = None
    """Looks for newer versions; None where this build says nowhere to look."""

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
        secrets = [part for host in hosts for part in _parts(await secret_of(self.secrets, host))]
        return await gather(versions, self.settings.settings, paths, checkups, secrets)


async def secret_of(secrets: Secrets | None, host: Host) -> Secret:
    """Return what a host signs in with, as its client does."""
    if secrets is None or not needs_secret(host.connection):
        return Secret()
    return await secrets.read(host.id, host.connection.sign_in.keeping)


def _parts(secret: Secret) -> tuple[str, ...]:
    login = secret.proxy
    return (secret.token, secret.password, *secret.headers.values(), login.user, login.password)
