"""This computer's memory, processors and disks, within the limits of a container."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import psutil

from desktop.domain.readings import ComputerReading, DiskReading, Source
from desktop.system.limits import CGROUPS, Limits, read_limits
from desktop.system.processes import OllamaProcesses

T = TypeVar("T")


class Computer:
    """Reads memory and processors; what they did is measured from one reading to the next."""

    def __init__(self, cgroups: Path = CGROUPS) -> None:
        self._cgroups = cgroups
        self._processes = OllamaProcesses()
        self._used: tuple[float, float] | None = None
        _told(psutil.cpu_percent)  # The first call only begins to measure.

    def read(self) -> ComputerReading:
        """Return everything but disks and cards; it blocks for a few milliseconds."""
        limits = read_limits(self._cgroups)
        memory, swap = _told(psutil.virtual_memory), _told(psutil.swap_memory)
        whole = ComputerReading(
            source=Source.MEASURED,
            ram_total=None if memory is None else memory.total,
            ram_available=None if memory is None else memory.available,
            swap_total=None if swap is None else swap.total,
            swap_used=None if swap is None else swap.used,
            cpu=_told(psutil.cpu_percent),
            cores=_told(psutil.cpu_count),
            processes=_told(self._processes.read),
        )
        return within(whole, limits, self._load_of(limits))

    def _load_of(self, limits: Limits) -> float | None:
        """Return the percent of its limit that the container used since the last reading."""
        if limits.cores is None or limits.cpu_seconds is None:
            return None
        now, before = (time.monotonic(), limits.cpu_seconds), self._used
        self._used = now
        if before is None or now[0] <= before[0]:
            return None
        share = (now[1] - before[1]) / ((now[0] - before[0]) * limits.cores)
        return min(100.0, max(0.0, 100 * share))


def _told(read: Callable[[], T]) -> T | None:
    """Return what psutil tells; None where the system does not tell it, in any of these ways."""
    try:
        return read()
    except (psutil.Error, OSError, RuntimeError, ValueError):
        return None


def within(whole: ComputerReading, limits: Limits, load: float | None = None) -> ComputerReading:
    """Return the machine's reading as it looks inside limits; a limit above it is none."""
    total, available = _memory_within(whole, limits)
    cores, cpu = whole.cores, whole.cpu
    if limits.cores is not None and (cores is None or limits.cores < cores):
        cores, cpu = limits.cores, load
    swap, swap_used = whole.swap_total, whole.swap_used
    if limits.swap is not None and swap is not None and limits.swap < swap:
        swap, swap_used = limits.swap, limits.swap_used
    return ComputerReading(
        source=whole.source,
        ram_total=total,
        ram_available=available,
        swap_total=swap,
        swap_used=swap_used,
        cpu=cpu,
        cores=cores,
        processes=whole.processes,
        is_limited=total != whole.ram_total or cores != whole.cores,
    )


def _memory_within(whole: ComputerReading, limits: Limits) -> tuple[int | None, int | None]:
    total, available = whole.ram_total, whole.ram_available
    if limits.memory is None or (total is not None and limits.memory >= total):
        return total, available
    if limits.memory_used is None:
        return limits.memory, None if available is None else min(available, limits.memory)
    left = max(0, limits.memory - limits.memory_used)
    return limits.memory, left if available is None else min(available, left)


def read_disks(folders: Sequence[Path]) -> tuple[DiskReading, ...]:
    """Return the disks of some folders; it may block for long where one is on a network.

    A folder that is not there yet counts for the nearest one above it.
    """
    return tuple(_disk(folder) for folder in folders)


def _disk(folder: Path) -> DiskReading:
    for place in (folder, *folder.parents):
        try:
            usage = psutil.disk_usage(str(place))
        except FileNotFoundError:
            continue
        except OSError:
            break
        return DiskReading(str(folder), usage.total, usage.free)
    return DiskReading(str(folder))
