"""A question that may never be answered, such as one to a driver that hangs."""

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

from desktop.runtime.clock import Clock
from desktop.runtime.threads import abandonable

T = TypeVar("T")

_MOST_STUCK = 3
"""Threads that may hang at a time; a driver that holds so many is left alone until one is free."""


class Probe(Generic[T]):
    """Asks in a thread that is given up after `seconds`, and again only `pause` seconds later.

    A thread that hangs in a driver cannot be ended, so that they must not
    become many. Whoever asks meanwhile is told None at once.
    """

    def __init__(
        self,
        ask: Callable[[], T],
        clock: Clock,
        *,
        seconds: float = 3.0,
        pause: float = 60.0,
    ) -> None:
        self._ask = ask
        self._clock = clock
        self._seconds = seconds
        self._pause = pause
        self._again_at = 0.0
        self._under_way: set[object] = set()

    @property
    def is_stuck(self) -> bool:
        """Whether a question is still without an answer, long after it was asked."""
        return bool(self._under_way) and self._clock.monotonic() < self._again_at

    async def read(self) -> T | None:
        """Return the answer, or None while there is none."""
        if self.is_stuck or len(self._under_way) >= _MOST_STUCK:
            return None
        try:
            async with asyncio.timeout(self._seconds):
                return await abandonable(self._answer)
        except TimeoutError:
            self._again_at = self._clock.monotonic() + self._pause
            return None

    def _answer(self) -> T:
        """Ask, on the thread; what is under way is known by a token of its own."""
        token = object()
        self._under_way.add(token)
        try:
            return self._ask()
        finally:
            self._under_way.discard(token)
