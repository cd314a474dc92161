from desktop.ui.workshop.diff_rows import FoldRow, PairRow, side_by_side, unified
from desktop.workshop.diff import difference

OLD = "FROM a\nPARAMETER temperature 1\nPARAMETER top_k 4\nSYSTEM x\n"
NEW = "FROM a\nPARAMETER temperature 2\nSYSTEM x\nLICENSE MIT\n"


def pairs(old: str, new: str) -> list[tuple[str, str]]:
    rows = side_by_side(difference(old, new))
    found = [row for row in rows if isinstance(row, PairRow)]
    return [(row.old.text if row.old else "", row.new.text if row.new else "") for row in found]


def test_what_was_taken_out_stands_beside_what_was_put_in():
    assert pairs(OLD, NEW) == [
        ("FROM a", "FROM a"),
        ("PARAMETER temperature 1", "PARAMETER temperature 2"),
        ("PARAMETER top_k 4", ""),
        ("SYSTEM x", "SYSTEM x"),
        ("", "LICENSE MIT"),
    ]


def test_no_line_is_lost_in_either_form():
    lines = difference(OLD, NEW)
    assert len(unified(lines)) == len(lines)
    old = [text for text, _ in pairs(OLD, NEW) if text]
    new = [text for _, text in pairs(OLD, NEW) if text]
    assert "\n".join(old) + "\n" == OLD
    assert "\n".join(new) + "\n" == NEW


def test_unchanged_lines_are_one_row_to_unfold():
    same = "".join(f"# {number}\n" for number in range(40))
    rows = side_by_side(difference(f"{same}FROM a\n", f"{same}FROM b\n"))
    fold = rows[0]
    assert isinstance(fold, FoldRow)
    assert len(fold.line.hidden) == 37
