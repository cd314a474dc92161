"""The conversations that are open, shown or not."""

from collections.abc import Iterator
from weakref import WeakValueDictionary

from desktop.chat.experience import key_of
from desktop.chat.snapshot import Phase
from desktop.chat.summaries import summary_of
from desktop.chat.surroundings import Look
from desktop.chat.talk import Talk
from desktop.domain.conversation import ConversationId, Target
from desktop.domain.host import HostId
from desktop.storage.database import StorageFailed


class OpenTalks:
    """Each conversation once. One that nobody else holds is forgotten, unless that would lose
    something: an answer that is coming, a failure that was not seen, a word not yet written."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._talks = WeakValueDictionary[ConversationId, Talk]()
        self._held: dict[ConversationId, Talk] = {}

    def __iter__(self) -> Iterator[Talk]:
        return iter(tuple(self._talks.values()))

    @property
    def problem(self) -> StorageFailed | None:
        """Why one of them is not on the disk as it is, None if all are."""
        return next(filter(None, (talk.snapshot.problem for talk in self._held.values())), None)

    def get(self, conversation_id: ConversationId) -> Talk | None:
        return self._talks.get(conversation_id)

    def add(self, talk: Talk) -> Talk:
        self._talks[talk.id] = talk
        return talk

    def hold(self, talk: Talk) -> None:
        """Hold a conversation that has changed for as long as it must not be forgotten."""
        if talk.is_settled:
            self._held.pop(talk.id, None)
        else:
            self._held[talk.id] = talk

    def behind(self, conversation_id: ConversationId) -> str:
        """Return the title of a conversation that asked the same model earlier, "" if none did."""
        talk = self._talks[conversation_id]
        if (mine := talk.snapshot.turn) is None:
            return ""
        runner = self._runner(mine.target)
        for other in self._held.values():
            turn = other.snapshot.turn
            if turn is None or turn.phase is Phase.SAVING or other is talk:
                continue
            if turn.began < mine.began and self._runner(turn.target) == runner:
                return summary_of(other.snapshot.conversation, other.entries).title
        return ""

    def _runner(self, target: Target) -> tuple[HostId, str]:
        return target.host_id, key_of(target, self._look(target))
