"""JSON that fits a schema: made-up values of the types that are asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from desktop.domain.model import JsonValue

_DEEPEST = 12
"""Levels below which a schema that refers to itself is not followed."""
_TEXTS = {
    "name": ("Ada Lovelace", "Grace Hopper", "Alan Turing"),
    "first_name": ("Ada", "Grace", "Alan"),
    "last_name": ("Lovelace", "Hopper", "Turing"),
    "title": ("Notes on the analytical engine", "The education of a computer"),
    "place": ("Colosseum", "Pantheon", "Capitoline Museums"),
    "summary": ("A made-up answer of the demo host, which fits your schema.",),
    "description": ("Made up by the demo host.",),
    "text": ("Made up by the demo host.",),
    "city": ("Rome", "Oslo", "Kyoto"),
    "country": ("Italy", "Norway", "Japan"),
    "language": ("en", "de", "zh"),
    "color": ("blue", "green"),
    "colour": ("blue", "green"),
    "currency": ("EUR",),
    "unit": ("kg",),
    "id": ("demo-1", "demo-2", "demo-3"),
}
_FORMATS = {
    "date": "2026-11-20",
    "time": "09:40:00Z",
    "date-time": "2026-11-20T09:40:00Z",
    "duration": "PT1H",
    "email": "ada@example.org",
    "hostname": "example.org",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.org/",
    "uuid": "00000000-0000-4000-8000-000000000001",
}
_NUMBERS = {"year": 2026, "age": 36, "count": 3, "rating": 4, "score": 0.9, "price": 12.5}


def made_for(schema: Mapping[str, JsonValue]) -> JsonValue:
    """Return a value that fits a schema as far as its types, choices and bounds go."""
    return _Making(schema).value(dict(schema), "", _Spot())


@dataclass(frozen=True, slots=True)
class _Spot:
    """How deep a value lies, and which one of a list it is in, so that these differ."""

    depth: int = 0
    turn: int = 0

    def inside(self, turn: int | None = None) -> "_Spot":
        return _Spot(self.depth + 1, self.turn if turn is None else turn)


@dataclass(frozen=True, slots=True)
class _Making:
    """Makes one value; `root` is where references lead."""

    root: Mapping[str, JsonValue]

    def value(self, given: JsonValue, name: str, spot: _Spot) -> JsonValue:
        schema = self._followed(_mapping(given), spot)
        for word in ("const", "default"):
            if word in schema:
                return schema[word]
        for word in ("enum", "examples"):
            if isinstance(choices := schema.get(word), list) and choices:
                return choices[spot.turn % len(choices)]
        for word in ("anyOf", "oneOf", "allOf"):
            if isinstance(choices := schema.get(word), list) and choices and spot.depth < _DEEPEST:
                return self.value(_merged(schema, choices, word), name, spot.inside())
        return self._of_type(_type_of(schema), schema, name, spot)

    def _of_type(
        self, kind: str, schema: Mapping[str, JsonValue], name: str, spot: _Spot
    ) -> JsonValue:
        match kind:
            case "object":
                return self._object(schema, spot)
            case "array":
                return self._array(schema, name, spot)
            case "integer":
                return round(_number(schema, name, spot))
            case "number":
                return _number(schema, name, spot)
            case "boolean":
                return spot.turn % 2 == 0
            case "null":
                return None
            case _:
                return _text(schema, name, spot)

    def _object(self, schema: Mapping[str, JsonValue], spot: _Spot) -> JsonValue:
        """Give every property where there is room, and only the required ones far down."""
        properties = _mapping(schema.get("properties"))
        required = [str(name) for name in _sequence(schema.get("required"))]
        names = list(properties) if spot.depth < _DEEPEST // 2 else required
        names += [name for name in required if name not in names]
        return {name: self.value(properties.get(name), name, spot.inside()) for name in names}

    def _array(self, schema: Mapping[str, JsonValue], name: str, spot: _Spot) -> JsonValue:
        least = _whole(schema.get("minItems"), 0)
        if spot.depth >= _DEEPEST and not least:
            return []
        length = min(_whole(schema.get("maxItems"), 100), max(least, 2))
        one = name.removesuffix("s")
        return [self.value(schema.get("items"), one, spot.inside(turn)) for turn in range(length)]

    def _followed(self, schema: Mapping[str, JsonValue], spot: _Spot) -> Mapping[str, JsonValue]:
        """Go to where a reference inside the schema leads."""
        path = schema.get("$ref")
        if not isinstance(path, str) or not path.startswith("#") or spot.depth >= _DEEPEST:
            return schema
        found: JsonValue = dict(self.root)
        for part in path.removeprefix("#").strip("/").split("/"):
            found = _mapping(found).get(part) if part else found
        return _mapping(found)


def _type_of(schema: Mapping[str, JsonValue]) -> str:
    kind = schema.get("type")
    kinds = [str(one) for one in kind] if isinstance(kind, list) else [str(kind or "")]
    kind = next((one for one in kinds if one != "null"), kinds[0] if kinds else "")
    if kind:
        return kind
    return "object" if "properties" in schema else "array" if "items" in schema else "string"


def _merged(
    schema: Mapping[str, JsonValue], choices: Sequence[JsonValue], word: str
) -> dict[str, JsonValue]:
    """Take the first of the choices, or all of them together for allOf."""
    whole = {key: value for key, value in schema.items() if key != word}
    for choice in choices if word == "allOf" else choices[:1]:
        whole |= _mapping(choice)
    return whole


def _number(schema: Mapping[str, JsonValue], name: str, spot: _Spot) -> float:
    value: float = _NUMBERS.get(name, 7) + spot.turn
    least, most = schema.get("minimum"), schema.get("maximum")
    if isinstance(least, int | float):
        value = max(value, least)
    if isinstance(most, int | float):
        value = min(value, most)
    return value


def _text(schema: Mapping[str, JsonValue], name: str, spot: _Spot) -> str:
    texts = _TEXTS.get(name) or (f"a {name or 'text'}",)
    found = _FORMATS.get(str(schema.get("format"))) or texts[spot.turn % len(texts)]
    if name not in _TEXTS and spot.turn:
        found = f"{found} {spot.turn + 1}" if found.startswith("a ") else found
    least, most = _whole(schema.get("minLength"), 0), _whole(schema.get("maxLength"), 10_000)
    return found.ljust(min(least, 10_000), ".")[:most]


def _whole(value: JsonValue, otherwise: int) -> int:
    return int(value) if isinstance(value, int | float) else otherwise


def _sequence(value: JsonValue) -> Sequence[JsonValue]:
    return value if isinstance(value, list) else []


def _mapping(value: JsonValue) -> Mapping[str, JsonValue]:
    return cast("Mapping[str, JsonValue]", value) if isinstance(value, dict) else {}
