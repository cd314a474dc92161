"""What one conversation still has to write: gathered, in order, and tried again."""

import asyncio
from collections.abc import Callable, Iterable

from desktop.domain.conversation import (
    Attachment,
    AttachmentId,
    Conversation,
    ConversationId,
    Ending,
    Entry,
    EntryId,
)
from desktop.runtime.alarm import Alarm
from desktop.runtime.clock import Clock
from desktop.runtime.supervisor import Supervisor
from desktop.storage.conversations import ConversationStore
from desktop.storage.database import StorageFailed

DRAFT_WITHIN = 0.5
"""Seconds after which what is typed is written."""
GROWTH_WITHIN = 1.0
"""Seconds after which what has come of an answer is written."""
TRY_AGAIN = 5.0
"""Seconds until a write that failed is tried again."""


class Keeper:
    """Writes a conversation's head, messages and files, one write at a time.

    Of several states of one thing only the newest is written. What fails waits and
    is tried again; `on_told` hears of each failure, and None once a write went well.
    """

    def __init__(
        self,
        store: ConversationStore,
        clock: Clock,
        tasks: Supervisor,
        on_told: Callable[[StorageFailed | None], None],
        written: Iterable[EntryId] = (),
    ) -> None:
        self._store = store
        self._clock = clock
        self._tasks = tasks
        self._on_told = on_told
        self._written = set(written)
        self._growing: set[EntryId] = set()
        self._head: Conversation | None = None
        self._entries: dict[EntryId, Entry] = {}
        self._files: dict[AttachmentId, tuple[Attachment, bytes, ConversationId]] = {}
        self._grown: Callable[[], Entry] | None = None
        self._due = 0.0
        self._task: asyncio.Task[None] | None = None
        self._alarm = Alarm(clock)
        self._lock = asyncio.Lock()
        self._is_hurried = False

    @property
    def is_idle(self) -> bool:
        """Whether everything is written."""
        has_more = self._head or self._entries or self._files or self._grown
        return not has_more and not self._lock.locked()

    def content(self, attachment: AttachmentId) -> bytes | None:
        """Return a file that is not written yet."""
        found = self._files.get(attachment)
        return found[1] if found is not None else None

    def keep_head(self, head: Conversation, within: float = 0.0) -> None:
        self._head = head
        self._wake(within)

    def keep_entry(self, entry: Entry) -> None:
        """Write a message as it now is; with it, what has grown so far is out of date."""
        self._grown = None
        self._entries[entry.id] = entry
        self._wake()

    def keep_growing(self, read: Callable[[], Entry]) -> None:
        """Write a growing answer soon, as it will be then; cheap enough for every token."""
        if self._grown is None:
            self._grown = read
            self._wake(GROWTH_WITHIN)

    def keep_file(self, attachment: Attachment, content: bytes, head: Conversation) -> None:
        """Write a file, after the head of the conversation that it belongs to."""
        self._files[attachment.id] = (attachment, content, head.id)
        self.keep_head(head)

    async def commit(self, entry: Entry, head: Conversation) -> None:
        """Write everything that waits, and then a new message with its head in one transaction.

        Raises:
            StorageFailed: the message is not kept.
        """
        async with self._lock:
            await self._write()
            await self._store.add(entry, head)
            self._written.add(entry.id)

    async def settle(self) -> None:
        """Write what waits without a pause, and return when that is done or has failed."""
        self._is_hurried = True
        self._wake()
        if self._task is not None:
            await asyncio.wait({self._task})
        self._is_hurried = False

    def _wake(self, within: float = 0.0) -> None:
        due = self._clock.monotonic() + within
        if self._task is None or self._task.done():
            if not self.is_idle:
                self._due = due
                self._task = self._tasks.start(self._work(), name="keep a conversation")
        elif due < self._due:
            self._due = due
            self._alarm.ring()

    async def _work(self) -> None:
        while not self.is_idle:
            if (pause := self._due - self._clock.monotonic()) > 0:
                await self._alarm.sleep(pause)
                continue
            self._due = self._clock.monotonic() + TRY_AGAIN
            try:
                async with self._lock:
                    await self._write()
            except StorageFailed as failed:
                self._on_told(failed)
                if self._is_hurried:
                    return
            else:
                self._on_told(None)

    async def _write(self) -> None:
        """Write what waits: the head before its files, and once more after its messages.

        What changes meanwhile stays in its place and is written by the next round.
        """
        if self._files:
            await self._write_head()
        while self._files:
            attachment, content, conversation = next(iter(self._files.values()))
            await self._store.keep(attachment, content, conversation)
            self._files.pop(attachment.id, None)
        while self._entries:
            entry = next(iter(self._entries.values()))
            await self._write_entry(entry)
            if self._entries.get(entry.id) is entry:
                del self._entries[entry.id]
        if self._grown is not None:
            await self._write_growth(self._grown)
        await self._write_head()

    async def _write_head(self) -> None:
        if (head := self._head) is not None:
            await self._store.put(head)
            if self._head is head:
                self._head = None

    async def _write_growth(self, read: Callable[[], Entry]) -> None:
        """Write what has grown; the next token asks for the next time."""
        self._grown = None
        try:
            await self._write_entry(read())
        except StorageFailed:
            self._grown = self._grown or read
            raise

    async def _write_entry(self, entry: Entry) -> None:
        is_growing = entry.ending is Ending.GROWING
        if entry.id not in self._written:
            head = self._head
            await self._store.add(entry, head)
            self._written.add(entry.id)
            self._head = None if self._head is head else self._head
        elif is_growing and entry.id in self._growing:
            await self._store.grow(entry.id, entry.text, entry.thinking)
        else:
            await self._store.finish(entry)
        (self._growing.add if is_growing else self._growing.discard)(entry.id)
