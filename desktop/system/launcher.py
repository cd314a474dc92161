"""How far the work has come, shown on the program's icon in a dock that understands it."""

import asyncio
import contextlib

from typing_extensions import override

from desktop.runtime.task_owner import TaskOwner
from desktop.system.session_bus import BusFailed, SessionBus

INTERFACE = "com.canonical.Unity.LauncherEntry"
_PATH = "/com/canonical/unity/launcherentry/paddock"
_APP = "application://paddock.desktop"
_AT_THE_END = 0.2
"""Seconds for taking the bar away, while the program ends."""


class Launcher(TaskOwner):
    """Tells docks over the session's bus; Plasma, Ubuntu's and Dash to Dock's listen."""

    def __init__(self, bus: SessionBus) -> None:
        super().__init__()
        self._bus = bus
        self._shown: float | None = None

    @override
    async def _close(self) -> None:
        await super()._close()
        if self._shown is not None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_AT_THE_END):
                    await self._say(None)

    def show(self, fraction: float | None) -> None:
        """Show a bar on the icon, or none."""
        shown = None if fraction is None else round(fraction, 2)
        if shown != self._shown:
            self._shown = shown
            self._tasks.start(self._say(shown), name="launcher")

    async def _say(self, fraction: float | None) -> None:
        facts = {
            "progress": ("d", fraction or 0.0),
            "progress-visible": ("b", fraction is not None),
        }
        try:
            await self._bus.say(_PATH, INTERFACE, "Update", "sa{sv}", _APP, facts)
        except BusFailed:
            return
