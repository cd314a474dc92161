"""However a text arrives, its blocks are the same, and each piece costs what it is long."""

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.chat.blocks import Block, BlockKind, Splitter, split
from tests.markdown_corpus import ALL

pytestmark = pytest.mark.no_cover  # The same lines again and again: test_splitter has them.
MARKS = (
    "a", "word. Then ", "\n", "\n\n", "\r\n", "\r", "- ", "1. ", "10) ", "> ", "  ", "    ", "\t",
    "```", "``", "`", "~~~", "py", "$$", "$", "\\[", "\\]", "|", "| a | b |", "|---|---|", "---",
    "===", "# ", "[x]", "[x]: http://y", "漢字。", "**", "_", "\\", "😀", "x" * 90, "Yes. " * 150,
)  # fmt: skip


@st.composite
def pieces(draw: st.DrawFn) -> list[str]:
    """A text from the corpus or made of marks, twice as often short, cut at any places."""
    made = st.lists(st.sampled_from(MARKS), max_size=60).map("".join)
    text = draw(st.sampled_from(list(ALL.values())) | made | made.map(lambda short: short * 9))
    places = draw(st.lists(st.integers(0, max(len(text), 1)), max_size=40).map(sorted))
    return [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]


def fed(parts: Sequence[str]) -> Splitter:
    splitter = Splitter()
    for part in parts:
        splitter.feed(part)
    splitter.finish()
    return splitter


@given(pieces())
def test_a_text_cut_anywhere_gives_the_blocks_of_the_whole(parts: list[str]) -> None:
    splitter = fed(parts)
    assert tuple(splitter.closed) == split("".join(parts))
    assert splitter.text == "".join(parts)
    assert splitter.open is None


@pytest.mark.parametrize("name", ALL)
def test_a_document_fed_by_single_characters_gives_the_blocks_of_the_whole(name: str) -> None:
    assert tuple(fed(ALL[name]).closed) == split(ALL[name])


@pytest.mark.parametrize("name", ALL)
def test_a_closed_block_changes_only_where_that_is_announced(name: str) -> None:
    splitter = Splitter()
    seen: list[Block] = []
    revised = 0
    for character in ALL[name]:
        splitter.feed(character)
        if splitter.revised == revised:
            assert splitter.closed[: len(seen)] == seen
        revised = splitter.revised
        seen = list(splitter.closed)


@pytest.mark.parametrize("name", ALL)
def test_open_code_only_grows_at_its_end(name: str) -> None:
    splitter = Splitter()
    before = (0, "")
    for character in ALL[name]:
        splitter.feed(character)
        block = splitter.open
        if block is None or block.kind is not BlockKind.CODE:
            continue
        count, text = before
        assert not block.is_closed
        assert block.text.startswith(text) or count < len(splitter.closed)
        before = (len(splitter.closed), block.text)


@given(pieces())
def test_the_open_block_is_never_an_error(parts: list[str]) -> None:
    splitter = Splitter()
    for part in parts:
        splitter.feed(part)
        assert splitter.open is None or not splitter.open.is_closed


def test_marks_that_may_become_others_are_not_shown_yet() -> None:
    splitter = Splitter()
    splitter.feed("text\n-")
    assert splitter.open == Block(BlockKind.TEXT, "text", is_closed=False)
    splitter.feed(" item")
    assert splitter.open == Block(BlockKind.TEXT, "text\n- item", is_closed=False)
    splitter.feed("\n\n``")
    assert splitter.open == Block(BlockKind.TEXT, "- item", is_closed=False)


def test_a_line_of_prose_ends_a_list_before_its_own_end() -> None:
    splitter = Splitter()
    splitter.feed("- item\n\nOut")
    assert [block.source for block in splitter.closed] == ["- item"]
    assert splitter.open == Block(BlockKind.TEXT, "Out", is_closed=False)


def test_the_open_block_knows_the_definitions_so_far() -> None:
    splitter = Splitter()
    splitter.feed("[a]: x\n\nSee [a] and [b]")
    assert splitter.open is not None
    assert splitter.open.markdown == "See [a] and [b]\n\n[a]: x"


