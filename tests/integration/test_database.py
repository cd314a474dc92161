"""A database file that is new, older, newer, damaged, locked or closing."""

import asyncio
import os
import sqlite3
import stat
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from desktop.storage.database import Database, StorageFailed, StorageProblem
from desktop.storage.database_file import Schema
from desktop.storage.paths import Paths
from tests.clock import own_seconds, until

FIRST = ("CREATE TABLE words (word TEXT NOT NULL)", "INSERT INTO words VALUES ('first')")
ONE = Schema((FIRST,))
TWO = Schema((FIRST, ("ALTER TABLE words ADD COLUMN size INTEGER", "UPDATE words SET size = 1")))
BROKEN = Schema((FIRST, ("INSERT INTO words VALUES ('half')", "no such statement")))


@pytest.fixture
def path(paths: Paths) -> Path:
    return paths.conversations_file


@asynccontextmanager
async def opened(path: Path, schema: Schema = ONE) -> AsyncIterator[Database]:
    database = await Database.open(path, schema)
    try:
        yield database
    finally:
        await database.close()


async def words(database: Database) -> list[str]:
    sql = "SELECT word FROM words ORDER BY rowid"
    return await database.read(lambda connection: [row["word"] for row in connection.execute(sql)])


async def write(database: Database, word: str) -> None:
    sql = "INSERT INTO words (word) VALUES (?)"
    await database.run(lambda connection: connection.execute(sql, (word,)))


async def fill(path: Path, *more: str) -> None:
    async with opened(path) as database:
        for word in more:
            await write(database, word)


def problem(caught: pytest.ExceptionInfo[StorageFailed]) -> StorageProblem:
    return caught.value.problem


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(content)


def raw(path: Path) -> bytes:
    return path.read_bytes()


