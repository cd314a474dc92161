"""The rules of a JSON schema that need only one value: types, bounds, lengths, equality."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction
from math import isfinite

from desktop.domain.model import JsonValue

_SHOWN = 80
"""Characters of a value that a fact repeats."""


class ProblemKind(Enum):
    """What is wrong with a value, or with the schema that it is held against."""

    TYPE = auto()
    ENUM = auto()
    CONST = auto()
    MISSING = auto()
    UNEXPECTED = auto()
    TOO_SMALL = auto()
    """A number below its bound, a text or list shorter than it has to be."""
    TOO_LARGE = auto()
    NO_MULTIPLE = auto()
    REPEATED = auto()
    NO_ALTERNATIVE = auto()
    """It keeps to none of the schemas of which one is demanded."""
    SEVERAL_ALTERNATIVES = auto()
    FORBIDDEN = auto()
    UNSUPPORTED = auto()
    """A keyword of the schema that is not checked here."""
    BROKEN_SCHEMA = auto()
    TOO_MUCH = auto()
    """Too deep or too large to be checked to its end."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong where. `path` leads to the value: keys and numbers of items, from 0.

    For UNSUPPORTED and BROKEN_SCHEMA `facts` has the keyword and the place in
    the schema, a JSON pointer. `facts` are texts to be shown, of foreign origin.
    """

    path: tuple[str | int, ...]
    kind: ProblemKind
    facts: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def place(self) -> str:
        """The path as it is written in JSONPath: $.items[0].name."""
        steps = (f"[{step}]" if isinstance(step, int) else _key_step(step) for step in self.path)
        return "$" + "".join(steps)


@dataclass(frozen=True, slots=True)
class Bound:
    """A keyword that holds a number: what it measures, and which side of it is allowed."""

    type: str
    measure: Callable[[JsonValue], float]
    holds: Callable[[float, float], bool]
    kind: ProblemKind


def _key_step(key: str) -> str:
    return f".{key}" if key.isidentifier() else f"[{shown(key)}]"


def _number(value: JsonValue) -> float:
    return value if isinstance(value, int | float) else 0


def _count(value: JsonValue) -> float:
    return len(value) if isinstance(value, str | list | dict) else 0


def _at_least(value: float, limit: float) -> bool:
    return value >= limit


def _at_most(value: float, limit: float) -> bool:
    return value <= limit


def _more(value: float, limit: float) -> bool:
    return value > limit


def _less(value: float, limit: float) -> bool:
    return value < limit


BOUNDS: Mapping[str, Bound] = {
    "minimum": Bound("number", _number, _at_least, ProblemKind.TOO_SMALL),
    "maximum": Bound("number", _number, _at_most, ProblemKind.TOO_LARGE),
    "exclusiveMinimum": Bound("number", _number, _more, ProblemKind.TOO_SMALL),
    "exclusiveMaximum": Bound("number", _number, _less, ProblemKind.TOO_LARGE),
    "minLength": Bound("string", _count, _at_least, ProblemKind.TOO_SMALL),
    "maxLength": Bound("string", _count, _at_most, ProblemKind.TOO_LARGE),
    "minItems": Bound("array", _count, _at_least, ProblemKind.TOO_SMALL),
    "maxItems": Bound("array", _count, _at_most, ProblemKind.TOO_LARGE),
    "minProperties": Bound("object", _count, _at_least, ProblemKind.TOO_SMALL),
    "maxProperties": Bound("object", _count, _at_most, ProblemKind.TOO_LARGE),
}

TYPES = frozenset({"null", "boolean", "integer", "number", "string", "array", "object"})


def type_of(value: JsonValue) -> str:
    """Return JSON's name of a value's type; a number without a fraction is an integer."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "integer" if isfinite(value) and value.is_integer() else "number"
        case str():
            return "string"
        case list():
            return "array"
        case dict():
            return "object"


def has_type(value: JsonValue, name: str) -> bool:
    """Whether a value is of a type; an integer is a number as well."""
    actual = type_of(value)
    return actual == name or (name == "number" and actual == "integer")


def is_multiple(value: JsonValue, step: float) -> bool:
    """Whether a number is so many times a step, reckoned in decimals: 0.3 is 3 times 0.1."""
    number = _exact(_number(value))
    exact_step = _exact(step)
    if number is None or exact_step is None or exact_step <= 0:
        return False
    return (number / exact_step).denominator == 1


def _exact(number: float) -> Fraction | None:
    if isinstance(number, int):
        return Fraction(number)
    return Fraction(Decimal(repr(number))) if isfinite(number) else None


def key_of(value: JsonValue) -> Hashable:
    """Return something equal for equal JSON values: 1 is 1.0, and true is not 1."""
    match value:
        case bool():
            return ("boolean", value)
        case list():
            return ("array", tuple(key_of(each) for each in value))
        case dict():
            return ("object", frozenset((key, key_of(each)) for key, each in value.items()))
        case _:
            return value


def shown(value: JsonValue) -> str:
    """Return the beginning of a value as JSON would have it, for a sentence."""
    text = f'"{value}"' if isinstance(value, str) else _plain(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _plain(value: JsonValue) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case list():
            return f"[{', '.join(shown(each) for each in value[:9])}]"
        case dict():
            pairs = list(value.items())[:9]
            return f"{{{', '.join(f'{shown(key)}: {shown(each)}' for key, each in pairs)}}}"
        case _:
            return repr(value) if isinstance(value, float) else _whole(value)


def _whole(value: int | str) -> str:
    """Python writes no more than 4,300 digits."""
    return str(value) if isinstance(value, str) or abs(value) < 10**_SHOWN else "…"
