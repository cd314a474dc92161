"""How fast bytes come, measured over the last seconds."""

from collections import deque

WINDOW = 5.0
"""Seconds that are looked back upon."""
SHORTEST = 0.5
"""Seconds below which two samples say nothing about a speed."""


class Rate:
    """Bytes a second, from samples of a count that only new bytes raise.

    The first sample is where counting begins, not speed: a pull that goes on
    has much already (fact 37). Where time or the count goes back, or nothing
    was sampled for longer than the window (a computer that slept), it begins anew.
    """

    def __init__(self) -> None:
        self._samples: deque[tuple[float, int]] = deque()

    def add(self, at: float, received: int) -> None:
        """Take a sample: the monotonic time in seconds, and all bytes counted so far."""
        if self._samples:
            last_at, last_received = self._samples[-1]
            if not 0 <= at - last_at <= WINDOW or received < last_received:
                self._samples.clear()
        self._samples.append((at, received))
        while at - self._samples[0][0] > WINDOW:
            self._samples.popleft()

    def clear(self) -> None:
        """Forget every sample."""
        self._samples.clear()

    @property
    def speed(self) -> float | None:
        """Bytes a second, or None as long as nothing can be said."""
        if not self._samples:
            return None
        (first_at, first), (last_at, last) = self._samples[0], self._samples[-1]
        span = last_at - first_at
        return (last - first) / span if span >= SHORTEST else None
