"""Frozen facts in a column of JSON: written whole, read as far as they can be."""

import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import Any, TypeVar, cast, get_type_hints

import msgspec

from desktop.domain.model import JsonValue

D = TypeVar("D")


def to_json(value: object) -> str:
    """Return a fact as ASCII JSON, which holds even half a surrogate pair."""
    return json.dumps(msgspec.to_builtins(value), separators=(",", ":"))


def from_json(kind: type[D], raw: object) -> D:
    """Read a dataclass whose fields all have defaults.

    A field that cannot be read, or a text that is no JSON, leaves the default.
    """
    text = raw if isinstance(raw, str) else ""
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, UnicodeError):
        value = _value(text)
        return _read_fields(kind, value) if isinstance(value, dict) else kind()


def rows_from_json(kind: type[D], raw: object) -> tuple[D, ...]:
    """Read a list of dataclasses, leaving out those that cannot be read."""
    value = _value(raw if isinstance(raw, str) else "")
    found: list[D] = []
    for item in value if isinstance(value, list) else ():
        try:
            found.append(msgspec.convert(item, kind))
        except msgspec.ValidationError:
            continue
    return tuple(found)


def _read_fields(kind: type[D], value: Mapping[str, JsonValue]) -> D:
    known: dict[str, Any] = {}
    for name, hint in _hints(kind).items():
        if name in value:
            try:
                known[name] = msgspec.convert(value[name], hint)
            except msgspec.ValidationError:
                if is_dataclass(hint) and isinstance((inner := value[name]), dict):
                    known[name] = _read_fields(cast("type[Any]", hint), inner)
    return kind(**known)


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _value(raw: str) -> JsonValue:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None
