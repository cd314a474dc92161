"""Writes commands as a Modelfile that Ollama's own parser reads back to the same commands."""

from collections.abc import Iterable
from enum import Enum, auto

from desktop.domain.modelfile import INSTRUCTIONS, MODEL, ROLES, Command, parse

_WORDS = frozenset(INSTRUCTIONS) - {"from", "parameter", "message"}


class Obstacle(Enum):
    """Why a command cannot be written so that it is read back."""

    DROPPED_CHARACTERS = auto()
    """The value has characters that the parser drops: joiners, fixed spaces, controls."""
    QUOTES = auto()
    """Its quotes would end it early: three of them end a line, or the like."""
    NAME = auto()
    """No parameter can have that name: letters, digits and underscores alone are read."""


class Unwritable(ValueError):
    """A command that no Modelfile can hold."""

    def __init__(self, name: str, obstacle: Obstacle) -> None:
        super().__init__(f"{name} cannot be written: {obstacle.name}")
        self.name = name
        self.obstacle = obstacle


def write(commands: Iterable[tuple[str, str]]) -> str:
    """Return a Modelfile of these (name, value) pairs, one after the other.

    Raises:
        Unwritable: a value or a name does not survive Ollama's parser.
    """
    return "".join(write_one(name, value) for name, value in commands)


def write_one(name: str, value: str) -> str:
    """Return one instruction with its line's end, in the plainest form that is read back.

    `"` is used where the value has a newline, outer spaces or begins with a quote
    (`ollama show` forgets the last, so that its own text does not come back).

    Raises:
        Unwritable: no form of it is read back.
    """
    head, text = _head(name, value)
    for form in (text, f'"""{text}"""', f'"{text}"'):
        line = f"{head} {form}\n"
        if _reads_as(line, name, value):
            return line
    raise Unwritable(name, _obstacle(head, text))


def _head(name: str, value: str) -> tuple[str, str]:
    """Return what stands before the value, and the value without a message's role."""
    if name == MODEL:
        return "FROM", value
    if name == "message":
        role, colon, text = value.partition(": ")
        if colon and role in ROLES:
            return f"MESSAGE {role}", text
    return (name.upper() if name in _WORDS else f"PARAMETER {name}"), value


def _reads_as(line: str, name: str, value: str) -> bool:
    commands: tuple[Command, ...] = parse(f"{line}FROM x\n").commands
    pairs = [(command.name, command.value) for command in commands]
    return pairs == [(name, value), (MODEL, "x")]


def _obstacle(head: str, text: str) -> Obstacle:
    if parse(f"{head} x\nFROM x\n").problem is not None:
        return Obstacle.NAME
    kept = parse(f'SYSTEM """{text}\n.\n"""\nFROM x\n').commands
    is_whole = bool(kept) and kept[0].value == f"{text}\n.\n"
    has_quotes = '"""' in text or text.endswith('"')
    return Obstacle.QUOTES if is_whole or has_quotes else Obstacle.DROPPED_CHARACTERS
