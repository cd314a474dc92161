"""Which parts of two Modelfiles differ, whatever their order and quoting."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.modelfile import Command, Parsed
from desktop.domain.modelfile_check import is_path
from desktop.domain.name import BadName, parse_name
from desktop.domain.parameters import BadValue, read_value

_ORDER = (
    *("from", "adapter", "draft", "parameter", "template", "system"),
    *("renderer", "parser", "requires", "message", "license"),
)
_SEVERAL = frozenset({"from", "message", "license"})
"""What adds up; of everything else the last one counts."""


@dataclass(frozen=True, slots=True)
class PartDifference:
    """One part that differs. `name` is a parameter's, else ""; no values is "not there"."""

    keyword: str
    name: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def differing_parts(old: Parsed, new: Parsed) -> tuple[PartDifference, ...]:
    """Return what differs for a model that is made, in the order in which people write it.

    0.20 and 0.2 are the same temperature, llama3.2 and llama3.2:latest the same
    base, and two licences are the same as one that has both texts.
    """
    before, after = _parts(old), _parts(new)
    keys = sorted({*before, *after}, key=lambda key: (_ORDER.index(key[0]), key[1]))
    return tuple(
        PartDifference(*key, before.get(key, ()), after.get(key, ()))
        for key in keys
        if _plain(key, before.get(key, ())) != _plain(key, after.get(key, ()))
    )


def _parts(parsed: Parsed) -> dict[tuple[str, str], tuple[str, ...]]:
    parts: dict[tuple[str, str], tuple[str, ...]] = {}
    for command in parsed.commands:
        key = (command.keyword, command.name if command.keyword == "parameter" else "")
        earlier = parts.get(key, ()) if _adds_up(command) else ()
        parts[key] = (*earlier, command.value)
    return parts


def _adds_up(command: Command) -> bool:
    return command.keyword in _SEVERAL or command.name == "stop"


def _plain(key: tuple[str, str], values: tuple[str, ...]) -> tuple[object, ...]:
    """Return what is compared."""
    keyword, name = key
    if keyword == "license":
        return ("\n".join(values),)
    reading: dict[str, Callable[[str], object]] = {
        "parameter": lambda value: _read(name, value),
        "from": _base,
        "requires": lambda value: value.removeprefix("v"),
    }
    return tuple(reading.get(keyword, str)(value) for value in values)


def _read(name: str, value: str) -> object:
    try:
        return read_value(name, value)
    except BadValue:
        return value


def _base(value: str) -> object:
    if is_path(value):
        return value
    try:
        return parse_name(value)
    except BadName:
        return value
