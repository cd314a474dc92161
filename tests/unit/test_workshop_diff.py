"""Where two Modelfiles differ."""

import time

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.modelfile import Span, parse
from desktop.workshop.diff import Change, DiffLine, difference
from desktop.workshop.parts import PartDifference, differing_parts

OLD = "".join(f"line {number}\n" for number in range(1, 21))


_LINES = st.lists(st.sampled_from(["a\n", "b\n", "\n", "c d\n"]), max_size=30)


def unfolded(lines: tuple[DiffLine, ...]) -> list[DiffLine]:
    return [one for line in lines for one in (line.hidden or (line,))]


def sides(lines: tuple[DiffLine, ...]) -> tuple[list[str], list[str]]:
    """Put both texts together again."""
    shown = unfolded(lines)
    old = [line.text for line in shown if line.change is not Change.ADDED]
    new = [line.text for line in shown if line.change is not Change.REMOVED]
    return old, new


def test_equal_texts_have_no_difference() -> None:
    assert difference(OLD, OLD) == ()


def test_a_changed_line_has_its_words_marked() -> None:
    [_, old, new] = difference("FROM a\nPARAMETER top_k 40\n", "FROM a\nPARAMETER top_k 20\n")
    assert (old.change, old.old_line, old.marks) == (Change.REMOVED, 2, (Span(16, 18),))
    assert (new.change, new.new_line, new.marks) == (Change.ADDED, 2, (Span(16, 18),))


def test_unchanged_lines_are_folded_away_from_the_change() -> None:
    lines = difference(OLD, OLD.replace("line 10\n", "another\n"))
    assert [line.change for line in lines] == [
        Change.FOLDED,
        *[Change.SAME] * 3,
        Change.REMOVED,
        Change.ADDED,
        *[Change.SAME] * 3,
        Change.FOLDED,
    ]
    assert len(lines[0].hidden) == 6


@given(_LINES, _LINES)
def test_both_texts_are_in_their_difference(old: list[str], new: list[str]) -> None:
    before, after = "".join(old), "".join(new)
    if lines := difference(before, after, context=1):
        assert sides(lines) == (before.splitlines(), after.splitlines())
    else:
        assert before.splitlines() == after.splitlines()


def test_a_megabyte_is_compared_at_once() -> None:
    hostile = [
        ("a\nb\n" * 250_000, "b\na\n" * 250_000),
        ("\n".join(["a " * 100 + "x"] * 200), "\n".join(["b a " * 50 + "y"] * 200)),
        ("a\n" * 1900 + "x\n", "y\n" + "a\nb\n" * 950),
        ("x" * 1_000_000, "y" * 1_000_000),
    ]
    start = time.process_time()
    for old, new in hostile:
        assert difference(old, new)
    assert time.process_time() - start < 2


def test_what_was_not_compared_is_told() -> None:
    [*_, last] = difference("a\n" * 30_000, "b\n" * 10)
    assert last.change is Change.CUT


def test_the_same_model_written_otherwise_has_no_differing_parts() -> None:
    one = 'FROM llama3.2\nPARAMETER temperature 0.20\nSYSTEM x\nLICENSE """a\nb"""\n'
    other = (
        '# c\nSYSTEM "x"\nLICENSE a\nLICENSE b\nPARAMETER temperature .2\nFROM llama3.2:latest\n'
    )
    assert differing_parts(parse(one), parse(other)) == ()


def test_each_part_that_differs_is_named() -> None:
    one = "FROM a\nPARAMETER top_k 1\nPARAMETER stop x\nPARAMETER stop y\nSYSTEM hi\n"
    other = "FROM a\nPARAMETER top_k 2\nPARAMETER stop x\nMESSAGE user hi\n"
    assert differing_parts(parse(one), parse(other)) == (
        PartDifference("parameter", "stop", ("x", "y"), ("x",)),
        PartDifference("parameter", "top_k", ("1",), ("2",)),
        PartDifference("system", "", ("hi",), ()),
        PartDifference("message", "", (), ("user: hi",)),
    )


def test_what_is_no_value_or_name_is_compared_as_it_is_written() -> None:
    one = "FROM ./a.gguf\nPARAMETER top_k x\nREQUIRES v0.14.0\n"
    other = "FROM ./A.gguf\nPARAMETER top_k X\nREQUIRES 0.14.0\n"
    found = differing_parts(parse(one), parse(other))
    assert [(part.keyword, part.old) for part in found] == [
        ("from", ("./a.gguf",)),
        ("parameter", ("x",)),
    ]
    assert differing_parts(parse("FROM bad name\n"), parse("FROM bad  name\n"))
