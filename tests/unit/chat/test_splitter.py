"""The splitter's rules, one by one."""

import pytest

from desktop.chat.blocks import BlockKind, Splitter, split


def sources(text: str) -> list[str]:
    return [block.source for block in split(text)]


def kinds(text: str) -> list[BlockKind]:
    return [block.kind for block in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n\n \n", []),
        ("one\ntwo\n\nthree", ["one\ntwo", "three"]),
        ("# a\nb", ["# a", "b"]),
        ("a\n# b", ["a", "# b"]),
        ("a\nb\n===\nc", ["a\nb\n===", "c"]),
        ("a\n---\nb", ["a\n---", "b"]),
        ("a\n\n---\nb", ["a", "---", "b"]),
        ("- a\n- b\n\n\n- c", ["- a\n- b\n\n\n- c"]),
        ("- a\n* b", ["- a", "* b"]),
        ("1. a\n2) b", ["1. a", "2) b"]),
        ("- a\n\n  more\n\nout", ["- a\n\n  more", "out"]),
        ("- a\nlazy\n\nout", ["- a\nlazy", "out"]),
        ("- a\n  ```\n  x\n\n  y\n  ```\n- b", ["- a\n  ```\n  x\n\n  y\n  ```\n- b"]),
        ("- a\n  ```\nx", ["- a\n  ```", "x"]),
        ("-\n\n  a", ["-", "  a"]),
        ("-\n\n- b\n\nc", ["-\n\n- b", "c"]),
        ("- a\n\n      code\n- b", ["- a\n\n      code\n- b"]),
        ("- a\n***\n- b", ["- a", "***", "- b"]),
        ("text\n2. no item", ["text\n2. no item"]),
        ("text\n1. an item", ["text", "1. an item"]),
        ("In\n2024. Yes", ["In\n2024. Yes"]),
        ("> a\nlazy\n\nb", ["> a\nlazy", "b"]),
        ("> a\n\n> b", ["> a", "> b"]),
        ("> - a\n> - b\n>\n>   c\nd", ["> - a\n> - b\n>\n>   c\nd"]),
        ("> ```\n> x\ny", ["> ```\n> x", "y"]),
        ("> > a\n> b", ["> > a\n> b"]),
        ("<details>\n**a**\n</details>", ["<details>\n**a**\n</details>"]),
        ("a\n    not code", ["a\n    not code"]),
        ("\u2028a\x0bb\x85c", ["\u2028a\x0bb\x85c"]),
        ("a\r\nb\rc\r\n\r\nd", ["a\nb\nc", "d"]),
    ],
)
def test_text_is_cut_where_a_top_level_block_ends(text: str, expected: list[str]) -> None:
    assert sources(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "language"),
    [
        ("```python title=x\na\n\nb\n```", "a\n\nb", "python"),
        ("~~~\n```\n~~~~", "```", ""),
        ("````\n```\n````", "```", ""),
        ("  ```\n   a\n b\n  ```", " a\nb", ""),
        ("```\na", "a", ""),
        ("```\na\n``", "a\n``", ""),
        ("```", "", ""),
        ("    a\n\n      b\n\n", "a\n\n  b", ""),
        ("\ta\tb", "a\tb", ""),
    ],
)
def test_code_is_given_without_its_marks(text: str, code: str, language: str) -> None:
    (block,) = split(text)
    assert (block.kind, block.text, block.language) == (BlockKind.CODE, code, language)


def test_a_fence_ends_a_paragraph_and_text_follows_it() -> None:
    assert sources("a\n```\nb\n```\nc") == ["a", "```\nb\n```", "c"]


def test_backticks_in_an_info_string_make_no_fence() -> None:
    assert kinds("```a`b\nc") == [BlockKind.TEXT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| a | b |\n|---|:-:|\n| 1 | 2 |\n\nc", ["| a | b |\n|---|:-:|\n| 1 | 2 |", "c"]),
        ("a | b\n--|--\n1 | 2\n> q", ["a | b\n--|--\n1 | 2", "> q"]),
        ("text\n| a |\n|---|\n| 1 |\n- l", ["text", "| a |\n|---|\n| 1 |", "- l"]),
    ],
)
def test_a_table_is_a_block_of_its_own(text: str, expected: list[str]) -> None:
    assert sources(text) == expected
    assert BlockKind.TABLE in kinds(text)


@pytest.mark.parametrize(
    "text", ["a | b\n---", "| a | b |\n|---|", "a\n|---|", "- | a |\n  |---|", "a\n\t| b |\n|---|"]
)
def test_what_only_looks_like_a_table_is_text(text: str) -> None:
    assert BlockKind.TABLE not in kinds(text)


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("$$x^2$$", "x^2"),
        ("$$\nx\n= y\n$$", "x\n= y"),
        ("\\[ x \\]", "x"),
        ("\\[\nx\n- y\n\\]", "x\n- y"),
        ("$$ x\ny $$", "x\ny"),
    ],
)
def test_a_formula_by_itself_is_maths(text: str, latex: str) -> None:
    (block,) = split(text)
    assert (block.kind, block.text) == (BlockKind.MATH, latex)


def test_a_formula_needs_no_blank_lines_around_it() -> None:
    assert sources("so\n$$\nx\n$$\nthen") == ["so", "$$\nx\n$$", "then"]


@pytest.mark.parametrize(
    "text", ["$$ a $$ and $$ b $$", "$$ lots of money\n\nmore", "\\[x\\] y", "$$", "$$$$", "$$\nx"]
)
def test_what_is_no_whole_formula_is_text(text: str) -> None:
    assert BlockKind.MATH not in kinds(text)
    assert "\n\n".join(sources(text)) == text


def test_a_definition_is_attached_to_what_refers_to_it() -> None:
    first, second = split("See [A  b] and [c].\n\nNo reference.\n\n[a B]: <x> 'T'\n[d]: y\n")
    assert first.definitions == "[a B]: <x> 'T'"
    assert second.definitions == ""


def test_a_late_definition_revises_closed_blocks() -> None:
    splitter = Splitter()
    splitter.feed("See [a].\n\n")
    assert (splitter.closed[0].definitions, splitter.revised) == ("", 0)
    splitter.feed("> [a]: x\n\n")
    assert (splitter.closed[0].definitions, splitter.revised) == ("[a]: x", 1)


def test_the_first_of_two_definitions_counts() -> None:
    assert split("[a]: x\n[a]: y\n\n[a]")[-1].definitions == "[a]: x"