LONG = {
    "list": "- an item of a list\n" * 900,
    "loose list": "- an item of a list\n\n  more of it\n\n" * 500,
    "quote": "> some quoted words\n>\n" * 600,
    "table": "| a | b |\n|---|---|\n" + "| some | words |\n" * 900,
    "paragraph of lines": "a line of words\n" * 900,
    "paragraph in one line": "Some words of a sentence. " * 600,
    "words without an end": "word " * 5000,
    "Chinese": "你好世界。" * 4000,
    "an open bracket": "[ Some words. " * 3000,
}


@pytest.mark.parametrize("name", LONG)
def test_a_long_block_is_cut_into_short_ones_that_go_on(name: str) -> None:
    blocks = split(LONG[name])
    assert len(blocks) > 1
    assert max(len(block.source) for block in blocks) < 12_100
    assert [block.continues for block in blocks] == [False] + [True] * (len(blocks) - 1)


@pytest.mark.parametrize("name", LONG)
def test_nothing_is_lost_where_a_long_block_is_cut(name: str) -> None:
    joined = "\n".join(block.source for block in split(LONG[name]))
    head = "| a | b |\n|---|---|\n"
    words = joined.replace(f"\n{head}", "\n").split()
    assert "".join(words) == "".join(LONG[name].split())


def test_a_long_list_keeps_its_numbers() -> None:
    text = "".join(f"1. item {number}\n   of the list\n" for number in range(400))
    blocks = split(text)
    first = [int(block.source.split(".")[0]) for block in blocks]
    starts = [int(block.source.split()[2]) + 1 for block in blocks]
    assert first[1:] == starts[1:]
    assert all("\n     of the list" in block.source for block in blocks[1:])


@pytest.mark.parametrize(
    ("sentence", "begin", "end"),
    [
        ("**Bold. Still bold, `code. And` more.** Plain text. ", "**", "**"),
        ("A `span of code. And [more` of it. ", "`", "`"),
        ("A formula \\(a. B + c\\) and \\[d. E\\] here. ", "\\(", "\\)"),
        ("A [link. With a dot](address) or an_odd_name * 2. ", "[", "]"),
        ("A $$formula. With text$$ and ~~gone. Words~~ too. ", "$$", "$$"),
    ],
)
def test_a_long_paragraph_is_not_cut_within_what_belongs_together(
    sentence: str, begin: str, end: str
) -> None:
    blocks = split(sentence * 300)
    assert len(blocks) > 2
    for block in blocks:
        assert block.source.count(begin) == block.source.count(end)
        assert block.source.count(begin) % (2 if begin == end else 1) == 0


HOSTILE = {
    "backticks": "`" * 1_000_000,
    "brackets": "[" * 100_000,
    "quotes": ">" * 10_000,
    "quotes with blanks": "> " * 10_000 + "x\n" + "> " * 10_000 + "y",
    "bullets": "- " * 10_000 + "\n\n\n" * 1000,
    "emphasis": "*" * 100_000 + "a",
    "mixed emphasis": "*a _b **c " * 5000,
    "indented list": "".join(" " * (2 * depth) + "- a\n" for depth in range(300)),
    "formulas": "\\[ x\n" * 5000,
    "definitions": "[a]: b '\n" * 5000,
    "bars": "|" * 100_000 + "\n" + "|-" * 50_000,
    "blank lines": "\n" * 10_000,
    "fences": "```\n" * 5000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_split_in_time(name: str) -> None:
    began = time.process_time()
    split(HOSTILE[name])
    assert time.process_time() - began < 2  # under coverage; without it a tenth is enough


@pytest.mark.parametrize("unit", ["- an item\n", "Words of a text. ", "word ", "| a |\n|---|\n"])
def test_a_piece_costs_no_more_at_the_end_of_a_long_answer(unit: str) -> None:
    parts = [unit[at : at + 4] for at in range(0, len(unit), 4)] * (40_000 // len(unit))
    splitter = Splitter()
    times: list[float] = []
    for quarter in range(4):
        began = time.process_time()
        for number in range(quarter * len(parts) // 4, (quarter + 1) * len(parts) // 4):
            splitter.feed(parts[number])
            _ = splitter.open if number % 8 == 0 else None
        times.append(time.process_time() - began)
    assert min(times[2:]) < 2 * max(times[:2])
