"""How much of the disk a folder takes, as far as it can be told in a moment."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from desktop.runtime.threads import abandonable

_ENOUGH = 200_000
"""Files that are looked at; a models folder has some hundred."""


@dataclass(frozen=True, slots=True)
class FolderSize:
    """Bytes on the disk, not what files claim: a download that is under way claims all of it.

    `is_whole` is false where looking was ended early, or something could not be looked at.
    """

    bytes: int
    files: int
    is_whole: bool


async def folder_size(folder: Path, seconds: float = 5.0) -> FolderSize | None:
    """Look at a folder in a thread; None if it cannot be looked at. Links are not followed."""
    return await abandonable(measure, folder, seconds)


def measure(folder: Path, seconds: float) -> FolderSize | None:
    """Do what `folder_size` does. Blocks."""
    until, total, files, is_whole = time.monotonic() + seconds, 0, 0, True
    waiting = [str(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    files += 1
                    if files > _ENOUGH or time.monotonic() > until:
                        return FolderSize(total, files - 1, is_whole=False)
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                        files -= 1
                    else:
                        total += _taken(entry.stat(follow_symlinks=False))
        except OSError:
            if not files and not waiting and not total:
                return None
            is_whole = False
    return FolderSize(total, files, is_whole)


def _taken(stat: os.stat_result) -> int:
    blocks = getattr(stat, "st_blocks", None)
    return stat.st_size if blocks is None else blocks * 512
