"""Removing what is left over, with everything looked at once more just before each file goes."""

import os
import stat
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from desktop.system.blobs import BlobFile, Kind, Leftover, download_of
from desktop.system.manifests import BLOB, read_manifests

FRESH = 3600.0
"""Seconds in which a file counts as in use; the server itself waits as long (fact 36)."""
_BY_FOLDER = os.unlink in os.supports_dir_fd and os.stat in os.supports_dir_fd


class Kept(Enum):
    """Why a file was left where it is."""

    BUSY = auto()
    """Something is pulled or created at the moment."""
    FRESH = auto()
    NAMED = auto()
    MANIFEST_UNREADABLE = auto()
    CHANGED = auto()
    """It is another file than the one that was shown, or none any more."""
    NOT_A_BLOB = auto()
    FAILED = auto()
    STOPPED = auto()


class Refused(Enum):
    """Why nothing is removed from a folder at all."""

    NO_FOLDER = auto()
    A_LINK = auto()
    """The folder of blobs is a link: what is behind it may be anybody's."""
    NOT_OWN = auto()


class NotRemovable(Exception):
    """Nothing of this folder is removed."""

    def __init__(self, reason: Refused) -> None:
        super().__init__(reason.name)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Removal:
    """What became of each file: the bytes of the disk that are free again, and what was kept."""

    removed: tuple[str, ...]
    freed: int
    kept: tuple[tuple[str, Kept], ...]


def remove_leftovers(
    stop: threading.Event,
    models: Path,
    leftovers: Iterable[Leftover],
    is_busy: Callable[[], bool],
    now: Callable[[], float] = time.time,
) -> Removal:
    """Remove files that were found before; for a `Pool`. Blocks.

    `is_busy` says whether something is pulled or created on this computer's server; it is
    asked before each file, on this thread. What other programs pull shows in how fresh files are.

    Raises:
        NotRemovable: the folder is a link, or another user's.
    """
    removed: list[str] = []
    kept: list[tuple[str, Kept]] = []
    freed = 0
    with _Folder(models) as folder:
        remover = _Remover(models, folder, is_busy, now)
        for leftover in leftovers:
            for file in leftover.files:
                why = Kept.STOPPED if stop.is_set() else remover.remove(leftover, file)
                if why is None:
                    removed.append(file.name)
                    freed += file.taken
                else:
                    kept.append((file.name, why))
    return Removal(tuple(removed), freed, tuple(kept))


class _Folder:
    """The folder of blobs, held open: what is put in the place of its name cannot mislead."""

    def __init__(self, models: Path) -> None:
        self._path = models / "blobs"
        self._number: int | None = None

    def __enter__(self) -> "_Folder":
        for path in (self._path.parent, self._path):
            try:
                status = os.stat(path) if path != self._path else os.lstat(path)
            except OSError as error:
                raise NotRemovable(Refused.NO_FOLDER) from error
            _refuse(status)
        if _BY_FOLDER:
            flags = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
            try:
                self._number = os.open(self._path, flags)
            except OSError as error:
                raise NotRemovable(Refused.A_LINK) from error
            _refuse(os.fstat(self._number), self)
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._number is not None:
            os.close(self._number)
            self._number = None

    def names(self) -> list[str]:
        return os.listdir(self._path if self._number is None else self._number)

    def status(self, name: str) -> os.stat_result:
        if self._number is None:
            return os.lstat(self._path / name)
        return os.stat(name, dir_fd=self._number, follow_symlinks=False)

    def unlink(self, name: str) -> None:
        if self._number is None:
            os.unlink(self._path / name)
        else:
            os.unlink(name, dir_fd=self._number)


def _refuse(status: os.stat_result, folder: _Folder | None = None) -> None:
    reason = None
    if not stat.S_ISDIR(status.st_mode):
        reason = Refused.A_LINK
    elif hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        reason = Refused.NOT_OWN
    if reason is not None:
        if folder is not None:
            folder.close()
        raise NotRemovable(reason)


@dataclass(frozen=True, slots=True)
class _Remover:
    models: Path
    folder: _Folder
    is_busy: Callable[[], bool]
    now: Callable[[], float]

    def remove(self, leftover: Leftover, file: BlobFile) -> Kept | None:
        """Remove one file; why not, if not. Manifests are read last: they are what may change."""
        if self.is_busy():
            return Kept.BUSY
        if not _is_of(leftover, file.name):
            return Kept.NOT_A_BLOB
        try:
            why = self._status(file) or self._freshness(leftover) or self._naming(leftover)
            if why is None:
                self.folder.unlink(file.name)
        except OSError:
            return Kept.FAILED
        return why

    def _status(self, file: BlobFile) -> Kept | None:
        try:
            status = self.folder.status(file.name)
        except FileNotFoundError:
            return Kept.CHANGED
        same = (status.st_ino, status.st_mtime) == (file.inode, file.changed)
        return None if same and stat.S_ISREG(status.st_mode) else Kept.CHANGED

    def _freshness(self, leftover: Leftover) -> Kept | None:
        """A download is as fresh as its freshest piece, also one that was not there before."""
        for name in self.folder.names():
            if name == leftover.blob or download_of(name) == leftover.blob:
                try:
                    age = self.now() - self.folder.status(name).st_mtime
                except FileNotFoundError:
                    continue
                if age < FRESH:
                    return Kept.FRESH
        return None

    def _naming(self, leftover: Leftover) -> Kept | None:
        if leftover.kind is Kind.PARTIAL:
            return None
        manifests = read_manifests(self.models)
        if manifests.unreadable:
            return Kept.MANIFEST_UNREADABLE
        return Kept.NAMED if manifests.names(leftover.blob) else None


def _is_of(leftover: Leftover, name: str) -> bool:
    if leftover.kind is Kind.PARTIAL:
        return download_of(name) == leftover.blob
    return name == leftover.blob and BLOB.fullmatch(name) is not None
