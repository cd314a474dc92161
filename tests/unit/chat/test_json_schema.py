"""Values held against schemas, as people write them for structured output."""

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.chat.json_document import NotJson
from desktop.chat.json_schema import ProblemKind, parse_schema, problems

K = ProblemKind
PERSON = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "age": {"type": "integer", "minimum": 0}},
    "required": ["name"],
    "additionalProperties": False,
}
TREE = {
    "$ref": "#/$defs/node",
    "$defs": {
        "node": {
            "type": "object",
            "properties": {"next": {"anyOf": [{"$ref": "#/$defs/node"}, {"type": "null"}]}},
            "required": ["next"],
        }
    },
}
DRAFT_7 = {"definitions": {"a/b": {"type": "string"}}, "$ref": "#/definitions/a~1b"}

GOOD: list[tuple[Any, Any]] = [
    (1, True),
    (1, {}),
    (None, {"type": "null"}),
    (True, {"type": "boolean"}),
    (1.0, {"type": "integer"}),
    (1, {"type": "number"}),
    ("x", {"type": ["string", "null"]}),
    ([], {"type": "array"}),
    ({}, {"type": "object"}),
    ("a", {"enum": ["a", "b"]}),
    (1.0, {"enum": [1]}),
    ({"a": [1]}, {"const": {"a": [1.0]}}),
    ({"name": "x", "age": 3}, PERSON),
    ({"x": 1}, {"additionalProperties": {"type": "integer"}}),
    ([1, 2], {"items": {"type": "integer"}}),
    (["a", 1, 1], {"prefixItems": [{"type": "string"}], "items": {"type": "integer"}}),
    (["a", 1], {"items": [{"type": "string"}]}),
    ([1, 2], {"minItems": 2, "maxItems": 2, "uniqueItems": True}),
    ([1, True, "1"], {"uniqueItems": True}),
    (3, {"minimum": 3, "maximum": 3}),
    (3, {"exclusiveMinimum": 2, "exclusiveMaximum": 4}),
    (0.3, {"multipleOf": 0.1}),
    (10**30, {"multipleOf": 10}),
    ("日本", {"minLength": 2, "maxLength": 2}),
    ({"a": 1}, {"minProperties": 1, "maxProperties": 1}),
    (1, {"anyOf": [{"type": "string"}, {"type": "integer"}]}),
    (1, {"oneOf": [{"type": "string"}, {"type": "integer"}]}),
    (3, {"allOf": [{"minimum": 1}, {"maximum": 5}]}),
    (1, {"not": {"type": "string"}}),
    ({"next": {"next": None}}, TREE),
    ("x", DRAFT_7),
    (1, {"title": "T", "description": "D", "$schema": "s", "default": 2, "examples": [1]}),
    ("x", {"minimum": 3}),
    ({"b": 1}, {"properties": {"a": {"type": "string"}}}),
]

