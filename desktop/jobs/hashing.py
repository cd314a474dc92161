"""The digest of a file that is to be sent, worked out beside everything else."""

import hashlib
import threading
from collections.abc import Callable
from pathlib import Path

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
    sha = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            if stop.is_set():
                raise Stopped(path.name)
            sha.update(piece)
            if on_progress is not None:
                on_progress(file.tell())
    return f"sha256:{sha.hexdigest()}"


class Hasher:
    """Hashes two files at a time on threads of its own, which end with it."""

    def __init__(self) -> None:
        self._pool = Pool("hashing", 2)

    async def digest(self, path: Path) -> str:
        """Return the digest of a file; cancelling the caller stops the reading.

        Raises:
            Stopped: the hasher was closed.
            OSError: the file cannot be read.
        """
        return await self._pool.run(digest_of, path)

    def close(self) -> None:
        """Stop reading at the next megabyte."""
        self._pool.close()
