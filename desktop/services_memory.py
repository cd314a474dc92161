"""The services of memory and of this computer's own server, opened together."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from desktop.domain.address import DEFAULT_PORT
from desktop.domain.host import Host
from desktop.hosts.registry import HostRegistry
from desktop.jobs.job import JobKind
from desktop.jobs.queue import JobQueue
from desktop.memory.computers import Computers
from desktop.memory.fits import Fits
from desktop.memory.learned import LearnedLoads
from desktop.memory.pins import Pins
from desktop.memory.readers import DemoCard, Readers
from desktop.memory.weights import Weights
from desktop.runtime.clock import Clock
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.system.local_around import Around
from desktop.system.local_ollama import LocalOllama
from desktop.system.local_snapshot import Wishes
from desktop.system.tidy import Tidying

MakeReaders: TypeAlias = Callable[[Callable[[], Sequence[Path]], DemoCard], Readers]
"""Makes what reads computers, given which folders' disks matter, and the demo host's card."""
_LOGIN = re.compile(r"//[^/@\s]+@")
_WRITING = {JobKind.PULL, JobKind.CREATE}
"""Jobs whose files in a models folder belong to no model yet."""


@dataclass(frozen=True, slots=True)
class MemoryParts:
    """What is loaded, what would fit, what this computer's server does, and what lies around."""

    readers: Readers
    learned: LearnedLoads
    computers: Computers
    fits: Fits
    pins: Pins
    weights: Weights
    local: LocalOllama
    tidying: Tidying

    @property
    def owners(self) -> tuple[Computers | Fits | Pins | Weights | LocalOllama | Tidying, ...]:
        """All of them: each owns tasks and tells of crashes."""
        return self.computers, self.fits, self.pins, self.weights, self.local, self.tidying


@dataclass(frozen=True, slots=True)
class MemoryAround:
    """What these are built on."""

    registry: HostRegistry
    jobs: JobQueue
    settings: SettingsFile
    paths: Paths
    clock: Clock
    server_here: Around


async def open_memory(
    stack: AsyncExitStack, around: MemoryAround, make_readers: MakeReaders, demo: DemoCard
) -> MemoryParts:
    """Open them; `stack` closes them in the opposite order."""
    registry, jobs, settings = around.registry, around.jobs, around.settings
    paths, clock, enter = around.paths, around.clock, stack.enter_async_context
    local = await enter(_local_ollama(around))

    def folder() -> Path | None:
        return local.state.models if local.state is not None else None

    def folders() -> tuple[Path, ...]:
        known = folder()
        return (known,) if known is not None else ()

    learned = await enter(LearnedLoads(paths.loads_file, clock))
    readers = make_readers(folders, demo)
    computers = await enter(Computers(registry, settings, learned, readers, clock))
    tidying = await enter(Tidying(folder, lambda: _writes_here(registry, jobs), clock))
    _look_where_models_are(local, tidying)
    return MemoryParts(
        readers=readers,
        learned=learned,
        computers=computers,
        fits=await enter(Fits(registry, computers, learned, clock)),
        pins=await enter(Pins(registry, clock)),
        weights=await enter(Weights(registry, clock)),
        local=local,
        tidying=tidying,
    )


def _local_ollama(around: MemoryAround) -> LocalOllama:
    registry, settings = around.registry, around.settings

    def port() -> int:
        return next((host.address.port for host in _here(registry)), DEFAULT_PORT)

    def keep(wishes: Wishes) -> None:
        now = settings.settings
        page = replace(
            now.memory_page,
            server_outlives=wishes.outlives,
            server_environment=_without_logins(wishes.environment),
        )
        settings.update(replace(now, memory_page=page))

    kept = settings.settings.memory_page
    wishes = Wishes(kept.server_outlives, kept.server_environment)
    log = around.paths.logs / "ollama-serve.log"
    return LocalOllama(port, log, around.clock, wishes=wishes, keep=keep, around=around.server_here)


def _without_logins(environment: Mapping[str, str]) -> dict[str, str]:
    """Leave out what holds a password, such as a proxy's: it is for this run alone."""
    return {name: value for name, value in environment.items() if not _LOGIN.search(value)}


def _look_where_models_are(local: LocalOllama, tidying: Tidying) -> None:
    """Join them: which folder is to be tidied is known once somebody looked at the server."""
    looked: list[Path | None] = [None]

    def on_changed(_: object) -> None:
        now = local.state.models if local.state is not None else None
        if [now] != looked:
            looked[:] = [now]
            tidying.look()

    local.changed.subscribe(on_changed)


def _here(registry: HostRegistry) -> list[Host]:
    return [host for host in registry.hosts if host.is_here]


def _writes_here(registry: HostRegistry, jobs: JobQueue) -> bool:
    """Whether this computer's server is writing files that no manifest names yet."""
    here = {host.id for host in _here(registry)}
    return any(
        job.kind in _WRITING and job.host_id in here and not job.state.is_finished
        for job in jobs.jobs
    )
