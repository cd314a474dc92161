"""What a start tidies up: answers left half written, and what nobody can reach any more."""

from datetime import UTC, datetime, timedelta
from sqlite3 import Connection

from desktop.storage.conversation_rows import microseconds
from desktop.storage.conversation_search import INDEXES

ORPHAN = timedelta(days=1)
"""How old a file without an owner must be: a younger one may be about to get into a draft."""

_FILES_OF_DELETED = """
    DELETE FROM attachments
    WHERE conversation IN (SELECT id FROM conversations WHERE deleted < ?)
"""
# An id is looked for in the raw JSON, so that a row which cannot be read keeps its files.
_ORPHANS = """
    DELETE FROM attachments WHERE kept < ?
    AND NOT EXISTS (
        SELECT 1 FROM entries WHERE entries.conversation = attachments.conversation
        AND entries.attachments <> '' AND instr(entries.attachments, attachments.id)
    ) AND NOT EXISTS (
        SELECT 1 FROM conversations WHERE conversations.id = attachments.conversation
        AND instr(conversations.draft, attachments.id)
    )
"""


def mark_killed(connection: Connection) -> None:
    """Say of answers that nobody finished that they were cut off; now they are searched too."""
    connection.execute("UPDATE entries SET ending = 'killed' WHERE ending = 'growing'")


def forget(connection: Connection, before: datetime) -> None:
    """Forget conversations that were deleted before a moment, and files without an owner.

    What they held is overwritten in the file, in the search indexes too, and its room given back.
    """
    orphaned = microseconds(datetime.now(UTC) - ORPHAN)
    changes = (
        (_FILES_OF_DELETED, microseconds(before)),
        ("DELETE FROM conversations WHERE deleted < ?", microseconds(before)),
        (_ORPHANS, orphaned),
    )
    if sum(connection.execute(sql, (moment,)).rowcount for sql, moment in changes):
        for index in INDEXES:
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")  # noqa: S608
        connection.execute("PRAGMA incremental_vacuum").fetchall()
