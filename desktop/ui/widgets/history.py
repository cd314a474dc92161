"""What was read of a few things at the same moments, as far back as a chart reaches."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan

MINUTES_5 = 300.0
"""Seconds that a chart reaches back."""
LAPSE = 75.0
"""Seconds without a reading after which the ones before and after are not joined.

More than two of the readings that are taken while nobody looks, 30 apart.
"""
_LEAST = 64


@dataclass(frozen=True, slots=True)
class Reading:
    """The values at one moment, one for each series; None where nothing could be read."""

    when: float
    values: tuple[float | None, ...]


class History:
    """Readings by time, in seconds of any clock that never goes back.

    Adding one costs the same however many there are: old ones are left where
    they are until they are the greater part, and then dropped at once.
    """

    def __init__(self, series: int, seconds: float = MINUTES_5, lapse: float = LAPSE) -> None:
        self.seconds = seconds
        self.lapse = lapse
        self._times = array("d")
        self._values = tuple(array("d") for _ in range(series))
        self._start = 0

    def __len__(self) -> int:
        return len(self._times) - self._start

    @property
    def series(self) -> int:
        return len(self._values)

    @property
    def latest(self) -> float | None:
        """When the last reading was."""
        return self._times[-1] if self._times else None

    def append(self, when: float, values: Sequence[float | None]) -> bool:
        """Add a reading, and return whether old ones were dropped.

        One that is not later than the last is left out, as a picture of time
        cannot show it.
        """
        if self._times and when <= self._times[-1]:
            return False
        self._times.append(when)
        for column, value in zip(self._values, values, strict=True):
            column.append(nan if value is None else value)
        while self._times[self._start] < when - self.seconds:
            self._start += 1
        return self._drop()

    def reading(self, index: int) -> Reading:
        """Return a reading, 0 for the oldest; a negative index counts from the latest."""
        place = self._start + index if index >= 0 else len(self._times) + index
        values = (column[place] for column in self._values)
        found = tuple(None if isnan(value) else value for value in values)
        return Reading(self._times[place], found)

    def readings(self) -> list[Reading]:
        """Return all readings, the oldest first."""
        return [self.reading(index) for index in range(len(self))]

    def span(self, series: int) -> tuple[float, float] | None:
        """Return the least and the greatest value of a series; None where nothing was read."""
        found = [value for value in self._values[series][self._start :] if not isnan(value)]
        return (min(found), max(found)) if found else None

    def nearest(self, when: float) -> int | None:
        """Return the index of the reading closest to that time."""
        if not len(self):
            return None
        after = bisect_left(self._times, when, lo=self._start)
        if after == len(self._times):
            return len(self) - 1
        is_before = after > self._start and (
            when - self._times[after - 1] < self._times[after] - when
        )
        return after - is_before - self._start

    def _drop(self) -> bool:
        if self._start < max(_LEAST, len(self)):
            return False
        del self._times[: self._start]
        for column in self._values:
            del column[: self._start]
        self._start = 0
        return True
