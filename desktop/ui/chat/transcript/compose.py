"""Which rows a message consists of. Pure, and asked only for messages near the eye."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.chat.blocks import Block
from desktop.chat.growth import Growth
from desktop.chat.snapshot import Place
from desktop.diagnostics.explain import Explanation
from desktop.domain.conversation import AttachmentKind, Ending, Entry, Role
from desktop.ui.chat.transcript.content import (
    Bar,
    Content,
    Costs,
    Ended,
    Failed,
    Files,
    Fold,
    Forgotten,
    Heading,
    JsonTree,
    Key,
    Own,
    Part,
    Pictures,
    Prose,
)

_STRETCH = 4000
"""Characters of one's own text in one row: what is drawn at a time of something pasted."""


@dataclass(frozen=True, slots=True)
class Dress:
    """What a row of a message shows besides the message itself.

    `schema` is None where no JSON was asked for.
    """

    place: Place | None = None
    is_unseen: bool = False
    is_forgetful: bool = False
    is_last: bool = False
    schema: str | None = None
    failure: Explanation | None = None
    is_fold_open: bool = False


PLAIN = Dress()


def rows(
    entry: Entry,
    dress: Dress,
    thought: Sequence[Block],
    said: Sequence[Block],
    growth: Growth | None,
) -> Iterator[tuple[Key, Content]]:
    """Return the rows of a message from top to bottom; `thought` and `said` are its blocks."""
    if entry.role is Role.USER:
        yield from _own(entry, dress)
        return
    heading = Heading(
        entry.id,
        entry.target.model,
        entry.host_name,
        dress.place,
        entry.is_pinned,
        dress.is_unseen,
    )
    yield (Part.HEADING, 0), heading
    if thought:
        yield (Part.FOLD, 0), fold(entry, dress.is_fold_open, growth)
        if dress.is_fold_open:
            for number, block in enumerate(thought):
                yield (Part.THOUGHT, number), Prose(block, is_thought=True)
    if dress.schema is not None and entry.ending is Ending.COMPLETE and is_json(entry.text):
        yield (Part.TREE, 0), JsonTree(entry.text, dress.schema)
    else:
        for number, block in enumerate(said):
            yield (Part.SAID, number), Prose(block)
    if growth is None:
        yield from _below(entry, dress)


def fold(entry: Entry, is_open: bool, growth: Growth | None) -> Fold:
    """Return the line above a thought."""
    if growth is not None and not growth.thought_for and not entry.thought_for:
        return Fold(entry.id, is_open, began=growth.thinking_began)
    seconds = entry.thought_for or (growth.thought_for if growth else 0.0)
    letters = 0 if entry.has_uncounted else len(entry.thinking) + len(entry.text)
    tokens = round(entry.figures.eval_count * len(entry.thinking) / letters) if letters else 0
    return Fold(entry.id, is_open, seconds, tokens)


def stretches(text: str, most: int = _STRETCH) -> list[str]:
    """Cut a long text at line ends, or where there are none between two characters."""
    parts: list[str] = []
    start = 0
    while len(text) - start > most:
        cut = text.rfind("\n", start, start + most) + 1
        if cut <= start:
            cut = start + most
        parts.append(text[start:cut])
        start = cut
    parts.append(text[start:])
    return parts


def is_json(text: str) -> bool:
    """Whether the whole text is a JSON object or list."""
    if not text.lstrip().startswith(("{", "[")):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _own(entry: Entry, dress: Dress) -> Iterator[tuple[Key, Content]]:
    kinds = {kind: tuple(a for a in entry.attachments if a.kind is kind) for kind in AttachmentKind}
    if images := kinds[AttachmentKind.IMAGE]:
        yield (Part.PICTURES, 0), Pictures(images)
    if files := kinds[AttachmentKind.TEXT]:
        yield (Part.FILES, 0), Files(files)
    if entry.text:
        parts = stretches(entry.text)
        for number, part in enumerate(parts):
            own = Own(part.removesuffix("\n"), number == 0, number == len(parts) - 1)
            yield (Part.OWN, number), own
    yield (Part.BAR, 0), Bar(entry, dress.place, dress.is_unseen)
    if dress.failure is not None:
        yield (Part.FAILED, 0), Failed(entry.id, dress.failure, can_continue=False)


def _below(entry: Entry, dress: Dress) -> Iterator[tuple[Key, Content]]:
    if dress.failure is not None:
        failed = Failed(entry.id, dress.failure, dress.is_last and entry.ending.is_cut)
        yield (Part.FAILED, 0), failed
    elif entry.ending.is_cut:
        ended = Ended(entry.id, entry.ending, entry.trouble, dress.is_last)
        yield (Part.ENDED, 0), ended
    if dress.is_forgetful:
        yield (Part.FORGOTTEN, 0), Forgotten()
    if entry.ending is not Ending.GROWING:
        yield (Part.COSTS, 0), Costs(entry, dress.is_last)
