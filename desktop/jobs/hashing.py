"""The digest of a file that is to be sent, worked out beside everything else."""

import hashlib
import threading
from collections.abc import Callable
from io import FileIO
from pathlib import Path

from desktop.jobs.local_file import FileMark
from desktop.runtime.threads import Pool, Stopped

PIECE = 1024 * 1024
"""Bytes between two looks at the stop flag: some milliseconds on any disk."""


def digest_of(
    stop: threading.Event, path: Path, on_progress: Callable[[int], None] | None = None
) -> str:
    """Return the digest of a file as Ollama writes it, `sha256:` and 64 hex digits. Blocks.

    `on_progress` is called on the calling thread with the bytes read so far.

    Raises:
        Stopped: the flag was set before the end was reached.
        OSError: the file cannot be read.
    """
    with FileIO(path) as file:
        return _digest(stop, file, on_progress)


def digest_of_same(
    stop: threading.Event, mark: FileMark, on_progress: Callable[[int], None]
) -> str:
    """Do as `digest_of` does with a file that was looked at before.

    Raises:
        FileChanged: it is another file now, or was written to meanwhile.
    """
    with mark.open() as file:
        digest = _digest(stop, file, on_progress)
        mark.check(file)
    return digest


def _digest(stop: threading.Event, file: FileIO, on_progress: Callable[[int], None] | None) -> str:
    sha, size = hashlib.sha256(), 0
    while piece := file.read(PIECE):
        if stop.is_set():
            raise Stopped(str(file.name))
        sha.update(piece)
        size += len(piece)
        if on_progress is not None:
            on_progress(size)
    return f"sha256:{sha.hexdigest()}"


class Hasher:
    """Hashes two files at a time on threads of its own, which end with it.

    Cancelling whoever waits stops the reading.
    """

    def __init__(self) -> None:
        self._pool = Pool("hashing", 2)

    async def digest(self, path: Path) -> str:
        """Return the digest of a file.

        Raises:
            Stopped: the hasher was closed.
            OSError: the file cannot be read.
        """
        return await self._pool.run(digest_of, path)

    async def digest_of_same(self, mark: FileMark, on_progress: Callable[[int], None]) -> str:
        """Return the digest of a file that was looked at; `on_progress` is called on a thread.

        Raises:
            FileChanged: it is another file now, or was written to meanwhile.
        """
        return await self._pool.run(digest_of_same, mark, on_progress)

    def close(self) -> None:
        """Stop reading at the next megabyte."""
        self._pool.close()
