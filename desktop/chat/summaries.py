"""The list of conversations, kept in memory so that it changes at once."""

from collections.abc import Iterable, Mapping
from itertools import islice

from desktop.domain.conversation import (
    Conversation,
    ConversationId,
    Entry,
    EntryId,
    Summary,
    made_up_title,
)

UNTITLED = "…"
"""The title of a conversation that begins with a file without a name."""


def summary_of(conversation: Conversation, entries: Mapping[EntryId, Entry]) -> Summary:
    """Return the row of a conversation, as the store makes it too."""
    draft = conversation.draft
    return Summary(
        conversation.id,
        title_of(conversation, entries),
        conversation.updated,
        conversation.is_pinned,
        conversation.target,
        has_draft=bool(draft.text.strip() or draft.attachments),
    )


def title_of(conversation: Conversation, entries: Mapping[EntryId, Entry]) -> str:
    """Return the title that was given, else one from the first messages; "" without any."""
    if title := conversation.title.strip():
        return title
    first = tuple(islice(entries.values(), 4))
    titles = (made_up_title(entry.text[:400]) for entry in first)
    names = (file.name for entry in first for file in entry.attachments)
    return next(filter(None, (*titles, *names)), UNTITLED if first else "")


class Summaries:
    """The rows by id: pinned ones first, then the newest."""

    def __init__(self, rows: Iterable[Summary] = ()) -> None:
        self._rows = {row.id: row for row in rows}
        self._sorted: tuple[Summary, ...] | None = None

    @property
    def rows(self) -> tuple[Summary, ...]:
        if self._sorted is None:
            newest = sorted(self._rows.values(), key=lambda row: row.updated, reverse=True)
            self._sorted = tuple(sorted(newest, key=lambda row: not row.is_pinned))
        return self._sorted

    def get(self, conversation_id: ConversationId) -> Summary | None:
        return self._rows.get(conversation_id)

    def put(self, row: Summary) -> bool:
        """Add or replace a row, and say whether that changed anything."""
        if self._rows.get(row.id) == row:
            return False
        self._rows[row.id] = row
        self._sorted = None
        return True

    def remove(self, conversation_id: ConversationId) -> Summary | None:
        """Take a row off and return it, None if it was not there."""
        self._sorted = None
        return self._rows.pop(conversation_id, None)
