"""Replacing a file so that at every moment either the old or the new one is there, whole."""

import contextlib
import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes, prefix: str = ".paddock-") -> None:
    """Replace a file in one step, readable by its owner alone; its folder has to be there. Blocks.

    Raises:
        OSError: the disk is full or the folder cannot be written; the old file stands.
    """
    number, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
