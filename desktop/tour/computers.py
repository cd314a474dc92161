"""The computers that the tour shows: made up, with five minutes behind them in a second or two."""

import asyncio
import math
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.domain.host import Host
from desktop.domain.readings import (
    ComputerReading,
    DiskReading,
    GpuReading,
    GpuShare,
    ProcessReading,
    ReadingProblem,
    Source,
    Vendor,
)
from desktop.domain.tellers import MetricNames
from desktop.memory.readers import DemoCard, DemoComputer, Readers
from desktop.runtime.clock import SystemClock
from desktop.system.reader import NoReading, Reader
from desktop.system.sampler import KEPT, Pace

_GB = 10**9
_LOADED_AT = 96
"""The reading from which a model is in this computer's memory."""
_QUICK = 0.004


class HurriedClock(SystemClock):
    """Lets five minutes of short pauses pass at once, and goes on as every other clock."""

    def __init__(self) -> None:
        self._ahead = self._left = 0.0

    def hurry(self) -> None:
        """Let the next five minutes pass at once."""
        self._left = KEPT

    def monotonic(self) -> float:
        return super().monotonic() + self._ahead

    async def sleep(self, seconds: float) -> None:
        if seconds <= Pace().watched and self._left > 0:
            self._ahead += seconds
            self._left -= seconds
            seconds = _QUICK
        await asyncio.sleep(seconds)


class ThisOne:
    """This computer: a laptop on which a small model is loaded after three minutes."""

    def __init__(self, folders: Callable[[], Sequence[Path]]) -> None:
        self._folders = folders
        self._count = 0

    async def read(self) -> ComputerReading:
        """Return the next moment."""
        self._count += 1
        beat = _wave(self._count)
        is_loaded = self._count >= _LOADED_AT
        share = 3_400_000_000 if is_loaded else 0
        card = GpuReading(
            "NVIDIA GeForce RTX 4050 Laptop GPU",
            Vendor.NVIDIA,
            memory_total=6 * _GB,
            memory_used=500_000_000 + share,
            load=(70 + 6 * beat) if is_loaded else (6 + 5 * beat),
            temperature=61.0 if is_loaded else 44.0,
            power=78.0 if is_loaded else 12.0,
            shares=(GpuShare(11, share),),
        )
        return ComputerReading(
            ram_total=16 * _GB,
            ram_available=int((6.2 + 0.2 * beat) * _GB),
            swap_total=0,
            swap_used=0,
            cpu=38 + 12 * beat,
            cores=8,
            disks=tuple(DiskReading(str(path), 512 * _GB, 118 * _GB) for path in self._folders()),
            gpus=(card,),
            processes=(
                ProcessReading(10, "ollama", 60_000_000),
                ProcessReading(11, "llama-server", 900_000_000, is_runner=True),
            ),
        )


class Tower:
    """A workstation of which exporters tell: most of its card is in use."""

    def __init__(self) -> None:
        self._count = 0

    async def read(self) -> ComputerReading:
        """Return the next moment."""
        self._count += 1
        beat = _wave(self._count)
        card = GpuReading(
            "NVIDIA GeForce RTX 3090",
            Vendor.NVIDIA,
            memory_total=24 * _GB,
            memory_used=23_500_000_000,
            load=64 + 9 * beat,
            temperature=67.0,
            power=210.0,
        )
        return ComputerReading(
            source=Source.TOLD,
            ram_total=64 * _GB,
            ram_available=48 * _GB,
            cpu=14 + 6 * beat,
            cores=16,
            disks=(DiskReading("/", 2000 * _GB, 260 * _GB),),
            gpus=(card,),
        )


class Silent:
    """A computer whose exporter does not answer."""

    async def read(self) -> ComputerReading:
        """Tell nothing.

        Raises:
            NoReading: always.
        """
        raise NoReading(ReadingProblem.NO_ANSWER, "Connection refused")


def played_readers(
    folders: Callable[[], Sequence[Path]], demo: DemoCard, *, clock: HurriedClock
) -> Readers:
    """Return the readers of the tour; the demo host is read as in every program."""

    def far(host: Host, _names: MetricNames) -> Reader | None:
        if host.is_demo:
            return DemoComputer(host, demo)
        if not host.memory.places:
            return None
        return Tower() if host.name == "tower" else Silent()

    return Readers(ThisOne(folders), far, clock)


def _wave(count: int) -> float:
    """Return a figure between -1 and 1 that looks like work."""
    return (math.sin(count / 7) + math.sin(count / 2.3) + math.sin(count / 17)) / 3
