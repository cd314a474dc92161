"""The messages from top to bottom, and which row stands where. Knows no widget."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop.ui.chat.transcript.content import Key
from desktop.ui.chat.transcript.heights import Heights
from desktop.ui.chat.transcript.measure import Measure
from desktop.ui.chat.transcript.message import Message
from desktop.ui.chat.transcript.row import Row


class Spot(NamedTuple):
    """A row: which of the messages, and which of its rows."""

    message: int
    row: int


class Anchor(NamedTuple):
    """What stands at the top of the view: a row by its key, and how much of it is above (px)."""

    message: int
    key: Key
    above: int


class Column:
    """Messages below each other. Heights are pixels, and estimates until somebody has looked."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self.messages: list[Message] = []
        self._heights = Heights()

    @property
    def total(self) -> int:
        return self._heights.total

    def show(self, messages: Iterable[Message]) -> None:
        """Show these messages."""
        self.messages = list(messages)
        self._heights = Heights([message.height(self.measure) for message in self.messages])

    def set_measure(self, measure: Measure) -> None:
        """Take another width. Messages that nobody sees are closed, and estimated again."""
        before, self.measure = self.measure, measure
        for message in self.messages:
            is_open = message.heights is not None
            if is_open and all(row.view is None for row in message.rows):
                message.close(before)
        self.show(self.messages)

    def forget_heights(self) -> None:
        """Close all messages: in another font none of their heights is right."""
        for message in self.messages:
            message.forget()
        self.show(self.messages)

    def changed(self, index: int) -> None:
        """Take the height of a message whose rows have changed."""
        self._heights.set(index, self.messages[index].height(self.measure))

    def open(self, index: int) -> Message:
        """Return that message with its rows."""
        message = self.messages[index]
        if not message.is_open:
            message.open(self.measure)
            self.changed(index)
        return message

    def close_far(self, centre: int, most: int) -> None:
        """Close messages without widgets that are further from a message than so many."""
        for index, message in enumerate(self.messages):
            if message.heights is None or abs(index - centre) <= most:
                continue
            if all(row.view is None for row in message.rows):
                message.close(self.measure)

    def row(self, spot: Spot) -> Row:
        return self.messages[spot.message].rows[spot.row]

    def height(self, spot: Spot) -> int:
        heights = self.messages[spot.message].heights
        return heights[spot.row] if heights is not None else 0

    def set_height(self, spot: Spot, height: int) -> None:
        heights = self.messages[spot.message].heights
        if heights is not None and heights[spot.row] != height:
            heights.set(spot.row, height)
            self._heights.set(spot.message, heights.total)

    def top(self, spot: Spot) -> int:
        """Return where a row begins."""
        heights = self.messages[spot.message].heights
        inside = heights.top(spot.row) if heights is not None else 0
        return self._heights.top(spot.message) + inside

    def first(self) -> Spot | None:
        return self._from(0, 1)

    def last(self) -> Spot | None:
        return self._from(len(self.messages) - 1, -1)

    def after(self, spot: Spot) -> Spot | None:
        """Return the next row; its message is opened for it."""
        if spot.row + 1 < len(self.messages[spot.message].rows):
            return Spot(spot.message, spot.row + 1)
        return self._from(spot.message + 1, 1)

    def before(self, spot: Spot) -> Spot | None:
        """Return the row above; its message is opened for it."""
        if spot.row > 0:
            return Spot(spot.message, spot.row - 1)
        return self._from(spot.message - 1, -1)

    def beside(self, spot: Spot, step: int) -> Spot | None:
        """Return the row below (1) or above (-1), if its message is open already."""
        index, row = spot.message, spot.row + step
        if 0 <= row < len(self.messages[index].rows):
            return Spot(index, row)
        index += step
        while 0 <= index < len(self.messages) and self.messages[index].is_open:
            if rows := self.messages[index].rows:
                return Spot(index, 0 if step > 0 else len(rows) - 1)
            index += step
        return None

    def is_first(self, spot: Spot) -> bool:
        return spot == Spot(0, 0)

    def is_last(self, spot: Spot) -> bool:
        """Whether nothing stands below; messages without rows do not count."""
        if spot.row < len(self.messages[spot.message].rows) - 1:
            return False
        below = range(spot.message + 1, len(self.messages))
        return all(self.messages[at].is_open and not self.messages[at].rows for at in below)

    def at(self, y: int) -> tuple[Spot, int] | None:
        """Return which row is at that place, and how much of it is above; opens its message."""
        if not self.messages:
            return None
        index = self._heights.at(y)
        before = self._heights[index]
        inside = y - self._heights.top(index)
        message = self.open(index)
        if message.heights is None or not message.rows:
            spot = self._from(index, 1) or self._from(index, -1)
            return None if spot is None else (spot, 0)
        inside = inside * message.heights.total // before if before else 0
        row = message.heights.at(inside)
        return Spot(index, row), inside - message.heights.top(row)

    def spot(self, anchor: Anchor) -> tuple[Spot, int] | None:
        """Return the row of an anchor and how much of it is above, or the one it gave way to."""
        if not self.messages:
            return None
        index = min(anchor.message, len(self.messages) - 1)
        message = self.open(index)
        if not message.rows:
            found = self._from(index, 1) or self._from(index, -1)
            return None if found is None else (found, 0)
        at = message.index(anchor.key)
        if at == 0 or (at < len(message.rows) and message.rows[at].key == anchor.key):
            return Spot(index, at), anchor.above
        return Spot(index, at - 1), 0

    def anchor(self, spot: Spot, above: int) -> Anchor:
        return Anchor(spot.message, self.row(spot).key, above)

    def _from(self, index: int, step: int) -> Spot | None:
        while 0 <= index < len(self.messages):
            message = self.open(index)
            if message.rows:
                return Spot(index, 0 if step > 0 else len(message.rows) - 1)
            index += step
        return None
