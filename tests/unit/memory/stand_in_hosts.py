"""A registry of hosts that a test moves by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.address import HostAddress
from desktop.domain.host import Host, HostId, HostState
from desktop.domain.memory_source import MemorySource, Pin
from desktop.domain.model import InstalledModel, JsonValue, LoadedModel, ModelCard
from desktop.hosts.snapshot import CardAnswer, HostSnapshot
from desktop.runtime.event import Event


@dataclass(frozen=True, slots=True)
class Load:
    """A load that was asked for."""

    host_id: HostId
    model: str
    keep_alive: str | int | None
    context: int


class StandInHosts:
    """Says what a test puts, and notes what it is asked for."""

    def __init__(self) -> None:
        self.changed = Event[None]()
        self.host_changed = Event[HostId]()
        self.loads: list[Load] = []
        self.asked: list[tuple[HostId, str]] = []
        self.cards: dict[str, CardAnswer] = {}
        self._snapshots: dict[HostId, HostSnapshot] = {}

    @property
    def snapshots(self) -> tuple[HostSnapshot, ...]:
        return tuple(self._snapshots.values())

    def snapshot(self, host_id: HostId) -> HostSnapshot:
        return self._snapshots[host_id]

    def add(self, name: str, address: str = "192.168.1.20", **more: object) -> HostId:
        host = Host(HostId(name), HostAddress("http", address, 11434), name)
        self._snapshots[host.id] = HostSnapshot(replace(host, **more))
        self.changed.emit(None)
        return host.id

    def put(self, host_id: HostId, **changes: object) -> None:
        """Change a snapshot; a host that is not told otherwise is up."""
        changes = {"state": HostState.UP} | changes
        self._snapshots[host_id] = replace(self._snapshots[host_id], **changes)
        self.host_changed.emit(host_id)

    def remove(self, host_id: HostId) -> None:
        del self._snapshots[host_id]
        self.changed.emit(None)

    def keep(
        self,
        host_id: HostId,
        *,
        memory: MemorySource | None = None,
        pins: Sequence[Pin] | None = None,
    ) -> None:
        host = self._snapshots[host_id].host
        pins = host.pins if pins is None else tuple(pins)
        host = replace(host, memory=memory or host.memory, pins=pins)
        self._snapshots[host_id] = replace(self._snapshots[host_id], host=host)
        self.changed.emit(None)

    def load(
        self, host_id: HostId, model: str, keep_alive: str | int | None = None, context: int = 0
    ) -> None:
        self.loads.append(Load(host_id, model, keep_alive, context))

    async def try_card(self, host_id: HostId, model: str, *, verbose: bool = False) -> CardAnswer:
        self.asked.append((host_id, model))
        return self.cards.get(model, CardAnswer())


def installed(name: str, digest: str = "", size: int = 1000) -> InstalledModel:
    return InstalledModel(name, digest or f"manifest of {name}", size)


def loaded(name: str, size: int = 1000, vram: int = 0, context: int = 4096) -> LoadedModel:
    return LoadedModel(name, f"manifest of {name}", size, vram, context)


def card(metadata: dict[str, JsonValue], parameters: str = "") -> CardAnswer:
    return CardAnswer(ModelCard(metadata=metadata, parameters=parameters))
