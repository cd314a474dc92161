"""The service over this very computer, where a stand-in is the program `ollama`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from desktop.runtime.clock import SystemClock
from desktop.system.local_around import Around
from desktop.system.local_ollama import LocalOllama
from desktop.system.local_snapshot import Wishes
from desktop.system.plan import Asking
from desktop.system.server_state import ServerState, look_at_server
from tests.clock import until
from tests.real.process import free_port


class Floor:
    """A computer with a stand-in for `ollama`, and the service over it, opened and closed."""

    def __init__(self, folder: Path, program: Path) -> None:
        self.program = program
        self.port = free_port()
        self.file = folder / "logs" / "serve.log"
        self.kept: list[Wishes] = []

    @asynccontextmanager
    async def open(self, wishes: Wishes | None = None) -> AsyncIterator[LocalOllama]:
        around = Around(self._look, asking=lambda: Asking.PKEXEC)
        made = LocalOllama(
            lambda: self.port,
            self.file,
            SystemClock(),
            wishes=wishes,
            keep=self.kept.append,
            around=around,
        )
        async with made:
            made.refresh()
            await until(lambda: made.state is not None)
            yield made

    async def _look(self, port: int, before: ServerState | None) -> ServerState:
        return await look_at_server(port, program=self.program, before=before)