BAD: list[tuple[Any, Any, list[tuple[str, ProblemKind]]]] = [
    (1, False, [("$", K.FORBIDDEN)]),
    ("1", {"type": "integer"}, [("$", K.TYPE)]),
    (True, {"type": "integer"}, [("$", K.TYPE)]),
    (1.5, {"type": "integer"}, [("$", K.TYPE)]),
    (None, {"type": ["string", "number"]}, [("$", K.TYPE)]),
    ("c", {"enum": ["a", "b"]}, [("$", K.ENUM)]),
    (True, {"enum": [1]}, [("$", K.ENUM)]),
    (2, {"const": 1}, [("$", K.CONST)]),
    ({}, PERSON, [("$", K.MISSING)]),
    ({"name": 1, "x y": 2}, PERSON, [("$.name", K.TYPE), ('$["x y"]', K.UNEXPECTED)]),
    ({"name": "x", "age": -1}, PERSON, [("$.age", K.TOO_SMALL)]),
    ({"x": "1"}, {"additionalProperties": {"type": "integer"}}, [("$.x", K.TYPE)]),
    ([1, "a"], {"items": {"type": "integer"}}, [("$[1]", K.TYPE)]),
    ([1], {"prefixItems": [{"type": "string"}]}, [("$[0]", K.TYPE)]),
    (["a", 1], {"prefixItems": [{}], "items": False}, [("$[1]", K.FORBIDDEN)]),
    ([], {"minItems": 1}, [("$", K.TOO_SMALL)]),
    ([1, 2], {"maxItems": 1}, [("$", K.TOO_LARGE)]),
    ([{"a": 1}, {"a": 1.0}], {"uniqueItems": True}, [("$[1]", K.REPEATED)]),
    (2, {"minimum": 3}, [("$", K.TOO_SMALL)]),
    (4, {"maximum": 3}, [("$", K.TOO_LARGE)]),
    (2, {"exclusiveMinimum": 2}, [("$", K.TOO_SMALL)]),
    (4, {"exclusiveMaximum": 4}, [("$", K.TOO_LARGE)]),
    (0.35, {"multipleOf": 0.1}, [("$", K.NO_MULTIPLE)]),
    ("", {"minLength": 1}, [("$", K.TOO_SMALL)]),
    ("ab", {"maxLength": 1}, [("$", K.TOO_LARGE)]),
    ({}, {"minProperties": 1}, [("$", K.TOO_SMALL)]),
    (1, {"anyOf": [{"type": "string"}, {"type": "null"}]}, [("$", K.NO_ALTERNATIVE)]),
    ({}, {"anyOf": [PERSON, {"type": "null"}]}, [("$", K.MISSING)]),
    (1, {"oneOf": [{"minimum": 0}, {"minimum": 1}]}, [("$", K.SEVERAL_ALTERNATIVES)]),
    (9, {"allOf": [{"minimum": 1}, {"maximum": 5}]}, [("$", K.TOO_LARGE)]),
    (1, {"not": {"type": "integer"}}, [("$", K.FORBIDDEN)]),
    ({"next": {"next": 1}}, TREE, [("$.next.next", K.NO_ALTERNATIVE)]),
    ({"next": {}}, TREE, [("$.next", K.MISSING)]),
    (1, DRAFT_7, [("$", K.TYPE)]),
    (1, {"items": {"type": "string"}, "type": "array", "minItems": 1}, [("$", K.TYPE)]),
    (float("inf"), {"multipleOf": 2}, [("$", K.NO_MULTIPLE)]),
]

ODD: list[tuple[Any, str, ProblemKind]] = [
    ({"pattern": "a+"}, "pattern", K.UNSUPPORTED),
    ({"format": "date"}, "format", K.UNSUPPORTED),
    ({"patternProperties": {}, "additionalProperties": False}, "patternProperties", K.UNSUPPORTED),
    ({"if": {}}, "if", K.UNSUPPORTED),
    ({"contains": {}}, "contains", K.UNSUPPORTED),
    ({"$ref": "https://x.example/s"}, "$ref", K.UNSUPPORTED),
    ({"$ref": "#anchor"}, "$ref", K.UNSUPPORTED),
    ({"$ref": "#/$defs/none"}, "$ref", K.BROKEN_SCHEMA),
    ({"$ref": "#"}, "$ref", K.BROKEN_SCHEMA),
    ({"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/a"}}}, "$ref", K.BROKEN_SCHEMA),
    ({"$ref": 1}, "$ref", K.BROKEN_SCHEMA),
    ({"type": "text"}, "type", K.BROKEN_SCHEMA),
    ({"type": []}, "type", K.BROKEN_SCHEMA),
    ({"enum": "a"}, "enum", K.BROKEN_SCHEMA),
    ({"minLength": "3"}, "minLength", K.BROKEN_SCHEMA),
    ({"exclusiveMinimum": True}, "exclusiveMinimum", K.BROKEN_SCHEMA),
    ({"multipleOf": 0}, "multipleOf", K.BROKEN_SCHEMA),
    ({"properties": []}, "properties", K.BROKEN_SCHEMA),
    ({"properties": {"a": 1}}, "schema", K.BROKEN_SCHEMA),
    ({"required": "a"}, "required", K.BROKEN_SCHEMA),
    ({"required": [1]}, "required", K.BROKEN_SCHEMA),
    ({"anyOf": []}, "anyOf", K.BROKEN_SCHEMA),
    ({"allOf": {}}, "allOf", K.BROKEN_SCHEMA),
    ([], "schema", K.BROKEN_SCHEMA),
    (None, "schema", K.BROKEN_SCHEMA),
]  # fmt: skip


