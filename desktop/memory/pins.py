"""Models that stay in a host's memory: loaded again after the host was restarted."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Protocol, Self

from desktop.domain.host import HostId
from desktop.domain.memory_source import MemorySource, Pin
from desktop.domain.model import LoadedModel
from desktop.hosts.snapshot import HostSnapshot
from desktop.hosts.watched import WatchedHosts
from desktop.runtime.clock import Clock, SystemClock
from desktop.runtime.event import Event
from desktop.runtime.task_owner import TaskOwner

FOR_EVER = -1
SETTLES = 3.0
"""Seconds after a host came up, in which it says what is loaded."""
ONCE_IN = 60.0
"""Seconds in which a pinned model is loaded again at most once."""


class Hosts(WatchedHosts, Protocol):
    """The hosts of the list, what is kept of them, and what they load."""

    def keep(
        self,
        host_id: HostId,
        *,
        memory: MemorySource | None = None,
        pins: Sequence[Pin] | None = None,
    ) -> None: ...
    def load(
        self, host_id: HostId, model: str, keep_alive: str | int | None = None, context: int = 0
    ) -> None: ...


@dataclass(slots=True)
class _Known:
    """Of one host: what was loaded when it was last seen, and which pins were loaded when.

    `unloaded` were taken out of memory by this program, `left` vanished by themselves soon after
    they were loaded again; `loading` waits until the host has said what is loaded.
    """

    is_up: bool = False
    loaded: frozenset[str] = frozenset()
    loaded_at: dict[str, float] = field(default_factory=dict[str, float])
    unloaded: set[str] = field(default_factory=set[str])
    left: set[str] = field(default_factory=set[str])
    loading: asyncio.Task[None] | None = None


class Pins(TaskOwner):
    """Keeps the pinned models of each host in its memory.

    One is loaded, for ever and with its context, when it is pinned; when its host answers for the
    first time, or again after it was down; and when it vanished together with all that was loaded,
    as after a restart between two looks. It is left alone where another model took its place,
    where this program unloaded it, and where it vanished by itself within a minute of being loaded
    again: then somebody unloads it on purpose, and it waits until the host was down once more.
    """

    def __init__(self, hosts: Hosts, clock: Clock | None = None) -> None:
        super().__init__()
        self.changed = Event[HostId]()
        self._hosts = hosts
        self._clock = clock or SystemClock()
        self._known: dict[HostId, _Known] = {}
        self._subscribe(hosts.host_changed, self._on_host)
        self._subscribe(hosts.changed, lambda _: self._drop_removed())

    async def __aenter__(self) -> Self:
        for snapshot in self._hosts.snapshots:
            self._on_host(snapshot.id)
        return self

    def pin(self, host_id: HostId, model: str, context: int = 0) -> None:
        """Keep a model in a host's memory, and load it now; 0 is the host's own context."""
        if (snapshot := self._snapshot(host_id)) is None:
            return
        pin = Pin(model, context)
        others = [other for other in snapshot.host.pins if other.model != model]
        self._hosts.keep(host_id, pins=[*others, pin])
        known = self._known.setdefault(host_id, _Known())
        known.unloaded.discard(model)
        known.left.discard(model)
        if snapshot.is_up:
            self._load(snapshot, pin)
        self.changed.emit(host_id)

    def unpin(self, host_id: HostId, model: str) -> None:
        """Let go of a model; it stays loaded for as long as it is."""
        if (snapshot := self._snapshot(host_id)) is None:
            return
        others = [other for other in snapshot.host.pins if other.model != model]
        if len(others) < len(snapshot.host.pins):
            self._hosts.keep(host_id, pins=others)
            self.changed.emit(host_id)

    def is_pinned(self, host_id: HostId, model: str) -> bool:
        """Whether a model is to stay in a host's memory."""
        snapshot = self._snapshot(host_id)
        return snapshot is not None and any(pin.model == model for pin in snapshot.host.pins)

    def _on_host(self, host_id: HostId) -> None:
        if (snapshot := self._snapshot(host_id)) is None:
            return
        known = self._known.setdefault(host_id, _Known())
        if not snapshot.is_up:
            known.is_up = False
            return
        if not known.is_up:
            self._come_up(snapshot, known)
        else:
            self._look(snapshot, known)

    def _come_up(self, snapshot: HostSnapshot, known: _Known) -> None:
        known.is_up = True
        known.left.clear()
        known.unloaded.clear()
        known.loaded = frozenset()
        if known.loading is not None:
            known.loading.cancel()
        if snapshot.host.pins:
            work = self._load_soon(snapshot.id, known)
            known.loading = self._tasks.start(work, name="load what is pinned")

    def _look(self, snapshot: HostSnapshot, known: _Known) -> None:
        """See whether everything vanished at once."""
        now = frozenset(pin.model for pin in snapshot.host.pins if _row_of(snapshot, pin))
        known.unloaded -= now - known.loaded
        known.unloaded |= {
            each.model for each in snapshot.attempts if each.is_unload and each.error is None
        }
        vanished, known.loaded = known.loaded - now, now
        if snapshot.loaded or not vanished:
            return
        for pin in snapshot.host.pins:
            if pin.model in vanished - known.unloaded - known.left:
                self._load_again(snapshot, pin, known)

    def _load_again(self, snapshot: HostSnapshot, pin: Pin, known: _Known) -> None:
        if self._wait(known, pin) > 0:
            known.left.add(pin.model)
        else:
            self._load(snapshot, pin)

    async def _load_soon(self, host_id: HostId, known: _Known) -> None:
        """Load what is pinned once the host has said what is loaded, each at most once a minute."""
        began = self._clock.monotonic()
        await self._clock.sleep(SETTLES)
        while (snapshot := self._snapshot(host_id)) is not None and snapshot.is_up:
            for pin in snapshot.host.pins:
                if known.loaded_at.get(pin.model, -inf) < began and self._wait(known, pin) <= 0:
                    self._load(snapshot, pin)
            loaded_at = (known.loaded_at[pin.model] for pin in snapshot.host.pins)
            early = [moment for moment in loaded_at if moment < began]
            if not early:
                return
            await self._clock.sleep(min(early) + ONCE_IN - self._clock.monotonic())

    def _wait(self, known: _Known, pin: Pin) -> float:
        """Return in how many seconds a model may be loaded again."""
        last = known.loaded_at.get(pin.model)
        return 0.0 if last is None else last + ONCE_IN - self._clock.monotonic()

    def _load(self, snapshot: HostSnapshot, pin: Pin) -> None:
        """Load it for ever; one that is loaded keeps its context, or it would be loaded anew.

        One that was deleted stays pinned, for it may be pulled again, and is not asked for.
        """
        known = self._known.setdefault(snapshot.id, _Known())
        known.loaded_at[pin.model] = self._clock.monotonic()
        names = {model.name for model in snapshot.models}
        if snapshot.models_known and pin.model not in names:
            return
        row = _row_of(snapshot, pin)
        context = pin.context or (row.context_length if row is not None else 0)
        self._hosts.load(snapshot.id, pin.model, FOR_EVER, context)

    def _snapshot(self, host_id: HostId) -> HostSnapshot | None:
        try:
            return self._hosts.snapshot(host_id)
        except KeyError:
            return None

    def _drop_removed(self) -> None:
        there = {snapshot.id for snapshot in self._hosts.snapshots}
        for host_id in self._known.keys() - there:
            if (loading := self._known.pop(host_id).loading) is not None:
                loading.cancel()


def _row_of(snapshot: HostSnapshot, pin: Pin) -> LoadedModel | None:
    """Return what shows that a pinned model is loaded, under whichever name (fact 73)."""
    digests = {model.digest for model in snapshot.models if model.name == pin.model} - {""}
    rows = (row for row in snapshot.loaded if row.name == pin.model or row.digest in digests)
    return next(rows, None)
