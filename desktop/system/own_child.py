"""The server that this program started, in this window or in one that was closed since."""

from pathlib import Path

from desktop.runtime.threads import abandonable
from desktop.system.ending import NotEnded, end_process
from desktop.system.local_plans import own_port
from desktop.system.local_snapshot import Serving
from desktop.system.own_server import (
    OwnServer,
    Started,
    StartFailed,
    last_words,
    started_before,
)
from desktop.system.server_state import RunBy, ServerState


class OwnChild:
    """At most one server at a time; `outlives` says what becomes of it with the window."""

    def __init__(self, log: Path, *, outlives: bool) -> None:
        self._log = log
        self._outlives = outlives
        self._server: OwnServer | None = None
        self._asked: int | None = None

    @property
    def outlives(self) -> bool:
        return self._outlives

    @outlives.setter
    def outlives(self, outlives: bool) -> None:
        self._outlives = outlives
        if self._server is not None:
            self._server.outlives = outlives

    @property
    def started(self) -> Started | None:
        return None if self._server is None else self._server.started

    async def start(self, serving: Serving) -> None:
        """Start one, and return when it listens.

        Raises:
            StartFailed: it did not come up.
        """
        server = OwnServer(serving.program, self._log, outlives=self._outlives)
        self._server = server
        await server.start(serving.environment, own_port(serving.environment))
        if not server.is_running:
            await server.stop()
            raise StartFailed(await abandonable(last_words, self._log))

    async def stop(self, own: Started | None) -> None:
        """End it, whichever window started it.

        Raises:
            StartFailed: it is not to be ended, and so no other can be started.
        """
        if self._server is not None and self._server.started is not None:
            await self._server.stop()
        elif own is not None:
            try:
                await end_process(own.pid, own.created)
            except NotEnded as error:
                raise StartFailed(str(error)) from error

    async def close(self) -> None:
        """The window closes."""
        if self._server is not None:
            await self._server.close()

    async def known(self, state: ServerState, before: Started | None) -> Started | None:
        """Return what this program started: now, or before its window was closed the last time."""
        if self.started is not None:
            return self.started
        process = state.process
        if process is None or not process.is_own or state.run_by is not RunBy.BY_HAND:
            return before
        if process.pid == self._asked or (before is not None and before.pid == process.pid):
            return before
        self._asked = process.pid
        found = await abandonable(started_before, process.pid, process.created, self._log)
        return found or before

    async def end_noted(self) -> str | None:
        """Return the last words of a server that ended by itself; None where none did."""
        if self._server is None or self._server.started is None or self._server.is_running:
            return None
        await self._server.stop()
        return await abandonable(last_words, self._log)
