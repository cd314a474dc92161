"""Which rows are in sight and where, worked out from the one that stays where it is."""

from collections.abc import Iterator
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from desktop.ui.chat.transcript.column import Anchor, Column, Spot
from desktop.ui.chat.transcript.stage import Stage

Places: TypeAlias = list[tuple[Spot, int]]
"""Rows, and where each begins in the viewport, from top to bottom."""

_MADE, _KEPT = 1.0, 1.5
"""So many screens above and below have widgets made, and keep them."""


class Walk:
    """Walks from row to row and measures each on its way, so that no place is ever a guess."""

    def __init__(self, column: Column, stage: Stage, viewport: QWidget) -> None:
        self._column = column
        self._stage = stage
        self._viewport = viewport
        self.ends = 0
        """Room above the first row and below the last, in pixels."""

    def from_anchor(self, anchor: Anchor) -> Places:
        """Return the rows in sight; the anchor's stays where it is, if the ends allow it."""
        found = self._column.spot(anchor)
        if found is None:
            return []
        spot, y = self._measured(*found)
        while y > 0 and (above := self._column.before(spot)) is not None:
            spot, y = above, y - self._stage.measure(above)
        y = min(y, self.ends)
        while y + self._stage.measure(spot) <= 0:
            below = self._column.after(spot)
            if below is None:
                break
            spot, y = below, y + self._column.height(spot)
        places = list(self._down(spot, y))
        last, y = places[-1]
        end = y + self._column.height(last) + self.ends
        if end < self._viewport.height() and self._column.after(last) is None:
            return self.from_end()
        return places

    def from_end(self) -> Places:
        """Return the rows in sight where the last one ends at the end of the view."""
        spot = self._column.last()
        y = self._viewport.height() - self.ends
        places: Places = []
        while spot is not None and y > 0:
            y -= self._stage.measure(spot)
            places.append((spot, y))
            spot = self._column.before(spot)
        places.reverse()
        if y > self.ends and places:  # All of it is in sight.
            return list(self._down(places[0][0], self.ends))
        return places

    def around(self, places: Places) -> tuple[Places, bool]:
        """Return the rows out of sight that have widgets, and whether some are to be made."""
        high = self._viewport.height()
        found: Places = []
        spot, y = places[-1]
        y += self._column.height(spot)
        while y < (1 + _KEPT) * high and (below := self._next(spot, 1)) is not None:
            spot = below
            found.append((spot, y))
            y += self._stage.measure(spot)
        is_missing = y < (1 + _MADE) * high and not self._column.is_last(spot)
        spot, y = places[0]
        while y > -_KEPT * high and (above := self._next(spot, -1)) is not None:
            spot, y = above, y - self._stage.measure(above)
            found.append((spot, y))
        return found, is_missing or (y > -_MADE * high and not self._column.is_first(spot))

    def make_one(self, anchor: Anchor) -> bool:
        """Make the next widget that is missing around what is in sight."""
        at = self._column.spot(anchor)
        if at is None:
            return False
        high = self._viewport.height()
        after, before = self._column.after, self._column.before
        for step, room in ((after, (1 + _MADE) * high), (before, _MADE * high)):
            spot: Spot | None = at[0]
            y = 0
            while spot is not None and y < room:
                if self._column.row(spot).view is None:
                    self._stage.measure(spot)
                    return True
                y += self._column.height(spot)
                spot = step(spot)
        return False

    def _measured(self, spot: Spot, above: int) -> tuple[Spot, int]:
        """Return where the anchor's row begins; in another width, as much of it is above."""
        before, width = self._column.height(spot), self._column.row(spot).measured
        height = self._stage.measure(spot)
        if width not in (0, self._column.measure.width) and before and above > 0:
            above = above * height // before
        return spot, -above

    def _down(self, spot: Spot | None, y: int) -> Iterator[tuple[Spot, int]]:
        bottom = self._viewport.height()
        while spot is not None:
            yield spot, y
            y += self._stage.measure(spot)
            if y >= bottom:
                return
            spot = self._column.after(spot)

    def _next(self, spot: Spot, step: int) -> Spot | None:
        found = self._column.beside(spot, step)
        return found if found is not None and self._column.row(found).view is not None else None
