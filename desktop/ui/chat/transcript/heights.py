"""Heights in a column, and where each one begins; cheap while only the tail changes."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Heights:
    """Heights from top to bottom. Where one begins is worked out from the first changed one on.

    While an answer grows, only its last rows change, and so a frame costs as
    much at the end of a long conversation as at its beginning.
    """

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights = list(heights)
        self._tops = [0]
        """Where each known one begins; the last is where the known ones end."""

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    @property
    def total(self) -> int:
        return self.top(len(self._heights))

    def top(self, index: int) -> int:
        """Return where the one at `index` begins; asked for the length, where the last ends."""
        tops = self._tops
        if index >= len(tops):
            at = tops.pop()
            tops += accumulate(self._heights[len(tops) : index], initial=at)
        return tops[index]

    def at(self, y: int) -> int:
        """Return which one that place is in; the first or the last one where it is outside."""
        if y >= self._tops[-1]:
            self.top(len(self._heights))
        return max(0, min(bisect_right(self._tops, y) - 1, len(self._heights) - 1))

    def set(self, index: int, height: int) -> None:
        if self._heights[index] != height:
            self._heights[index] = height
            del self._tops[index + 1 :]

    def insert(self, index: int, height: int) -> None:
        self._heights.insert(index, height)
        del self._tops[index + 1 :]

    def remove(self, index: int) -> None:
        del self._heights[index]
        del self._tops[index + 1 :]

    def replace(self, heights: Iterable[int], start: int = 0) -> None:
        """Put these in the place of everything from `start` on."""
        self._heights[start:] = heights
        del self._tops[start + 1 :]
