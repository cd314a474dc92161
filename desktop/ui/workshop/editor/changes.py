"""Changes of a text, worked out without a document."""

from dataclasses import dataclass

from desktop.domain.modelfile import Span

_COMMENT = "# "


@dataclass(frozen=True, slots=True)
class Change:
    """Characters from `start` to `end` of a text, and what comes in their place."""

    start: int
    end: int
    text: str


def differing_middle(old: str, new: str) -> Change | None:
    """Return the one piece in which two texts differ; None if they are the same."""
    if old == new:
        return None
    start = _shared(old, new)
    tail = _shared(old[start:][::-1], new[start:][::-1])
    return Change(start, len(old) - tail, new[start : len(new) - tail])


def comment_toggled(lines: list[str]) -> list[str]:
    """Return lines as comments, or without their marks where all of them are comments.

    Empty lines stay as they are. A mark stands at a line's beginning, where alone
    the parser knows it.
    """
    told = [line for line in lines if line.strip()]
    if told and all(line.lstrip(" \t").startswith("#") for line in told):
        return [_uncommented(line) if line.strip() else line for line in lines]
    return [_COMMENT + line if line.strip() else line for line in lines]


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with together; by halves, for texts are long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _uncommented(line: str) -> str:
    indent, _, rest = line.partition("#")
    return indent + rest.removeprefix(" ")


def whole_lines(text: str, span: Span) -> Span:
    """Return a span with the line's end, if it is all that its lines have but spaces."""
    start, end = span.start, span.end
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    while end < len(text) and text[end] in " \t":
        end += 1
    is_all = (start == 0 or text[start - 1] in "\r\n") and (end == len(text) or text[end] in "\r\n")
    if not is_all:
        return span
    if text[end : end + 2] == "\r\n":
        return Span(start, end + 2)
    return Span(start, min(len(text), end + 1))
