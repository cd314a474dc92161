"""What lies in a folder of models without a use: broken downloads, and blobs of no model."""

import os
import re
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from desktop.system.manifests import BLOB, Manifests, read_manifests

_PARTIAL = re.compile(r"(?P<blob>sha256-[0-9a-f]{64})-partial(?:-\d+)?")


class Kind(Enum):
    """Why something is left over."""

    PARTIAL = auto()
    """A download that was broken off. To pull the model again would go on from it (fact 36)."""
    ORPHAN = auto()
    """A whole blob that no manifest names."""


class Obstacle(Enum):
    """Why nothing can be said of what is left over."""

    NO_FOLDER = auto()
    NOT_ALLOWED = auto()
    """It is another user's, such as the service's, and keeps this one out."""
    MANIFEST_UNREADABLE = auto()
    """One manifest that cannot be read may name any blob."""


@dataclass(frozen=True, slots=True)
class BlobFile:
    """A file in the folder of blobs: its name, bytes on the disk, and which file exactly it is.

    `changed` is in seconds since 1970.
    """

    name: str
    taken: int
    changed: float
    inode: int


@dataclass(frozen=True, slots=True)
class Leftover:
    """A blob, or a download with all of its pieces; `blob` is the name it has or would have."""

    kind: Kind
    blob: str
    files: tuple[BlobFile, ...]

    @property
    def taken(self) -> int:
        """Bytes of the disk: a download claims all of its size from its beginning."""
        return sum(file.taken for file in self.files)

    @property
    def changed(self) -> float:
        return max(file.changed for file in self.files)


@dataclass(frozen=True, slots=True)
class Leftovers:
    """Everything that is left over, the largest first; or what keeps it from being known."""

    found: tuple[Leftover, ...] = ()
    obstacle: Obstacle | None = None
    unreadable: tuple[str, ...] = ()
    blocked: str = ""
    """The outermost folder that keeps this user out, or ""."""

    @property
    def taken(self) -> int:
        return sum(each.taken for each in self.found)


def find_leftovers(models: Path) -> Leftovers:
    """Look through a folder of models. Blocks.

    Downloads are told even where a manifest cannot be read: no manifest names a partial file.
    """
    try:
        files = blob_files(models / "blobs")
    except OSError as error:
        return obstructed(models, error)
    manifests = read_manifests(models)
    found = list(_partials(files))
    if not manifests.unreadable:
        found += _orphans(files, manifests)
    found.sort(key=lambda each: -each.taken)
    obstacle = Obstacle.MANIFEST_UNREADABLE if manifests.unreadable else None
    return Leftovers(tuple(found), obstacle, manifests.unreadable)


def obstructed(models: Path, error: OSError) -> Leftovers:
    """Say why a folder of models cannot be looked at. Blocks for a moment."""
    if not isinstance(error, PermissionError):
        return Leftovers(obstacle=Obstacle.NO_FOLDER)
    way = [*reversed(models.parents), models, models / "blobs"]
    blocked = next((place for place in way if not os.access(place, os.X_OK)), way[-1])
    return Leftovers(obstacle=Obstacle.NOT_ALLOWED, blocked=str(blocked))


def blob_files(folder: Path) -> Mapping[str, BlobFile]:
    """Return the plain files of a folder by name; links, folders and others are left out.

    Raises:
        OSError: it cannot be listed.
    """
    found: dict[str, BlobFile] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            try:
                status = os.stat(entry.path, follow_symlinks=False)
            except OSError:
                continue
            if stat.S_ISREG(status.st_mode):
                found[entry.name] = blob_file(entry.name, status)
    return found


def blob_file(name: str, status: os.stat_result) -> BlobFile:
    """Return a file as it is now."""
    blocks = getattr(status, "st_blocks", None)
    taken = status.st_size if blocks is None else blocks * 512
    return BlobFile(name, taken, status.st_mtime, status.st_ino)


def download_of(name: str) -> str | None:
    """Return the blob that a file is a piece of the download of; None if it is none."""
    match = _PARTIAL.fullmatch(name)
    return match["blob"] if match else None


def _partials(files: Mapping[str, BlobFile]) -> Iterable[Leftover]:
    downloads: dict[str, list[BlobFile]] = {}
    for name in sorted(files):
        if blob := download_of(name):
            downloads.setdefault(blob, []).append(files[name])
    return (Leftover(Kind.PARTIAL, blob, tuple(parts)) for blob, parts in downloads.items())


def _orphans(files: Mapping[str, BlobFile], manifests: Manifests) -> Iterable[Leftover]:
    for name, file in files.items():
        if BLOB.fullmatch(name) and not manifests.names(name):
            yield Leftover(Kind.ORPHAN, name, (file,))
