"""Digests of files, each worked out once however many jobs want it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from desktop.jobs.hashing import Hasher
from desktop.jobs.local_file import FileMark
from desktop.runtime.supervisor import Supervisor

TELL_EVERY = 0.1
"""Seconds between two tellings of how far the reading is."""


@dataclass(slots=True)
class _Reading:
    """A file that is being hashed: bytes read so far, and how many jobs wait for it."""

    completed: int = 0
    waiting: int = 0
    task: "asyncio.Task[str | OSError] | None" = None

    def tell(self, completed: int) -> None:
        """Note how far it is. Called on the thread that reads."""
        self.completed = completed


class Digests:
    """Knows the digest of every file that was hashed in this run, as long as it stays the same.

    Ten jobs that send one file to ten hosts wait for one reading, which ends
    when the last of them was cancelled.
    """

    def __init__(self, hasher: Hasher, tasks: Supervisor) -> None:
        self._hasher = hasher
        self._tasks = tasks
        self._known: dict[FileMark, str] = {}
        self._readings: dict[FileMark, _Reading] = {}

    async def digest(self, mark: FileMark, on_progress: Callable[[int], None]) -> str:
        """Return a file's digest; `on_progress` hears the bytes read so far.

        Raises:
            FileChanged: it is another file now, or was written to meanwhile.
            OSError: it cannot be read.
        """
        if mark in self._known:
            on_progress(mark.size)
            return self._known[mark]
        found = await self._wait(self._readings.setdefault(mark, _Reading()), mark, on_progress)
        if isinstance(found, OSError):
            raise found
        return found

    def forget(self, mark: FileMark) -> None:
        """Have a file hashed anew next time: the host says that its bytes are others."""
        self._known.pop(mark, None)

    async def _wait(
        self, reading: _Reading, mark: FileMark, on_progress: Callable[[int], None]
    ) -> str | OSError:
        task = reading.task
        if task is None:
            task = self._tasks.start(self._read(reading, mark), name=f"hash {mark.path.name}")
            reading.task = task
        reading.waiting += 1
        try:
            while not task.done():
                await asyncio.wait({task}, timeout=TELL_EVERY)
                on_progress(reading.completed)
            return task.result()
        finally:
            reading.waiting -= 1
            if not reading.waiting:
                self._readings.pop(mark, None)
                task.cancel()

    async def _read(self, reading: _Reading, mark: FileMark) -> str | OSError:
        """Read the file; what goes wrong is a result, as everyone who waits is told."""
        try:
            digest = await self._hasher.digest_of_same(mark, reading.tell)
        except OSError as error:
            return error
        self._known[mark] = digest
        return digest
