"""The folder of blobs, opened so that files are removed from it and from no other place."""

import os
import stat
from enum import Enum, auto
from pathlib import Path

_BY_FOLDER = os.unlink in os.supports_dir_fd and os.stat in os.supports_dir_fd


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


class BlobsFolder:
    """Held open while it is used: what is put in the place of its name cannot mislead.

    Entering it raises NotRemovable where nothing may be removed.
    """

    def __init__(self, models: Path) -> None:
        self._path = models / "blobs"
        self._number: int | None = None

    def __enter__(self) -> "BlobsFolder":
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


def _refuse(status: os.stat_result, folder: BlobsFolder | None = None) -> None:
    reason = None
    if not stat.S_ISDIR(status.st_mode):
        reason = Refused.A_LINK
    elif hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        reason = Refused.NOT_OWN
    if reason is not None:
        if folder is not None:
            folder.close()
        raise NotRemovable(reason)
