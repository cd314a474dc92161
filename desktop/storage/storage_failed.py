"""Why something could not be kept or read, in the few kinds that a person can act on."""

import contextlib
import errno
import sqlite3
from collections.abc import Generator
from enum import Enum, auto


class StorageProblem(Enum):
    """What stands in the way."""

    FULL = auto()
    """No room on the disk."""
    READ_ONLY = auto()
    """The file or its folder cannot be written."""
    DAMAGED = auto()
    NEWER = auto()
    """A newer version of this program wrote it: it can be read and not written."""
    LOCKED = auto()
    """Another program is writing into it."""
    OTHER = auto()


class StorageFailed(Exception):
    """Nothing was changed. The text is the system's or SQLite's own, without any content."""

    def __init__(self, problem: StorageProblem, reason: str = "") -> None:
        super().__init__(reason or problem.name.lower())
        self.problem = problem


_PROBLEMS = {
    sqlite3.SQLITE_FULL: StorageProblem.FULL,
    sqlite3.SQLITE_READONLY: StorageProblem.READ_ONLY,
    sqlite3.SQLITE_PERM: StorageProblem.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: StorageProblem.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: StorageProblem.DAMAGED,
    sqlite3.SQLITE_NOTADB: StorageProblem.DAMAGED,
    sqlite3.SQLITE_BUSY: StorageProblem.LOCKED,
    sqlite3.SQLITE_LOCKED: StorageProblem.LOCKED,
    sqlite3.SQLITE_PROTOCOL: StorageProblem.LOCKED,
}
_EXTENDED = {sqlite3.SQLITE_IOERR_SHMSIZE: StorageProblem.FULL}
"""A full disk shows so where the first write since the start would make the shared index."""
_ERRNOS = {
    errno.ENOSPC: StorageProblem.FULL,
    errno.EDQUOT: StorageProblem.FULL,
    errno.EACCES: StorageProblem.READ_ONLY,
    errno.EPERM: StorageProblem.READ_ONLY,
    errno.EROFS: StorageProblem.READ_ONLY,
}


@contextlib.contextmanager
def failures() -> Generator[None]:
    """Turn what SQLite and the system raise into StorageFailed."""
    try:
        yield
    except sqlite3.Error as error:
        raise StorageFailed(_problem(error), str(error)) from error
    except OSError as error:
        problem = _ERRNOS.get(error.errno or 0, StorageProblem.OTHER)
        raise StorageFailed(problem, error.strerror or "") from error


def _problem(error: sqlite3.Error) -> StorageProblem:
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return _EXTENDED.get(code) or _PROBLEMS.get(code & 0xFF, StorageProblem.OTHER)
