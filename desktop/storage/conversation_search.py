"""The list of conversations, and what is found in them."""

from collections.abc import Iterator
from datetime import datetime
from sqlite3 import Connection, Row

from desktop.domain.conversation import (
    NO_ENTRY,
    ConversationId,
    EntryId,
    Hit,
    Summary,
    made_up_title,
)
from desktop.domain.search_text import excerpt, marks, query
from desktop.storage.conversation_rows import attachments, moment, summary

UNTITLED = "…"
"""The title of a conversation that begins with an attachment without a name."""

_HEADS = "SELECT * FROM conversations WHERE deleted IS NULL ORDER BY is_pinned DESC, updated DESC"
_HEAD = "SELECT * FROM conversations WHERE id = ?"
_FIRST_WORDS = """
    SELECT substr(text, 1, 400) AS text, attachments FROM entries
    WHERE conversation = ? ORDER BY number LIMIT 4
"""
# The joins are CROSS so that FTS5 leads: it gives its rows newest first by itself.
_FIND_ENTRIES = """
    SELECT entries.id, entries.conversation, entries.created, entries.text
    FROM entry_index CROSS JOIN entries ON entries.number = entry_index.rowid
    CROSS JOIN conversations ON conversations.id = entries.conversation
    WHERE entry_index MATCH ? AND conversations.deleted IS NULL
    ORDER BY entry_index.rowid DESC LIMIT ?
"""
_FIND_TITLES = """
    SELECT conversations.id, conversations.updated, conversations.title
    FROM title_index CROSS JOIN conversations ON conversations.number = title_index.rowid
    WHERE title_index MATCH ? AND deleted IS NULL ORDER BY updated DESC LIMIT ?
"""
INDEXES = ("entry_index", "title_index")


def summaries(connection: Connection) -> tuple[Summary, ...]:
    """Return what is not deleted: pinned ones first, then the newest."""
    return tuple(_summary(connection, row) for row in connection.execute(_HEADS).fetchall())


def search(connection: Connection, text: str, limit: int) -> tuple[Hit, ...]:
    """Find entries and titles that hold all the words of a query, newest first."""
    asked = query(text)
    if not asked:
        return ()
    finder = _Finder(connection, text)
    found = [*finder.titles(asked, limit), *finder.entries(asked, limit)]
    found.sort(key=lambda dated: dated[0], reverse=True)
    return tuple(hit for _, hit in found[:limit])


def rebuild(connection: Connection) -> None:
    """Make the indexes anew from what they index."""
    for index in INDEXES:
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608


class _Finder:
    """One search: each conversation's row of the list is made once."""

    def __init__(self, connection: Connection, text: str) -> None:
        self._connection = connection
        self._text = text
        self._summaries: dict[ConversationId, Summary] = {}

    def entries(self, asked: str, limit: int) -> Iterator[tuple[datetime, Hit]]:
        for row in self._connection.execute(_FIND_ENTRIES, (asked, limit)):
            piece = excerpt(row["text"], self._text)
            hit = self._hit(row["conversation"], EntryId(row["id"]), piece)
            yield moment(row["created"]), hit

    def titles(self, asked: str, limit: int) -> Iterator[tuple[datetime, Hit]]:
        for row in self._connection.execute(_FIND_TITLES, (asked, limit)):
            yield moment(row["updated"]), self._hit(row["id"], NO_ENTRY, row["title"])

    def _hit(self, conversation: ConversationId, entry: EntryId, piece: str) -> Hit:
        if conversation not in self._summaries:
            row = self._connection.execute(_HEAD, (conversation,)).fetchone()
            self._summaries[conversation] = _summary(self._connection, row)
        return Hit(self._summaries[conversation], entry, piece, marks(piece, self._text))


def _summary(connection: Connection, row: Row) -> Summary:
    return summary(row, row["title"].strip() or _first_words(connection, row["id"]))


def _first_words(connection: Connection, conversation: str) -> str:
    """Return a title from the first message; "" where there is none yet."""
    rows = connection.execute(_FIRST_WORDS, (conversation,)).fetchall()
    titles = [made_up_title(row["text"]) for row in rows]
    names = [file.name for row in rows for file in attachments(row["attachments"])]
    return next(filter(None, [*titles, *names]), UNTITLED if rows else "")
