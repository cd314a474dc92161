"""What is known of one open conversation at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from desktop.domain.conversation import Conversation, Entry, EntryId, Target
from desktop.ollama.errors import OllamaError
from desktop.storage.database import StorageFailed


class Phase(Enum):
    """What an answer that was asked for is doing."""

    SAVING = auto()
    """The message is on its way to the disk, and nothing was sent yet."""
    ASKING = auto()
    """The request is out; what the host does with it is not known yet."""
    LOADING = auto()
    """The model is being read into memory: the host does not list it as loaded (fact 70)."""
    QUEUED = auto()
    """Another request to the same model is answered first (fact 21)."""
    READING = auto()
    """The model is in memory and reads the prompt."""
    THINKING = auto()
    ANSWERING = auto()


@dataclass(frozen=True, slots=True)
class Turn:
    """An answer that is being waited for or is coming.

    `began` and `phase_began` are seconds of the clock's `monotonic`. `behind`
    is the title of the conversation that is answered first, or "" where the
    other request is not one of ours.
    """

    entry_id: EntryId
    target: Target
    host_name: str
    phase: Phase
    began: float
    phase_began: float
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why the last turn came to nothing, or to half an answer.

    `entry_id` is the answer it ended; where no word of it had come there is no
    such answer, and it is the message that was to be answered. `host_is_gone`
    says that the host was taken off the list, and the error only stands for that.
    """

    entry_id: EntryId
    target: Target
    error: OllamaError
    host_is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Meter:
    """What the model sees of a conversation, in tokens.

    `counted` is what the last answer's server counted, prompt and answer
    together; `system` and `messages` divide it by estimate, or are estimates
    where it cannot be the count of all that was sent; `fresh` is an estimate of
    what came since, draft included. `context` is the length in
    force, 0 if unknown; `is_effective` says that the host told it for the
    loaded model, and it is not merely what was asked for. `cut_off` says that
    the last prompt was counted far smaller than what was sent: older messages
    were cut off silently (facts 17 and 24).
    """

    counted: int = 0
    system: int = 0
    messages: int = 0
    fresh: int = 0
    context: int = 0
    is_effective: bool = False
    cut_off: bool = False

    @property
    def used(self) -> int:
        return self.system + self.messages + self.fresh

    @property
    def share(self) -> float:
        """Used of the context, 0 where that is unknown; more than 1 where it does not fit."""
        return self.used / self.context if self.context else 0.0


@dataclass(frozen=True, slots=True)
class Overfull:
    """A message that waits for a decision: with it the context is too small.

    All in tokens, estimated; `droppable` is how many of the oldest entries
    would have to be left out, 0 where even that does not help.
    """

    needed: int
    context: int
    trained: int
    droppable: int


class Decision(Enum):
    """What to do with a message that waits: `Overfull`."""

    RAISE_CONTEXT = auto()
    DROP_OLDEST = auto()
    SEND_ANYWAY = auto()
    CANCEL = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """Which of how many branches an entry is; counted from 1."""

    number: int
    count: int


@dataclass(frozen=True, slots=True)
class TalkSnapshot:
    """An open conversation: its head, the path that is shown, and the turn that runs.

    `places` has only the entries that have branches beside them. While an
    answer grows its entry is the last of `path`, with the text that was there
    when the turn began; what has come since is in `Talk.growth`. `problem` says
    that something could not be written: what was sent is in the draft again,
    and what has come is tried again by itself.
    """

    conversation: Conversation
    path: tuple[Entry, ...] = ()
    places: Mapping[EntryId, Place] = field(default_factory=dict[EntryId, Place])
    turn: Turn | None = None
    failure: Failure | None = None
    meter: Meter = Meter()
    overfull: Overfull | None = None
    problem: StorageFailed | None = None

    @property
    def has_draft(self) -> bool:
        """Whether anything was typed or attached, and not sent yet."""
        draft = self.conversation.draft
        return bool(draft.text.strip() or draft.attachments)
