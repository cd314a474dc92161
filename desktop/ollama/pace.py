"""Lets the window breathe while much is read at once."""

import asyncio

_HOLD = 0.008
"""Seconds that a reader may hold the loop (performance.md, the loop)."""


class Pace:
    """Gives way to the loop when its task has held it for too long.

    Data that has already arrived is read without waiting, so a fast server
    alone would freeze the window. Waiting for the network counts as giving way.
    """

    def __init__(self) -> None:
        self._since = 0.0
        self._has_turned = True

    async def give_way(self) -> None:
        """Return at once, or after the loop has done everything else that is due."""
        loop = asyncio.get_running_loop()
        if self._has_turned:
            self._has_turned = False
            self._since = loop.time()
            loop.call_soon(self._turn)
        elif loop.time() - self._since >= _HOLD:
            await asyncio.sleep(0)

    def _turn(self) -> None:
        self._has_turned = True
