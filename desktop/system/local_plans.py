"""From what is known of this computer's server to what a person may have done to it. Pure."""

import getpass
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from desktop.system.environment_reading import Kept, user_folder
from desktop.system.local_snapshot import Deed, LocalSnapshot, Proposal, Serving
from desktop.system.own_server import serving
from desktop.system.plan import Asking, Caution, EndProcess, Plan
from desktop.system.server_control import (
    plan_linger,
    plan_login,
    plan_restart,
    plan_start,
    plan_stop,
)
from desktop.system.server_environment import (
    BadValues,
    Home,
    Writing,
    exposed,
    plan_for,
    problems_of,
)
from desktop.system.server_state import RunBy, ServerState
from desktop.system.variables import BY_NAME, Kind, Problem, parts_of

_SYSTEM_FOLDER = "etc/systemd/system"
_PORT = 11434


@dataclass(frozen=True, slots=True)
class Place:
    """Where plans are made for. `root` is where the system's folders are looked for."""

    asking: Asking
    platform: str
    root: Path = Path("/")


def home_of(state: ServerState, platform: str) -> Home | None:
    """Return where the server's environment is kept; None where no part of the system keeps it."""
    if state.run_by is RunBy.CONTAINER:
        return None
    if platform == "darwin":
        return Home.LAUNCHD
    if platform == "win32":
        return Home.WINDOWS_USER
    if state.unit is None:
        return None
    return Home.USER_UNIT if state.unit.is_of_user else Home.SYSTEM_UNIT


def propose_start(known: LocalSnapshot, place: Place) -> Proposal | None:
    """Return how it is started; None where it runs, or where there is nothing to start."""
    state = known.state
    if state is None or state.is_running:
        return None
    if (plan := plan_start(state, place.asking)) is not None:
        return Proposal(Deed.START, plan)
    if state.program is None:
        return None
    environment = own_environment(known)
    plan = Plan((serving(state.program, environment),), frozenset(exposed(environment)))
    own = Serving(state.program, environment)
    return Proposal(Deed.START, plan, is_own=True, serving=own)


def propose_stop(known: LocalSnapshot, place: Place) -> Proposal | None:
    """Return how it is stopped; None where it does not run, or nobody knows how."""
    if known.state is None:
        return None
    if known.is_own and known.own is not None:
        step = EndProcess(known.own.pid, known.own.created)
        return Proposal(Deed.STOP, Plan((step,), frozenset({Caution.ENDS_ANSWERS})), is_own=True)
    plan = plan_stop(known.state, place.asking)
    return None if plan is None else Proposal(Deed.STOP, plan)


def propose_restart(known: LocalSnapshot, place: Place) -> Proposal | None:
    """Return how it is started anew, by whoever started it; None where that is not known."""
    state = known.state
    if state is None:
        return None
    if (plan := plan_restart(state, place.asking)) is not None:
        return Proposal(Deed.RESTART, plan)
    stop = propose_stop(known, place)
    if stop is None or (state.run_by is not RunBy.APP and not stop.is_own):
        return None
    start = propose_start(replace(known, state=_stopped(state)), place)
    if start is None or start.is_own is not stop.is_own:
        return None
    cautions = stop.plan.cautions | start.plan.cautions
    plan = Plan((*stop.plan.steps, *start.plan.steps), cautions)
    return Proposal(Deed.RESTART, plan, is_own=stop.is_own, serving=start.serving)


def propose_login(known: LocalSnapshot, place: Place, *, starts: bool) -> Proposal | None:
    """Return how it is made to start by itself, or no more; None where only the person can."""
    plan = None if known.state is None else plan_login(known.state, place.asking, starts=starts)
    deed = Deed.STARTS_AT_LOGIN if starts else Deed.STARTS_BY_HAND
    return None if plan is None else Proposal(deed, plan)


def propose_boot(known: LocalSnapshot, place: Place, *, starts: bool) -> Proposal | None:
    """Return how a service of the person's own starts at boot, or at login alone.

    None for any other server, and where that service does not start by itself.
    """
    unit = None if known.state is None else known.state.unit
    if unit is None or not unit.is_of_user or (starts and not unit.starts_by_itself):
        return None
    plan = plan_linger(place.asking, getpass.getuser(), lingers=starts)
    return Proposal(Deed.STARTS_AT_BOOT if starts else Deed.STARTS_NOT_AT_BOOT, plan)


def propose_environment(known: LocalSnapshot, place: Place, values: Mapping[str, str]) -> Proposal:
    """Return how these values are kept; an empty one is unset.

    Raises:
        BadValues: the server would not understand one of them, or it cannot be kept there.
        KeyError: a name is none of the table's.
    """
    if known.home is None:
        if problems := problems_of(values) | _secrets(values):
            raise BadValues(problems)
        kept = {name: value for name, value in values.items() if value}
        plan = Plan((), frozenset(exposed(kept)))
        return Proposal(Deed.WRITE, plan, is_own=True, values=kept)
    wanted = _written(known.home, values, known.kept)
    return Proposal(Deed.WRITE, plan_for(wanted, _writing(known.home, known, place)))


def own_environment(known: LocalSnapshot) -> dict[str, str]:
    """Return what this program's own server is started with: it listens where it is looked for."""
    address = f"127.0.0.1:{known.port or _PORT}"
    return {"OLLAMA_HOST": address, **known.environment}


def own_port(environment: Mapping[str, str]) -> int:
    """Return the port that a server with this environment listens on."""
    parts = parts_of(environment.get("OLLAMA_HOST", ""))
    return (parts.port if parts else None) or _PORT


def _stopped(state: ServerState) -> ServerState:
    return replace(state, run_by=RunBy.NOBODY, process=None)


def _secrets(values: Mapping[str, str]) -> dict[str, Problem]:
    """Return the values with a sign-in in them, which this program's settings do not take."""
    return {
        name: Problem.HOLDS_A_SECRET
        for name, value in values.items()
        if BY_NAME[name].kind is Kind.PROXY and urlsplit(value).username is not None
    }


def _written(home: Home, values: Mapping[str, str], kept: Kept) -> dict[str, str]:
    """Return those values that have to be written: the service's own stay where they are."""
    if home in (Home.LAUNCHD, Home.WINDOWS_USER):
        return {n: value for n, value in values.items() if value != kept.values.get(n, "")}
    return {
        name: value
        for name, value in values.items()
        if not value or name in kept.own or value != kept.values.get(name, "")
    }


def _writing(home: Home, known: LocalSnapshot, place: Place) -> Writing:
    state, kept = known.state, known.kept
    unit = None if state is None else state.unit
    system = place.root / _SYSTEM_FOLDER
    by_service = (RunBy.SYSTEM_UNIT, RunBy.USER_UNIT, RunBy.APP)
    writing = Writing(
        home,
        place.asking,
        user_folder() if home is Home.USER_UNIT else system,
        others={n: value for n, value in kept.own.items() if n.upper() not in BY_NAME},
        set_elsewhere=kept.elsewhere,
        has_environment_files=bool(kept.files),
        restarts=state is not None and state.run_by in by_service,
    )
    return writing if unit is None else replace(writing, service=unit.service)
