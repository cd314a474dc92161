"""Where one was reading in each conversation, for as long as the program runs."""

from typing import NamedTuple

from desktop.domain.conversation import ConversationId, EntryId
from desktop.ui.chat.transcript.content import Key


class Bookmark(NamedTuple):
    """What stood at the top of the view: a row of a message, and how much of it is above (px)."""

    entry_id: EntryId
    key: Key
    above: int


class Bookmarks:
    """A place for each conversation that was left anywhere but at its end."""

    def __init__(self) -> None:
        self._kept: dict[ConversationId, Bookmark] = {}

    def keep(self, conversation_id: ConversationId, bookmark: Bookmark | None) -> None:
        """Remember a place; None for the end, where every conversation is opened."""
        self._kept.pop(conversation_id, None)
        if bookmark is not None:
            self._kept[conversation_id] = bookmark

    def of(self, conversation_id: ConversationId) -> Bookmark | None:
        return self._kept.get(conversation_id)
