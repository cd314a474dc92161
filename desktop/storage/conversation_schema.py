"""The tables of the conversations' file, and how older ones become today's.

A migration that has been released is never edited: a change is a new one.
"""

# ruff: noqa: S608  (the statements are put together from names of our own)

from desktop.domain.search_text import spaced, words
from desktop.storage.database_file import Schema

_TABLES = (
    # `number` is the order in which they were made, and the row that an index speaks of.
    """CREATE TABLE conversations (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        created INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        title TEXT NOT NULL,
        is_pinned INTEGER NOT NULL,
        leaf TEXT NOT NULL,
        deleted INTEGER,
        target TEXT NOT NULL,
        parameters TEXT NOT NULL,
        draft TEXT NOT NULL
    )""",
    """CREATE TABLE entries (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
        parent TEXT NOT NULL,
        role TEXT NOT NULL,
        created INTEGER NOT NULL,
        ending TEXT NOT NULL,
        is_pinned INTEGER NOT NULL,
        attachments TEXT NOT NULL,
        details TEXT NOT NULL,
        text TEXT NOT NULL,
        thinking TEXT NOT NULL
    )""",
    "CREATE INDEX entries_by_conversation ON entries (conversation, number)",
    "CREATE INDEX growing_entries ON entries (number) WHERE ending = 'growing'",
    # No reference: a file may be kept before the head of its conversation is.
    """CREATE TABLE attachments (
        id TEXT PRIMARY KEY NOT NULL,
        conversation TEXT NOT NULL,
        kept INTEGER NOT NULL,
        content BLOB NOT NULL
    )""",
    """CREATE TABLE learned (
        model TEXT PRIMARY KEY NOT NULL,
        characters_per_token REAL NOT NULL
    )""",
)


def _index(name: str, table: str, text: str, condition: str = "1") -> tuple[str, ...]:
    """Return an index over one column of a table, and what keeps it in step whoever writes.

    The index holds no text of its own; a view gives it what it indexes, so
    that FTS5 can check and rebuild it. The text comes cut into words and
    signs, each of which is ASCII letters or beyond ASCII: the plainest
    tokenizer is the right one, and does not depend on SQLite's age. As BLOBs
    even texts that are no UTF-8 get there.
    `condition` says of a row, `{row}`, whether it is in the index.
    """

    def values(row: str) -> str:
        value = f"CAST({row}.{text} AS BLOB)"
        return f"{row}.number, search_words({value}), search_signs({value})"

    add = f"INSERT INTO {name} (rowid, words, signs) VALUES ({values('new')})"
    drop = f"INSERT INTO {name} ({name}, rowid, words, signs) VALUES ('delete', {values('old')})"
    old, new = condition.format(row="old"), condition.format(row="new")
    changed = f"(old.{text} IS NOT new.{text} OR ({old}) IS NOT ({new}))"
    return (
        f"""CREATE VIEW {name}_view (number, words, signs) AS
            SELECT {values(table)} FROM {table} WHERE {condition.format(row=table)}""",
        f"""CREATE VIRTUAL TABLE {name} USING fts5 (
            words, signs, content = '{name}_view', content_rowid = 'number', tokenize = 'ascii'
        )""",
        f"CREATE TRIGGER {name}_add AFTER INSERT ON {table} WHEN {new} BEGIN {add}; END",
        f"CREATE TRIGGER {name}_drop BEFORE DELETE ON {table} WHEN {old} BEGIN {drop}; END",
        f"""CREATE TRIGGER {name}_leave BEFORE UPDATE ON {table}
            WHEN {changed} AND {old} BEGIN {drop}; END""",
        f"""CREATE TRIGGER {name}_enter AFTER UPDATE ON {table}
            WHEN {changed} AND {new} BEGIN {add}; END""",
    )


_ENDED = "{row}.ending <> 'growing'"
"""An answer that grows is replaced all the time, and not worth an index until it ends."""

_NEW_HEADS = """
    INSERT INTO conversations
        (id, created, updated, title, is_pinned, leaf, target, parameters, draft)
    SELECT conversation, created, created, '', 0, id, '{}', '{}', '{}'
    FROM entries JOIN (
        SELECT max(number) AS number FROM entries
        WHERE conversation NOT IN (SELECT id FROM conversations) GROUP BY conversation
    ) USING (number)
"""
"""A head for entries whose own was damaged; it shows the branch that was written last."""

CONVERSATIONS = Schema(
    migrations=(
        (
            *_TABLES,
            *_index("entry_index", "entries", "text", _ENDED),
            *_index("title_index", "conversations", "title"),
        ),
    ),
    functions={"search_words": words, "search_signs": spaced},
    salvaged=("conversations", "entries", "attachments", "learned"),
    after_salvage=(_NEW_HEADS,),
)
