"""Frozen records to JSON values and back, losing nothing that is not understood."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from typing import Any, TypeGuard, TypeVar, cast, get_args, get_origin, get_type_hints

import msgspec

from desktop.domain.model import JsonValue

R = TypeVar("R", bound="Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Base of what a settings file holds. Every field of a record has a default.

    `more` keeps what this version cannot read, under its own key: keys it does
    not know, and values of another type than it expects. They are written back.
    """

    more: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue], repr=False)


def decode(kind: type[R], value: Mapping[str, JsonValue]) -> R:
    """Read a record; a value that does not fit its field leaves the field at its default."""
    hints = get_type_hints(kind, include_extras=True)
    known: dict[str, Any] = {}
    more: dict[str, JsonValue] = {}
    for key, item in value.items():
        if key == "more" or key not in hints:
            more[key] = item
            continue
        try:
            known[key] = _read(hints[key], item)
        except msgspec.ValidationError:
            more[key] = item
    return kind(**known, more=more)


def encode(record: Record) -> dict[str, JsonValue]:
    """Return the record as a JSON object.

    A value that could not be read is written back as it was, unless a person
    has changed the field since.
    """
    result: dict[str, JsonValue] = dict(record.more)
    for part in fields(record):
        value: object = getattr(record, part.name)
        is_kept = part.name in record.more and value == _default(part)
        if part.name != "more" and not is_kept:
            result[part.name] = _write(value)
    return result


def _read(hint: Any, item: JsonValue) -> object:
    if _is_record(hint):
        return decode(hint, msgspec.convert(item, dict[str, Any]))
    if get_origin(hint) is tuple and _is_record(inner := get_args(hint)[0]):
        rows = msgspec.convert(item, list[dict[str, Any]])
        return tuple(decode(inner, row) for row in rows)
    return msgspec.convert(item, hint)


def _is_record(hint: object) -> TypeGuard[type[Record]]:
    return isinstance(hint, type) and issubclass(hint, Record)


def _write(value: object) -> JsonValue:
    if isinstance(value, Record):
        return encode(value)
    if isinstance(value, tuple):
        return [_write(item) for item in cast("tuple[object, ...]", value)]
    return msgspec.to_builtins(value)


def _default(part: "Field[Any]") -> object:
    return part.default if part.default_factory is MISSING else part.default_factory()
