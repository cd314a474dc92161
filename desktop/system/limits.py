"""The limits of the container that this program runs in, which are what a model has there.

Only the root of the mounted control groups is looked at: in a container that
is its own group, and on a computer without one it has no limits. The group of
this program's window says nothing of a server that runs beside it.
"""

from dataclasses import dataclass
from pathlib import Path

CGROUPS = Path("/sys/fs/cgroup")
_MOST = 1 << 60
"""Bytes; what version 1 gives as "no limit" is more."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Memory in bytes, `cores` as a count, `cpu_seconds` used so far; None where there is no limit.

    `memory_used` leaves out files that are only cached and can be dropped.
    """

    memory: int | None = None
    memory_used: int | None = None
    swap: int | None = None
    swap_used: int | None = None
    cores: float | None = None
    cpu_seconds: float | None = None


NO_LIMITS = Limits()


def read_limits(root: Path = CGROUPS) -> Limits:
    """Return the limits that control groups of either version set; it blocks for a moment."""
    if (root / "cgroup.controllers").is_file():
        return _second(root)
    if (root / "memory").is_dir() or (root / "cpu").is_dir():
        return _first(root)
    return NO_LIMITS


def _second(root: Path) -> Limits:
    memory = _limit(_text(root / "memory.max"))
    cores = _cores(*_two(_text(root / "cpu.max")))
    usage = _figure(root / "cpu.stat", "usage_usec") if cores else None
    return Limits(
        memory=memory,
        memory_used=_working(root, "memory.current", "inactive_file") if memory else None,
        swap=_limit(_text(root / "memory.swap.max")),
        swap_used=_limit(_text(root / "memory.swap.current")),
        cores=cores,
        cpu_seconds=None if usage is None else usage / 1e6,
    )


def _first(root: Path) -> Limits:
    memory = _limit(_text(root / "memory/memory.limit_in_bytes"))
    quota, period = _text(root / "cpu/cpu.cfs_quota_us"), _text(root / "cpu/cpu.cfs_period_us")
    cores = _cores(quota, period)
    usage = _limit(_text(root / "cpuacct/cpuacct.usage")) if cores else None
    used = _working(root / "memory", "memory.usage_in_bytes", "total_inactive_file")
    return Limits(
        memory=memory,
        memory_used=used if memory else None,
        cores=cores,
        cpu_seconds=None if usage is None else usage / 1e9,
    )


def _working(folder: Path, name: str, cached: str) -> int | None:
    used = _limit(_text(folder / name))
    if used is None:
        return None
    return max(0, used - (_figure(folder / "memory.stat", cached) or 0))


def _text(path: Path) -> str:
    try:
        with path.open(encoding="ascii", errors="replace") as file:
            return file.read(65536).strip()
    except OSError:
        return ""


def _limit(text: str) -> int | None:
    """Return a count of bytes; "max", -1 and what is larger than any memory are no limit."""
    if not (text.isascii() and text.isdigit()) or len(text) > len(str(1 << 64)):
        return None
    value = int(text)
    return value if value < _MOST else None


def _two(text: str) -> tuple[str, str]:
    first, _, second = text.partition(" ")
    return first, second


def _cores(quota: str, period: str) -> float | None:
    share, whole = _limit(quota), _limit(period)
    return share / whole if share and whole else None


def _figure(path: Path, key: str) -> int | None:
    for line in _text(path).splitlines():
        name, _, value = line.partition(" ")
        if name == key:
            return _limit(value)
    return None
