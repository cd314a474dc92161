"""Starting and stopping this computer's server, by whoever it was started by.

Each comes as a plan, which a person sees first; `ollama serve` itself is in `own_server.py`.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from desktop.system.plan import (
    Asking,
    Caution,
    EndProcess,
    Plan,
    Run,
    Step,
    as_administrator,
)
from desktop.system.server_state import RunBy, ServerState
from desktop.system.units import UnitState

_APP = "~/AppData/Local/Programs/Ollama/ollama app.exe"


def plan_start(state: ServerState, asking: Asking) -> Plan | None:
    """Return how the server is started where something of the system's does it.

    None where it runs already, or where nothing would start it but `ollama serve`.
    """
    if state.is_running:
        return None
    if state.unit is not None:
        return Plan((_systemctl("start", state.unit, asking),))
    if sys.platform == "darwin" and state.program and "Ollama.app" in state.program.parts:
        return Plan((Run(("open", "-a", "Ollama")),))
    app = Path(_APP).expanduser()
    if sys.platform == "win32" and app.exists():
        return Plan((Run(("cmd", "/c", "start", "", str(app))),))
    return None


def plan_stop(state: ServerState, asking: Asking) -> Plan | None:
    """Return how the server is stopped; None where it does not run or nobody knows how."""
    steps = tuple(_stopping(state, asking))
    return Plan(steps, frozenset({Caution.ENDS_ANSWERS})) if steps else None


def plan_restart(state: ServerState, asking: Asking) -> Plan | None:
    """Return how a service's server is started anew; None where no service runs it."""
    if state.unit is None or state.run_by not in (RunBy.SYSTEM_UNIT, RunBy.USER_UNIT):
        return None
    step = _systemctl("restart", state.unit, asking)
    return Plan((step,), frozenset({Caution.ENDS_ANSWERS}))


def plan_login(state: ServerState, asking: Asking, *, starts: bool) -> Plan | None:
    """Return how it is made to start by itself, or no more; None where that is not systemd's."""
    if state.unit is None:
        return None
    return Plan((_systemctl("enable" if starts else "disable", state.unit, asking),))


def plan_linger(asking: Asking, user: str, *, lingers: bool) -> Plan:
    """Return how a person's own services start at boot, before anybody logs in."""
    verb = "enable-linger" if lingers else "disable-linger"
    return Plan((as_administrator(asking, "loginctl", verb, user),))


def _stopping(state: ServerState, asking: Asking) -> Iterable[Step]:
    process = state.process
    match state.run_by:
        case RunBy.SYSTEM_UNIT | RunBy.USER_UNIT if state.unit is not None:
            yield _systemctl("stop", state.unit, asking)
        case RunBy.CONTAINER if state.container and state.container.engine and state.container.name:
            yield Run((state.container.engine, "stop", state.container.name))
        case RunBy.APP if sys.platform == "darwin":
            yield Run(("osascript", "-e", 'quit app "Ollama"'))
        case RunBy.APP | RunBy.BY_HAND if process is not None:
            if process.app is not None and process.app_created is not None:
                yield EndProcess(process.app, process.app_created)
            if process.is_own:
                yield EndProcess(process.pid, process.created)
            else:
                yield as_administrator(asking, "kill", str(process.pid))
        case _:
            pass


def _systemctl(verb: str, unit: UnitState, asking: Asking) -> Run:
    if unit.is_of_user:
        return Run(("systemctl", "--user", verb, unit.service))
    return as_administrator(asking, "systemctl", verb, unit.service)