@pytest.mark.parametrize(("value", "schema"), GOOD)
def test_a_value_that_keeps_to_its_schema_has_no_problems(value: Any, schema: Any) -> None:
    assert problems(value, schema) == ()


@pytest.mark.parametrize(("value", "schema", "expected"), BAD)
def test_what_is_wrong_is_said_with_its_place(
    value: Any, schema: Any, expected: list[tuple[str, ProblemKind]]
) -> None:
    assert [(each.place, each.kind) for each in problems(value, schema)] == expected


@pytest.mark.parametrize(("schema", "keyword", "kind"), ODD)
def test_a_schema_that_is_odd_is_a_problem_by_itself(
    schema: Any, keyword: str, kind: ProblemKind
) -> None:
    (problem,) = problems({"a": "b"}, schema)
    assert (problem.kind, problem.facts["keyword"]) == (kind, keyword)


def test_a_problem_has_the_facts_for_a_sentence() -> None:
    (problem,) = problems([1, 2], {"maxItems": 1})
    assert problem.facts == {"keyword": "maxItems", "limit": "1", "actual": "2"}
    (problem,) = problems({"a": None}, {"properties": {"a": {"type": "string"}}})
    assert problem.facts == {"expected": "string", "actual": "null"}


def test_an_unsupported_keyword_is_named_once_with_its_place() -> None:
    schema = {"items": {"pattern": "a"}}
    (problem,) = problems(["a", "b"], schema)  # pyright: ignore[reportArgumentType]
    assert problem.facts == {"keyword": "pattern", "place": "#/items"}


def test_a_deep_value_or_schema_is_not_walked() -> None:
    deep: Any = json.loads("[" * 500 + "]" * 500)
    assert [each.kind for each in problems(deep, {})] == [K.TOO_MUCH]
    assert [each.kind for each in problems(1, {"const": deep})] == [K.TOO_MUCH]


def test_a_long_chain_of_references_ends() -> None:
    links: Any = {f"d{n}": {"$ref": f"#/$defs/d{n + 1}"} for n in range(5000)}
    found = problems(1, {"$ref": "#/$defs/d0", "$defs": links})
    assert [each.kind for each in found] == [K.TOO_MUCH]


def test_alternatives_in_alternatives_take_no_endless_time() -> None:
    part: Any = {"$ref": "#/$defs/0"}
    parts: Any = {
        str(n): {"anyOf": [{"$ref": f"#/$defs/{n + 1}"}, {"$ref": f"#/$defs/{n + 1}"}]}
        for n in range(20)
    }
    began = time.process_time()
    found = problems(1, {**part, "$defs": {**parts, "20": {"type": "string"}}})
    assert K.TOO_MUCH in {each.kind for each in found}
    assert time.process_time() - began < 5


def test_at_most_a_hundred_problems_are_told() -> None:
    assert len(problems([*"a" * 1000], {"items": {"type": "integer"}})) == 100


def test_a_schema_is_parsed_or_refused_with_its_place() -> None:
    assert parse_schema('{"type": "string"}') == {"type": "string"}
    assert parse_schema("true") is True
    with pytest.raises(NotJson) as caught:
        parse_schema('{\n  "type" "string"}')
    assert (caught.value.line, caught.value.column) == (2, 10)
    with pytest.raises(NotJson):
        parse_schema("[]")


KEYWORDS = ("type", "items", "properties", "a", "$ref", "anyOf", "not", "enum", "minimum", "const")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(KEYWORDS),
            inner | st.sampled_from(["#", "#/items", "object", "array", "string"]),
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(JSON, JSON)
def test_nothing_raises(value: Any, schema: Any) -> None:
    problems(value, schema)
