"""What was read of a computer: memory, processors, disks, graphics cards, Ollama's part in them.

A figure that nobody told is None; it is never a 0 that could be true.
"""

from dataclasses import dataclass
from enum import Enum, auto


class Source(Enum):
    """Where figures come from, which is shown beside them."""

    MEASURED = auto()
    """Read by this program on its own computer."""
    TOLD = auto()
    """Said by another program over there: an exporter, glances, nvidia-smi."""
    ENTERED = auto()
    """Typed in by the person."""
    GUESSED = auto()
    """Inferred, such as from the most that a host ever had loaded."""


class Vendor(Enum):
    """Who makes a graphics card."""

    NVIDIA = "NVIDIA"
    AMD = "AMD"
    INTEL = "Intel"
    APPLE = "Apple"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class GpuShare:
    """What one process holds of a card's memory, in bytes; None where the driver keeps it back."""

    pid: int
    memory: int | None


@dataclass(frozen=True, slots=True)
class GpuReading:
    """One graphics card. Memory in bytes, `load` in percent, °C, watts.

    `memory_load` is how full its memory is, in percent, where a source tells
    nothing else of it (glances). A unified card has the computer's memory and
    none of its own. A lost one was there and does not answer any more.
    """

    name: str
    vendor: Vendor = Vendor.UNKNOWN
    memory_total: int | None = None
    memory_used: int | None = None
    memory_load: float | None = None
    load: float | None = None
    temperature: float | None = None
    power: float | None = None
    is_unified: bool = False
    is_lost: bool = False
    shares: tuple[GpuShare, ...] = ()

    @property
    def fullness(self) -> float | None:
        """How full its memory is, in percent, whichever way it is known."""
        if self.memory_total and self.memory_used is not None:
            return min(100.0, 100 * self.memory_used / self.memory_total)
        return self.memory_load


@dataclass(frozen=True, slots=True)
class DiskReading:
    """The disk that holds a folder, in bytes."""

    folder: str
    total: int | None = None
    free: int | None = None


@dataclass(frozen=True, slots=True)
class ProcessReading:
    """A process of Ollama's. `memory` is what is resident, with the weights that it maps, in bytes.

    A runner has a model; the others serve, or are the app or a command.
    """

    pid: int
    name: str
    memory: int | None = None
    is_runner: bool = False


@dataclass(frozen=True, slots=True)
class ComputerReading:
    """A computer at one moment. Memory in bytes, `cpu` in percent of all `cores`.

    `cores` may be a fraction: that of a container's limit. Of cards and
    processes None means that nobody told, and an empty tuple that there are none.
    """

    source: Source = Source.MEASURED
    ram_total: int | None = None
    ram_available: int | None = None
    swap_total: int | None = None
    swap_used: int | None = None
    cpu: float | None = None
    cores: float | None = None
    disks: tuple[DiskReading, ...] = ()
    gpus: tuple[GpuReading, ...] | None = None
    processes: tuple[ProcessReading, ...] | None = None
    is_limited: bool = False
    """The figures are those of a container's limits, not of the machine around it."""

    @property
    def ram_used(self) -> int | None:
        if self.ram_total is None or self.ram_available is None:
            return None
        return max(0, self.ram_total - self.ram_available)

    @property
    def ollama_memory(self) -> int | None:
        """What Ollama's processes hold of the RAM; None where nothing of it is known."""
        known = [each.memory for each in self.processes or () if each.memory is not None]
        return sum(known) if known or self.processes == () else None

    def ollama_share(self, gpu: GpuReading) -> int | None:
        """Return the bytes that Ollama's processes hold on a card; None where that is not told."""
        if self.processes is None:
            return None
        own = {each.pid for each in self.processes}
        held = [share.memory for share in gpu.shares if share.pid in own]
        known = [memory for memory in held if memory is not None]
        return sum(known) if len(known) == len(held) else None


@dataclass(frozen=True, slots=True)
class Sample:
    """A reading and when it was made, in seconds of a clock that never goes back."""

    at: float
    reading: ComputerReading


class ReadingProblem(Enum):
    """Why there is no reading."""

    NO_ANSWER = auto()
    """Nothing answers there, or not in time."""
    REFUSED = auto()
    """Something answers, with an error or a demand to sign in."""
    NOT_UNDERSTOOD = auto()
    """The answer holds none of the figures that were looked for."""
    NO_SSH = auto()
    """ssh did not get there, or what it was to run is not there."""


@dataclass(frozen=True, slots=True)
class ReadingsSnapshot:
    """The newest reading, those of the last five minutes (oldest first), and what is wrong.

    After a problem the last reading stays; `problem` is None while all is
    well, and `raw` is what was said by what went wrong.
    """

    reading: ComputerReading | None = None
    history: tuple[Sample, ...] = ()
    problem: ReadingProblem | None = None
    raw: str = ""
