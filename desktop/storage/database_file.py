"""Opening a database file: made, brought up to date, set aside if damaged, else only read."""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from desktop.storage.recovery import Damage
from desktop.storage.salvage import salvage
from desktop.storage.storage_failed import StorageFailed, StorageProblem, failures

PATIENCE = 0.5
"""Seconds that a call waits for another program's lock."""
CHECKED_SIZE = 64 * 1024 * 1024
"""Bytes up to which a file is looked through before it is used: 17 ms for 32 MB (measured)."""


@dataclass(frozen=True, slots=True)
class Schema:
    """What a file holds. A migration is a few statements; `user_version` counts those made.

    `functions` take a text, as a BLOB in SQL, and give one; triggers and views may call them.
    `salvaged` are the tables that are worth saving from a damaged file, and
    `after_salvage` what has to be done where only a part of them came over.
    """

    migrations: tuple[tuple[str, ...], ...]
    functions: Mapping[str, Callable[[str], str]] = field(
        default_factory=dict[str, Callable[[str], str]]
    )
    salvaged: tuple[str, ...] = ()
    after_salvage: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenFile:
    """An open database. `problem` says why it can only be read, if that is so."""

    connection: sqlite3.Connection
    problem: StorageFailed | None = None
    damage: Damage | None = None


def open_file(path: Path | None, schema: Schema) -> OpenFile:
    """Open a database for one thread; None keeps it in memory.

    What is damaged is set aside, and a fresh one begun with all of it that can
    still be read; then `damage.restored` is true. What a newer version
    wrote, or what cannot be written here, is opened to be read.

    Raises:
        StorageFailed: there is nothing that could be read either.
    """
    if path is None:
        with failures():
            connection = _connect(":memory:", schema)
            _migrate(connection, schema)
            return OpenFile(connection)
    try:
        return _open(path, schema)
    except StorageFailed as failed:
        is_damaged = failed.problem is StorageProblem.DAMAGED
        if is_damaged and (aside := _set_aside(path)) is not None:
            fresh = _open(path, schema)
            count = _salvage(aside, fresh.connection, schema)
            return replace(fresh, damage=Damage(str(failed), aside, restored=count > 0))
        is_readable = failed.problem in {StorageProblem.READ_ONLY, StorageProblem.FULL}
        if is_readable and (connection := _open_to_read(path, schema)) is not None:
            return OpenFile(connection, failed)
        raise


def _open(path: Path, schema: Schema) -> OpenFile:
    with failures(), contextlib.ExitStack() as on_failure:
        _make(path)
        connection = on_failure.enter_context(contextlib.closing(_connect(str(path), schema)))
        version = _version(connection)
        if is_newer := version > len(schema.migrations):
            connection.execute("PRAGMA query_only = ON")
        else:
            _check(connection, is_thorough=path.stat().st_size <= CHECKED_SIZE)
            if 0 < version < len(schema.migrations):
                _copy(connection, path.with_name(f"{path.stem}.version-{version}{path.suffix}"))
            _configure(connection)
            _migrate(connection, schema)
        on_failure.pop_all()
        problem = StorageFailed(StorageProblem.NEWER, f"version {version}") if is_newer else None
        return OpenFile(connection, problem)


def _open_to_read(path: Path, schema: Schema) -> sqlite3.Connection | None:
    """Open without writing: not even the index that readers share, where the folder refuses it."""
    for way in ("mode=ro", "mode=ro&immutable=1"):
        with contextlib.suppress(sqlite3.Error), contextlib.ExitStack() as on_failure:
            connection = _connect(f"{path.absolute().as_uri()}?{way}", schema)
            on_failure.enter_context(contextlib.closing(connection))
            if _version(connection) > 0:
                on_failure.pop_all()
                return connection
    return None


def _salvage(aside: Path, fresh: sqlite3.Connection, schema: Schema) -> int:
    """Bring over what can be read. Where there is no room for it, the damaged file still has it."""
    name = f"{aside.absolute().as_uri()}?mode=ro"
    with contextlib.suppress(sqlite3.Error), contextlib.closing(_connect(name, schema)) as damaged:
        return salvage(damaged, fresh, schema.salvaged, schema.after_salvage)
    return 0


def _make(path: Path) -> None:
    """Make the file, so that it is its owner's alone before there is anything in it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    with contextlib.suppress(OSError):
        path.chmod(0o600)


def _connect(name: str, schema: Schema) -> sqlite3.Connection:
    connection = sqlite3.connect(
        name, timeout=PATIENCE, isolation_level=None, uri=name.startswith("file:")
    )
    connection.row_factory = sqlite3.Row
    connection.text_factory = _text
    for called, function in schema.functions.items():
        connection.create_function(called, 1, _on_text(function), deterministic=True)
    return connection


def _configure(connection: sqlite3.Connection) -> None:
    """A commit is on the disk when it returns, and what is deleted is overwritten."""
    if _version(connection) == 0:
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    for setting in (
        "journal_mode = WAL",
        "journal_size_limit = 16777216",
        "synchronous = FULL",
        "fullfsync = ON",  # macOS: fsync alone leaves it in the disk's cache
        "checkpoint_fullfsync = ON",
        "secure_delete = ON",
        "foreign_keys = ON",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {setting}")


def _migrate(connection: sqlite3.Connection, schema: Schema) -> None:
    """Make the missing migrations, each in one transaction with its number."""
    connection.execute("PRAGMA foreign_keys = ON")
    for number, statements in enumerate(schema.migrations, start=1):
        if _version(connection) >= number:
            continue
        connection.execute("BEGIN IMMEDIATE")
        if _version(connection) < number:  # else another program has just made it
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")


def _check(connection: sqlite3.Connection, *, is_thorough: bool) -> None:
    """Refuse what is damaged, or was never ours; closing the connection undoes the rest."""
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and _version(connection) == 0:
        raise StorageFailed(StorageProblem.DAMAGED, "made by another program")
    if is_thorough:
        verdict: str = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise StorageFailed(StorageProblem.DAMAGED, verdict.splitlines()[-1])


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    """Keep the file as it was before a migration, whole or not at all."""
    unfinished = _beside(target, ".tmp")
    unfinished.unlink(missing_ok=True)
    _make(unfinished)
    with contextlib.closing(sqlite3.connect(unfinished)) as copy:
        connection.backup(copy)
    os.replace(unfinished, target)


def _set_aside(path: Path) -> Path | None:
    """Move a damaged file away with its journal, which may hold what it lacks."""
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = path.with_name(f"{path.stem}.damaged-{moment}{path.suffix}")
    try:
        path.rename(aside)
    except OSError:
        return None
    for end in ("-wal", "-shm"):
        with contextlib.suppress(OSError):
            _beside(path, end).rename(_beside(aside, end))
    return aside


def _beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


def _version(connection: sqlite3.Connection) -> int:
    return connection.execute("PRAGMA user_version").fetchone()[0]


def _text(raw: bytes) -> str:
    """One broken text must not take all rows with it."""
    return raw.decode("utf-8", "replace")


def _on_text(function: Callable[[str], str]) -> Callable[[object], str]:
    return lambda value: function(_text(value) if isinstance(value, bytes) else "")
