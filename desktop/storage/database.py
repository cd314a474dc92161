"""A database with one thread of its own: the only one that reads and writes it."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop.runtime.threads import Stopped, Worker
from desktop.storage.database_file import OpenFile, Schema, open_file
from desktop.storage.recovery import Damage
from desktop.storage.storage_failed import StorageFailed, StorageProblem, failures

__all__ = ["Database", "StorageFailed", "StorageProblem"]

T = TypeVar("T")

FLUSH = 0.6
"""Seconds that closing waits for what was asked for before; the rest is not done."""
FAREWELL = 0.3
"""Seconds that closing then waits for the thread."""


class Database:
    """An open database. Whatever goes wrong is a StorageFailed, and has changed nothing.

    `damage` says that a damaged file was set aside, `problem` why this one
    can only be read. Use `Database.open`, and `close` in any case.
    """

    def __init__(self, path: Path | None, schema: Schema) -> None:
        self.damage: Damage | None = None
        self.problem: StorageFailed | None = None
        self._path = path
        self._schema = schema
        self._worker = Worker("conversations" if path is None else path.stem)
        self._file: OpenFile | None = None
        self._is_given_up = False

    @classmethod
    async def open(cls, path: Path | None, schema: Schema) -> "Database":
        """Open or make the file; None keeps everything in memory.

        Raises:
            StorageFailed: it can neither be made nor read.
        """
        database = cls(path, schema)
        try:
            await database._worker.run(database._open)
        except BaseException:
            database._worker.post(database._shut)
            database._worker.close(FAREWELL)
            raise
        return database

    async def run(
        self, function: Callable[[sqlite3.Connection], T], *, is_durable: bool = True
    ) -> T:
        """Run a function in one transaction and return once that is on the disk.

        Not `is_durable` leaves it to the system to write it there soon: it
        outlives the program, and a power failure may take it back.
        """
        if self.problem is not None:
            await self._call(self._reopen)
        return await self._call(lambda: self._write(function, is_durable))

    async def read(self, function: Callable[[sqlite3.Connection], T]) -> T:
        """Run a function that only reads; all it reads is of one moment."""
        return await self._call(lambda: self._transact("BEGIN", function))

    async def close(self) -> None:
        """Finish what was asked for and close the file: within a second, whatever is waiting."""
        try:
            async with asyncio.timeout(FLUSH):
                await self._worker.run(self._shut)
        except (TimeoutError, Stopped):
            self._is_given_up = True
            if self._file is not None:
                with contextlib.suppress(sqlite3.Error):
                    self._file.connection.interrupt()
        finally:
            self._worker.close(FAREWELL)

    async def _call(self, function: Callable[[], T]) -> T:
        try:
            return await self._worker.run(function)
        except Stopped as stopped:
            raise StorageFailed(StorageProblem.OTHER, "closed") from stopped

    def _open(self) -> None:
        self._file = open_file(self._path, self._schema)
        self.damage, self.problem = self._file.damage, self._file.problem

    def _reopen(self) -> None:
        """Try again what failed when the file was opened: there may be room by now."""
        if self.problem is None or self.problem.problem is StorageProblem.NEWER:
            return
        file = open_file(self._path, self._schema)
        self._shut()
        self._file, self.problem = file, file.problem

    def _shut(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            with contextlib.suppress(sqlite3.Error):
                file.connection.close()

    def _write(self, function: Callable[[sqlite3.Connection], T], is_durable: bool) -> T:
        if self.problem is not None:
            raise self.problem
        if is_durable:
            return self._transact("BEGIN IMMEDIATE", function)
        connection = self._connection()
        with failures():
            connection.execute("PRAGMA synchronous = NORMAL")
            try:
                return self._transact("BEGIN IMMEDIATE", function)
            finally:
                connection.execute("PRAGMA synchronous = FULL")

    def _transact(self, begin: str, function: Callable[[sqlite3.Connection], T]) -> T:
        connection = self._connection()
        with failures():
            connection.execute(begin)
            try:
                result = function(connection)
                connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    connection.rollback()
                raise
        return result

    def _connection(self) -> sqlite3.Connection:
        if self._file is None or self._is_given_up:
            raise StorageFailed(StorageProblem.OTHER, "closed")
        return self._file.connection
