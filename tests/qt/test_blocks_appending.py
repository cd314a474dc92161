"""What is put at a document's end must look as if all of it had been read anew."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.chat.blocks import Block, BlockKind, Splitter
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.appending import appended
from desktop.ui.chat.blocks.kinds import block_view
from desktop.ui.chat.blocks.view import BlockView

CORPUS = (
    "Plain words that go on, and on. Then **bold ones** follow, and `code` too: see below!",
    "## A heading that grows\n\nAnd a paragraph\nof two lines (with brackets) and a_name_with_it.",
    "- one item of words\n- another, with *stress* in it\n  that goes on in a second line\n- last",
    "1. first point here\n2. second 10. not a point\n\n> a quote of words\n> that goes on",
    "See www.example.com for more, or https://example.com/a b and mail me@example.com today.",
    "It costs $5 and $6 in all, and 7 of them would be too much, as is said.",
    "A [link text](https://example.com) and [another one] follow.\n\n[another one]: https://e.c",
    "Words &amp; entities; 向量检索怎么做，用什么。 Then\u3164 a filler and\u202e more.",
    "- [ ] a task to do\n- [x] a task that is done\n\nTwo  spaces and a hard  \nbreak in it",
    "Title of words\n=====\n\nText ***all of it*** and ~~gone~~ for ever\n\n* * *\n\nend",
)


def shape(view: BlockView) -> str:
    return view.surface.document.toHtml()


@pytest.mark.parametrize("text", CORPUS)
@given(seed=st.randoms(use_true_random=False))
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_text_that_comes_in_pieces_looks_like_one_that_is_read(
    theme: Theme, text: str, seed: Random
) -> None:
    grown = block_view(theme, BlockKind.TEXT)
    splitter, at, number = Splitter(), 0, 0
    while at < len(text):
        size = seed.randint(1, 14)
        splitter.feed(text[at : at + size])
        at += size
        block = splitter.open
        if len(splitter.closed) != number:
            number, grown = len(splitter.closed), block_view(theme, BlockKind.TEXT)
        if block is None or block.kind is not BlockKind.TEXT:
            continue
        grown.show_block(block)
        read = block_view(theme, BlockKind.TEXT)
        read.show_block(block)
        assert shape(grown) == shape(read), block.source


def test_words_within_a_line_are_put_at_its_end() -> None:
    assert grow("Some words", " and more") == " and more"
    assert grow("Some words ", "and more ") == " and more"
    assert grow("- an item", ", which goes on") == ", which goes on"


@pytest.mark.parametrize(
    ("before", "piece"),
    [
        ("Some words", "\nnext"),
        ("Some **words", "** and"),
        ("Some **words**", " and"),
        ("Some words", " and `code"),
        ("12", ". point"),
        ("see www", ".example"),
        ("see https://exa", "mple"),
        ("mail me@exa", "mple"),
        ("a &am", "p and"),
        ("```\ncode word", " more"),
        ("words", "\u200bmore"),
    ],
)
def test_whatever_could_mean_something_is_read_anew(before: str, piece: str) -> None:
    assert grow(before, piece) is None


def grow(before: str, piece: str) -> str | None:
    first = Block(BlockKind.TEXT, before, is_closed=False)
    return appended(first, Block(BlockKind.TEXT, before + piece, is_closed=False))


@given(cuts=st.lists(st.integers(1, 9), min_size=1))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_code_that_comes_in_pieces_looks_like_one_that_is_read(
    theme: Theme, cuts: list[int]
) -> None:
    text = "\n\ndef f():\n\treturn 'ä'\n\n\n# end\u202e of it\n\nlast = 1\n"
    grown, at = block_view(theme, BlockKind.CODE), 0
    for size in cuts:
        at += size
        block = Block(BlockKind.CODE, text[:at], text[:at], is_closed=False)
        grown.show_block(block)
        read = block_view(theme, BlockKind.CODE)
        read.show_block(block)
        assert grown.surface.document.toPlainText() == read.surface.document.toPlainText()
