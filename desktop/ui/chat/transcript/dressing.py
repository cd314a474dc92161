"""What the messages of a snapshot show besides themselves, and what stands below them."""

from collections.abc import Collection, Iterator

from desktop.chat.snapshot import Phase, TalkSnapshot
from desktop.diagnostics.explain import Explanation
from desktop.domain.conversation import AnswerFormat, Entry, EntryId, Role
from desktop.ui.chat.transcript.compose import PLAIN, Dress
from desktop.ui.chat.transcript.content import Content, Heading, Key, Part, TooLong, Waiting

_BEFORE_WORDS = frozenset({Phase.SAVING, Phase.ASKING, Phase.LOADING, Phase.QUEUED, Phase.READING})


class Clothes:
    """Dresses the messages of one snapshot; most are as plain as the next."""

    def __init__(
        self,
        snapshot: TalkSnapshot,
        explanation: Explanation | None,
        open_folds: Collection[EntryId],
    ) -> None:
        self._snapshot = snapshot
        self._explanation = explanation
        self._open_folds = open_folds
        answers = (e for e in reversed(snapshot.path) if e.role is Role.ASSISTANT)
        self._answer = next(answers, None)
        self._unseen = frozenset(self._answer.unseen if self._answer is not None else ())
        self._last = snapshot.path[-1].id if snapshot.path else EntryId("")
        self._failed = snapshot.failure.entry_id if snapshot.failure is not None else None

    def of(self, entry: Entry) -> Dress:
        """Return what to show with a message."""
        entry_id = entry.id
        is_plain = (
            entry_id not in self._unseen
            and entry_id not in self._snapshot.places
            and entry_id not in self._open_folds
            and entry_id not in (self._failed, self._last)
            and entry.format is AnswerFormat.TEXT
            and entry is not self._answer
        )
        return PLAIN if is_plain else self._dress(entry)

    def _dress(self, entry: Entry) -> Dress:
        return Dress(
            place=self._snapshot.places.get(entry.id),
            is_unseen=entry.id in self._unseen,
            is_forgetful=entry is self._answer and self._snapshot.meter.cut_off,
            is_last=entry.id == self._last and self._snapshot.turn is None,
            schema=None if entry.format is AnswerFormat.TEXT else entry.schema,
            failure=self._explanation if entry.id == self._failed else None,
            is_fold_open=entry.id in self._open_folds,
        )


def tail_rows(snapshot: TalkSnapshot) -> Iterator[tuple[Key, Content]]:
    """Return what stands below the last message: what is awaited, or has to be decided."""
    turn = snapshot.turn
    if turn is not None and turn.phase in _BEFORE_WORDS:
        has_entry = bool(snapshot.path) and snapshot.path[-1].role is Role.ASSISTANT
        if not has_entry and turn.phase is not Phase.SAVING:
            yield (Part.HEADING, 0), Heading(turn.entry_id, turn.target.model, turn.host_name)
        yield (Part.WAITING, 0), Waiting(turn)
    if snapshot.overfull is not None:
        yield (Part.TOO_LONG, 0), TooLong(snapshot.overfull)
