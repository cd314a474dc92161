"""The Ollama server of this computer: is it installed, is it running, who holds its port."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

import psutil

from desktop.runtime.threads import abandonable

_PLACES: Mapping[str, tuple[str, ...]] = {
    "linux": ("/usr/local/bin/ollama", "/usr/bin/ollama", "/opt/ollama/bin/ollama"),
    "darwin": (
        "/Applications/Ollama.app/Contents/Resources/ollama",
        "~/Applications/Ollama.app/Contents/Resources/ollama",
        "/usr/local/bin/ollama",
        "/opt/homebrew/bin/ollama",
    ),
    "win32": ("~/AppData/Local/Programs/Ollama/ollama.exe", "C:/Program Files/Ollama/ollama.exe"),
}
"""Where installers put it; the program's PATH may be another than a terminal's."""
_UNITS = (
    "/etc/systemd/system/ollama.service",
    "/usr/local/lib/systemd/system/ollama.service",
    "/usr/lib/systemd/system/ollama.service",
    "/lib/systemd/system/ollama.service",
)
_NAMES = frozenset({"ollama", "ollama.exe"})
_ANYWHERE = frozenset({"0.0.0.0", "::"})


class PortState(Enum):
    """What is known of a TCP port of this computer."""

    FREE = auto()
    HELD = auto()
    UNKNOWN = auto()
    """The system does not tell it to this user."""


@dataclass(frozen=True, slots=True)
class PortHolder:
    """Who listens on a port. `program` is "" and `pid` None where the system does not tell.

    `addresses` are those it listens on; one that only this computer reaches is 127.0.0.1 or ::1.
    """

    state: PortState
    program: str = ""
    pid: int | None = None
    addresses: tuple[str, ...] = ()

    @property
    def is_open_to_others(self) -> bool:
        return any(address in _ANYWHERE for address in self.addresses)


@dataclass(frozen=True, slots=True)
class LocalServer:
    """The server of this computer. `unit` is the file of its systemd service, where it has one."""

    program: Path | None
    is_running: bool
    port: PortHolder
    unit: Path | None = None


async def look_at_local_server(port: int) -> LocalServer:
    """Look at programs, processes and sockets in a thread, which takes some 50 ms."""
    return await abandonable(_look, port)


def find_program(
    search: str | None = None, places: Sequence[str] = _PLACES.get(sys.platform, ())
) -> Path | None:
    """Return where `ollama` is installed: on the path that is searched, else in a usual place."""
    if found := shutil.which("ollama", path=search):
        return Path(found)
    candidates = (Path(place).expanduser() for place in places)
    return next((path for path in candidates if os.access(path, os.X_OK)), None)


def find_unit(units: Sequence[str] = _UNITS) -> Path | None:
    """Return the file of the systemd service, without asking systemd anything."""
    return next((Path(unit) for unit in units if Path(unit).is_file()), None)


def is_running(names: frozenset[str] = _NAMES) -> bool:
    """Whether a process of that name runs, whoever started it."""
    running = psutil.process_iter(["name"])
    return any((process.info["name"] or "").lower() in names for process in running)


def holder_of(port: int) -> PortHolder:
    """Return who listens on a TCP port of this computer."""
    try:
        sockets = psutil.net_connections("tcp")
    except (psutil.Error, OSError):
        return PortHolder(PortState.UNKNOWN)
    listening = [
        (each.laddr.ip, each.pid)
        for each in sockets
        if each.status == psutil.CONN_LISTEN and each.laddr and each.laddr.port == port
    ]
    if not listening:
        return PortHolder(PortState.FREE)
    pid = next((pid for _, pid in listening if pid is not None), None)
    addresses = tuple(sorted({address for address, _ in listening}))
    return PortHolder(PortState.HELD, _name_of(pid), pid, addresses)


def _look(port: int) -> LocalServer:
    return LocalServer(find_program(), is_running(), holder_of(port), find_unit())


def _name_of(pid: int | None) -> str:
    try:
        return "" if pid is None else psutil.Process(pid).name()
    except psutil.Error:
        return ""
