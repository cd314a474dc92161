"""What Ollama silently takes in a Modelfile and its author would regret."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, auto
from functools import lru_cache

from desktop.domain.modelfile import INSTRUCTIONS, Command, Parsed, Span
from desktop.domain.modelfile_kept import TRIPLE
from desktop.domain.name import BadName, parse_name
from desktop.domain.parameters import (
    DEPRECATED,
    PARAMETERS,
    BadValue,
    Kind,
    is_sensible,
    read_value,
)
from desktop.domain.printable import is_printable


class Trap(Enum):
    """What can be wrong with a text. The first is an error, all others are taken by the parser."""

    SYNTAX = auto()
    """Ollama's parser refuses the text; `said` are its words."""
    TWO_SPACES = auto()
    """After PARAMETER: it is a parameter without a name, and the rest is its value."""
    EMPTY_VALUE = auto()
    NO_BASE = auto()
    """A FROM with nothing behind it."""
    SWALLOWED = auto()
    """An open quote took in lines that look like instructions; `said` is the first of them."""
    TEXT_BEHIND_QUOTE = auto()
    """A quote that ended within its line, with text behind it, so that it did not end there."""
    DROPPED = auto()
    """Characters that the parser drops; `said` names the first."""
    UNKNOWN_PARAMETER = auto()
    BAD_VALUE = auto()
    """A value of the wrong type: `said` are Ollama's words, and every use would fail."""
    UNUSUAL_VALUE = auto()
    DEPRECATED = auto()
    OVERRIDDEN = auto()
    """The same instruction or parameter comes again, and the last one counts."""
    SEVERAL_ADAPTERS = auto()
    BAD_VERSION = auto()
    """REQUIRES wants a semantic version."""
    BAD_BASE_NAME = auto()
    """A FROM that is neither a path nor a name that a model can have."""


ERRORS = frozenset({Trap.SYNTAX, Trap.NO_BASE, Trap.BAD_VALUE, Trap.BAD_VERSION})
"""What stops a create, or makes a model that cannot be used."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A piece of the text and what to put there."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One trap, where it is, and what mends it where that is plain. `line` is counted from 1."""

    trap: Trap
    span: Span
    line: int
    name: str = ""
    said: str = ""
    fix: Fix | None = None

    @property
    def is_error(self) -> bool:
        return self.trap in ERRORS


_ONCE = frozenset({"from", "system", "template", "renderer", "parser", "requires", "draft"})
_INSTRUCTION_LINE = re.compile(
    rf"^[ \t]*((?:{'|'.join(INSTRUCTIONS)})[ \t].*)$", re.IGNORECASE | re.MULTILINE
)
_NUMBER = r"(0|[1-9][0-9]{0,8})"
_MARK = r"[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*"
_SEMVER = re.compile(rf"v?{_NUMBER}(\.{_NUMBER}(\.{_NUMBER}(-{_MARK})?(\+{_MARK})?)?)?\Z")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LONGEST_NAME = 40
_PATH = re.compile(r"[/~.\\]|[A-Za-z]:\\")


def check(text: str, parsed: Parsed) -> tuple[Finding, ...]:
    """Return what is wrong with a text, in its order. Nothing is opened or asked."""
    lines = _Lines(text)
    places = [_Place(text, lines, command) for command in parsed.commands]
    found = [finding for place in places for finding in _of(place)]
    found += _repeated(places)
    if parsed.problem is not None:
        offset = min(parsed.problem.offset, max(len(text) - 1, 0))
        span = _word_before(text, offset)
        found.append(
            Finding(Trap.SYNTAX, span, lines.line_of(span.start), said=str(parsed.problem))
        )
    return tuple(sorted(found, key=lambda finding: (finding.span.start, finding.trap.value)))


def is_path(base: str) -> bool:
    """Whether a FROM looks like a file: it begins with / . ~ or a drive, or ends as files do."""
    return bool(_PATH.match(base)) or base.lower().endswith((".gguf", ".safetensors", ".bin"))


class _Lines:
    """Where the lines of a text begin: a long text may have thousands of findings."""

    def __init__(self, text: str) -> None:
        self._starts = [end.end() for end in _LINE_END.finditer(text)]

    def line_of(self, offset: int) -> int:
        """Return the line a person sees an offset on, where CR LF is one end; from 1."""
        return 1 + bisect_right(self._starts, offset)


def _of(at: "_Place") -> Iterator[Finding]:
    command = at.command
    yield from _of_characters(at)
    yield from _of_quotes(at)
    if command.keyword == "parameter":
        yield from _of_parameter(at)
    elif command.keyword == "from":
        yield from _of_base(at)
    elif command.keyword == "requires" and not _SEMVER.match(command.value):
        yield at.finding(Trap.BAD_VERSION)
    elif not command.value and command.keyword not in {"template", "system"}:
        yield at.finding(Trap.EMPTY_VALUE, command.span)


@dataclass(frozen=True, slots=True)
class _Place:
    """A command and the text it stands in."""

    text: str
    lines: _Lines
    command: Command

    def finding(
        self, trap: Trap, span: Span | None = None, said: str = "", fix: Fix | None = None
    ) -> Finding:
        where = span or self.value
        return Finding(trap, where, self.lines.line_of(where.start), self.command.name, said, fix)

    @property
    def value(self) -> Span:
        """Where the value stands, without the spaces around it."""
        start, end = self.command.value_span.start, self.command.value_span.end
        written = self.text[start:end]
        start += len(written) - len(written.lstrip())
        return Span(start, max(start, start + len(written.strip())))

    @property
    def written(self) -> str:
        return self.text[self.value.start : self.value.end]


