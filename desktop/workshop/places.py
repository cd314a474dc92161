"""Where a path of a Modelfile leads, by the rules of Ollama's own client, only stricter.

`~` is this person's home and `~user` nobody's, relative paths begin at the
Modelfile's folder, and nothing is looked up on another computer. The rules for
Windows are written by its documentation and were never run there.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from desktop.workshop.doubts import FORBIDDING, Doubt

_IS_WINDOWS = os.name == "nt"
_SYSTEM = () if _IS_WINDOWS else (Path("/proc"), Path("/sys"), Path("/dev"))
_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  nothing is made there: some keep models in it
_NETWORK = re.compile(r"[\\/]{2}")
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])( *[.:].*| *)", re.I)
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Place:
    """A path as it was meant, `real` without links. With a forbidding doubt, neither is used."""

    path: Path
    real: Path
    doubts: frozenset[Doubt] = frozenset()

    @property
    def is_forbidden(self) -> bool:
        return not FORBIDDING.isdisjoint(self.doubts)


def place_of(written: str, folder: Path | None) -> Place:
    """Return where a path leads. Blocks: links on the way are read, and nothing else.

    `folder` is the Modelfile's; None for a draft that was not saved.
    """
    doubt = _forbidding(written, folder)
    if doubt is not None:
        return _nowhere(written, doubt)
    full = os.path.expanduser(written) if written.startswith("~") else written
    path = Path(os.path.normpath(os.path.join(folder or "", full)))
    if not path.is_absolute():
        return _nowhere(written, Doubt.BAD_PATH)
    try:
        return place_within(path, folder)
    except ValueError:  # Half of a surrogate pair, which no path can be written with.
        return _nowhere(written, Doubt.BAD_PATH)


def place_within(path: Path, folder: Path | None) -> Place:
    """Say how an absolute path lies to the Modelfile's folder."""
    real = Path(os.path.realpath(path))
    if _is_of_system(path) or _is_of_system(real):
        return Place(path, real, frozenset({Doubt.SYSTEM_FILE}))
    if folder is None:
        return Place(path, real, frozenset({Doubt.OUTSIDE_FOLDER}))
    real_folder = Path(os.path.realpath(folder))
    if _is_within(real, real_folder):
        return Place(path, real)
    seems_inside = _is_within(path, folder) or _is_within(path, real_folder)
    return Place(path, real, frozenset({Doubt.LINK_OUT if seems_inside else Doubt.OUTSIDE_FOLDER}))


def _forbidding(written: str, folder: Path | None) -> Doubt | None:
    """Say what is against a path before anything is asked of the system."""
    if "\0" in written:
        return Doubt.BAD_PATH
    if _NETWORK.match(written):
        return Doubt.NETWORK_PATH
    if written.startswith("~"):
        return None if written == "~" or written[1] in _separators() else Doubt.OTHERS_HOME
    if _IS_WINDOWS and _is_bad_on_windows(written):
        return Doubt.BAD_PATH
    if folder is None and not os.path.isabs(written):
        return Doubt.NO_FOLDER
    return None


def _is_of_system(path: Path) -> bool:
    if _is_within(path, _SHARED_MEMORY):
        return False
    return any(_is_within(path, system) for system in _SYSTEM)


def _separators() -> str:
    return "\\/" if _IS_WINDOWS else "/"


def _is_bad_on_windows(written: str) -> bool:
    """Whether it is a device, a drive without a folder, or a second stream of a file."""
    rest = _DRIVE.sub("", written, count=1)
    if rest != written and rest[:1] not in {"\\", "/"}:
        return True
    return ":" in rest or any(_RESERVED.fullmatch(part) for part in re.split(r"[\\/]", rest))


def _is_within(path: Path, folder: Path) -> bool:
    inside, around = os.path.normcase(path), os.path.normcase(folder)
    return inside == around or inside.startswith(around.rstrip(os.sep) + os.sep)


def _nowhere(written: str, doubt: Doubt) -> Place:
    path = Path(written.replace("\0", "�"))
    return Place(path, path, frozenset({doubt}))
