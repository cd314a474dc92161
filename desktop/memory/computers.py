"""What is known of the memory of each host's computer, and of this one."""

import asyncio
from dataclasses import dataclass
from typing import Self

from desktop.domain.host import Host, HostId
from desktop.domain.memory_source import MemorySource, Telling
from desktop.domain.readings import ReadingsSnapshot
from desktop.domain.tellers import MetricNames
from desktop.hosts.watched import WatchedHosts
from desktop.memory.facts import Facts
from desktop.memory.learned import LearnedLoads
from desktop.memory.readers import Readers
from desktop.memory.rooms import host_memory
from desktop.memory.snapshot import HostMemory
from desktop.runtime.clock import Clock
from desktop.runtime.event import Event
from desktop.runtime.task_owner import TaskOwner
from desktop.storage.settings import SettingsFile
from desktop.system.sampler import FOR_SSH, Pace, Readings


@dataclass(frozen=True, slots=True)
class _Way:
    """Everything that a reader is made from; when it changes, another one is made."""

    host: str
    tunnel: object
    memory: MemorySource
    names: MetricNames


@dataclass(slots=True)
class _Far:
    """A computer that is read over there, and the task that keeps it being read."""

    way: _Way
    readings: Readings
    task: asyncio.Task[None]


class Computers(TaskOwner):
    """Reads this computer always, and each host's where a person switched that on.

    A host on this computer has this one's readings, unless something else was switched on for it.
    `changed` names a host whose `memory` is another one now; `here_changed` comes with each
    reading of this computer. Where nothing is switched on, nothing is asked.
    """

    def __init__(
        self,
        hosts: WatchedHosts,
        settings: SettingsFile,
        learned: LearnedLoads,
        readers: Readers,
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self.changed = Event[HostId]()
        self.here_changed = Event[None]()
        self._hosts = hosts
        self._settings = settings
        self._learned = learned
        self._readers = readers
        self._clock = clock
        self._is_watched = False
        self._here = Readings(readers.here, clock=readers.clock or clock)
        self._far: dict[HostId, _Far] = {}
        self._known: dict[HostId, HostMemory] = {}
        self._held: dict[HostId, int] = {}
        self._subscribe(hosts.changed, lambda _: self._follow())
        self._subscribe(hosts.host_changed, self._on_host)
        self._subscribe(settings.changed, lambda _: self._follow())
        self._subscribe(learned.changed, lambda _: self._look_at_all())

    async def __aenter__(self) -> Self:
        self._read(self._here)
        self._here.changed.subscribe(lambda _: self._on_here())
        self._follow()
        return self

    @property
    def here(self) -> ReadingsSnapshot:
        """This computer's readings, with five minutes of history."""
        return self._here.snapshot

    def memory(self, host_id: HostId) -> HostMemory:
        """Return what is known of a host's memory; of one that was removed nothing is."""
        if (known := self._known.get(host_id)) is None:
            known = self._known[host_id] = self._memory(host_id)
        return known

    def readings(self, host_id: HostId) -> ReadingsSnapshot | None:
        """Return the readings of a host's computer, None where nobody tells them."""
        if (far := self._far.get(host_id)) is not None:
            return far.readings.snapshot
        try:
            host = self._hosts.snapshot(host_id).host
        except KeyError:
            return None
        return self._here.snapshot if _is_read_here(host) else None

    @property
    def is_watched(self) -> bool:
        """Whether somebody looks at it now."""
        return self._is_watched

    def watch_closely(self, is_watched: bool) -> None:
        """Read often while somebody looks, and seldom while nobody does."""
        self._is_watched = is_watched
        for readings in self._all():
            readings.watch_closely(is_watched)

    def refresh(self, host_id: HostId | None = None) -> None:
        """Read one host's computer, or all of them, at once."""
        if host_id is None:
            for readings in self._all():
                readings.refresh()
        elif (far := self._far.get(host_id)) is not None:
            far.readings.refresh()
        elif self.readings(host_id) is not None:
            self._here.refresh()

    def _all(self) -> list[Readings]:
        return [self._here, *(far.readings for far in self._far.values())]

    def _follow(self) -> None:
        """Read what is switched on, and stop where it is no longer."""
        hosts = {snapshot.id: snapshot.host for snapshot in self._hosts.snapshots}
        names = self._settings.settings.memory_page.metric_names
        ways = {host_id: _way(host, names) for host_id, host in hosts.items()}
        for host_id in [each for each, far in self._far.items() if ways.get(each) != far.way]:
            self._far.pop(host_id).task.cancel()
        for host_id in self._known.keys() - hosts.keys():
            del self._known[host_id]
            self._held.pop(host_id, None)
        for host_id, host in hosts.items():
            if host_id not in self._far and not _is_read_here(host):
                self._begin(host, ways[host_id])
        self._look_at_all()

    def _begin(self, host: Host, way: _Way) -> None:
        if (reader := self._readers.far(host, way.names)) is None:
            return
        pace = FOR_SSH if host.memory.telling is Telling.SSH else Pace()
        readings = Readings(reader, clock=self._clock, pace=pace)
        readings.watch_closely(self._is_watched)
        readings.changed.subscribe(lambda _: self._look_at(host.id))
        self._far[host.id] = _Far(way, readings, self._read(readings))

    def _read(self, readings: Readings) -> asyncio.Task[None]:
        readings.crashed.subscribe(self.crashed.emit)

        async def work() -> None:
            async with readings:
                await asyncio.Event().wait()  # Until this task is cancelled.

        return self._tasks.start(work(), name="keep reading a computer")

    def _on_here(self) -> None:
        for snapshot in self._hosts.snapshots:
            if _is_read_here(snapshot.host):
                self._look_at(snapshot.id)
        self.here_changed.emit(None)

    def _on_host(self, host_id: HostId) -> None:
        """What is loaded has changed, perhaps; a reading from before does not fit to that."""
        try:
            loaded = self._hosts.snapshot(host_id).loaded
        except KeyError:
            return
        held = sum(model.size for model in loaded)
        if self._held.get(host_id, held) != held:
            self.refresh(host_id)
        self._held[host_id] = held
        self._look_at(host_id)

    def _look_at_all(self) -> None:
        for snapshot in self._hosts.snapshots:
            self._look_at(snapshot.id)

    def _look_at(self, host_id: HostId) -> None:
        now = self._memory(host_id)
        if self._known.get(host_id) != now:
            self._known[host_id] = now
            self.changed.emit(host_id)

    def _memory(self, host_id: HostId) -> HostMemory:
        try:
            snapshot = self._hosts.snapshot(host_id)
        except KeyError:
            return HostMemory(host_id)
        return host_memory(
            Facts(
                host_id,
                self.readings(host_id) or ReadingsSnapshot(),
                snapshot.host.memory.entered,
                snapshot.loaded if snapshot.is_up else (),
                self._learned.most_vram(host_id),
                () if snapshot.is_up else snapshot.loaded,
            )
        )


def _is_read_here(host: Host) -> bool:
    return host.is_here and host.memory.telling is Telling.NOTHING


def _way(host: Host, names: MetricNames) -> _Way:
    return _Way(host.address.host, host.connection.tunnel, host.memory, names)
