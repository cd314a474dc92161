"""The Ollama of this computer: found or not, which version, running or not, and by whom."""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from desktop.runtime.threads import abandonable
from desktop.system.command import CommandFailed, ask
from desktop.system.folder_size import FolderSize, folder_size
from desktop.system.local_server import PortHolder, PortState, find_program, holder_of
from desktop.system.server_environment import of_process
from desktop.system.server_process import Container, ServerProcess, container_of, find_process
from desktop.system.unit_files import environment_of
from desktop.system.units import UnitState, look_at_unit

_VERSION = re.compile(r"\b(?P<whose>ollama|client) version is (?P<version>\S+)")
_STARTUP = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Startup/Ollama.lnk"
_PATIENCE = 3.0


class RunBy(Enum):
    """Who started the server that runs, which is who has to end it."""

    NOBODY = auto()
    """It does not run."""
    SYSTEM_UNIT = auto()
    USER_UNIT = auto()
    APP = auto()
    BY_HAND = auto()
    CONTAINER = auto()
    UNKNOWN = auto()
    """Something holds the port, and the system does not tell what."""


@dataclass(frozen=True, slots=True)
class ServerState:
    """What is known of this computer's server; what is not known is None or "".

    `models` is its folder of models, `models_size` what it takes of the disk. `unit` is the
    service that would start it, the person's own before the system's.
    """

    program: Path | None
    version: str
    run_by: RunBy
    port: PortHolder
    process: ServerProcess | None = None
    unit: UnitState | None = None
    container: Container | None = None
    environment: Mapping[str, str] | None = None
    models: Path | None = None
    models_size: FolderSize | None = None
    starts_at_login: bool | None = None

    @property
    def is_found(self) -> bool:
        return self.program is not None or self.run_by is not RunBy.NOBODY

    @property
    def is_running(self) -> bool:
        return self.run_by is not RunBy.NOBODY

    @property
    def pid(self) -> int | None:
        return None if self.process is None else self.process.pid


async def look_at_server(
    port: int, *, program: Path | None = None, before: ServerState | None = None
) -> ServerState:
    """Look at programs, processes, sockets and systemd; some 100 ms, and it waits for nobody long.

    `program` is what to take for `ollama` instead of the one that is found; `before` what was
    seen the last time, whose version holds where the program and its process are the same.
    """
    program = program or await abandonable(find_program)
    holder = await abandonable(holder_of, port)
    process = await abandonable(find_process, holder)
    unit = await _unit(process)
    container = (process.container if process else None) or container_of(holder)
    environment = await abandonable(_environment, process, unit)
    version = _version_before(before, program, process)
    return ServerState(
        program,
        version or await version_of(program),
        run_by(holder, process, unit, container),
        holder,
        process,
        unit,
        container,
        environment,
        _models(environment or {}, process, unit) if container is None else None,
        starts_at_login=_starts(unit),
    )


async def with_size(state: ServerState, seconds: float = 5.0) -> ServerState:
    """Return the same with the size of its models folder, which takes at most so long."""
    if state.models is None:
        return state
    return replace(state, models_size=await folder_size(state.models, seconds))


async def version_of(program: Path | None) -> str:
    """Ask the program for its version; "" if it does not say in time.

    It says the running server's, and its own where that is another one or none runs.
    """
    if program is None:
        return ""
    try:
        answer = await ask([str(program), "--version"], timeout=_PATIENCE)
    except CommandFailed:
        return ""
    found = {match["whose"]: match["version"] for match in _VERSION.finditer(answer.output)}
    return found.get("client") or found.get("ollama", "")


def run_by(
    holder: PortHolder,
    process: ServerProcess | None,
    unit: UnitState | None,
    container: Container | None,
) -> RunBy:
    """Tell who started the server from what is known of its port, process and service."""
    if container is not None:
        return RunBy.CONTAINER
    if unit is not None and unit.is_active and (process is None or unit.pid == process.pid):
        return RunBy.USER_UNIT if unit.is_of_user else RunBy.SYSTEM_UNIT
    if process is None:
        return RunBy.UNKNOWN if _may_be_ollama(holder) else RunBy.NOBODY
    if process.unit.startswith("ollama"):
        return RunBy.USER_UNIT if process.is_unit_of_user else RunBy.SYSTEM_UNIT
    return RunBy.BY_HAND if process.app is None else RunBy.APP


def models_folder(environment: Mapping[str, str], unit: UnitState | None) -> Path | None:
    """Return the folder of models: what the environment says, else that of who runs it."""
    if given := environment.get("OLLAMA_MODELS"):
        return Path(given)
    user = "" if unit is None or unit.is_of_user else unit.user
    try:
        return Path(f"~{user}").expanduser() / ".ollama" / "models"
    except RuntimeError:
        return None


def _models(
    environment: Mapping[str, str], process: ServerProcess | None, unit: UnitState | None
) -> Path | None:
    """Return the folder of the server that runs, which a service that only could has no say in."""
    if process is None or _is_run_by(process, unit):
        return models_folder(environment, unit)
    return models_folder(environment, None) if process.is_own else None


def _is_run_by(process: ServerProcess, unit: UnitState | None) -> bool:
    """Whether that service runs it, itself or by a script that it started."""
    if unit is None:
        return False
    is_of_group = process.unit == unit.service and process.is_unit_of_user is unit.is_of_user
    return unit.pid == process.pid or is_of_group


def _version_before(
    before: ServerState | None, program: Path | None, process: ServerProcess | None
) -> str:
    """Return the version that was told before, "" where another program or process is here now."""
    if before is None or before.program != program:
        return ""
    return before.version if before.pid == (process.pid if process else None) else ""


def _may_be_ollama(holder: PortHolder) -> bool:
    return holder.state is PortState.HELD and not holder.program


async def _unit(process: ServerProcess | None) -> UnitState | None:
    """The service that runs it; else the person's own, else the system's, if there is one."""
    if not sys.platform.startswith("linux"):
        return None
    own = await look_at_unit(is_of_user=True)
    system = await look_at_unit(is_of_user=False)
    for unit in (own, system):
        if unit is not None and process is not None and unit.pid == process.pid:
            return unit
    return own or system


def _environment(process: ServerProcess | None, unit: UnitState | None) -> Mapping[str, str] | None:
    """What the server runs with; where that is not told, what its service would start it with."""
    running = None if process is None else of_process(process.pid)
    is_unit_s = process is None or _is_run_by(process, unit)
    if running is None and is_unit_s and unit is not None and unit.files is not None:
        return environment_of(unit.files).values
    return running


def _starts(unit: UnitState | None) -> bool | None:
    if unit is not None:
        return unit.starts_by_itself
    if sys.platform == "win32":
        return (Path.home() / _STARTUP).exists()
    return None
