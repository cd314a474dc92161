"""Reads one line of a Modelfile at a time, each by the parser that reads the whole.

What a line means depends on nothing but the quote that an earlier one left open,
so a text of any length is coloured again only from where it was changed to where
that makes no difference any more.
"""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.domain.modelfile import INSTRUCTIONS, Command, Parsed, parse
from desktop.domain.parameters import PARAMETERS, BadValue, Kind, read_value
from desktop.domain.printable import is_printable
from desktop.ui.workshop.editor.standing import BETWEEN, Standing
from desktop.ui.workshop.editor.template import Part, pieces

_TRIPLE = '"""'


class Ink(Enum):
    """What a piece of a line is, and so how it is coloured."""

    KEYWORD = auto()
    NAME = auto()
    NUMBER = auto()
    STRING = auto()
    COMMENT = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of one line, in characters from its beginning."""

    start: int
    end: int
    ink: Ink


@dataclass(frozen=True, slots=True)
class LineReading:
    """The coloured pieces of a line, and what it leaves open for the next."""

    tokens: tuple[Token, ...]
    end: Standing = BETWEEN


_INK_OF_PART = {
    Part.TEXT: Ink.STRING,
    Part.ACTION: Ink.NUMBER,
    Part.REMARK: Ink.COMMENT,
    Part.SPECIAL: Ink.NAME,
}


def read_line(line: str, start: Standing = BETWEEN) -> LineReading:
    """Read a line that begins like that; it holds no line's end."""
    if start.is_open:
        return _read_on(line, start)
    parsed = parse(line)
    if parsed.comments:
        span = parsed.comments[0]
        return LineReading((Token(span.start, span.end, Ink.COMMENT),))
    if parsed.commands:
        return _of_command(line, parsed.commands[0], BETWEEN)
    opened = _opened(line, parsed)
    if opened is not None:
        quote = _TRIPLE if _kept(line, opened).startswith(_TRIPLE) else '"'
        return _of_command(line, opened, Standing(opened.keyword, quote))
    return LineReading(_keyword_alone(line))


def closes(line: str, quote: str) -> bool:
    """Whether a line ends a value that an earlier one opened with that quote."""
    return '"' in line and bool(parse(f"SYSTEM {quote}.\n{line}").commands)


def _read_on(line: str, start: Standing) -> LineReading:
    is_closed = closes(line, start.quote)
    if start.keyword != "template":
        tokens = (Token(0, len(line), Ink.STRING),) if line else ()
        return LineReading(tokens, BETWEEN if is_closed else start)
    tokens, is_in_action = _of_template(line, 0, len(line), start.is_in_action)
    end = BETWEEN if is_closed else Standing(start.keyword, start.quote, is_in_action)
    return LineReading(tokens, end)


def _opened(line: str, parsed: Parsed) -> Command | None:
    """Return the command of a line whose quote is still open; three quotes close either kind."""
    if parsed.problem is None or '"' not in line:
        return None
    commands = parse(f"{line}\n{_TRIPLE}").commands
    return commands[0] if commands else None


def _kept(line: str, command: Command) -> str:
    written = line[command.value_span.start :]
    return "".join(one for one in written if is_printable(one)).strip(" ")


def _of_command(line: str, command: Command, end: Standing) -> LineReading:
    start = command.span.start
    behind = start + len(command.keyword)
    tokens = [Token(start, behind, Ink.KEYWORD)]
    at = command.value_span.start
    if command.keyword in {"parameter", "message"} and _is_known(command):
        tokens.append(Token(behind + 1, at - 1, Ink.NAME))
    while at < len(line) and line[at] in " \t":
        at += 1
    ink = _ink_of_value(line[at:], command)
    if command.keyword == "template":
        inside, is_in_action = _of_template(line, at, len(line), is_in_action=False)
        tokens += inside
        end = Standing(end.keyword, end.quote, is_in_action) if end.is_open else end
    elif ink is not None and at < len(line):
        tokens.append(Token(at, len(line), ink))
    return LineReading(tuple(token for token in tokens if token.start < token.end), end)


def _is_known(command: Command) -> bool:
    return command.keyword == "message" or command.name in PARAMETERS


def _ink_of_value(written: str, command: Command) -> Ink | None:
    parameter = PARAMETERS.get(command.name) if command.keyword == "parameter" else None
    if parameter is not None and parameter.kind is not Kind.TEXTS:
        return Ink.NUMBER if _is_right(command) else None
    if parameter is None and command.keyword == "parameter":
        return Ink.NUMBER if command.value.replace(".", "", 1).isdecimal() else None
    return Ink.STRING if written.startswith('"') or parameter is not None else None


def _is_right(command: Command) -> bool:
    try:
        read_value(command.name, command.value)
    except BadValue:
        return False
    return True


def _of_template(
    line: str, start: int, end: int, is_in_action: bool
) -> tuple[tuple[Token, ...], bool]:
    found, is_open = pieces(line, start, end, is_in_action=is_in_action)
    return tuple(Token(one.start, one.end, _INK_OF_PART[one.part]) for one in found), is_open


def _keyword_alone(line: str) -> tuple[Token, ...]:
    """Colour the instruction of a line that is still being typed."""
    bare = line.lstrip(" \t")
    word = bare.replace("\t", " ").partition(" ")[0]
    if word.lower() not in INSTRUCTIONS:
        return ()
    start = len(line) - len(bare)
    return (Token(start, start + len(word), Ink.KEYWORD),)
