"""A model's own Modelfile, made from its card.

The server's text is of no use: it names a file on the server's disk, and a value
that begins with a quote does not come back from it (modelfile.md, trap 6).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from desktop.domain.model import ModelCard
from desktop.domain.modelfile import MODEL, ROLES, parse
from desktop.domain.modelfile_check import is_path
from desktop.domain.modelfile_writing import Obstacle, Unwritable, write_one
from desktop.domain.name import BadName, is_same_name, parse_name
from desktop.domain.parameters import BadValue, read_value, written_value
from desktop.domain.text import visible

_FROM_TEXT = ("renderer", "parser", "requires")
"""What the server's text alone has."""
_FILES = ("adapter", "draft")


class Reason(Enum):
    """Why a part of a model is not in its Modelfile."""

    DROPPED_CHARACTERS = auto()
    QUOTES = auto()
    NAME = auto()
    BAD_VALUE = auto()
    """A parameter that Ollama's own client refuses, though the server took it (fact 49)."""
    ROLE = auto()
    """A message of another role than system, user and assistant."""
    SERVER_FILE = auto()
    """A file on the server, which cannot be fetched from it."""


_OBSTACLES = {
    Obstacle.DROPPED_CHARACTERS: Reason.DROPPED_CHARACTERS,
    Obstacle.QUOTES: Reason.QUOTES,
    Obstacle.NAME: Reason.NAME,
}


@dataclass(frozen=True, slots=True)
class Missing:
    """A part that no Modelfile can hold. `name` is its instruction or parameter."""

    name: str
    value: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class ModelSource:
    """A Modelfile, and what it does not have of its model.

    What is missing comes with FROM all the same where that is the model itself.
    """

    text: str
    missing: tuple[Missing, ...] = ()


def modelfile_of(card: ModelCard, name: str, base: str = "") -> str:
    """Return the text of `source_of`."""
    return source_of(card, name, base).text


def source_of(
    card: ModelCard, name: str, base: str = "", base_card: ModelCard | None = None
) -> ModelSource:
    """Return a Modelfile that makes this model again from `base`, or from itself without one.

    A server adds licences to those of the base and has no way to take one out, so
    that only those are written which the base does not bring: with its card, what
    it lacks; without it, all; from the model itself, none. A `base` that is no name,
    such as the path that old servers have in `parent_model`, counts as none.
    """
    of_itself = not _is_name(base) or is_same_name(base, name)
    licence = "" if of_itself else _licence_beyond(card.license, base_card)
    lines, missing = [f"# {visible(name)}\n"], list[Missing]()
    for part, value in ((MODEL, name if of_itself else base), *_parts(card, licence)):
        written = _line(part, value)
        if isinstance(written, Missing):
            missing.append(written)
            lines.append(f"# Left out: {_named(written)}\n")
        else:
            lines.append(written)
    return ModelSource("".join(lines), tuple(missing))


def _parts(card: ModelCard, licence: str) -> Iterator[tuple[str, str]]:
    """Yield the commands that make a card, in the order in which people write them."""
    own = {name: value for name, value in parse(card.modelfile).pairs() if name in _FROM_TEXT}
    yield from ((name, value) for name, value in _server_files(card))
    for name, shown in card.parameter_rows:
        yield f"parameter {name}", written_value(name, shown)
    if card.template:
        yield "template", card.template
    yield from own.items()
    if card.system:
        yield "system", card.system
    for message in card.messages:
        yield "message", f"{message.role}: {message.content}"
    if licence:
        yield "license", licence


def _server_files(card: ModelCard) -> Iterator[tuple[str, str]]:
    for command in parse(card.modelfile).commands:
        if command.keyword in _FILES:
            yield command.name, command.value


def _line(part: str, value: str) -> str | Missing:
    keyword, _, parameter = part.partition(" ")
    name = parameter or keyword
    if keyword in _FILES:
        return Missing(name, value, Reason.SERVER_FILE)
    if keyword == "message" and value.partition(": ")[0] not in ROLES:
        return Missing(name, value, Reason.ROLE)
    try:
        if keyword == "parameter":
            read_value(name, value)
        line = write_one(name, value)
    except BadValue:
        return Missing(name, value, Reason.BAD_VALUE)
    except Unwritable as error:
        return Missing(name, value, _OBSTACLES[error.obstacle])
    return line


def _licence_beyond(licence: str, base: ModelCard | None) -> str:
    if base is None or not base.license:
        return licence
    if licence == base.license:
        return ""
    return licence.removeprefix(f"{base.license}\n")


def _named(missing: Missing) -> str:
    """Write what is missing in one line; a text from the server ends no comment."""
    value = visible(missing.value)
    short = value if len(value) <= 60 else f"{value[:60]}…"
    name = "from" if missing.name == MODEL else missing.name
    return f"{visible(name)} {short}"


def _is_name(base: str) -> bool:
    if is_path(base):
        return False
    try:
        parse_name(base)
    except BadName:
        return False
    return True
