"""Where a program that is started a second time finds the first one."""

import getpass
import hashlib
import os
import stat
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.storage.paths import APP, Paths


@dataclass(frozen=True, slots=True)
class Meeting:
    """A socket's name, and the file that the first program holds locked while it runs."""

    name: str
    lock: Path


class Place:
    """The place of the first program: a lock that the system gives back however a program ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    def take(self) -> bool:
        """Take it; False where another program has it.

        Raises:
            OSError: it cannot be locked at all.
        """
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
        file = os.open(self._path, flags, 0o600)
        try:
            _lock(file)
        except (BlockingIOError, PermissionError):
            os.close(file)
            return False
        except OSError:
            os.close(file)
            raise
        self._file = file
        os.utime(self._path)
        return True

    @property
    def age(self) -> float:
        """Seconds since it was taken, by whoever has it now; 0 where nobody has."""
        try:
            return max(0.0, time.time() - self._path.stat().st_mtime)
        except OSError:
            return 0.0

    def leave(self) -> None:
        """Give it up; the file stays, since another program may just be opening it."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _lock(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class NoMeeting(Exception):
    """There is no folder that belongs to this person alone; every start is the first one."""


def find_meeting(paths: Paths, environ: Mapping[str, str], platform: str = sys.platform) -> Meeting:
    """Return where programs of this person with these settings meet.

    A socket lies in the runtime folder, or in one of this person's own in the
    folder for temporary files; Windows has names of pipes instead.

    Raises:
        NoMeeting: there is no such folder.
    """
    what = hashlib.sha256(f"{getpass.getuser()}\n{paths.settings_file}".encode()).hexdigest()[:16]
    try:
        if platform == "win32":
            folder = paths.data
            folder.mkdir(parents=True, exist_ok=True)
            return Meeting(f"{APP}-{what}", folder / "running.lock")
        folder = _own_folder(environ)
    except (OSError, KeyError) as error:
        raise NoMeeting(str(error)) from error
    return Meeting(str(folder / f"{APP}-{what}"), folder / f"{APP}-{what}.lock")


def _own_folder(environ: Mapping[str, str]) -> Path:
    runtime = Path(environ.get("XDG_RUNTIME_DIR", ""))
    if runtime.is_absolute() and _is_ours(runtime):
        return runtime
    folder = Path(tempfile.gettempdir()) / f"{APP}-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if not _is_ours(folder):
        raise NoMeeting(f"{folder} is not only ours")
    return folder


def _is_ours(folder: Path) -> bool:
    """Whether it is a folder, not a link to one, that nobody else may look into."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    is_private = found.st_mode & (stat.S_IRWXG | stat.S_IRWXO) == 0
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and is_private
