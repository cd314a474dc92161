"""Which parts of code are keywords, strings, numbers, names and comments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from pygments.lexer import Lexer
LONGEST = 50_000
"""Characters of code beyond which it is shown plain: a lexer takes about 9 ms for 1,000."""
_CALL = re.compile(r"[ \t]*\(")


class Ink(Enum):
    """What a part of code is, as far as it has a colour of its own."""

    KEYWORD = auto()
    STRING = auto()
    NUMBER = auto()
    NAME = auto()
    """The name of what is defined or called."""
    COMMENT = auto()


@dataclass(frozen=True, slots=True)
class CodeKey:
    """Code and the language that its fence names."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """A part of one line, in UTF-16 units."""

    start: int
    length: int
    ink: Ink


class _Named(Protocol):
    """What is needed of Pygments, whose stubs leave the options untyped."""

    def get_lexer_by_name(self, alias: str, /, *, stripnl: bool, ensurenl: bool) -> "Lexer": ...


Lines = tuple[tuple[Span, ...], ...]
"""The spans of each line."""


def colour(key: CodeKey) -> Lines:
    """Return the spans of each line of code, none for a language that nobody knows.

    No language is guessed: a wrong guess colours prose like a program.
    Loads Pygments with the first call, so not for the window's thread.
    """
    from pygments import lexers
    from pygments.util import ClassNotFound

    if not key.language or len(key.text) > LONGEST:
        return ()
    try:
        lexer = cast("_Named", lexers).get_lexer_by_name(
            key.language.lower(), stripnl=False, ensurenl=False
        )
    except ClassNotFound:
        return ()
    lines: list[list[Span]] = [[]]
    at = 0
    for start, kind, text in lexer.get_tokens_unprocessed(key.text):
        ink = _ink(kind, key.text, start + len(text))
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.append([])
                at = 0
            length = _units(part)
            if ink is not None and length:
                lines[-1].append(Span(at, length, ink))
            at += length
    return tuple(tuple(line) for line in lines)


def _ink(kind: tuple[str, ...], text: str, end: int) -> Ink | None:
    named = _named(kind)
    if named is None and kind[:1] == ("Name",) and _CALL.match(text, end):
        return Ink.NAME
    return named


def _named(kind: tuple[str, ...]) -> Ink | None:
    path = ".".join(kind)
    return next((ink for name, ink in _INKS if path.startswith(name)), None)


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _inks() -> Iterator[tuple[str, Ink]]:
    yield from ((name, Ink.KEYWORD) for name in ("Keyword", "Operator.Word", "Name.Tag"))
    yield from ((name, Ink.STRING) for name in ("Literal.String", "Generic.Inserted"))
    yield from ((name, Ink.NUMBER) for name in ("Literal.Number", "Generic.Deleted"))
    yield from ((name, Ink.COMMENT) for name in ("Comment", "Generic.Prompt"))
    names = ("Function", "Class", "Builtin", "Decorator", "Exception", "Attribute")
    yield from ((f"Name.{name}", Ink.NAME) for name in names)


_INKS = tuple(_inks())
