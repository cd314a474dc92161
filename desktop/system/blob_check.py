"""Checking the files of this computer's models: is each what its name says that it is."""

import asyncio
import contextlib
import hashlib
import os
import stat
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from io import FileIO
from pathlib import Path

from desktop.runtime.threads import Pool, Stopped
from desktop.system.blobs import BlobFile, blob_file
from desktop.system.manifests import BLOB, Manifests, read_manifests

_PIECE = 1024 * 1024
"""Bytes between two looks at the stop flag: some milliseconds on any disk."""
_OFTEN = 0.1
"""Seconds between two reports."""


class Verdict(Enum):
    """What was found of a blob."""

    SOUND = auto()
    DAMAGED = auto()
    UNREADABLE = auto()
    """The disk does not give it back."""
    NOT_ALLOWED = auto()
    """This user may not read it: nothing is known of it either."""
    CHANGED = auto()
    """It was written to or removed meanwhile: nothing is known of it."""
    MISSING = auto()
    """A model names it, and there is no such file."""


BAD = frozenset({Verdict.DAMAGED, Verdict.UNREADABLE, Verdict.MISSING})


@dataclass(frozen=True, slots=True)
class CheckedBlob:
    """A blob that was checked; `models` are those that name it, and that pulling would mend.

    `file` says which file exactly it was; None where there is none.
    """

    blob: str
    size: int
    verdict: Verdict
    models: tuple[str, ...] = ()
    file: BlobFile | None = field(default=None, compare=False)

    @property
    def is_sound(self) -> bool:
        return self.verdict is Verdict.SOUND


@dataclass(frozen=True, slots=True)
class CheckProgress:
    """How far a check is, in bytes and files, and what was found that is not sound."""

    done: int
    total: int
    files: int
    all_files: int
    bad: tuple[CheckedBlob, ...] = ()


async def check_blobs(
    pool: Pool, models: Path, on_progress: Callable[[CheckProgress], None]
) -> tuple[CheckedBlob, ...]:
    """Read every blob on a thread of the pool and compare its SHA-256 with its name.

    `on_progress` is called on the loop, some ten times a second. Cancelling ends the reading.

    Raises:
        OSError: the folder cannot be listed.
        Stopped: the pool was closed.
    """
    loop, is_over = asyncio.get_running_loop(), threading.Event()

    def tell(progress: CheckProgress) -> None:
        with contextlib.suppress(RuntimeError):  # The loop closed first: nobody waits any more.
            loop.call_soon_threadsafe(lambda: is_over.is_set() or on_progress(progress))

    try:
        return await pool.run(_check_all, models, tell)
    finally:
        is_over.set()


def damaged_models(checked: Sequence[CheckedBlob]) -> tuple[str, ...]:
    """Return the models that are to be pulled again."""
    bad = (each for each in checked if each.verdict in BAD)
    return tuple(sorted({model for each in bad for model in each.models}))


class _Counting:
    """Adds up what was read, and reports now and then."""

    def __init__(self, total: int, files: int, tell: Callable[[CheckProgress], None]) -> None:
        self._progress = CheckProgress(0, total, 0, files)
        self._tell = tell
        self._told = 0.0

    def read(self, bytes_: int) -> None:
        old = self._progress
        self._put(CheckProgress(old.done + bytes_, old.total, old.files, old.all_files, old.bad))

    def file(self, checked: CheckedBlob) -> None:
        old = self._progress
        bad = old.bad if checked.is_sound else (*old.bad, checked)
        self._put(replace(old, files=old.files + 1, bad=bad))

    def _put(self, progress: CheckProgress) -> None:
        self._progress = progress
        is_last = progress.files == progress.all_files
        if is_last or time.monotonic() - self._told > _OFTEN:
            self._told = time.monotonic()
            self._tell(progress)


def _check_all(
    stop: threading.Event, models: Path, tell: Callable[[CheckProgress], None]
) -> tuple[CheckedBlob, ...]:
    sizes = dict(sorted(_blobs(models / "blobs"), key=lambda each: each[1]))
    manifests = read_manifests(models)
    counting = _Counting(sum(sizes.values()), len(sizes), tell)
    checked: list[CheckedBlob] = []
    for blob, size in sizes.items():
        verdict, file = check_blob(stop, models / "blobs" / blob, counting.read)
        checked.append(CheckedBlob(blob, size, verdict, manifests.models.get(blob, ()), file))
        counting.file(checked[-1])
    return (*checked, *_missing(models / "blobs", manifests, sizes))


def _missing(folder: Path, manifests: Manifests, sizes: Mapping[str, int]) -> list[CheckedBlob]:
    """Return what models name and is not there: such a model is listed, and cannot be used."""
    return [
        CheckedBlob(blob, 0, Verdict.MISSING, names)
        for blob, names in sorted(manifests.models.items())
        if blob not in sizes and not os.path.lexists(folder / blob) and folder.is_dir()
    ]


def _blobs(folder: Path) -> Iterator[tuple[str, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if BLOB.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    yield entry.name, entry.stat(follow_symlinks=False).st_size


def check_blob(
    stop: threading.Event, path: Path, on_read: Callable[[int], None]
) -> tuple[Verdict, BlobFile | None]:
    """Compare one blob with its name, and say which file exactly that was. Blocks.

    Raises:
        Stopped: `stop` was set meanwhile.
    """
    try:
        before = os.lstat(path)
    except OSError:
        return Verdict.CHANGED, None
    return _compare(stop, path, before, on_read), blob_file(path.name, before)


def _compare(
    stop: threading.Event, path: Path, seen: os.stat_result, on_read: Callable[[int], None]
) -> Verdict:
    try:
        with FileIO(path, opener=_open_no_link) as file:
            before = os.fstat(file.fileno())
            if before.st_ino != seen.st_ino:
                return Verdict.CHANGED
            if not stat.S_ISREG(before.st_mode):
                return Verdict.UNREADABLE
            digest = _digest(stop, file, on_read)
            after = os.fstat(file.fileno())
    except FileNotFoundError:
        return Verdict.CHANGED
    except PermissionError:
        return Verdict.NOT_ALLOWED
    except OSError:
        return Verdict.UNREADABLE
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        return Verdict.CHANGED
    return Verdict.SOUND if path.name == f"sha256-{digest}" else Verdict.DAMAGED


def _digest(stop: threading.Event, file: FileIO, on_read: Callable[[int], None]) -> str:
    sha = hashlib.sha256()
    while piece := file.read(_PIECE):
        if stop.is_set():
            raise Stopped("checking blobs")
        sha.update(piece)
        on_read(len(piece))
    return sha.hexdigest()


def _open_no_link(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0))
