"""Opens a file that somebody else named, without waiting and without being led elsewhere."""

import os
import stat
from io import FileIO
from pathlib import Path

from desktop.domain.creation import Stamp

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
"""Windows has only the last of them, and no links that a plain account may make."""


class NotRegular(OSError):
    """A device, a pipe, a socket or a folder: nothing that has an end."""


class FileChanged(OSError):
    """It is not the file that was looked at before, or not in the same state."""


def open_regular(path: Path, stamp: Stamp | None = None) -> FileIO:
    """Open a file for reading, unbuffered. Blocks.

    It is looked at before it is opened, because opening alone can start a tape,
    and once more when it is open, because it may have been exchanged between.
    The last part of the path must not be a link.

    Raises:
        NotRegular: it is no plain file.
        FileChanged: it does not bear this stamp.
        OSError: it cannot be opened.
    """
    _demand_regular(os.lstat(path), path)
    descriptor = os.open(path, _FLAGS)
    try:
        status = os.fstat(descriptor)
        _demand_regular(status, path)
        if stamp is not None and Stamp.of(status) != stamp:
            raise FileChanged(f"{path.name!r} changed")
        return FileIO(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def _demand_regular(status: os.stat_result, path: Path) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotRegular(f"{path.name!r} is no file")
