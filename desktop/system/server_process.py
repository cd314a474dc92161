"""The process of this computer's server, and who started it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from desktop.system.local_server import PortHolder

_NAMES = frozenset({"ollama", "ollama.exe"})
_APPS = frozenset({"ollama app.exe", "ollama app", "Ollama"})
_CONTAINER = re.compile(r"(?P<engine>docker|libpod|cri-containerd|crio)[-/](?P<id>[0-9a-f]{12,64})")
_ENGINES = {"docker": "docker", "libpod": "podman"}
_PROXIES = {"docker-proxy": "docker", "rootlessport": "podman", "com.docker.backend": "docker"}
"""Programs that hold a container's port on the computer itself."""


@dataclass(frozen=True, slots=True)
class Container:
    """A container that a process is in. `engine` is its program; `name` "" where not known."""

    engine: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ServerProcess:
    """A process and what tells who started it. `created` is in seconds since 1970.

    With `created` its number is surely its own: numbers are given again. `unit` is the service
    in whose group of processes it is, `app` the number of the desktop app that started it.
    """

    pid: int
    created: float
    is_own: bool
    unit: str = ""
    is_unit_of_user: bool = False
    app: int | None = None
    app_created: float | None = None
    container: Container | None = None


def find_process(holder: PortHolder) -> ServerProcess | None:
    """Return the server's process: who holds its port, or else the first `ollama serve`. Blocks."""
    if holder.pid is not None and holder.program.lower() in _NAMES:
        return _looked_at(holder.pid)
    for process in psutil.process_iter(["name", "cmdline"]):
        name = (process.info["name"] or "").lower()
        if name in _NAMES and "serve" in (process.info["cmdline"] or [])[1:3]:
            return _looked_at(process.pid)
    return None


def container_of(holder: PortHolder) -> Container | None:
    """Return the container that a port leads into, as far as the port's holder tells."""
    engine = _PROXIES.get(holder.program)
    return None if engine is None else Container(engine)


def container_in(cgroup: str, own: str) -> Container | None:
    """Return the container that a process is in, and this program is not."""
    match = _CONTAINER.search(cgroup)
    if match is None or cgroup == own or match.group() in own:
        return None
    engine = _ENGINES.get(match["engine"], "")
    return Container(engine, match["id"])


def unit_in(cgroup: str) -> tuple[str, bool]:
    """Return the service whose group of processes it is, and whether it is a person's own."""
    services = re.findall(r"[\w@:.-]+\.service", cgroup)
    if not services or services[-1].startswith("user@"):
        return "", False
    return services[-1], "/user@" in cgroup


def _looked_at(pid: int) -> ServerProcess | None:
    try:
        process = psutil.Process(pid)
        with process.oneshot():
            created, user = process.create_time(), process.username()
        parents = process.parents()
    except psutil.Error:
        return None
    cgroup, app = _cgroup(str(pid)), _app(parents)
    unit, is_of_user = unit_in(cgroup)
    return ServerProcess(
        pid,
        created,
        user == psutil.Process().username(),
        unit,
        is_of_user,
        app.pid if app else None,
        app.create_time() if app else None,
        container_in(cgroup, _cgroup("self")),
    )


def _app(parents: Sequence[psutil.Process]) -> psutil.Process | None:
    for parent in parents:
        try:
            if parent.name() in _APPS:
                return parent
        except psutil.Error:
            continue
    return None


def _cgroup(pid: str) -> str:
    try:
        return Path(f"/proc/{pid}/cgroup").read_text("utf-8", errors="replace")
    except OSError:
        return ""
