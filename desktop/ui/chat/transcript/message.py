"""One message in the column: closed it is a height alone, open it has its rows."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from desktop.chat.blocks import Block, Splitter, split
from desktop.chat.growth import Growth
from desktop.domain.conversation import NO_ENTRY, Entry, EntryId
from desktop.ui.chat.transcript.compose import PLAIN, Dress, fold, rows
from desktop.ui.chat.transcript.content import Content, Key, Part, Prose
from desktop.ui.chat.transcript.heights import Heights
from desktop.ui.chat.transcript.measure import Measure
from desktop.ui.chat.transcript.row import Row

_NO_ROWS: list[Row] = []
_NONE_TAKEN: dict[Part, tuple[int, int]] = {}
"""Shared by all closed messages, of which there are thousands; they are replaced, never filled."""


class Message:
    """A message, or what stands below the last one.

    It is opened when it comes near the eye, and only then is its text cut into
    blocks. `entry` is None for what stands below the last message, whose rows
    are given.
    """

    __slots__ = ("_blocks", "_known", "_taken", "dress", "entry", "growth", "heights", "rows")

    def __init__(
        self, entry: Entry | None, dress: Dress = PLAIN, growth: Growth | None = None
    ) -> None:
        self.entry = entry
        self.dress = dress
        self.growth = growth
        self.rows: list[Row] = _NO_ROWS
        self.heights: Heights | None = None
        self._known: tuple[int, int] | None = None
        """The height it had when it was closed, and the width it had it in."""
        self._taken: dict[Part, tuple[int, int]] = _NONE_TAKEN
        """Of each growing part: how many closed blocks have rows, and how often it was revised."""
        self._blocks: tuple[str, Sequence[Block], str, Sequence[Block]] | None = None

    @property
    def id(self) -> EntryId:
        return self.entry.id if self.entry is not None else NO_ENTRY

    @property
    def is_open(self) -> bool:
        return self.heights is not None

    def height(self, measure: Measure) -> int:
        """Return how high it is, or about how high it will be."""
        if self.heights is not None:
            return self.heights.total
        if self.entry is None:
            return 0
        if self._known is None:
            return measure.message(self.entry)
        height, width = self._known
        return height if width == measure.width else max(1, height * width // measure.width)

    def open(self, measure: Measure) -> None:
        """Cut it into its rows."""
        if self.heights is None:
            self.heights = Heights()
            self._arrange(measure)

    def close(self, measure: Measure) -> None:
        """Forget the rows, which nobody sees; its height is remembered."""
        if self.heights is not None and self.entry is not None:
            self._known = (self.heights.total, measure.width)
            self.rows, self.heights, self._blocks = _NO_ROWS, None, None

    def forget(self) -> None:
        """Forget the rows and their heights, none of which is right any more."""
        if self.entry is not None:
            self.rows, self.heights, self._known = _NO_ROWS, None, None

    def change(
        self, entry: Entry | None, dress: Dress, growth: Growth | None, measure: Measure
    ) -> list[Row]:
        """Take other facts, and return the rows that are no longer there."""
        if self.growth is not None and growth is None and entry is not None:
            self._hand_over(entry)
        self.entry, self.dress, self.growth = entry, dress, growth
        if self.heights is None:
            return []
        return self._arrange(measure)

    def set_rows(self, contents: Iterable[tuple[Key, Content]], measure: Measure) -> list[Row]:
        """Show these rows instead, keep those that have the same key, and return the others."""
        before = {row.key: row for row in self.rows}
        found: list[Row] = []
        heights: list[int] = []
        for key, content in contents:
            row = before.pop(key, None)
            if row is None or type(row.content) is not type(content):
                if row is not None:
                    before[key] = row
                row = Row(self.id, key, content, measure)
                heights.append(row.estimate(measure))
            else:
                heights.append(self._kept_height(row, content, measure))
            found.append(row)
        self.rows = found
        self.heights = Heights(heights)
        return list(before.values())

    def grow(self, measure: Measure) -> list[Row]:
        """Take what has come since, at a cost that does not depend on what there is already."""
        growth = self.growth
        if growth is None or self.heights is None:
            return []
        at = self.index((Part.FOLD, 0))
        has_fold = at < len(self.rows) and self.rows[at].key[0] is Part.FOLD
        if self._is_revised(growth) or (not has_fold and _has_any(growth.thinking)):
            return self._arrange(measure)
        if has_fold and self.entry is not None:
            self.rows[at].show(fold(self.entry, self.dress.is_fold_open, growth))
        gone: list[Row] = []
        if self.dress.is_fold_open:
            gone += self._take(Part.THOUGHT, growth.thinking, measure)
        return gone + self._take(Part.SAID, growth.answer, measure)

    def index(self, key: Key) -> int:
        """Return where the row of that key stands, or would stand."""
        return bisect_left(self.rows, key, key=_key_of)

    def _kept_height(self, row: Row, content: Content, measure: Measure) -> int:
        at = self.index(row.key)
        height = self.heights[at] if self.heights is not None else 0
        if row.show(content) and row.view is None:
            return row.estimate(measure)
        return height

    def _arrange(self, measure: Measure) -> list[Row]:
        if self.entry is None:
            return []
        thought, said = self._parts(self.entry)
        return self.set_rows(rows(self.entry, self.dress, thought, said, self.growth), measure)

    def _parts(self, entry: Entry) -> tuple[Sequence[Block], Sequence[Block]]:
        growth = self.growth
        if growth is not None:
            self._taken = {
                part: (len(splitting.closed), splitting.revised)
                for part, splitting in _parts_of(growth)
            }
            return _all(growth.thinking), _all(growth.answer)
        if self._blocks is None or self._blocks[::2] != (entry.thinking, entry.text):
            thought = split(entry.thinking) if entry.thinking else ()
            self._blocks = (entry.thinking, thought, entry.text, _said(entry))
        return self._blocks[1], self._blocks[3]

    def _hand_over(self, entry: Entry) -> None:
        """Keep the blocks that were cut while the answer came, if they are all of it."""
        growth = self.growth
        if growth is not None and (growth.thinking.text, growth.answer.text) == (
            entry.thinking,
            entry.text,
        ):
            self._blocks = (
                entry.thinking,
                _all(growth.thinking),
                entry.text,
                _all(growth.answer),
            )

    def _is_revised(self, growth: Growth) -> bool:
        return any(
            self._taken.get(part, (0, 0))[1] != splitting.revised
            for part, splitting in _parts_of(growth)
        )

    def _take(self, part: Part, splitting: Splitter, measure: Measure) -> list[Row]:
        closed = splitting.closed
        taken, revised = self._taken.get(part, (0, 0))
        at = self.index((part, taken))
        for number in range(taken, len(closed)):
            self._put(at, (part, number), closed[number], measure)
            at += 1
        self._taken[part] = (len(closed), revised)
        tail = splitting.open
        if tail is not None:
            self._put(at, (part, len(closed)), tail, measure)
            at += 1
        gone: list[Row] = []
        while at < len(self.rows) and self.rows[at].key[0] is part:
            gone.append(self.rows.pop(at))
            self._heights_known().remove(at)
        return gone

    def _put(self, at: int, key: Key, block: Block, measure: Measure) -> None:
        content = Prose(block, is_thought=key[0] is Part.THOUGHT)
        if at < len(self.rows) and self.rows[at].key == key:
            row = self.rows[at]
            if row.show(content) and row.view is None:
                self._heights_known().set(at, row.estimate(measure))
            return
        row = Row(self.id, key, content, measure)
        self.rows.insert(at, row)
        self._heights_known().insert(at, row.estimate(measure))

    def _heights_known(self) -> Heights:
        if self.heights is None:
            self.heights = Heights()
        return self.heights


def _key_of(row: Row) -> Key:
    return row.key


def _said(entry: Entry) -> Sequence[Block]:
    return split(entry.text) if entry.text else ()


def _parts_of(growth: Growth) -> tuple[tuple[Part, Splitter], tuple[Part, Splitter]]:
    return (Part.THOUGHT, growth.thinking), (Part.SAID, growth.answer)


def _has_any(splitting: Splitter) -> bool:
    return bool(splitting.closed) or splitting.open is not None


def _all(splitting: Splitter) -> Sequence[Block]:
    tail = splitting.open
    return tuple(splitting.closed) if tail is None else (*splitting.closed, tail)
