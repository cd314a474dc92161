"""Where two texts differ: line by line, within a line, and part by part of a Modelfile."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum, auto

from desktop.domain.modelfile import Span

CONTEXT = 3
"""Unchanged lines that are shown around a change."""
_MOST_PAIRS = 4_000_000
"""Lines of one side times those of the other that are compared; more counts as one change."""
_MOST_LINES = 20_000
"""Lines of either text that are compared; no Modelfile has as many."""
_ALIKE = 0.4
"""How much of a line must be as it was to be one line that was changed."""


class Change(Enum):
    """What a line of a difference is."""

    SAME = auto()
    REMOVED = auto()
    ADDED = auto()
    FOLDED = auto()
    """Unchanged lines that are not shown; they are in `hidden`."""
    CUT = auto()
    """The end: what follows in texts of more than 20,000 lines was not compared."""


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line. `old_line` and `new_line` are counted from 1, 0 where it has none.

    `marks` are the pieces of a changed line that differ from its other form.
    """

    change: Change
    text: str = ""
    old_line: int = 0
    new_line: int = 0
    marks: tuple[Span, ...] = ()
    hidden: tuple["DiffLine", ...] = ()


def difference(old: str, new: str, context: int = CONTEXT) -> tuple[DiffLine, ...]:
    """Return the lines of both texts in their order; empty if every line is the same.

    Of two texts that differ in many thousand lines one is taken out and the
    other put in, so that this ends within a tenth of a second or so.
    """
    before, after = _lines(old), _lines(new)
    if before == after:
        return ()
    found: list[DiffLine] = []
    for tag, i1, i2, j1, j2 in _blocks(before, after):
        if tag == "equal":
            pairs = enumerate(before[i1:i2])
            found += [DiffLine(Change.SAME, text, i1 + n + 1, j1 + n + 1) for n, text in pairs]
        else:
            found += _changed(before[i1:i2], after[j1:j2], i1, j1)
    is_cut = max(len(before), len(after)) == _MOST_LINES
    return (*_folded(found, context), *([DiffLine(Change.CUT)] if is_cut else []))


def _lines(text: str) -> list[str]:
    """Split at line ends alone; a text that ends in one has no empty line behind it."""
    lines = re.split(r"\r\n|\r|\n", text)
    return (lines if lines[-1] else lines[:-1])[:_MOST_LINES]


def _blocks(before: list[str], after: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield what is equal and what is not, after what both begin and end with."""
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    i2, j2 = len(before) - tail, len(after) - tail
    if head:
        yield "equal", 0, head, 0, head
    if (i2 - head) * (j2 - head) > _MOST_PAIRS:
        yield "replace", head, i2, head, j2
    else:
        matcher = SequenceMatcher(None, before[head:i2], after[head:j2])
        for tag, a1, a2, b1, b2 in matcher.get_opcodes():
            yield tag, a1 + head, a2 + head, b1 + head, b2 + head
    if tail:
        yield "equal", i2, len(before), j2, len(after)


def _common(before: Sequence[str], after: Sequence[str]) -> int:
    pairs = zip(before, after, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(before), len(after)))


def _changed(old: list[str], new: list[str], i1: int, j1: int) -> list[DiffLine]:
    removed = [DiffLine(Change.REMOVED, text, old_line=i1 + n + 1) for n, text in enumerate(old)]
    added = [DiffLine(Change.ADDED, text, new_line=j1 + n + 1) for n, text in enumerate(new)]
    if len(old) == len(new):
        for n, (before, after) in enumerate(zip(old, new, strict=True)):
            marks = _marks(before, after)
            removed[n] = replace(removed[n], marks=marks[0])
            added[n] = replace(added[n], marks=marks[1])
    return removed + added


def _marks(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return what lies between the words that both lines begin and end with, on either side.

    Nothing where they have little in common: these are two lines then.
    """
    before, after = re.findall(r"\w+|\W", old), re.findall(r"\w+|\W", new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    start = sum(map(len, before[:head]))
    behind = sum(map(len, before[len(before) - tail :]))
    if start + behind < _ALIKE * max(len(old), len(new)):
        return (), ()
    return _span(start, len(old) - behind), _span(start, len(new) - behind)


def _span(start: int, end: int) -> tuple[Span, ...]:
    return (Span(start, end),) if start < end else ()


def _folded(lines: list[DiffLine], context: int) -> Iterator[DiffLine]:
    """Yield the lines, with unchanged ones folded that are far from any change."""
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and lines[end].change is Change.SAME:
            end += 1
        if end == place:
            yield lines[place]
            place += 1
            continue
        first = place + (context if place else 0)
        last = end - (context if end < len(lines) else 0)
        if last - first > 1:
            hidden = tuple(lines[first:last])
            yield from lines[place:first]
            yield DiffLine(Change.FOLDED, hidden=hidden)
            yield from lines[last:end]
        else:
            yield from lines[place:end]
        place = end
