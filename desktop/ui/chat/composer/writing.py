"""Whose text stands in the input: what is typed there wins, unless it was sent meanwhile."""

from desktop.chat.snapshot import Phase, TalkSnapshot
from desktop.domain.conversation import ConversationId, EntryId, Role


class Writing:
    """Compares each snapshot with what was sent, so that text and draft do not chase each other.

    A sent text stays in the input until its message is in the conversation: one
    that could not be kept is not lost. What was typed behind it meanwhile stays.
    """

    def __init__(self) -> None:
        self._conversation = ConversationId("")
        self._known: frozenset[EntryId] = frozenset()
        self._sent: str | None = None
        self._is_touched = False

    @property
    def is_sending(self) -> bool:
        return self._sent is not None

    def touch(self) -> None:
        """Note that the person typed: drafts from elsewhere are not shown over it."""
        self._is_touched = True

    def send(self, text: str, snapshot: TalkSnapshot) -> None:
        """Note what was sent, and which messages there were before."""
        self._sent = text
        self._known = _own(snapshot)

    def is_another(self, snapshot: TalkSnapshot) -> bool:
        """Whether another conversation is shown than before; from now on it is this one."""
        if snapshot.conversation.id == self._conversation:
            return False
        self._conversation = snapshot.conversation.id
        self._sent, self._is_touched = None, False
        return True

    def is_accepted(self, snapshot: TalkSnapshot) -> bool:
        """Whether what was sent has become a message; tells so once."""
        if self._sent is None:
            return False
        is_saving = snapshot.turn is not None and snapshot.turn.phase is Phase.SAVING
        if is_saving or not _own(snapshot) - self._known:
            if snapshot.turn is None and snapshot.overfull is None:
                self._sent = None  # It came to nothing, and can be sent again.
            return False
        self._is_touched = False
        return True

    def rest(self, text: str) -> str:
        """Return what of the input was typed after sending, and forget what was sent."""
        sent, self._sent = self._sent or "", None
        return text.removeprefix(sent) if text != sent else ""

    def is_from_elsewhere(self, text: str, snapshot: TalkSnapshot) -> bool:
        """Whether the draft is one to show, as when a message that waited is given back."""
        draft = snapshot.conversation.draft.text
        return not self._is_touched and self._sent is None and draft not in ("", text)


def _own(snapshot: TalkSnapshot) -> frozenset[EntryId]:
    return frozenset(entry.id for entry in snapshot.path if entry.role is Role.USER)
