"""A time-out for waits that follow each other quickly."""

import asyncio


class Deadline:
    """Ends a wait that takes too long, with one timer for many waits.

    A timer a wait would be a timer a line: qasync keeps a cancelled timer
    until it is due, and fifty pulls would pile up tens of thousands of them.
    Here the timer that is already set is used again by whoever waits next.
    When that rings is kept beside it, because the handles of qasync cannot say.
    """

    def __init__(self) -> None:
        self._timer: asyncio.Handle | None = None
        self._rings_at = 0.0
        self._waiter: asyncio.Future[None] | None = None
        self._due = 0.0

    async def wait(self, waiter: "asyncio.Future[None]", seconds: float | None) -> None:
        """Return when `waiter` is done.

        Raises:
            TimeoutError: it was not within `seconds`; None waits for ever.
        """
        if seconds is not None:
            self._watch(waiter, seconds)
        try:
            await waiter
        finally:
            self._waiter = None

    def close(self) -> None:
        """Forget the timer."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _watch(self, waiter: "asyncio.Future[None]", seconds: float) -> None:
        self._waiter = waiter
        self._due = asyncio.get_running_loop().time() + seconds
        if self._rings_at > self._due:
            self.close()
        if self._timer is None:
            self._arm()

    def _arm(self) -> None:
        self._rings_at = self._due
        self._timer = asyncio.get_running_loop().call_at(self._due, self._ring)

    def _ring(self) -> None:
        self._timer = None
        if self._waiter is None or self._waiter.done():
            return
        if asyncio.get_running_loop().time() < self._due:
            self._arm()
        else:
            self._waiter.set_exception(TimeoutError())
