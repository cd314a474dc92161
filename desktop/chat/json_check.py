"""One walk through a JSON value and its schema, side by side."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import unquote

from desktop.chat.json_rules import (
    BOUNDS,
    TYPES,
    Problem,
    ProblemKind,
    has_type,
    is_multiple,
    key_of,
    shown,
    type_of,
)
from desktop.domain.model import JsonValue

Schema: TypeAlias = dict[str, JsonValue]

_DEEPEST = 100
_MOST_STEPS = 100_000
_SILENT = frozenset(
    {"$schema", "$id", "$comment", "$defs", "definitions", "title", "description", "default"}
    | {"examples", "deprecated", "readOnly", "writeOnly"}
)
"""Keywords that demand nothing."""
_CHECKED = frozenset(
    {"$ref", "type", "enum", "const", "properties", "required", "additionalProperties"}
    | {"items", "prefixItems", "uniqueItems", "multipleOf", "anyOf", "oneOf", "allOf", "not"}
    | BOUNDS.keys()
)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the walk is: the way to the value, and the schema's place as a JSON pointer."""

    path: tuple[str | int, ...] = ()
    place: str = "#"
    depth: int = 0

    def at(self, *steps: str | int) -> "_Spot":
        """Return another schema for the same value."""
        below = "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in steps)
        return _Spot(self.path, self.place + below, self.depth + 1)

    def inner(self, key: str | int, *steps: str | int) -> "_Spot":
        """Return the schema for a member or an item of the value."""
        return _Spot((*self.path, key), self.at(*steps).place, self.depth + 1)


