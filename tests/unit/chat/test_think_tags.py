"""Thoughts that a model writes between tags."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.chat.growth import Growth, growth_of
from desktop.chat.snapshot import Phase
from desktop.chat.think_tags import ThinkTags
from desktop.domain.chat import Chunk
from desktop.domain.conversation import EntryId
from tests.unit.chat.test_request import ANSWERED

TAGGED = "\n<think>\nHm, <b> & </thin.\n</think>\n\nForty-two, not <think>."


def grown(*pieces: str) -> Growth:
    growth = Growth(EntryId("e"))
    for second, piece in enumerate(pieces):
        growth.take(Chunk(text=piece), float(second))
    growth.end_thought(float(len(pieces)))
    return growth


def read(growth: Growth) -> tuple[str, str]:
    return growth.thinking.text, growth.answer.text


@given(st.lists(st.integers(0, len(TAGGED)), max_size=12))
def test_a_thought_is_found_however_the_text_is_cut(cuts: list[int]) -> None:
    ends = [0, *sorted(cuts), len(TAGGED)]
    pieces = [TAGGED[a:b] for a, b in pairwise(ends)]
    thought = "\nHm, <b> & </thin.\n"
    assert read(grown(*pieces)) == (thought, "Forty-two, not <think>.")


@pytest.mark.parametrize(
    "text",
    [
        "Say <think> first",
        "  blank",
        "<thinking>no</thinking>",
        "<",
        "<thin",
        "",
        " \n",
        "</think>",
    ],
)
def test_text_without_such_a_beginning_stays_as_it_is(text: str) -> None:
    assert read(grown(text)) == read(grown(*text)) == ("", text)


def test_a_thought_that_is_cut_off_loses_no_word() -> None:
    assert read(grown("<think>", "Hm </thi")) == ("Hm </thi", "")
    assert read(grown("<think>Hm</think> ")) == ("Hm", "")


def test_what_the_model_does_is_told_with_how_long_it_took() -> None:
    growth = Growth(EntryId("e"))
    took = [
        growth.take(Chunk(text=piece), now)
        for now, piece in enumerate(("<th", "ink>a", "b</think>", "c"))
    ]
    assert took == [Phase.THINKING, Phase.THINKING, Phase.ANSWERING, Phase.ANSWERING]
    assert growth.thought_for == 1.0
    assert growth.take(Chunk(done=True), 5.0) is None


def test_a_server_that_parts_thoughts_itself_is_believed() -> None:
    growth = Growth(EntryId("e"))
    growth.take(Chunk(thinking="Hm"), 1.0)
    growth.take(Chunk(text="<think> is a tag"), 2.0)
    assert read(growth) == ("Hm", "<think> is a tag")


def test_an_answer_that_goes_on_begins_no_thought() -> None:
    growth = growth_of(ANSWERED)
    growth.take(Chunk(text="<think>x</think>"), 1.0)
    assert growth.answer.text == f"{ANSWERED.text}<think>x</think>"


@given(st.lists(st.text("<think>/ a\n")))
def test_nothing_but_tags_and_blanks_around_them_is_left_out(pieces: list[str]) -> None:
    tags = ThinkTags()
    parts = [part for piece in pieces for part in tags.feed(piece)] + [tags.leave()]
    kept = "".join(parts).replace(" ", "").replace("\n", "")
    whole = "".join(pieces).replace(" ", "").replace("\n", "")
    assert kept in (whole, whole.replace("<think>", "", 1).replace("</think>", "", 1), whole[7:])
