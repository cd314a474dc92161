"""Hosts, computers and answers as the memory page's side is shown them, without a network."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from desktop.domain.address import parse_address
from desktop.domain.host import Host, HostId, HostState
from desktop.domain.memory import Load, Room, fit, largest_context, need_of
from desktop.domain.model import InstalledModel, LoadedModel, ModelCard
from desktop.domain.model_shape import ModelShape
from desktop.domain.readings import (
    ComputerReading,
    DiskReading,
    GpuReading,
    GpuShare,
    ProcessReading,
    ReadingsSnapshot,
    Sample,
    Source,
    Vendor,
)
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import HostSnapshot
from desktop.memory.snapshot import FitAnswer, HostMemory, Missing, Slow
from desktop.ollama.errors import Refused
from desktop.runtime.event import Event

GB = 10**9
TOWER, NAS, HERE = HostId("tower"), HostId("nas"), HostId("here")
SHAPE = ModelShape(
    layers=64,
    embedding=5120,
    heads=40,
    kv_heads=(8,) * 64,
    key_length=128,
    value_length=128,
    vocabulary=152064,
    trained_context=131072,
    windows=(0,) * 64,
    block_bytes=(280 * 10**6,) * 64,
    output_bytes=600 * 10**6,
)
CARD = ModelCard(
    metadata={
        "general.architecture": "qwen2",
        "qwen2.block_count": 64,
        "qwen2.embedding_length": 5120,
        "qwen2.attention.head_count": 40,
        "qwen2.attention.head_count_kv": 8,
        "qwen2.context_length": 131072,
    }
)
ROOMS = {
    TOWER: HostMemory(TOWER, Source.ENTERED, (24 * GB,), room=Room((24 * GB,), 64 * GB)),
    NAS: HostMemory(NAS),
    HERE: HostMemory(HERE, Source.MEASURED, (), ram_total=64 * GB, room=Room((), 40 * GB)),
}


def model(name: str, size: int = 19 * GB) -> InstalledModel:
    return InstalledModel(name, f"sha256:{name}", size)


def host(key: str, address: str, *names: str) -> HostSnapshot:
    return HostSnapshot(
        Host(HostId(key), parse_address(address), key),
        HostState.UP,
        models=tuple(model(name) for name in names),
        models_known=True,
    )


class Hosts:
    """A list of hosts that a test changes as it likes."""

    def __init__(self, *snapshots: HostSnapshot) -> None:
        self.changed = Event[None]()
        self.host_changed = Event[HostId]()
        self.snapshots = snapshots
        self.kept: list[tuple[HostId, dict[str, object]]] = []
        self.refreshed: list[HostId | None] = []

    @property
    def hosts(self) -> tuple[Host, ...]:
        return tuple(one.host for one in self.snapshots)

    @property
    def registry(self) -> HostRegistry:
        """These hosts, as what asks the registry for no more than they know."""
        return cast("HostRegistry", self)

    def snapshot(self, host_id: HostId) -> HostSnapshot:
        for one in self.snapshots:
            if one.id == host_id:
                return one
        raise KeyError(host_id)

    def replace(self, *snapshots: HostSnapshot) -> None:
        self.snapshots = snapshots
        self.changed.emit(None)

    def keep(self, host_id: HostId, **what: object) -> None:
        self.snapshot(host_id)
        self.kept.append((host_id, what))

    def refresh(self, host_id: HostId | None = None) -> None:
        self.refreshed.append(host_id)


class Fits:
    """Answers by the formula; `missing` and `shapes` say which models have no answer."""

    def __init__(self) -> None:
        self.changed = Event[None]()
        self.memory = dict(ROOMS)
        self.missing: dict[str, Missing] = {}
        self.asked: list[tuple[HostId, str, Load]] = []
        self.shapes: dict[str, ModelShape | Missing] = {}
        self.shapes_asked: list[tuple[HostId, str]] = []
        self.asked_again: list[HostId] = []

    def installed(self, host_id: HostId, model: str, load: Load) -> FitAnswer:
        self.asked.append((host_id, model, load))
        if model in self.missing:
            error = Refused("no") if self.missing[model] is Missing.FAILED else None
            return FitAnswer(load, HostMemory(host_id), missing=self.missing[model], error=error)
        return self.of_shape(host_id, SHAPE, load)

    def of_shape(self, host_id: HostId, shape: ModelShape, load: Load) -> FitAnswer:
        memory = self.memory.get(host_id, HostMemory(host_id))
        need = need_of(shape, load)
        found = fit(need, memory.room)
        return FitAnswer(
            load,
            memory,
            found,
            low=round(need.total * 0.95),
            high=round(need.total * 1.05),
            largest=largest_context(shape, load, memory.room) if memory.room.gpus else None,
            trained_context=shape.trained_context,
        )

    def of_size(self, host_id: HostId, size: int, load: Load) -> FitAnswer:
        return self.of_shape(host_id, SHAPE, load)

    def shape(self, host_id: HostId, model: InstalledModel) -> ModelShape | Missing:
        self.shapes_asked.append((host_id, model.name))
        return self.shapes.get(model.name, SHAPE)

    def ask_again(self, host_id: HostId) -> None:
        self.asked_again.append(host_id)
        self.changed.emit(None)

    def usual_load(self, host_id: HostId, model: str = "") -> Load:
        return Load(4096)

    def slow(self, host_id: HostId, loaded: LoadedModel) -> Slow | None:
        return None


class Computers:
    """This computer's readings and those of others, as a test sets them."""

    def __init__(self, here: ReadingsSnapshot | None = None) -> None:
        self.changed = Event[HostId]()
        self.here_changed = Event[None]()
        self.here = here or ReadingsSnapshot()
        self.told: dict[HostId, ReadingsSnapshot] = {}

    def memory(self, host_id: HostId) -> HostMemory:
        return ROOMS.get(host_id, HostMemory(host_id))

    def readings(self, host_id: HostId) -> ReadingsSnapshot | None:
        return self.told.get(host_id)

    def watch_closely(self, is_watched: bool) -> None: ...

    def refresh(self, host_id: HostId | None = None) -> None: ...

    def show(self, here: ReadingsSnapshot) -> None:
        self.here = here
        self.here_changed.emit(None)


GPU = GpuReading(
    "GeForce RTX 2060",
    Vendor.NVIDIA,
    memory_total=6 * GB,
    memory_used=39 * GB // 10,
    load=72,
    temperature=61,
    power=78,
    shares=(GpuShare(7, 34 * GB // 10),),
)
READING = ComputerReading(
    ram_total=16 * GB,
    ram_available=62 * GB // 10,
    swap_total=8 * GB,
    swap_used=0,
    cpu=38,
    cores=8,
    disks=(DiskReading("/var/models", 200 * GB, 118 * GB),),
    gpus=(GPU,),
    processes=(ProcessReading(7, "ollama runner", 2 * GB, is_runner=True),),
)


def readings(*several: ComputerReading, step: float = 2.0) -> ReadingsSnapshot:
    """Return readings one after the other, the last of them the newest."""
    samples = tuple(Sample(place * step, one) for place, one in enumerate(several))
    return ReadingsSnapshot(several[-1] if several else None, samples)


def busy(count: int) -> Sequence[ComputerReading]:
    """Return as many readings as that, none like the one before."""
    return [
        replace(READING, cpu=30 + place % 17, ram_available=62 * GB // 10 - place * 10**6)
        for place in range(count)
    ]
