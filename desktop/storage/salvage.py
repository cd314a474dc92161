"""What can still be read in a damaged database, brought over into a fresh one."""

import contextlib
import sqlite3
from collections.abc import Generator, Iterator, Sequence

MOST_TRIED = 20_000
"""Rows beyond a damage that are asked for one by one."""


def salvage(
    damaged: sqlite3.Connection,
    fresh: sqlite3.Connection,
    tables: Sequence[str],
    then: Sequence[str],
) -> int:
    """Copy every row that can be read and return how many; `then` are statements that tidy up.

    Rows keep their numbers. Nothing is asked of references: what a row
    belongs to may be what was damaged, and `then` makes up for it.
    """
    fresh.execute("PRAGMA foreign_keys = OFF")
    try:
        fresh.execute("BEGIN IMMEDIATE")
        count = sum(_copy(damaged, fresh, table) for table in tables)
        for statement in then:
            fresh.execute(statement)
        fresh.execute("COMMIT")
    except BaseException:
        fresh.rollback()
        raise
    finally:
        fresh.execute("PRAGMA foreign_keys = ON")
    return count


def _copy(damaged: sqlite3.Connection, fresh: sqlite3.Connection, table: str) -> int:
    known = _columns(damaged, table)
    columns = ["rowid", *(name for name in _columns(fresh, table) if name in known)]
    names, slots = ", ".join(columns), ", ".join("?" * len(columns))
    sql = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({slots})"  # noqa: S608
    rows = _readable(damaged, f"SELECT {names} FROM {table}") if known else ()  # noqa: S608
    return sum(fresh.execute(sql, tuple(row)).rowcount for row in rows)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    with contextlib.suppress(sqlite3.Error):
        return [row["name"] for row in connection.execute(f"PRAGMA table_info ({table})")]
    return []


def _readable(damaged: sqlite3.Connection, select: str) -> Iterator[sqlite3.Row]:
    """Read from the front up to the damage, from the back down to it, and in between row by row."""
    first, is_whole = yield from _until_damage(damaged, f"{select} ORDER BY rowid")
    if is_whole:
        return
    last, _ = yield from _until_damage(damaged, f"{select} ORDER BY rowid DESC")
    begin = first + 1
    for number in range(begin, min(last or begin + MOST_TRIED, begin + MOST_TRIED)):
        yield from _until_damage(damaged, f"{select} WHERE rowid = {number}")


def _until_damage(
    damaged: sqlite3.Connection, sql: str
) -> Generator[sqlite3.Row, None, tuple[int, bool]]:
    """Yield rows; return the last one's number, 0 if none came, and whether they were all."""
    number = 0
    try:
        for row in damaged.execute(sql):
            number = row[0]
            yield row
    except sqlite3.Error:
        return number, False
    return number, True
