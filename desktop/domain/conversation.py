"""What a conversation is: a tree of messages, of which one path is shown, and its parameters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, StrEnum
from typing import NewType

from desktop.domain.chat import Figures
from desktop.domain.host import HostId

ConversationId = NewType("ConversationId", str)
EntryId = NewType("EntryId", str)
AttachmentId = NewType("AttachmentId", str)

NO_ENTRY = EntryId("")


class Role(StrEnum):
    """Who said it. A system prompt is no entry: it is a parameter of the conversation."""

    USER = "user"
    ASSISTANT = "assistant"


class Ending(StrEnum):
    """How an entry came to its end. What a person sends is COMPLETE from the first.

    GROWING is an answer that is still coming. KILLED is one during which the program ended:
    it was closed, or the database held the answer as GROWING when it was opened.
    STOPPED is by the person, LENGTH by num_predict or a full context, BROKEN
    by a stream that was cut or an error that came after the first word.
    """

    COMPLETE = "complete"
    GROWING = "growing"
    STOPPED = "stopped"
    LENGTH = "length"
    BROKEN = "broken"
    KILLED = "killed"

    @property
    def is_cut(self) -> bool:
        """Whether there may be more to say: the answer can be continued."""
        return self not in {Ending.COMPLETE, Ending.GROWING}


class AttachmentKind(StrEnum):
    """An IMAGE is seen by a model with vision; a TEXT file becomes quoted context."""

    IMAGE = "image"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a message. Its bytes are kept apart, under its id.

    `size` is in bytes; `width` and `height` in pixels, 0 for texts; `name` is
    the file's name alone, as it was given, or "" for something pasted.
    """

    id: AttachmentId
    kind: AttachmentKind
    name: str = ""
    media_type: str = ""
    size: int = 0
    width: int = 0
    height: int = 0


class Overflow(StrEnum):
    """What to do when the messages no longer fit into the context."""

    ASK = "ask"
    DROP_OLDEST = "drop"


class AnswerFormat(StrEnum):
    """What an answer has to be; SCHEMA is JSON that keeps to `Parameters.schema`."""

    TEXT = "text"
    JSON = "json"
    SCHEMA = "schema"


@dataclass(frozen=True, slots=True)
class Parameters:
    """How a conversation's model is asked. None is "as the model has it", and is not sent.

    `system` None leaves the model's own prompt, "" sends an empty one. `seed` -1
    is random; `num_predict` -1 unlimited; `num_gpu` counts layers; `stop` () means
    none. `keep_alive` is a Go duration ("5m"), seconds, -1 for ever. `think` is
    a bool or a level's name. `schema` is JSON as the person wrote it.
    """

    system: str | None = None
    temperature: float | None = None
    top_p: float | None = None
    top_k: int | None = None
    min_p: float | None = None
    seed: int | None = None
    num_ctx: int | None = None
    num_predict: int | None = None
    num_gpu: int | None = None
    repeat_penalty: float | None = None
    stop: tuple[str, ...] | None = None
    keep_alive: str | int | None = None
    think: bool | str | None = None
    format: AnswerFormat = AnswerFormat.TEXT
    schema: str = ""
    overflow: Overflow = Overflow.ASK

    @property
    def schema_asked(self) -> str:
        """The schema that answers have to keep to, "" where none is asked for."""
        return self.schema if self.format is AnswerFormat.SCHEMA else ""


@dataclass(frozen=True, slots=True)
class Target:
    """Which model on which host is asked; both empty where none was chosen yet."""

    host_id: HostId = HostId("")
    model: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message. `parent` is the one before it, NO_ENTRY for a first one.

    An answer says who gave it (`target`, and `host_name` as it was called then),
    how it ended, what it cost (`figures`; `first_token` and `thought_for` in
    seconds, 0 if unknown) and which entries were left out of what the model was
    sent (`unseen`). Where an answer was cut off and went on, `has_uncounted` says
    that the figures are not of all of it: only the last line of a stream has any.
    `format` and `schema` are what it was asked for in, whatever is asked for by
    now. `done_reason` is the server's word. `trouble` is the text of the error
    that ended it. A pinned entry is never left out.
    """

    id: EntryId
    parent: EntryId
    role: Role
    created: datetime
    text: str = ""
    thinking: str = ""
    attachments: tuple[Attachment, ...] = ()
    target: Target = Target()
    host_name: str = ""
    ending: Ending = Ending.COMPLETE
    done_reason: str = ""
    trouble: str = ""
    figures: Figures = Figures()
    has_uncounted: bool = False
    first_token: float = 0.0
    thought_for: float = 0.0
    format: AnswerFormat = AnswerFormat.TEXT
    schema: str = ""
    unseen: tuple[EntryId, ...] = ()
    is_pinned: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and attached, and not sent yet."""

    text: str = ""
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Conversation:
    """The head of a conversation. `leaf` is the last entry of the path that is shown.

    An empty `title` is made up from the first message by whoever shows it.
    `deleted` is when it was deleted; until it is forgotten it can be brought back.
    """

    id: ConversationId
    created: datetime
    updated: datetime
    title: str = ""
    is_pinned: bool = False
    target: Target = Target()
    parameters: Parameters = Parameters()
    draft: Draft = Draft()
    leaf: EntryId = NO_ENTRY
    deleted: datetime | None = None


LONGEST_TITLE = 80
"""Characters of a title that is made up."""


def made_up_title(text: str) -> str:
    """Return a title from a message: its first line, without the signs of a heading or a list."""
    plain = text.lstrip()[:2_000].replace("**", "")
    lines = (" ".join(line.split()) for line in plain.splitlines())
    line = next((bare for line in lines if (bare := line.lstrip("#>*-` "))), "")
    if len(line) <= LONGEST_TITLE:
        return line
    return line[: LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Summary:
    """One row of the list of conversations. `title` is never empty once there is an entry."""

    id: ConversationId
    title: str
    updated: datetime
    is_pinned: bool = False
    target: Target = Target()
    has_draft: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where words were found: a piece of the entry's text, and where in it they stand.

    `marks` are (start, length) pairs in `excerpt`, in characters. `entry` is
    NO_ENTRY where the title was found.
    """

    conversation: Summary
    entry: EntryId
    excerpt: str
    marks: tuple[tuple[int, int], ...] = ()


class BranchStep(Enum):
    """Which way to walk along the branches of an entry."""

    BEFORE = -1
    AFTER = 1


@dataclass(frozen=True, slots=True)
class Tree:
    """All entries of a conversation, by id; children come in the order they were made."""

    entries: Mapping[EntryId, Entry] = field(default_factory=dict[EntryId, Entry])

    def path(self, leaf: EntryId) -> tuple[Entry, ...]:
        """Return the entries from the first one to `leaf`; a loop or a gap ends the walk."""
        found: dict[EntryId, Entry] = {}
        while (entry := self.entries.get(leaf)) is not None and leaf not in found:
            found[leaf] = entry
            leaf = entry.parent
        return tuple(reversed(found.values()))

    def children(self, parent: EntryId) -> tuple[Entry, ...]:
        """Return what follows an entry, one for each branch; NO_ENTRY asks for the first ones."""
        return tuple(entry for entry in self.entries.values() if entry.parent == parent)

    def newest_leaf(self, entry_id: EntryId) -> EntryId:
        """Return the end of the branch below an entry, taking the newest child each time."""
        below: dict[EntryId, EntryId] = {}
        for entry in self.entries.values():
            below[entry.parent] = entry.id
        seen: set[EntryId] = set()
        while entry_id in below and entry_id not in seen:
            seen.add(entry_id)
            entry_id = below[entry_id]
        return entry_id
