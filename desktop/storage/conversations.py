"""Conversations on the disk: what is acknowledged here outlives a kill and a power failure."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from sqlite3 import Connection
from typing import TypeVar

from desktop.domain.conversation import (
    Attachment,
    AttachmentId,
    Conversation,
    ConversationId,
    Ending,
    Entry,
    EntryId,
    Hit,
    Summary,
    Tree,
)
from desktop.storage.conversation_rows import (
    ENTRY,
    HEAD,
    entry,
    entry_row,
    head,
    head_row,
    kept_text,
    microseconds,
    upsert,
)
from desktop.storage.conversation_schema import CONVERSATIONS
from desktop.storage.conversation_search import rebuild, search, summaries
from desktop.storage.conversation_sweep import forget, mark_killed
from desktop.storage.database import Database
from desktop.storage.recovery import Damage
from desktop.storage.storage_failed import StorageFailed, StorageProblem

T = TypeVar("T")

KEPT_DELETED = timedelta(days=7)
"""How long a deleted conversation can be brought back; then the next start forgets it."""

_PUT = upsert("conversations", HEAD, kept=("created", "deleted"))
_ADD = upsert("entries", ENTRY, kept=("conversation", "parent"))
_KEEP = upsert("attachments", ("id", "conversation", "kept", "content"))
_LEARN = """
    INSERT INTO learned (model, characters_per_token) VALUES (?, ?)
    ON CONFLICT (model) DO UPDATE SET characters_per_token = excluded.characters_per_token
