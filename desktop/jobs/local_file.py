"""A file of this computer that is to be sent, in the state in which it was looked at."""

import os
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import Self

from desktop.domain.creation import ModelFile, Stamp
from desktop.storage.regular import FileChanged, open_regular


@dataclass(frozen=True, slots=True)
class FileMark:
    """Which file, and what tells it from any other and from its former self."""

    path: Path
    stamp: Stamp

    @classmethod
    def of(cls, file: ModelFile) -> Self:
        """Look whether a file of a model is still the one that a person agreed to. Blocks.

        Raises:
            FileChanged, NotRegular: it is not.
            OSError: it is gone, or may not be read.
        """
        with open_regular(file.path, file.stamp) as opened:
            stamp = Stamp.of(os.fstat(opened.fileno()))
        if stamp.size != file.size:
            raise FileChanged(file.path.name)
        return cls(file.path, stamp)

    @property
    def size(self) -> int:
        """Bytes."""
        return self.stamp.size

    def open(self) -> FileIO:
        """Open the file for reading, unbuffered. Blocks; raises as `of` does."""
        return open_regular(self.path, self.stamp)

    def check(self, file: FileIO) -> None:
        """Make sure that nobody has written to the open file since. Blocks.

        Raises:
            FileChanged: somebody has.
        """
        if Stamp.of(os.fstat(file.fileno())) != self.stamp:
            raise FileChanged(self.path.name)
