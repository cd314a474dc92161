import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.modelfile import parse
from desktop.domain.modelfile_writing import Obstacle, Unwritable, write, write_one
from tests.conformance.parse_all import MODELFILES

_SYNTAX = ["FROM x\n", "SYSTEM ", "MESSAGE user ", "PARAMETER stop ", "PARAMETER message "]
_CHARACTERS = ['"', '"""', '"\n', " ", "\n", "\r", "\t", "a", "#", "\u200d", "é", "向"]
_pieces = st.lists(st.sampled_from(_SYNTAX + _CHARACTERS), max_size=16).map("".join)
_names = st.one_of(
    st.sampled_from(["model", "system", "template", "license", "stop", "num_ctx", "message", ""]),
    st.from_regex(r"[A-Za-z0-9_]{0,12}", fullmatch=True),
)


@pytest.mark.no_cover
@given(_pieces)
@settings(max_examples=400, deadline=None)
def test_whatever_ollama_reads_is_written_so_that_it_reads_the_same(text: str):
    parsed = parse(text)
    if parsed.problem is None:
        assert parse(write(parsed.pairs())).pairs() == parsed.pairs()


@pytest.mark.no_cover
@given(st.lists(st.tuples(_names, _pieces), max_size=6))
@settings(max_examples=300, deadline=None)
def test_any_commands_come_back_the_same_or_are_refused(commands: list[tuple[str, str]]):
    try:
        text = write([*commands, ("model", "x")])
    except Unwritable:
        return
    assert parse(text).pairs() == [*commands, ("model", "x")]


@pytest.mark.no_cover
def test_every_recorded_modelfile_is_written_again():
    for line in MODELFILES.read_text("utf-8").splitlines():
        commands = [tuple(pair) for pair in json.loads(line).get("commands", [])]
        assert parse(write(commands)).pairs() == commands


def test_a_value_is_written_as_plainly_as_it_can_be():
    assert write_one("model", "llama3.2:3b") == "FROM llama3.2:3b\n"
    assert write_one("system", "You are Mario") == "SYSTEM You are Mario\n"
    assert write_one("stop", '"""') == 'PARAMETER stop """""""""\n'
    assert write_one("system", "two\nlines") == 'SYSTEM """two\nlines"""\n'
    assert write_one("message", "user: hello") == "MESSAGE user hello\n"


def test_a_value_that_begins_with_a_quote_survives():
    line = write_one("system", '"Yes" is an answer')
    assert parse(line + "FROM x").pairs()[0] == ("system", '"Yes" is an answer')


@pytest.mark.parametrize(
    ("name", "value", "obstacle"),
    [
        ("system", "a family: 👩\u200d👧", Obstacle.DROPPED_CHARACTERS),
        ("system", "a fixed\u00a0space", Obstacle.DROPPED_CHARACTERS),
        ("system", 'one"""\ntwo"\nthree', Obstacle.QUOTES),
        ("num-ctx", "1", Obstacle.NAME),
    ],
)
def test_what_no_modelfile_can_hold_is_refused_and_why_is_said(
    name: str, value: str, obstacle: Obstacle
):
    with pytest.raises(Unwritable) as refused:
        write_one(name, value)
    assert refused.value.obstacle is obstacle
