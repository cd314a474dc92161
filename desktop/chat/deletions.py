"""Conversations that were deleted in this run, and can be brought back."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import TypeAlias

from desktop.chat.talk import Talk
from desktop.domain.conversation import ConversationId, Summary
from desktop.runtime.clock import Clock
from desktop.storage.conversations import ConversationStore
from desktop.storage.database import StorageFailed

Start: TypeAlias = Callable[[Coroutine[object, object, None], str], None]
"""Starts a task of that name, which is waited for when the program ends."""


class Deletions:
    """Takes a conversation off the disk's list and puts it back, one after the other.

    `on_failed` hears why something could not be written.
    """

    def __init__(
        self,
        store: ConversationStore,
        clock: Clock,
        start: Start,
        on_failed: Callable[[StorageFailed], None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._start = start
        self._on_failed = on_failed
        self._rows: dict[ConversationId, Summary | None] = {}
        self._lock = asyncio.Lock()

    def __contains__(self, conversation_id: ConversationId) -> bool:
        return conversation_id in self._rows

    def delete(
        self, conversation_id: ConversationId, row: Summary | None, talk: Talk | None
    ) -> None:
        """Delete a conversation; one that is open writes first what it has."""
        self._rows[conversation_id] = row
        self._start(self._delete(conversation_id, talk), f"delete {conversation_id}")

    def restore(self, conversation_id: ConversationId) -> Summary | None:
        """Bring a conversation back, and return the row that it had."""
        row = self._rows.pop(conversation_id)
        self._start(self._restore(conversation_id), f"restore {conversation_id}")
        return row

    async def _delete(self, conversation_id: ConversationId, talk: Talk | None) -> None:
        async with self._lock:
            if talk is not None:
                await talk.settle()
            await self._write(self._store.delete(conversation_id, self._clock.now()))

    async def _restore(self, conversation_id: ConversationId) -> None:
        async with self._lock:
            await self._write(self._store.restore(conversation_id))

    async def _write(self, change: Coroutine[object, object, None]) -> None:
        try:
            await change
        except StorageFailed as failed:
            self._on_failed(failed)
