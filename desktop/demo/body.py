"""Reads the JSON of a request, and complains about it in Go's words (fact 13)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from desktop.demo.reply import Refusal
from desktop.domain.model import JsonValue

T = TypeVar("T")

_KINDS: tuple[tuple[type[object], str], ...] = (
    (bool, "bool"),
    (str, "string"),
    (int, "number"),
    (float, "number"),
    (list, "array"),
    (dict, "object"),
)
_LITERALS = ("null", "true", "false")


@dataclass(frozen=True, slots=True)
class Body:
    """The fields of a request. `struct` is the name that Go gives its type in complaints."""

    fields: Mapping[str, JsonValue]
    struct: str

    def text(self, name: str) -> str:
        return self._typed(name, str, "string", "")

    def boolean(self, name: str, default: bool = False) -> bool:
        return self._typed(name, bool, "bool", default)

    def mapping(self, name: str) -> Mapping[str, JsonValue]:
        return self._typed(name, dict[str, JsonValue], "map[string]interface {}", {})

    def sequence(self, name: str) -> list[JsonValue]:
        return self._typed(name, list[JsonValue], "[]interface {}", [])

    def value(self, name: str) -> JsonValue:
        return self.fields.get(name)

    @property
    def model(self) -> str:
        """The model's name; older clients say `name` (fact 48)."""
        return self.text("model") or self.text("name")

    def _typed(self, name: str, kind: type[T], go_kind: str, default: T) -> T:
        value = self.fields.get(name)
        if value is None:
            return default
        if isinstance(value, getattr(kind, "__origin__", kind)):
            return cast("T", value)
        raise Refusal(400, unmarshal(value, f"{self.struct}.{name}", go_kind))


def unmarshal(value: JsonValue, where: str, go_kind: str) -> str:
    """Say, as Go does, that a value has the wrong type."""
    given = next((word for kind, word in _KINDS if isinstance(value, kind)), "null")
    return f"json: cannot unmarshal {given} into Go struct field {where} of type {go_kind}"


def read_body(raw: bytes, struct: str) -> Body:
    """Read a request's JSON.

    Raises:
        Refusal: there is none, or it is not an object.
    """
    if not raw.strip():
        raise Refusal(400, "missing request body")
    text = raw.decode("utf-8", "replace")
    try:
        value, _ = json.JSONDecoder().raw_decode(text.strip())
    except json.JSONDecodeError as error:
        raise Refusal(400, _complaint(text.strip(), error)) from None
    except RecursionError:
        raise Refusal(400, "json: exceeded max depth") from None
    if not isinstance(value, dict):
        kind = next((word for kind, word in _KINDS if isinstance(value, kind)), "null")
        raise Refusal(400, f"json: cannot unmarshal {kind} into Go value of type api.{struct}")
    return Body(cast("dict[str, JsonValue]", value), struct)


def _complaint(text: str, error: json.JSONDecodeError) -> str:
    rest = text[error.pos :]
    if not rest.strip() or "Unterminated" in error.msg:
        return "unexpected EOF"
    for literal in _LITERALS:
        if rest[0] == literal[0]:
            return _bad_literal(rest, literal)
    where = "looking for beginning of value"
    if "property name" in error.msg:
        where = "looking for beginning of object key string"
    elif "delimiter" in error.msg:
        where = "after object key:value pair" if "," in error.msg else "after object key"
    return f"invalid character '{rest[0]}' {where}"


def _bad_literal(rest: str, literal: str) -> str:
    for given, wanted in zip(rest, literal, strict=False):
        if given != wanted:
            return f"invalid character '{given}' in literal {literal} (expecting '{wanted}')"
    return "unexpected EOF"
