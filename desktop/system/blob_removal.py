"""Removing what is left over, with everything looked at once more just before each file goes."""

import stat
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from desktop.system.blobs import BlobFile, Kind, Leftover, download_of
from desktop.system.blobs_folder import BlobsFolder
from desktop.system.manifests import BLOB, Manifests, read_manifests

FRESH = 3600.0
"""Seconds in which a file counts as in use; the server itself waits as long (fact 36)."""
_OF_BLOBS = "sha256-"
"""How the names of blobs, downloads and uploads begin."""


class Kept(Enum):
    """Why a file was left where it is."""

    BUSY = auto()
    """Something is pulled or created at the moment."""
    FRESH = auto()
    AWAITED = auto()
    """Another download or upload of the last hour may belong to the same model as this blob."""
    NAMED = auto()
    MANIFEST_UNREADABLE = auto()
    CHANGED = auto()
    """It is another file than the one that was shown, or none any more."""
    SOUND = auto()
    """A file that was found damaged was not when it was read once more."""
    NOT_A_BLOB = auto()
    FAILED = auto()
    STOPPED = auto()


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
    with BlobsFolder(models) as folder:
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


@dataclass(frozen=True, slots=True)
class _Remover:
    models: Path
    folder: BlobsFolder
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
        names = self.folder.names()
        own = (name for name in names if leftover.blob in (name, download_of(name)))
        return Kept.FRESH if any(self._is_fresh(name) for name in own) else None

    def _naming(self, leftover: Leftover) -> Kept | None:
        if leftover.kind is Kind.PARTIAL:
            return None
        manifests = read_manifests(self.models)
        if manifests.unreadable:
            return Kept.MANIFEST_UNREADABLE
        if manifests.names(leftover.blob):
            return Kept.NAMED
        return Kept.AWAITED if self._is_awaited(manifests) else None

    def _is_awaited(self, manifests: Manifests) -> bool:
        """Whether a pull may be under way that another program began.

        Its first blobs are whole hours before the last one is, and only then is there a manifest.
        """
        unnamed = (name for name in self.folder.names() if not manifests.names(name))
        return any(name.startswith(_OF_BLOBS) and self._is_fresh(name) for name in unnamed)

    def _is_fresh(self, name: str) -> bool:
        try:
            return self.now() - self.folder.status(name).st_mtime < FRESH
        except FileNotFoundError:
            return False


def _is_of(leftover: Leftover, name: str) -> bool:
    if leftover.kind is Kind.PARTIAL:
        return download_of(name) == leftover.blob
    return name == leftover.blob and BLOB.fullmatch(name) is not None
