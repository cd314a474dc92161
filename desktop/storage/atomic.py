"""Writing a file of the program's own so that it outlasts a power cut, whole."""

import contextlib
import os
import time
from pathlib import Path

from desktop.runtime.whole_file import write_whole

STALE = 60.0
"""Seconds after which a temporary file has surely lost its writer."""


def write_atomic(path: Path, data: bytes) -> None:
    """Replace a file in one step, readable by its owner alone.

    Raises:
        OSError: the disk is full or the folder cannot be written; the old file stands.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole(path, data, _prefix(path))
    _sync_folder(path.parent)


def sweep(path: Path) -> None:
    """Remove temporary files that a killed program left beside this file."""
    with contextlib.suppress(OSError):
        for stray in path.parent.glob(f"{_prefix(path)}*.tmp"):
            with contextlib.suppress(OSError):
                if time.time() - stray.stat().st_mtime > STALE:
                    stray.unlink()


def _prefix(path: Path) -> str:
    return f".{path.name}-"


def _sync_folder(folder: Path) -> None:
    """Make the new name durable too, where the system can (Windows cannot open a folder)."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