def _of_characters(at: _Place) -> Iterator[Finding]:
    span = at.command.value_span
    written = at.text[span.start : span.end]
    without = "".join(one for one in written if one in "\r\n\t" or is_printable(one))
    if without == written:
        return
    kept = next((place for place, one in enumerate(without) if one != written[place]), len(without))
    first = span.start + kept
    name = f"U+{ord(at.text[first]):04X}"
    yield at.finding(Trap.DROPPED, Span(first, first + 1), name, Fix(span, without))


def _of_quotes(at: _Place) -> Iterator[Finding]:
    """Find a quote that went on behind where it seems to end, or to want an end.

    A text in three quotes may have lines like instructions in it; it is doubtful
    only where three quotes stand within it too.
    """
    written = at.written
    quotes = TRIPLE if written.startswith(TRIPLE) else '"'
    if not written.startswith('"') or (quotes == TRIPLE and TRIPLE not in written[3:-3]):
        return
    first_line = _LINE_END.split(written, maxsplit=1)[0].rstrip()
    swallowed = _INSTRUCTION_LINE.search(written, pos=written.find("\n") + 1 or len(written))
    closed = first_line.find(quotes, len(quotes))
    span = Span(at.value.start, at.value.start + len(first_line))
    if 0 < closed < len(first_line) - len(quotes) and len(first_line) < len(written):
        fix = Fix(span, f"{TRIPLE}{first_line}{TRIPLE}")
        yield at.finding(Trap.TEXT_BEHIND_QUOTE, span, fix=fix)
    if swallowed is not None:
        fix = None if closed > 0 else Fix(span, f"{first_line}{quotes}")
        yield at.finding(Trap.SWALLOWED, span, swallowed.group(1).strip(), fix)


def _of_parameter(at: _Place) -> Iterator[Finding]:
    command = at.command
    if not command.name:
        start = command.span.start + len("parameter")
        yield at.finding(Trap.TWO_SPACES, Span(start, at.value.start), fix=_one_space(at, start))
    elif command.name in DEPRECATED:
        yield at.finding(Trap.DEPRECATED, command.span, fix=Fix(command.span, ""))
    elif command.name not in PARAMETERS:
        yield at.finding(Trap.UNKNOWN_PARAMETER, command.span, fix=_nearest(at))
    else:
        yield from _of_value(at)


def _of_value(at: _Place) -> Iterator[Finding]:
    name = at.command.name
    try:
        value = read_value(name, at.command.value)
    except BadValue as error:
        yield at.finding(Trap.BAD_VALUE, said=str(error))
        return
    is_number = PARAMETERS[name].kind in {Kind.WHOLE, Kind.REAL}
    if is_number and isinstance(value, int | float) and not is_sensible(name, value):
        yield at.finding(Trap.UNUSUAL_VALUE)
    if value == "":
        yield at.finding(Trap.EMPTY_VALUE, at.command.span)


def _of_base(at: _Place) -> Iterator[Finding]:
    base = at.command.value
    if not base:
        yield at.finding(Trap.NO_BASE, at.command.span)
    elif not is_path(base):
        try:
            parse_name(base)
        except BadName as error:
            yield at.finding(Trap.BAD_BASE_NAME, said=error.part)


def _repeated(places: Sequence["_Place"]) -> Iterator[Finding]:
    """Every instruction but the last of its name, where only the last counts."""
    last: dict[tuple[str, str], Command] = {}
    for place in reversed(places):
        command = place.command
        if command.keyword == "from" and (is_path(command.value) or not command.value):
            continue  # A model may be made of several files.
        key = (command.keyword, command.name)
        if key not in last:
            last[key] = command
        elif command.keyword == "adapter":
            yield place.finding(Trap.SEVERAL_ADAPTERS, command.span)
        elif _counts_once(command):
            fix = Fix(command.span, "")
            yield place.finding(Trap.OVERRIDDEN, command.span, fix=fix)


def _counts_once(command: Command) -> bool:
    if command.keyword == "parameter":
        parameter = PARAMETERS.get(command.name)
        return parameter is not None and parameter.kind is not Kind.TEXTS
    return command.keyword in _ONCE


def _one_space(at: _Place, start: int) -> Fix:
    end = start
    while at.text[end : end + 1] in {" ", "\t"}:
        end += 1
    return Fix(Span(start, end), " ")


def _nearest(at: _Place) -> Fix | None:
    """Offer the parameter that was probably meant."""
    name = at.command.name
    near = _nearest_name(name.lower()[:_LONGEST_NAME])
    if not near:
        return None
    start = at.text.index(name, at.command.span.start + len("parameter"))
    return Fix(Span(start, start + len(name)), near)


@lru_cache(maxsize=256)
def _nearest_name(name: str) -> str:
    return next(iter(get_close_matches(name, PARAMETERS, n=1, cutoff=0.75)), "")


def _word_before(text: str, offset: int) -> Span:
    """Return the line's words up to an offset: what the parser stumbled over."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    return Span(start, max(start, offset))
