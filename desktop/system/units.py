"""What systemd says of the service: is it there, does it run, does it start by itself."""

import getpass
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.system.command import CommandFailed, ask, plain_environment
from desktop.system.unit_files import SERVICE, UnitFiles

_ASKED = "LoadState,ActiveState,MainPID,UnitFileState,FragmentPath,DropInPaths,User"
_STARTS = frozenset({"enabled", "enabled-runtime", "linked", "alias"})
_PATIENCE = 3.0


@dataclass(frozen=True, slots=True)
class UnitState:
    """A service as systemd knows it. `user` is who it runs as, "" for root or the person.

    `starts_by_itself` at boot, or, of the person's own services, at login; where the person
    lingers (`lingers`), those too start at boot.
    """

    service: str
    is_of_user: bool
    is_active: bool
    pid: int | None
    starts_by_itself: bool
    files: UnitFiles | None
    user: str = ""
    lingers: bool = False


async def look_at_unit(*, is_of_user: bool, service: str = SERVICE) -> UnitState | None:
    """Ask systemd of a service; None where there is no systemd, or no such service."""
    whose = ["--user"] if is_of_user else []
    command = ["systemctl", *whose, "show", service, f"--property={_ASKED}", "--no-pager"]
    try:
        answer = await ask(command, timeout=_PATIENCE, environ=plain_environment())
    except CommandFailed:
        return None
    if answer.status:
        return None
    state = unit_of(answer.output, is_of_user=is_of_user, service=service)
    if state is None or not is_of_user or not await _lingers():
        return state
    return replace(state, lingers=True)


def unit_of(answer: str, *, is_of_user: bool, service: str = SERVICE) -> UnitState | None:
    """Return what `systemctl show` says; None if it knows no such service."""
    parted = (line.partition("=") for line in answer.splitlines())
    told = {key: value for key, _, value in parted}
    if told.get("LoadState", "not-found") in {"not-found", "error", "bad-setting"}:
        return None
    fragment, drop_ins = told.get("FragmentPath", ""), told.get("DropInPaths", "").split()
    pid = told.get("MainPID", "0")
    return UnitState(
        service,
        is_of_user,
        told.get("ActiveState") in {"active", "activating", "reloading"},
        int(pid) if pid.isdecimal() and pid != "0" else None,
        told.get("UnitFileState") in _STARTS,
        UnitFiles(Path(fragment), tuple(map(Path, drop_ins))) if fragment else None,
        told.get("User", ""),
    )


async def _lingers() -> bool:
    command = ["loginctl", "show-user", getpass.getuser(), "--property=Linger"]
    try:
        answer = await ask(command, timeout=_PATIENCE, environ=plain_environment())
    except CommandFailed:
        return False
    return answer.output.strip() == "Linger=yes"
