"""Holds a JSON value against a JSON schema, as far as people write them for structured output.

Draft 2020-12's words for types, bounds, objects, lists and combinations, and
references within the schema. What is not known here is named, never silently
passed. All of it is bounded: schema and value come from a person and a model.
"""

from collections.abc import Iterator

from desktop.chat.json_check import Check
from desktop.chat.json_document import NotJson, plain
from desktop.chat.json_rules import Problem, ProblemKind
from desktop.domain.model import JsonValue

__all__ = ["Problem", "ProblemKind", "parse_schema", "problems"]

_DEEPEST = 64
_MOST = 100


def parse_schema(text: str) -> JsonValue:
    """Return a schema: an object, or true or false. Raises NotJson, with line and column."""
    schema = plain(text)
    if not isinstance(schema, dict | bool):
        raise NotJson("a schema is an object", 1, 1)
    return schema


def problems(value: JsonValue, schema: JsonValue) -> tuple[Problem, ...]:
    """Return everything that is wrong with a value, () if it keeps to the schema.

    Never raises: a broken schema is a problem too. At most 100 are returned; first
    comes what concerns the schema or the check itself.
    """
    if _is_deep(value) or _is_deep(schema):
        return (Problem((), ProblemKind.TOO_MUCH),)
    return Check(schema).of(value)[:_MOST]


def _is_deep(value: JsonValue) -> bool:
    level: list[JsonValue] = [value]
    for _ in range(_DEEPEST):
        level = [inner for each in level for inner in _parts(each)]
        if not level:
            return False
    return True


def _parts(value: JsonValue) -> Iterator[JsonValue]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value
