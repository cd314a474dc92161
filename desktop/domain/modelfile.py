"""Reads Modelfiles as Ollama's own parser does, word for word, and knows where each part stands.

The grammar is that of parser/parser.go, version 0.33.0: a few states that are
driven by every character. Nothing is opened here: a path in a FROM is only text.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from desktop.domain.modelfile_kept import TRIPLE, KeptText

INSTRUCTIONS = (
    *("from", "license", "template", "system", "adapter", "draft"),
    *("renderer", "parser", "parameter", "message", "requires"),
)
ROLES = ("system", "user", "assistant")
MODEL = "model"
"""What a FROM is called among the commands."""

BAD_INSTRUCTION = (
    "command must be one of "
    + ", ".join(f'"{name}"' for name in INSTRUCTIONS[:-1])
    + f', or "{INSTRUCTIONS[-1]}"'
)
BAD_ROLE = 'message role must be one of "system", "user", or "assistant"'
NO_FROM = "no FROM line"
CUT_SHORT = "unexpected EOF"

_SPACE = frozenset(" \t")
_NEWLINE = frozenset("\r\n")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text, in characters from its beginning; `end` is behind the last one."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Command:
    """One instruction. `name` and `value` are what Ollama's parser makes of it.

    FROM is "model", a parameter is called by its own name, and a message's
    value begins with its role and a colon. `keyword` is the instruction as it
    was written in small letters, so that a parameter named "system" is told
    from a SYSTEM. `value_span` has the quotes in it.
    """

    name: str
    value: str
    keyword: str
    span: Span
    value_span: Span
    line: int


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    """Why a text is no Modelfile, in Ollama's words.

    `line` is counted as Ollama counts, where CR and LF are two; 0 where it
    names none. `offset` is the character that was one too many, or the length.
    """

    text: str
    line: int
    offset: int

    def __str__(self) -> str:
        return f"(line {self.line}): {self.text}" if self.line else self.text


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read: every command up to the problem, if there is one."""

    commands: tuple[Command, ...]
    problem: SyntaxProblem | None
    comments: tuple[Span, ...]

    def pairs(self) -> list[tuple[str, str]]:
        """Return the commands as Ollama's parser has them."""
        return [(command.name, command.value) for command in self.commands]


class _State(Enum):
    BETWEEN = auto()
    COMMENT = auto()
    NAME = auto()
    PARAMETER = auto()
    ROLE = auto()
    VALUE = auto()


_PLAIN = re.compile(r"[\x20-\x7e\t]+")
_LETTERS = re.compile(r"[A-Za-z]+")
_RUNS = {
    _State.COMMENT: _PLAIN,
    _State.NAME: _LETTERS,
    _State.PARAMETER: re.compile(r"[A-Za-z0-9_]+"),
    _State.ROLE: _LETTERS,
    _State.VALUE: _PLAIN,
}
"""Characters that leave the state as it is, and that are all kept where it keeps any."""


def decode(raw: bytes) -> str:
    """Return a file's text: UTF-16 where a byte order mark says so, else UTF-8.

    What is no text becomes U+FFFD. A mark of UTF-8 is taken off, as Ollama does.
    """
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    return raw.decode("utf-8", "replace")


def parse(text: str) -> Parsed:
    """Read a Modelfile; what is wrong with it is in the result."""
    reader = _Reader(text)
    problem = reader.read()
    return Parsed(tuple(reader.commands), problem, tuple(reader.comments))


def unquote(value: str) -> tuple[str, bool]:
    """Return a value without its quotes, and whether they are closed."""
    for quotes in (TRIPLE, '"'):
        if value.startswith(quotes):
            is_closed = len(value) >= 2 * len(quotes) and value.endswith(quotes)
            return (value[len(quotes) : -len(quotes)] if is_closed else ""), is_closed
    return value, True


class _Wrong(Exception):
    def __init__(self, text: str, *, has_line: bool = True) -> None:
        super().__init__(text)
        self.has_line = has_line


