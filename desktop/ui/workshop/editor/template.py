"""The parts of a prompt template: actions of Go's text/template, and a model's special tokens.

Not a parser of templates, which only a server has: it finds where an action
begins and ends as Go's own lexer does, where a quote hides the two braces.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_OPEN, _CLOSE = "{{", "}}"
_COMMENT = re.compile(r"\{\{(?:- )?/\*")
_SPECIAL = re.compile(r"<\|[^\s|<>]{1,64}\|>")
_STOPS = re.compile(r'\}\}|"(?:[^"\\]|\\.)*"|`[^`]*`')
"""The end of an action, or a quoted text in it, in which braces are only braces."""


class Part(Enum):
    """What a piece of a template is."""

    TEXT = auto()
    ACTION = auto()
    REMARK = auto()
    SPECIAL = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of one line, in characters from its beginning."""

    start: int
    end: int
    part: Part


def pieces(line: str, start: int, end: int, *, is_in_action: bool) -> tuple[list[Piece], bool]:
    """Divide a line between two places; return the pieces, and whether an action is still open."""
    found: list[Piece] = []
    at = start
    while at < end:
        if is_in_action:
            behind = _behind_action(line, at, end)
            part = Part.ACTION
            is_in_action = behind is None
        else:
            behind = line.find(_OPEN, at, end)
            if behind == at:
                part = Part.REMARK if _COMMENT.match(line, at) else Part.ACTION
                behind = _behind_action(line, at + len(_OPEN), end)
                is_in_action = behind is None
            else:
                found += _text(line, at, end if behind < 0 else behind)
                at = end if behind < 0 else behind
                continue
        found.append(Piece(at, end if behind is None else behind, part))
        at = end if behind is None else behind
    return found, is_in_action


def _behind_action(line: str, at: int, end: int) -> int | None:
    for stop in _STOPS.finditer(line, at, end):
        if stop.group() == _CLOSE:
            return stop.end()
    return None


def _text(line: str, start: int, end: int) -> Iterator[Piece]:
    at = start
    for special in _SPECIAL.finditer(line, start, end):
        if special.start() > at:
            yield Piece(at, special.start(), Part.TEXT)
        yield Piece(special.start(), special.end(), Part.SPECIAL)
        at = special.end()
    if at < end:
        yield Piece(at, end, Part.TEXT)
