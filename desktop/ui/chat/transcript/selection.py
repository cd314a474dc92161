"""What of a conversation is selected: two places, which outlive the widgets between them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from desktop.domain.conversation import EntryId
from desktop.ui.chat.transcript.content import Key, Part

FIRST: Key = (Part.HEADING, -1)
LAST: Key = (Part.TOO_LONG, 1)
"""Below every row of a message, and above."""
_EVERYTHING = 1 << 30

Order: TypeAlias = Callable[[EntryId], int]
"""Says where a message stands in the conversation; -1 if it is there no more."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place in a text: which message, which of its rows, and before which character."""

    entry_id: EntryId
    key: Key
    position: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one place to another, whichever comes first. Empty where they are the same."""

    anchor: Point
    cursor: Point

    def ends(self, order: Order) -> tuple[Point, Point]:
        """Return both places, the one that comes first first."""
        if _rank(self.anchor, order) <= _rank(self.cursor, order):
            return self.anchor, self.cursor
        return self.cursor, self.anchor

    def within(self, entry_id: EntryId, key: Key, order: Order) -> tuple[int, int]:
        """Return which characters of a row are selected; (0, 0) for none."""
        first, last = self.ends(order)
        row = (order(entry_id), key)
        start_row = (order(first.entry_id), first.key)
        end_row = (order(last.entry_id), last.key)
        if row[0] < 0 or not start_row <= row <= end_row:
            return (0, 0)
        start = first.position if row == start_row else 0
        end = last.position if row == end_row else _EVERYTHING
        return (start, end)


def whole(first: EntryId, last: EntryId) -> Stretch:
    """Return everything from one message to another, both included."""
    return Stretch(Point(first, FIRST), Point(last, LAST))


def _rank(point: Point, order: Order) -> tuple[int, Key, int]:
    return order(point.entry_id), point.key, point.position
