"""Where systemd keeps a service and its drop-ins, and which of them hold."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.system.unit_text import read_environment, settings

SERVICE = "ollama.service"
SYSTEM_FOLDERS = (
    "etc/systemd/system",
    "run/systemd/system",
    "usr/local/lib/systemd/system",
    "usr/lib/systemd/system",
    "lib/systemd/system",
)
"""Below the root, the strongest first (systemd.unit(5))."""
USER_FOLDERS = (
    "etc/systemd/user",
    "run/systemd/user",
    "usr/local/lib/systemd/user",
    "usr/lib/systemd/user",
)
_LARGEST = 256 * 1024
"""Bytes of a file that are read; a unit has some hundred."""
_PLAIN = re.compile(r"[A-Za-z0-9:_.@-]+\.service")


@dataclass(frozen=True, slots=True)
class UnitFiles:
    """A service's file and the drop-ins that hold, in the order in which they are read."""

    unit: Path
    drop_ins: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitEnvironment:
    """What a service's files set, and the files of variables that may change it once more."""

    values: Mapping[str, str]
    user: str = ""
    files: tuple[str, ...] = ()


def find_unit_files(folders: Sequence[Path], service: str = SERVICE) -> UnitFiles | None:
    """Return a service's files as they are found in these folders, the strongest first.

    Of drop-ins with one name the strongest folder's holds; an empty file or a link to
    /dev/null masks the others.
    """
    if not _PLAIN.fullmatch(service):
        return None
    unit = next((path for folder in folders if (path := folder / service).is_file()), None)
    return None if unit is None else UnitFiles(unit, _drop_ins(folders, service))


def folders_below(root: Path, folders: Sequence[str] = SYSTEM_FOLDERS) -> tuple[Path, ...]:
    """Return systemd's folders below a root: the system's, or a scratch one."""
    return tuple(root / folder for folder in folders)


def environment_of(files: UnitFiles) -> UnitEnvironment:
    """Read what a service's files set. What cannot be read sets nothing."""
    values: dict[str, str] = {}
    user, more = "", list[str]()
    for path in (files.unit, *files.drop_ins):
        text = text_of(path)
        values = read_environment(values, text)
        for key, value in settings(text):
            if key == "User":
                user = value
            elif key == "EnvironmentFile":
                more = [*more, value] if value else []
    return UnitEnvironment(values, user, tuple(more))


def text_of(path: Path) -> str:
    """Return what stands in a file of systemd's; "" where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST).decode(errors="replace")
    except OSError:
        return ""


def _drop_ins(folders: Sequence[Path], service: str) -> tuple[Path, ...]:
    by_name: dict[str, Path] = {}
    for folder in folders:
        for each in (f"{service}.d", "service.d"):
            for path in _conf_files(folder / each):
                by_name.setdefault(path.name, path)
    return tuple(path for _, path in sorted(by_name.items()) if path.is_file())


def _conf_files(folder: Path) -> Iterable[Path]:
    try:
        return [path for path in folder.iterdir() if path.suffix == ".conf"]
    except OSError:
        return ()
