"""Taking damaged blobs out of the way, so that pulling brings them anew.

A pull takes any file that has a blob's name for that blob and does not read it, so that a
damaged one would stay for ever.
"""

import stat
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.system.blob_check import BAD, CheckedBlob, Verdict, check_blob
from desktop.system.blob_removal import FRESH, Kept, Removal
from desktop.system.blobs_folder import BlobsFolder
from desktop.system.manifests import BLOB


@dataclass(frozen=True, slots=True)
class Mending:
    """What became of the files, and the models that can be pulled now.

    Those are left out of which a damaged file stays: pulling would not mend them.
    """

    removal: Removal
    models: tuple[str, ...]


def remove_damaged(
    stop: threading.Event,
    models: Path,
    damaged: Iterable[CheckedBlob],
    is_busy: Callable[[], bool],
    now: Callable[[], float] = time.time,
) -> Mending:
    """Remove the very files that a check found damaged; for a `Pool`. Blocks.

    Each is read once more: what a disk or its memory gave back wrongly once may be sound. A file
    that was replaced since the check stays, and so does one that was written within the last
    hour: another program's pull may be about to look at it. `is_busy` is asked before each file.

    Raises:
        NotRemovable: the folder is a link, or another user's.
        Stopped: `stop` was set while a file was read.
    """
    removed: list[str] = []
    kept: list[tuple[str, Kept]] = []
    good, bad = set[str](), set[str]()
    freed = 0
    with BlobsFolder(models) as folder:
        for each in damaged:
            verdict = _read_again(stop, models, each)
            was_there, why = _take_away(stop, folder, replace(each, verdict=verdict), is_busy, now)
            if why is not None:
                kept.append((each.blob, why))
            elif was_there and each.file is not None:
                removed.append(each.blob)
                freed += each.file.taken
            (good if why is None else bad).update(each.models)
    return Mending(Removal(tuple(removed), freed, tuple(kept)), tuple(sorted(good - bad)))


def _read_again(stop: threading.Event, models: Path, checked: CheckedBlob) -> Verdict:
    if checked.file is None or checked.verdict not in BAD or not BLOB.fullmatch(checked.blob):
        return checked.verdict
    return check_blob(stop, models / "blobs" / checked.blob, lambda _: None)[0]


def _take_away(
    stop: threading.Event,
    folder: BlobsFolder,
    checked: CheckedBlob,
    is_busy: Callable[[], bool],
    now: Callable[[], float],
) -> tuple[bool, Kept | None]:
    """Remove one file; returns whether there was one, and why it stays, if it does."""
    if stop.is_set():
        return True, Kept.STOPPED
    if is_busy():
        return True, Kept.BUSY
    if not BLOB.fullmatch(checked.blob):
        return True, Kept.NOT_A_BLOB
    if checked.verdict is Verdict.SOUND:
        return True, Kept.SOUND
    try:
        status = folder.status(checked.blob)
        file = checked.file
        stamp = None if file is None else (file.inode, file.changed)
        is_same = stamp == (status.st_ino, status.st_mtime) and stat.S_ISREG(status.st_mode)
        if not is_same or checked.verdict not in BAD:
            return True, Kept.CHANGED
        if now() - status.st_mtime < FRESH:
            return True, Kept.FRESH
        folder.unlink(checked.blob)
    except FileNotFoundError:
        return False, None
    except OSError:
        return True, Kept.FAILED
    return True, None