"""


async def open_conversations(path: Path | None, now: datetime | None = None) -> "ConversationStore":
    """Open the conversations' file, or make one; None keeps them in memory.

    Answers that were growing when the program ended are marked as killed, and
    what was deleted a week before `now` is forgotten.

    Raises:
        StorageFailed: the file can neither be made nor read.
    """
    store = ConversationStore(await Database.open(path, CONVERSATIONS))
    try:
        await store.sweep((now or datetime.now(UTC)) - KEPT_DELETED)
    except BaseException:
        await store.close()
        raise
    return store


class ConversationStore:
    """All conversations. A method that changes something returns after its commit.

    Each raises StorageFailed, and has changed nothing then. `damage` says that
    a damaged file was set aside.
    """

    def __init__(self, database: Database) -> None:
        self.damage: Damage | None = database.damage
        self._database = database
        self._growing: set[EntryId] = set()

    @property
    def problem(self) -> StorageFailed | None:
        """Why the file can only be read; each change tries again, and it may go away."""
        return self._database.problem

    async def summaries(self) -> tuple[Summary, ...]:
        """Return the list: without the deleted ones, pinned first, then newest first."""
        return await self._database.read(summaries)

    async def load(self, conversation_id: ConversationId) -> tuple[Conversation, Tree] | None:
        """Return a conversation, deleted or not; None if it is unknown."""

        def read(connection: Connection) -> tuple[Conversation, Tree] | None:
            sql = "SELECT * FROM conversations WHERE id = ?"
            if (row := connection.execute(sql, (conversation_id,)).fetchone()) is None:
                return None
            sql = "SELECT * FROM entries WHERE conversation = ? ORDER BY number"
            found = map(entry, connection.execute(sql, (conversation_id,)))
            return head(row), Tree({each.id: self._as_it_is(each) for each in found})

        return await self._database.read(read)

    async def put(self, conversation: Conversation) -> None:
        """Add or replace a head, draft included. Only `delete` and `restore` change `deleted`."""
        row = head_row(conversation)
        await self._change(lambda connection: connection.execute(_PUT, row))

    async def add(self, entry: Entry, conversation: Conversation | None = None) -> None:
        """Add an entry and put its conversation's head, both or neither.

        Without a head it goes to its parent's conversation. Adding one again
        that may not have been kept the first time is no error.

        Raises:
            ValueError: there is no head, and no parent that is known.
        """

        def change(connection: Connection) -> None:
            if conversation is not None:
                connection.execute(_PUT, head_row(conversation))
                home = conversation.id
            else:
                home = _home(connection, entry)
            connection.execute(_ADD, entry_row(entry, home))

        await self._change(change)
        self._note(entry)

    async def grow(self, entry_id: EntryId, text: str, thinking: str = "") -> None:
        """Replace the text of an answer that is growing: cheap, and not searched yet.

        It outlives the program at once, and a power failure a moment later.
        """
        row = (kept_text(text), kept_text(thinking), entry_id)
        sql = "UPDATE entries SET text = ?, thinking = ? WHERE id = ?"
        await self._database.run(lambda connection: connection.execute(sql, row), is_durable=False)

    async def finish(self, entry: Entry, conversation: Conversation | None = None) -> None:
        """Replace an entry whole, but for its place; and its conversation's head if given.

        An entry that was removed meanwhile stays away.
        """

        def change(connection: Connection) -> None:
            if conversation is not None:
                connection.execute(_PUT, head_row(conversation))
            home = "SELECT conversation FROM entries WHERE id = ?"
            if (row := connection.execute(home, (entry.id,)).fetchone()) is not None:
                connection.execute(_ADD, entry_row(entry, row["conversation"]))

        await self._change(change)
        self._note(entry)

    async def keep(
        self, attachment: Attachment, content: bytes, conversation_id: ConversationId
    ) -> None:
        """Keep a file's bytes. A day later it must belong to a draft or an entry, or it goes."""
        row = {
            "id": attachment.id,
            "conversation": conversation_id,
            "kept": microseconds(datetime.now(UTC)),
            "content": content,
        }
        await self._change(lambda connection: connection.execute(_KEEP, row))

    async def content(self, attachment_id: AttachmentId) -> bytes:
        """Return a file's bytes, b"" if they are gone."""

        def read(connection: Connection) -> bytes:
            sql = "SELECT content FROM attachments WHERE id = ?"
            row = connection.execute(sql, (attachment_id,)).fetchone()
            return row["content"] if row and isinstance(row["content"], bytes) else b""

        return await self._database.read(read)

    async def delete(self, conversation_id: ConversationId, when: datetime) -> None:
        """Take a conversation off the list; for a week it can be restored."""
        await self._set_deleted(conversation_id, microseconds(when))

    async def restore(self, conversation_id: ConversationId) -> None:
        await self._set_deleted(conversation_id, None)

    async def forget_deleted(self, before: datetime) -> None:
        """Forget what was deleted before this moment, and files that belong to nothing."""
        await self._change(lambda connection: forget(connection, before))

    async def search(self, text: str, limit: int = 100) -> tuple[Hit, ...]:
        """Find entries and titles by all words of a text, newest first; any text will do."""
        try:
            return await self._database.read(lambda connection: search(connection, text, limit))
        except StorageFailed as failed:
            await self._mend(failed)
            return await self._database.read(lambda connection: search(connection, text, limit))

    async def learned(self) -> Mapping[str, float]:
        """Return what was learned: characters per token, by model."""
        sql = "SELECT model, characters_per_token FROM learned"
        return await self._database.read(
            lambda connection: {row[0]: float(row[1]) for row in connection.execute(sql)}
        )

    async def learn(self, model_key: str, characters_per_token: float) -> None:
        row = (kept_text(model_key), characters_per_token)
        await self._change(lambda connection: connection.execute(_LEARN, row))

    async def sweep(self, before: datetime) -> None:
        """Tidy up as after a start; without room for it, or with another writer, next time."""

        def change(connection: Connection) -> None:
            mark_killed(connection)
            forget(connection, before)

        if self.problem is None:
            try:
                await self._change(change)
            except StorageFailed as failed:
                if failed.problem not in {StorageProblem.FULL, StorageProblem.LOCKED}:
                    raise

    async def close(self) -> None:
        """Finish what was asked for, within a second."""
        await self._database.close()

    async def _set_deleted(self, conversation_id: ConversationId, when: int | None) -> None:
        sql = "UPDATE conversations SET deleted = ? WHERE id = ?"
        row = (when, conversation_id)
        await self._change(lambda connection: connection.execute(sql, row))

    async def _change(self, function: Callable[[Connection], T]) -> T:
        try:
            return await self._database.run(function)
        except StorageFailed as failed:
            await self._mend(failed)
            return await self._database.run(function)

    async def _mend(self, failed: StorageFailed) -> None:
        """Make the search indexes anew if it may be they that are damaged; else raise."""
        if failed.problem is not StorageProblem.DAMAGED:
            raise failed
        await self._database.run(rebuild)

    def _note(self, entry: Entry) -> None:
        if entry.ending is Ending.GROWING:
            self._growing.add(entry.id)
        else:
            self._growing.discard(entry.id)

    def _as_it_is(self, entry: Entry) -> Entry:
        """An answer that nobody here lets grow was left by a program that ended."""
        is_left = entry.ending is Ending.GROWING and entry.id not in self._growing
        return replace(entry, ending=Ending.KILLED) if is_left else entry


def _home(connection: Connection, entry: Entry) -> ConversationId:
    sql = "SELECT conversation FROM entries WHERE id IN (?, ?)"
    row = connection.execute(sql, (entry.parent, entry.id)).fetchone()
    if row is None:
        raise ValueError("an entry without a conversation")
    return ConversationId(row["conversation"])
