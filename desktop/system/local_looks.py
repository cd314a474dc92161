"""Looking at this computer's server, and keeping what was seen."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.runtime.clock import Clock
from desktop.runtime.event import Event
from desktop.system.environment_reading import Kept, read_kept
from desktop.system.local_around import Around
from desktop.system.local_log import LocalLog
from desktop.system.local_plans import home_of
from desktop.system.local_snapshot import NOTHING_KEPT, Deed, LocalSnapshot, Trouble
from desktop.system.log_places import log_source
from desktop.system.own_child import OwnChild
from desktop.system.server_environment import Home
from desktop.system.server_state import ServerState

EVERY = 5.0
"""Seconds between two looks while the page is shown; hidden, nobody looks."""
SLOW_EVERY = 60.0
"""Seconds between two looks at what takes long: the folder's size, the environment."""


class LocalLooks:
    """The only writer of the snapshot; one look at a time."""

    def __init__(
        self,
        snapshot: LocalSnapshot,
        port: Callable[[], int],
        clock: Clock,
        around: Around,
        child: OwnChild,
        log: LocalLog,
    ) -> None:
        self.changed = Event[None]()
        self.looked = Event[None]()
        self.snapshot = snapshot
        self._port = port
        self._clock = clock
        self._around = around
        self._child = child
        self._log = log
        self._one_at_a_time = asyncio.Lock()
        self._slow_at: float | None = None

    def put(self, **facts: object) -> None:
        """Replace some facts, and say so if that changes anything."""
        snapshot = replace(self.snapshot, **facts)  # pyright: ignore[reportArgumentType]
        if snapshot != self.snapshot:
            self.snapshot = snapshot
            self.changed.emit(None)

    def forget_slow(self) -> None:
        """Let the next look be at everything."""
        self._slow_at = None

    async def keep_looking(self) -> None:
        while True:
            await self.look()
            await self._clock.sleep(EVERY)

    async def look(self) -> None:
        """Look at what is quickly seen, and at the rest where that was long ago."""
        async with self._one_at_a_time:
            before, port = self.snapshot.state, self._port()
            state = self._with_own_folder(await self._around.look(port, before))
            ended = None if self.snapshot.deed else await self._child.end_noted()
            if ended is not None:
                state = self._with_own_folder(await self._around.look(port, before))
            home = home_of(state, self._around.platform)
            size = before.models_size if before and before.models == state.models else None
            is_due = self._is_due(home, lacks_size=size is None and state.models is not None)
            own = await self._child.known(state, self.snapshot.own)
            self.put(
                state=replace(state, models_size=size),
                port=port,
                home=home,
                own=own,
                trouble=self._trouble(state, ended),
            )
            self._log.put(log_source(state, self._clock, own, self._around.platform))
            self.looked.emit(None)
            if is_due:
                await self._look_slowly(state, home)

    def _with_own_folder(self, state: ServerState) -> ServerState:
        """Take the folder that a server of this program's own would have, where no other runs."""
        folder = self.snapshot.wishes.environment.get("OLLAMA_MODELS", "")
        is_meant = folder and not state.is_running and state.program is not None
        if not is_meant or home_of(state, self._around.platform) is not None:
            return state
        return replace(state, models=Path(folder))

    def _is_due(self, home: Home | None, *, lacks_size: bool) -> bool:
        now, last = self._clock.monotonic(), self._slow_at
        is_other = home is not self.snapshot.home or lacks_size
        return last is None or is_other or now - last >= SLOW_EVERY

    async def _look_slowly(self, state: ServerState, home: Home | None) -> None:
        self._slow_at = self._clock.monotonic()
        self.put(kept=NOTHING_KEPT if home is None else await self._kept(home, state))
        self.put(state=await self._around.size(state))

    async def _kept(self, home: Home, state: ServerState) -> Kept:
        if state.unit is None:
            return await read_kept(home, self._around.root)
        return await read_kept(home, self._around.root, state.unit.service)

    def _trouble(self, state: ServerState, ended: str | None) -> Trouble | None:
        """Say of a server of this program's own that it ended by itself, until one runs again."""
        if ended is not None:
            return Trouble(None, ended)
        trouble = self.snapshot.trouble
        if trouble is None or self.snapshot.deed is not None or not state.is_running:
            return trouble
        return None if trouble.deed in (None, Deed.START) else trouble
