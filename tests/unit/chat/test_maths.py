"""Formulas are found, prices are not."""

import time

import pytest

from desktop.chat.maths import Formula, find_formulas


def found(source: str) -> list[str]:
    return [source[formula.start : formula.end] for formula in find_formulas(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("$x$ and $y^2$.", ["$x$", "$y^2$"]),
        ("the $n$th of $k$s", ["$n$", "$k$"]),
        ("a $$b + c$$ d", ["$$b + c$$"]),
        ("\\(a+b\\), \\[c\\]", ["\\(a+b\\)", "\\[c\\]"]),
        ("设$x$为", ["$x$"]),
        ("from $0.5$ to $1$", ["$0.5$", "$1$"]),
        ("$\\text{a \\$ b}$", ["$\\text{a \\$ b}$"]),
        ("$f(x) = \\sin x$", ["$f(x) = \\sin x$"]),
        ("the $loss$", ["$loss$"]),
        ("\\$5 is $a$", ["$a$"]),
        ("> $$\n> x = 1\n> $$", ["$$\n> x = 1\n> $$"]),
        ("| $a$ | $b$ |", ["$a$", "$b$"]),
    ],
)
def test_a_formula_is_found(source: str, expected: list[str]) -> None:
    assert found(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "it costs $5 and $6",
        "price: $5, $10, or $15",
        "$20/month or $200/year",
        "$5-$6",
        "$5 and 6$",
        "$HOME and $PATH",
        "$HOME/$USER:$PATH",
        "$AAPL$",
        "US$ 3 and US$ 4",
        "cash ($) and cards ($)",
        "$ x $",
        "$$ $$",
        "\\[a link's text\\](address)",
        "\\(see below\\)",
        "\\\\(a\\\\)",
        "[a](http://x?$a=$b)",
        "$x\n\ny$",
        "$" + "x+" * 3000 + "$",
    ],
)
def test_what_is_no_formula_is_left_alone(source: str) -> None:
    assert find_formulas(source) == ()


@pytest.mark.parametrize(
    "source",
    ["`$x$`", "``$x$ ` $y$``", "- ```\n  $x$\n  ```", "1. ~~~\n   $x$", "> ```\n> $x$\n> ```"],
)
def test_nothing_is_found_in_code(source: str) -> None:
    assert find_formulas(source) == ()


def test_what_follows_code_is_found() -> None:
    assert found("- ```\n  $x$\n  ```\n  `$y$` $z$") == ["$z$"]


def test_marks_are_not_part_of_the_latex() -> None:
    assert find_formulas("$$ a $$") == (Formula(0, 7, "a", is_display=True),)
    assert find_formulas("\\( a \\)") == (Formula(0, 7, "a", is_display=False),)


@pytest.mark.parametrize("unit", ["$", "$a ", "\\(", "` ", "](", "\n> ", "- ```\n", "\\", "$$ "])
def test_a_hostile_text_takes_time_in_proportion(unit: str) -> None:
    began = time.process_time()
    find_formulas(unit * (30_000 // len(unit)))
    assert time.process_time() - began < 2
