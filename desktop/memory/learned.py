"""What loads that /api/ps showed have taken: remembered by host, manifest and context."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop.domain.host import HostId
from desktop.domain.measured import Measured
from desktop.domain.model import LoadedModel
from desktop.hosts.snapshot import HostSnapshot
from desktop.memory.loads_file import Key, Loads, read_loads, write_loads
from desktop.runtime.clock import Clock, SystemClock
from desktop.runtime.event import Event
from desktop.runtime.threads import Worker
from desktop.storage.recovery import Damage

MOST = 2000
"""Loads that are remembered; the oldest go."""
PAUSE = 0.5
"""Seconds that changes are gathered for before they are written."""


class LearnedLoads:
    """Measured loads, kept in a file; without a path, for this run.

    A row without a manifest digest, a context or a size teaches nothing, and a model that is
    still loading is not shown at all (fact 70). Names do not matter: aliases have one digest
    (fact 73). A demo host's loads are not written. `damage` says that the file was damaged and
    set aside; what was in it is lost.
    """

    def __init__(self, path: Path | None, clock: Clock | None = None) -> None:
        self.changed = Event[None]()
        self.damage: Damage | None = None
        self._path = path
        self._clock = clock or SystemClock()
        self._loads: Loads = {}
        self._by_digest: dict[str, dict[str, tuple[Measured, ...]]] = {}
        self._most_vram: dict[str, int] = {}
        self._unkept: set[str] = set()
        self._worker = Worker("measured loads") if path is not None else None
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._waiting: Callable[[], None] | None = None

    async def __aenter__(self) -> Self:
        if self._path is not None and self._worker is not None:
            found = await self._worker.run(read_loads, self._path)
            self._loads, self._most_vram, self.damage = found
            self._bound()
            self._sort()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.set()
        if self._worker is not None:
            self._worker.close()

    def note(self, snapshot: HostSnapshot) -> None:
        """Remember what a host shows as loaded, if it is there to say so."""
        if not snapshot.is_up or not snapshot.loaded:
            return
        if snapshot.host.is_demo:
            self._unkept.add(snapshot.id)
        now = self._clock.now()
        is_new = [self._note(snapshot.id, row, now) for row in snapshot.loaded]
        if any([*is_new, self._note_vram(snapshot)]):
            self._bound()
            self._sort()
            self._write_soon()
            self.changed.emit(None)

    def measured(self, host_id: HostId, digest: str) -> tuple[Measured, ...]:
        """Return the loads of a manifest that were seen on a host, by context."""
        return self._by_digest.get(digest, {}).get(host_id, ())

    def elsewhere(self, host_id: HostId, digest: str) -> tuple[Measured, ...]:
        """Return its loads on that other host which showed it last; () where none did."""
        others = (
            seen for other, seen in self._by_digest.get(digest, {}).items() if other != host_id
        )
        return max(others, key=lambda seen: max(each.at for each in seen), default=())

    def most_vram(self, host_id: HostId) -> int | None:
        """Return the most bytes seen on a host's cards at a time; None if nothing was loaded."""
        return self._most_vram.get(host_id)

    def _note(self, host_id: HostId, row: LoadedModel, now: datetime) -> bool:
        if row.size <= 0 or not row.digest or row.context_length <= 0:
            return False
        key = Key(host_id, row.digest, row.context_length)
        vram = min(row.size, max(0, row.size_vram))
        seen = Measured(row.context_length, row.size, vram, now)
        known = self._loads.get(key)
        if known is not None and replace(known, at=now) == seen and self._is_newest(key, known):
            return False
        self._loads.pop(key, None)
        self._loads[key] = seen
        return True

    def _is_newest(self, key: Key, known: Measured) -> bool:
        """Whether no load with another context was seen since, which may contradict this one."""
        return all(each.at <= known.at for each in self.measured(HostId(key.host), key.digest))

    def _note_vram(self, snapshot: HostSnapshot) -> bool:
        rows = [row for row in snapshot.loaded if row.size > 0]
        if not rows:
            return False
        held, known = sum(max(0, row.size_vram) for row in rows), self._most_vram.get(snapshot.id)
        if known is not None and held <= known:
            return False
        self._most_vram[snapshot.id] = held
        return True

    def _bound(self) -> None:
        while len(self._loads) > MOST:
            del self._loads[next(iter(self._loads))]
        while len(self._most_vram) > MOST:
            del self._most_vram[next(iter(self._most_vram))]

    def _sort(self) -> None:
        found: dict[str, dict[str, list[Measured]]] = {}
        for key, seen in self._loads.items():
            found.setdefault(key.digest, {}).setdefault(key.host, []).append(seen)
        self._by_digest = {
            digest: {
                host: tuple(sorted(seen, key=lambda each: each.context))
                for host, seen in hosts.items()
            }
            for digest, hosts in found.items()
        }

    def _write_soon(self) -> None:
        """Write in the thread that alone touches the file, and once for what comes together."""
        if self._path is None or self._worker is None:
            return
        path, unkept = self._path, self._unkept
        loads = {key: seen for key, seen in self._loads.items() if key.host not in unkept}
        vram = {host: most for host, most in self._most_vram.items() if host not in unkept}
        with self._lock:
            is_posted = self._waiting is not None
            self._waiting = lambda: write_loads(path, loads, vram)
        if not is_posted:
            self._worker.post(self._write)

    def _write(self) -> None:
        self._closing.wait(PAUSE)
        with self._lock:
            write, self._waiting = self._waiting, None
        if write is not None:
            write()