class Check:
    """What is wrong with a value, and with the schema itself, is gathered as the walk goes on."""

    def __init__(self, root: JsonValue) -> None:
        self._root = root
        self._found: list[Problem] = []
        self._about_schema: dict[tuple[str, str], Problem] = {}
        self._keys: dict[str, frozenset[Hashable]] = {}
        self._active: set[_Spot] = set()
        self._steps = 0
        self._is_cut = False

    def of(self, value: JsonValue) -> tuple[Problem, ...]:
        """Return all problems; first those of the schema."""
        self._value(value, self._root, _Spot())
        cut = [Problem((), ProblemKind.TOO_MUCH)] if self._is_cut else []
        return (*cut, *self._about_schema.values(), *self._found)

    def _value(self, value: JsonValue, schema: JsonValue, spot: _Spot) -> None:
        self._steps += 1 + (len(schema) if isinstance(schema, dict) else 0)
        if self._steps > _MOST_STEPS or spot.depth > _DEEPEST:
            self._is_cut = True
        elif schema is False:
            self._report(spot, ProblemKind.FORBIDDEN)
        elif isinstance(schema, dict):
            self._all_keywords(value, schema, spot)
        elif schema is not True:
            self._blame("schema", spot)

    def _all_keywords(self, value: JsonValue, schema: Schema, spot: _Spot) -> None:
        for keyword in schema:
            if keyword not in _SILENT and keyword not in _CHECKED:
                self._blame(keyword, spot, ProblemKind.UNSUPPORTED)
        if "$ref" in schema:
            self._reference(value, schema["$ref"], spot)
        if not self._has_right_type(value, schema, spot):
            return
        self._constants(value, schema, spot)
        self._bounds(value, schema, spot)
        self._multiple(value, schema, spot)
        if isinstance(value, dict):
            self._members(value, schema, spot)
        if isinstance(value, list):
            self._items(value, schema, spot)
        self._combinations(value, schema, spot)

    def _report(self, spot: _Spot, kind: ProblemKind, **facts: str) -> None:
        self._found.append(Problem(spot.path, kind, facts))

    def _blame(
        self, keyword: str, spot: _Spot, kind: ProblemKind = ProblemKind.BROKEN_SCHEMA
    ) -> None:
        """Say that a keyword is not understood or makes no sense, once for its place."""
        facts = {"keyword": keyword, "place": spot.place}
        self._about_schema.setdefault((spot.place, keyword), Problem((), kind, facts))

    def _reference(self, value: JsonValue, pointer: JsonValue, spot: _Spot) -> None:
        if not isinstance(pointer, str):
            self._blame("$ref", spot)
            return
        if not (pointer == "#" or pointer.startswith("#/")):
            self._blame("$ref", spot, ProblemKind.UNSUPPORTED)
            return
        here = _Spot(spot.path, pointer)
        target = _resolved(self._root, pointer)
        if target is None or here in self._active:
            self._blame("$ref", spot)
            return
        self._active.add(here)
        self._value(value, target, _Spot(spot.path, pointer, spot.depth + 1))
        self._active.discard(here)

    def _has_right_type(self, value: JsonValue, schema: Schema, spot: _Spot) -> bool:
        """Whether the type is right; if it is not, no other keyword has anything to add."""
        if "type" not in schema:
            return True
        given = schema["type"]
        names = given if isinstance(given, list) else [given]
        known = [name for name in names if isinstance(name, str) and name in TYPES]
        if not names or len(known) < len(names):
            self._blame("type", spot)
            return True
        if any(has_type(value, name) for name in known):
            return True
        self._report(spot, ProblemKind.TYPE, expected=", ".join(known), actual=type_of(value))
        return False

    def _constants(self, value: JsonValue, schema: Schema, spot: _Spot) -> None:
        for keyword, kind in (("const", ProblemKind.CONST), ("enum", ProblemKind.ENUM)):
            if keyword not in schema:
                continue
            given = schema[keyword]
            choices = given if keyword == "enum" else [given]
            if not isinstance(choices, list):
                self._blame(keyword, spot)
            elif key_of(value) not in self._keys_of(choices, spot.at(keyword).place):
                expected = ", ".join(shown(choice) for choice in choices[:9])
                self._report(spot, kind, expected=expected, actual=shown(value))

    def _keys_of(self, choices: Sequence[JsonValue], place: str) -> frozenset[Hashable]:
        if place not in self._keys:
            self._keys[place] = frozenset(key_of(choice) for choice in choices)
        return self._keys[place]

    def _bounds(self, value: JsonValue, schema: Schema, spot: _Spot) -> None:
        for keyword, limit in schema.items():
            bound = BOUNDS.get(keyword)
            if bound is None:
                continue
            if isinstance(limit, bool) or not isinstance(limit, int | float):
                self._blame(keyword, spot)
            elif has_type(value, bound.type) and not bound.holds(bound.measure(value), limit):
                actual = shown(value if bound.type == "number" else int(bound.measure(value)))
                self._report(spot, bound.kind, keyword=keyword, limit=shown(limit), actual=actual)

    def _multiple(self, value: JsonValue, schema: Schema, spot: _Spot) -> None:
        step = schema.get("multipleOf", 1)
        if isinstance(step, bool) or not isinstance(step, int | float) or step <= 0:
            self._blame("multipleOf", spot)
        elif "multipleOf" in schema and has_type(value, "number") and not is_multiple(value, step):
            self._report(spot, ProblemKind.NO_MULTIPLE, limit=shown(step), actual=shown(value))

    def _members(self, value: Mapping[str, JsonValue], schema: Schema, spot: _Spot) -> None:
        properties = schema.get("properties", {})
        if not isinstance(properties, dict):
            self._blame("properties", spot)
            properties = {}
        self._required(value, schema.get("required", []), spot)
        more = True if "patternProperties" in schema else schema.get("additionalProperties", True)
        for key, each in value.items():
            if key in properties:
                self._value(each, properties[key], spot.inner(key, "properties", key))
            elif more is False:
                self._report(spot.inner(key), ProblemKind.UNEXPECTED, key=shown(key))
            else:
                self._value(each, more, spot.inner(key, "additionalProperties"))

    def _required(self, value: Mapping[str, JsonValue], keys: JsonValue, spot: _Spot) -> None:
        if not isinstance(keys, list):
            self._blame("required", spot)
            return
        self._steps += len(keys)
        for key in keys:
            if not isinstance(key, str):
                self._blame("required", spot)
            elif key not in value:
                self._report(spot, ProblemKind.MISSING, key=shown(key))

    def _items(self, value: Sequence[JsonValue], schema: Schema, spot: _Spot) -> None:
        first, rest = schema.get("prefixItems", []), schema.get("items", True)
        if isinstance(rest, list):  # as drafts up to 7 wrote what is prefixItems now
            first, rest = rest, True
        if not isinstance(first, list):
            self._blame("prefixItems", spot)
            first = []
        for number, each in enumerate(value):
            if number < len(first):
                self._value(each, first[number], spot.inner(number, "prefixItems", number))
            else:
                self._value(each, rest, spot.inner(number, "items"))
        if schema.get("uniqueItems") is True:
            self._unique(value, spot)

    def _unique(self, value: Sequence[JsonValue], spot: _Spot) -> None:
        seen: set[Hashable] = set()
        for number, each in enumerate(value):
            key = key_of(each)
            if key in seen:
                self._report(spot.inner(number), ProblemKind.REPEATED, actual=shown(each))
            seen.add(key)

    def _combinations(self, value: JsonValue, schema: Schema, spot: _Spot) -> None:
        for number, part in enumerate(self._parts(schema, "allOf", spot)):
            self._value(value, part, spot.at("allOf", number))
        if "not" in schema and not self._trial(value, schema["not"], spot.at("not")):
            self._report(spot, ProblemKind.FORBIDDEN)
        for keyword in ("anyOf", "oneOf"):
            if parts := self._parts(schema, keyword, spot):
                self._alternatives(value, keyword, parts, spot)

    def _parts(self, schema: Schema, keyword: str, spot: _Spot) -> Sequence[JsonValue]:
        parts = schema.get(keyword, [])
        if isinstance(parts, list) and (parts or keyword not in schema):
            return parts
        self._blame(keyword, spot)
        return []

    def _alternatives(
        self, value: JsonValue, keyword: str, parts: Sequence[JsonValue], spot: _Spot
    ) -> None:
        """Report what is wrong with the one alternative of the right type, if there is one."""
        trials = [
            self._trial(value, part, spot.at(keyword, number)) for number, part in enumerate(parts)
        ]
        matching = sum(not trial for trial in trials)
        if matching == 1 or (matching and keyword == "anyOf"):
            return
        near = [trial for trial in trials if not _is_of_other_type(trial, spot)]
        if matching:
            self._report(spot, ProblemKind.SEVERAL_ALTERNATIVES, count=str(matching))
        elif len(near) == 1:
            self._found += near[0]
        else:
            self._report(spot, ProblemKind.NO_ALTERNATIVE, count=str(len(parts)))

    def _trial(self, value: JsonValue, schema: JsonValue, spot: _Spot) -> list[Problem]:
        """Return what would be wrong, without reporting it."""
        before, self._found = self._found, []
        self._value(value, schema, spot)
        result, self._found = self._found, before
        return result


def _is_of_other_type(trial: Sequence[Problem], spot: _Spot) -> bool:
    return any(each.path == spot.path and each.kind is ProblemKind.TYPE for each in trial)


def _resolved(root: JsonValue, pointer: str) -> JsonValue:
    """Return what a JSON pointer leads to (RFC 6901, as a fragment); None if it is not there."""
    here = root
    for step in unquote(pointer[1:]).split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        if isinstance(here, dict) and key in here:
            here = here[key]
        elif isinstance(here, list) and key.isascii() and key.isdecimal() and len(key) < 9:
            here = here[int(key)] if int(key) < len(here) else None
        else:
            return None
    return here
