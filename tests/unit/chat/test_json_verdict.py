"""What is said of an answer that has to be JSON."""

import json

import pytest

from desktop.chat.json_document import read
from desktop.chat.json_schema import Problem, ProblemKind
from desktop.ui.chat.json_items import PIECE, Items
from desktop.ui.chat.json_problems import problem_line
from desktop.ui.chat.json_verdict import judge

SCHEMA = json.dumps(
    {
        "type": "object",
        "properties": {"n": {"type": "integer", "minimum": 3}, "s": {"enum": ["a", "b"]}},
        "required": ["n", "s"],
    }
)


def test_what_keeps_to_the_schema_is_said_to_match_it():
    verdict = judge('{"n": 3, "s": "a"}', SCHEMA)
    assert (verdict.tone, verdict.sentence) == ("success", "Valid: matches the schema")
    assert verdict.lines == ()


def test_each_problem_is_a_line_with_its_place():
    verdict = judge('{"n": 1}', SCHEMA)
    assert verdict.tone == "danger"
    assert verdict.sentence == "%n problems".replace("%n", "2")
    assert verdict.lines == ('$: "s" is missing', "$.n: 1, but minimum is 3")


def test_a_keyword_that_is_not_checked_is_named_and_not_called_valid():
    verdict = judge('"x"', '{"type": "string", "pattern": "^a", "format": "email"}')
    assert verdict.tone == "warning"
    assert verdict.lines == ("Not checked: format, pattern",)


def test_many_problems_are_counted_and_not_all_listed():
    verdict = judge(json.dumps(["x"] * 60), '{"type": "array", "items": {"type": "integer"}}')
    assert verdict.sentence.startswith("60")
    assert len(verdict.lines) == 11
    assert verdict.lines[2].startswith("$[2]: ")
    assert verdict.lines[-1] == "and 50 more"


def test_what_is_no_json_says_why_and_where():
    verdict = judge('{"a": 1,\n b: 2}', SCHEMA)
    assert not verdict.is_json
    assert verdict.sentence == "Not JSON: line 2, column 2: a key in double quotes is missing"


def test_a_schema_that_cannot_be_read_is_blamed_and_not_the_answer():
    verdict = judge("{}", '{"type": ')
    assert verdict.is_json
    assert "schema" in verdict.sentence
    assert verdict.lines == ("Line 1, column 10: a value is missing",)


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_kind_of_problem_has_words(kind: ProblemKind):
    names = ("place", "expected", "actual", "key", "keyword", "limit", "count")
    line = problem_line(Problem(("a", 0), kind, dict.fromkeys(names, "{x}")))
    assert line
    assert "{place}" not in line


def test_rows_are_made_where_one_looks_and_a_long_list_comes_in_pieces():
    items = Items(read(json.dumps(list(range(50_000)))))
    pieces = items.children(0)
    assert len(pieces) == 50_000 // (PIECE * PIECE)
    inner = items.children(pieces[-1])
    assert len(inner) == PIECE
    last = items[items.children(inner[-1])[-1]]
    assert (last.key, last.text) == (49_999, "49999")


def test_the_second_of_two_equal_keys_is_noted():
    items = Items(read('{"a": 1, "b": 2, "a": 3}'))
    assert [items[row].is_repeated for row in items.children(0)] == [False, False, True]


@pytest.mark.parametrize("text", ["1.50", '"x"', "null", "[]", "{}"])
def test_a_document_of_one_value_is_one_row_without_a_key(text: str):
    items = Items(read(text))
    (row,) = items.children(0)
    assert items[row].key is None
    assert items.children(row) == ()