def files(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


def spoil(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


async def test_what_is_written_is_there_after_closing(path: Path):
    await fill(path, "second")
    async with opened(path) as database:
        assert await words(database) == ["first", "second"]
        assert database.problem is None
        assert database.damage is None
    assert files(path) == [path.name]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no permission bits")
async def test_only_its_owner_can_read_it(path: Path):
    async with opened(path) as database:
        await write(database, "x")
        modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
        assert modes == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


async def test_a_commit_is_on_the_disk_when_it_returns(path: Path):
    def settings(connection: sqlite3.Connection) -> list[object]:
        names = ("synchronous", "journal_mode", "fullfsync", "secure_delete", "foreign_keys")
        return [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    async with opened(path) as database:
        assert await database.run(settings) == [2, "wal", 1, 1, 1]
        sql = "PRAGMA synchronous"
        assert (await database.run(lambda c: c.execute(sql).fetchone()[0], is_durable=False)) == 1
        assert await database.run(settings) == [2, "wal", 1, 1, 1]


async def test_a_function_that_fails_changes_nothing(path: Path):
    def change(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO words VALUES ('half')")
        raise ZeroDivisionError

    async with opened(path) as database:
        with pytest.raises(ZeroDivisionError):
            await database.run(change)
        await write(database, "whole")
        assert await words(database) == ["first", "whole"]


async def test_an_older_file_is_copied_and_brought_up_to_date(path: Path):
    await fill(path, "old")
    async with opened(path, TWO) as database:
        sql = "SELECT sum(size) FROM words"
        assert await database.read(lambda c: c.execute(sql).fetchone()[0]) == 2
    copy = path.with_name("conversations.version-1.db")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    async with opened(copy) as database:
        assert await words(database) == ["first", "old"]


async def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path):
    await fill(path, "old")
    with pytest.raises(StorageFailed):
        await Database.open(path, BROKEN)
    async with opened(path) as database:
        assert await words(database) == ["first", "old"]


async def test_a_newer_file_is_only_read(path: Path):
    async with opened(path, TWO):
        pass
    before = raw(path)
    async with opened(path, ONE) as database:
        assert database.problem is not None
        assert database.problem.problem is StorageProblem.NEWER
        assert await words(database) == ["first"]
        with pytest.raises(StorageFailed) as caught:
            await write(database, "x")
        assert problem(caught) is StorageProblem.NEWER
    assert raw(path) == before


@pytest.mark.parametrize(
    "content", [b"no database at all " * 300, b"SQLite format 3\0" + bytes(84)]
)
async def test_a_damaged_file_is_set_aside_and_a_fresh_one_begun(path: Path, content: bytes):
    put(path, content)
    async with opened(path) as database:
        assert await words(database) == ["first"]
        assert database.damage is not None
        assert database.damage.kept_as is not None
        assert database.damage.kept_as.read_bytes() == content


async def test_a_file_that_was_cut_is_set_aside(path: Path):
    await fill(path, *(f"{n} " * 500 for n in range(30)))
    os.truncate(path, len(raw(path)) // 2)
    async with opened(path) as database:
        assert database.damage is not None
        await write(database, "goes on")


async def test_a_database_of_another_program_is_set_aside(path: Path):
    put(path, b"")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE cookies (x)")
    async with opened(path) as database:
        assert database.damage is not None
        assert await words(database) == ["first"]


async def test_a_damaged_page_is_found_at_the_start(path: Path):
    await fill(path, *(f"{n} " * 500 for n in range(30)))
    spoil(path, len(raw(path)) - 3 * 4096, b"\xff" * 4096)
    async with opened(path) as database:
        assert database.damage is not None


async def test_a_folder_in_its_place_is_said_and_nothing_else(path: Path):
    put(path / "inside", b"")
    with pytest.raises(StorageFailed) as caught:
        await Database.open(path, ONE)
    assert problem(caught) is StorageProblem.OTHER


async def test_a_file_in_place_of_its_folder_is_said(tmp_path: Path):
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(StorageFailed):
        await Database.open(tmp_path / "data" / "conversations.db", ONE)


async def test_a_lock_of_another_program_is_said_and_outlived(path: Path):
    async with opened(path) as database:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(StorageFailed) as caught:
                await write(database, "lost")
            assert problem(caught) is StorageProblem.LOCKED
            assert await words(database) == ["first"]
            other.execute("COMMIT")
        await write(database, "kept")
        assert await words(database) == ["first", "kept"]


async def test_closing_finishes_what_was_asked_for(path: Path):
    database = await Database.open(path, ONE)
    asked = [asyncio.ensure_future(write(database, str(number))) for number in range(20)]
    await asyncio.sleep(0)
    await database.close()
    await asyncio.gather(*asked)
    async with opened(path) as database:
        assert len(await words(database)) == 21


async def test_closing_takes_less_than_a_second_whatever_is_waiting(path: Path):
    long = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    database = await Database.open(path, ONE)
    asked = [
        asyncio.ensure_future(database.run(lambda connection: connection.execute(long).fetchall())),
        *(asyncio.ensure_future(write(database, "unkept")) for _ in range(3)),
    ]
    await asyncio.sleep(0)
    began = own_seconds()
    await database.close()
    assert own_seconds() - began < 1
    ends = await asyncio.gather(*asked, return_exceptions=True)
    assert all(isinstance(end, StorageFailed) for end in ends)
    async with opened(path) as database:
        assert await words(database) == ["first"]


async def test_a_closed_one_says_so(path: Path):
    database = await Database.open(path, ONE)
    await database.close()
    await database.close()
    with pytest.raises(StorageFailed):
        await write(database, "late")
    with pytest.raises(StorageFailed):
        await words(database)


async def test_an_opening_that_is_cancelled_leaves_nothing_open(path: Path):
    opening = asyncio.ensure_future(Database.open(path, ONE))
    await asyncio.sleep(0)
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening
    await until(lambda: "conversations" not in {thread.name for thread in threading.enumerate()})
    await fill(path)
    assert files(path) == [path.name]