class _Reader:
    def __init__(self, text: str) -> None:
        self.commands: list[Command] = []
        self.comments: list[Span] = []
        self._text = text
        self._state = _State.BETWEEN
        self._kept = KeptText()
        self._name = ""
        self._keyword = ""
        self._role = ""
        self._start = 0
        self._value_start = 0
        self._line = self._first_line = 1

    def read(self) -> SyntaxProblem | None:
        offset = 0
        try:
            while offset < len(self._text):
                behind = self._plain_run(offset)
                if behind == offset:
                    character = self._text[offset]
                    if character in _NEWLINE:
                        self._line += 1
                    self._take(offset, character)
                    behind += 1
                offset = behind
            self._end(offset)
        except _Wrong as wrong:
            return SyntaxProblem(str(wrong), self._line if wrong.has_line else 0, offset)
        return None

    def _plain_run(self, offset: int) -> int:
        """Take at once what cannot change the state, which most of a text is; return its end."""
        pattern = _RUNS.get(self._state)
        run = pattern.match(self._text, offset) if pattern else None
        if run is None:
            return offset
        if self._state is not _State.COMMENT:
            self._kept.add_run(run.group())
        return run.end()

    def _take(self, offset: int, character: str) -> None:
        match self._state:
            case _State.BETWEEN:
                self._begin(offset, character)
            case _State.COMMENT:
                self._comment(offset, character)
            case _State.NAME:
                self._word(offset, character)
            case _State.PARAMETER:
                self._parameter(offset, character)
            case _State.ROLE:
                self._speaker(offset, character)
            case _State.VALUE:
                self._add_to_value(offset, character)

    def _begin(self, offset: int, character: str) -> None:
        if character in _SPACE or character in _NEWLINE:
            return
        self._start, self._first_line = offset, self._line
        self._kept.take()
        if character == "#":
            self._state = _State.COMMENT
        else:
            self._state = _State.NAME
            self._kept.add(character)

    def _comment(self, offset: int, character: str) -> None:
        if character in _NEWLINE:
            self.comments.append(Span(self._start, offset))
            self._state = _State.BETWEEN

    def _word(self, offset: int, character: str) -> None:
        keyword = self._kept.take().lower()
        if character not in _SPACE or keyword not in INSTRUCTIONS:
            raise _Wrong(BAD_INSTRUCTION)
        self._keyword = keyword
        self._name = MODEL if keyword == "from" else keyword
        self._value_start = offset + 1
        following = {"parameter": _State.PARAMETER, "message": _State.ROLE}
        self._state = following.get(keyword, _State.VALUE)

    def _parameter(self, offset: int, character: str) -> None:
        self._demand_space(character)
        self._name = self._kept.take()
        self._to_value(offset)

    def _speaker(self, offset: int, character: str) -> None:
        self._demand_space(character)
        self._role = self._kept.take()
        if self._role not in ROLES:
            raise _Wrong(BAD_ROLE)
        self._to_value(offset)

    def _demand_space(self, character: str) -> None:
        if character not in _SPACE:
            raise _Wrong(f"{CUT_SHORT}: {self._kept.text}", has_line=False)

    def _to_value(self, offset: int) -> None:
        self._value_start = offset + 1
        self._state = _State.VALUE

    def _add_to_value(self, offset: int, character: str) -> None:
        if character in _NEWLINE and self._close(offset):
            self._state = _State.BETWEEN
        elif character in _SPACE or character in _NEWLINE:
            self._kept.add_any(character)
        else:
            self._kept.add(character)

    def _close(self, offset: int) -> bool:
        """Make a command of what was kept, unless a quote is still open."""
        if self._kept.has_open_quote():
            return False
        value, is_closed = unquote(self._kept.text.strip(" \t\r\n"))
        if not is_closed:
            return False
        said = f"{self._role}: {value}" if self._role else value
        self.commands.append(
            Command(
                self._name,
                said,
                self._keyword,
                Span(self._start, offset),
                Span(self._value_start, offset),
                self._first_line,
            )
        )
        self._role = ""
        self._kept.take()
        return True

    def _end(self, offset: int) -> None:
        if self._state is _State.COMMENT:
            self.comments.append(Span(self._start, offset))
        elif self._state is not _State.BETWEEN and (
            self._state is not _State.VALUE or not self._close(offset)
        ):
            raise _Wrong(CUT_SHORT, has_line=False)
        if not any(command.name == MODEL for command in self.commands):
            raise _Wrong(NO_FROM, has_line=False)
