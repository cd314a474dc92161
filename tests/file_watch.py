"""Tells which files of a folder are opened, by any process: the kernel says it, not Python."""

import ctypes
import os
import struct
from pathlib import Path
from types import TracebackType

_OPENED = 0x20
_READ = 0x1
_NONBLOCKING = os.O_NONBLOCK | os.O_CLOEXEC
_HEAD = struct.Struct("iIII")


class FileWatch:
    """Watches a folder with inotify; Python's audit hooks do not see what Qt opens."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._handle = -1

    def __enter__(self) -> "FileWatch":
        self._handle = self._libc.inotify_init1(_NONBLOCKING)
        watch = self._libc.inotify_add_watch(
            self._handle, os.fsencode(self._folder), _OPENED | _READ
        )
        if self._handle < 0 or watch < 0:
            raise OSError(ctypes.get_errno(), "inotify")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._handle)

    def opened(self) -> set[str]:
        """Return the names of the files that were opened since the last call."""
        names: set[str] = set()
        while True:
            try:
                events = os.read(self._handle, 65536)
            except BlockingIOError:
                return names
            at = 0
            while at < len(events):
                *_, length = _HEAD.unpack_from(events, at)
                name = events[at + _HEAD.size : at + _HEAD.size + length].rstrip(b"\0")
                names.add(os.fsdecode(name))
                at += _HEAD.size + length
