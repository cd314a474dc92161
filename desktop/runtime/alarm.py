"""A sleep that somebody else can end."""

import asyncio

from desktop.runtime.clock import Clock


class Alarm:
    """Something one task sleeps on until its time has come or it is rung."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """End the sleep; without a sleeper, the next one ends at once."""
        self._rung.set()

    async def sleep(self, seconds: float) -> None:
        """Return after that many seconds of the clock, or when the alarm is rung."""
        sleeper = asyncio.get_running_loop().create_task(self._clock.sleep(seconds), name="alarm")
        sleeper.add_done_callback(lambda _: self._rung.set())
        try:
            await self._rung.wait()
        finally:
            sleeper.cancel()
            await asyncio.wait({sleeper})
            self._rung.clear()
