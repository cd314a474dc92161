"""The rows of a comparison: one text below the other, or both side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from desktop.workshop.diff import Change, DiffLine


@dataclass(frozen=True, slots=True)
class UnifiedRow:
    """One line, of either text or of both."""

    line: DiffLine


@dataclass(frozen=True, slots=True)
class PairRow:
    """What stands beside each other; None where one side has nothing there."""

    old: DiffLine | None
    new: DiffLine | None


@dataclass(frozen=True, slots=True)
class FoldRow:
    """Unchanged lines that can be unfolded, or the end of what was compared."""

    line: DiffLine


DiffRow = UnifiedRow | PairRow | FoldRow


def unified(lines: Sequence[DiffLine]) -> tuple[DiffRow, ...]:
    """Return a row for each line."""
    return tuple(FoldRow(line) if _is_fold(line) else UnifiedRow(line) for line in lines)


def side_by_side(lines: Sequence[DiffLine]) -> tuple[DiffRow, ...]:
    """Return rows in which what was removed stands beside what was added for it."""
    return tuple(_pairs(lines))


def _pairs(lines: Sequence[DiffLine]) -> Iterator[DiffRow]:
    removed: list[DiffLine] = []
    added: list[DiffLine] = []
    for line in lines:
        if line.change is Change.REMOVED and not added:
            removed.append(line)
            continue
        if line.change is Change.ADDED:
            added.append(line)
            continue
        yield from _beside(removed, added)
        removed, added = [], []
        if line.change is Change.REMOVED:
            removed.append(line)
        else:
            yield FoldRow(line) if _is_fold(line) else PairRow(line, line)
    yield from _beside(removed, added)


def _beside(removed: list[DiffLine], added: list[DiffLine]) -> Iterator[DiffRow]:
    for old, new in zip_longest(removed, added):
        yield PairRow(old, new)


def _is_fold(line: DiffLine) -> bool:
    return line.change in {Change.FOLDED, Change.CUT}
