"""What each row of a conversation shows: facts, and the order in which rows stand."""

from dataclasses import dataclass
from enum import IntEnum, auto
from typing import TypeAlias

from desktop.chat.blocks import Block
from desktop.chat.snapshot import Overfull, Place, Turn
from desktop.diagnostics.explain import Explanation
from desktop.domain.conversation import Attachment, Ending, Entry, EntryId


class Part(IntEnum):
    """The parts of a message, from top to bottom."""

    HEADING = auto()
    PICTURES = auto()
    FILES = auto()
    OWN = auto()
    BAR = auto()
    FOLD = auto()
    THOUGHT = auto()
    SAID = auto()
    TREE = auto()
    ENDED = auto()
    FAILED = auto()
    FORGOTTEN = auto()
    COSTS = auto()
    WAITING = auto()
    TOO_LONG = auto()


Key: TypeAlias = tuple[Part, int]
"""Names a row in its message; keys are in the order of the rows."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Who answers: the model and its host, and which of how many branches this is."""

    entry_id: EntryId
    model: str
    host: str
    place: Place | None = None
    is_pinned: bool = False
    is_unseen: bool = False


@dataclass(frozen=True, slots=True)
class Pictures:
    """The images of a message."""

    images: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class Files:
    """The text files that go with a message."""

    files: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class Own:
    """A stretch of what the person wrote; a long text is cut into several."""

    text: str
    is_first: bool = True
    is_last: bool = True


@dataclass(frozen=True, slots=True)
class Bar:
    """What can be done with the person's own message, and what is to be known of it."""

    entry: Entry
    place: Place | None = None
    is_unseen: bool = False


@dataclass(frozen=True, slots=True)
class Fold:
    """The line above a thought. `seconds` it took; `began` while it is still running, else 0.

    `tokens` is an estimate, 0 if unknown; `began` is of the clock's `monotonic`.
    """

    entry_id: EntryId
    is_open: bool
    seconds: float = 0.0
    tokens: int = 0
    began: float = 0.0


@dataclass(frozen=True, slots=True)
class Prose:
    """One block of an answer, or of a thought."""

    block: Block
    is_thought: bool = False


@dataclass(frozen=True, slots=True)
class JsonTree:
    """An answer that is JSON, as a tree; `schema` is what it was to keep to, or ""."""

    text: str
    schema: str


@dataclass(frozen=True, slots=True)
class Ended:
    """That an answer did not come to its own end. Only the last one can be continued."""

    entry_id: EntryId
    ending: Ending
    trouble: str
    is_last: bool


@dataclass(frozen=True, slots=True)
class Failed:
    """Why nothing came, or no more."""

    entry_id: EntryId
    explanation: Explanation
    can_continue: bool


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Older messages were cut off silently: the model did not see them."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What an answer cost, and what can be done with it."""

    entry: Entry
    is_last: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """An answer was asked for, and its first word has not come."""

    turn: Turn


@dataclass(frozen=True, slots=True)
class TooLong:
    """A message waits for a decision."""

    overfull: Overfull


Content: TypeAlias = (
    Heading
    | Pictures
    | Files
    | Own
    | Bar
    | Fold
    | Prose
    | JsonTree
    | Ended
    | Failed
    | Forgotten
    | Costs
    | Waiting
    | TooLong
)
