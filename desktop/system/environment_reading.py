"""Asking the system for the environment that a server would be started with."""

import os
from dataclasses import dataclass
from pathlib import Path

from desktop.runtime.threads import abandonable
from desktop.system.command import CommandFailed, ask, plain_environment
from desktop.system.server_environment import DROP_IN, Home, known, of_registry
from desktop.system.unit_files import (
    SERVICE,
    SYSTEM_FOLDERS,
    USER_FOLDERS,
    UnitFiles,
    environment_of,
    find_unit_files,
    folders_below,
    text_of,
)
from desktop.system.unit_text import read_environment
from desktop.system.variables import BY_NAME

_PATIENCE = 3.0


@dataclass(frozen=True, slots=True)
class Kept:
    """What is set where a server's environment is kept.

    `values` is what it comes to; `own` all that this program's drop-in sets, also what is no
    variable of Ollama's; `elsewhere` the names that other files set; `files` more of them.
    """

    values: dict[str, str]
    own: dict[str, str]
    elsewhere: frozenset[str] = frozenset()
    files: tuple[str, ...] = ()


async def read_kept(home: Home, root: Path = Path("/"), service: str = SERVICE) -> Kept:
    """Return what is set there; nothing where there is no such place, or it does not tell.

    `root` is where systemd's folders are looked for.
    """
    match home:
        case Home.SYSTEM_UNIT:
            return await abandonable(_of_unit, folders_below(root, SYSTEM_FOLDERS), service)
        case Home.USER_UNIT:
            folders = (user_folder(), *folders_below(root, USER_FOLDERS))
            return await abandonable(_of_unit, folders, service)
        case Home.LAUNCHD:
            told = {name: await _said("launchctl", "getenv", name) for name in BY_NAME}
            values = known({name: value.strip() for name, value in told.items()})
        case Home.WINDOWS_USER:
            values = of_registry(await _said("reg", "query", "HKCU\\Environment"))
    return Kept(values, dict(values))


def user_folder() -> Path:
    """Return systemd's folder of the person's own services, where a drop-in of theirs goes."""
    config = Path(os.environ.get("XDG_CONFIG_HOME") or "~/.config").expanduser()
    return config / "systemd" / "user"


def _of_unit(folders: tuple[Path, ...], service: str) -> Kept:
    if (files := find_unit_files(folders, service)) is None:
        return Kept({}, {})
    all_ = environment_of(files)
    own = tuple(path for path in files.drop_ins if path.name == DROP_IN)
    others = tuple(path for path in files.drop_ins if path.name != DROP_IN)
    text = text_of(own[0]) if own else ""
    elsewhere = environment_of(UnitFiles(files.unit, others)).values
    return Kept(known(all_.values), read_environment({}, text), frozenset(elsewhere), all_.files)


async def _said(*command: str) -> str:
    try:
        answer = await ask(command, timeout=_PATIENCE, environ=plain_environment())
    except CommandFailed:
        return ""
    return "" if answer.status else answer.output
