"""What the settings keep of memory: who tells a host's, what stays loaded, names of metrics."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from msgspec import Meta

from desktop.domain.memory_source import Telling
from desktop.domain.tellers import MetricNames, Teller
from desktop.storage.connection_entry import PortNumber, TunnelEntry
from desktop.storage.records import Record

MOST_BYTES = 1 << 50
"""A petabyte: more than anybody has who enters it."""
MemoryBytes = Annotated[int, Meta(ge=0, le=MOST_BYTES)]


@dataclass(frozen=True, slots=True)
class PlaceEntry(Record):
    """Where an exporter answers; 0 and "" stand for what is usual."""

    teller: Teller = Teller.NODE
    port: PortNumber = 0
    path: str = ""
    is_encrypted: bool = False


@dataclass(frozen=True, slots=True)
class MemoryEntry(Record):
    """Who tells a host's memory. What was entered is in bytes, 0 where nothing was."""

    telling: Telling = Telling.NOTHING
    places: tuple[PlaceEntry, ...] = ()
    ssh: TunnelEntry = field(default_factory=TunnelEntry)
    gpu: MemoryBytes = 0
    ram: MemoryBytes = 0
    is_unified: bool = False
    has_no_gpu: bool = False


@dataclass(frozen=True, slots=True)
class PinEntry(Record):
    """A model that stays loaded; `context` in tokens, 0 is the host's own."""

    model: str = ""
    context: Annotated[int, Meta(ge=0)] = 0


@dataclass(frozen=True, slots=True)
class MemoryPageSettings(Record):
    """The memory page: what the exporters call their metrics, and how a server is started here.

    `server_outlives` says that an `ollama serve` that this program started goes on without it,
    and `server_environment` what it is started with, but for what holds a password.
    """

    metric_names: MetricNames = field(default_factory=MetricNames)
    server_outlives: bool = False
    server_environment: Mapping[str, str] = field(default_factory=dict[str, str])
