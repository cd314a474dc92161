"""The service over a computer that a test makes up: what is seen there, and what is run there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.runtime.clock import Clock
from desktop.system.folder_size import FolderSize
from desktop.system.local_around import Around
from desktop.system.local_ollama import LocalOllama
from desktop.system.local_server import PortHolder, PortState
from desktop.system.local_snapshot import Wishes
from desktop.system.plan import Asking
from desktop.system.server_process import ServerProcess
from desktop.system.server_state import RunBy, ServerState
from desktop.system.units import UnitState

PORT = 11434
FREE = PortHolder(PortState.FREE)
HELD = PortHolder(PortState.HELD, "ollama", 812, ("127.0.0.1",))
MISSING = ServerState(None, "", RunBy.NOBODY, FREE)
STOPPED = ServerState(Path("/usr/local/bin/ollama"), "0.33.0", RunBy.NOBODY, FREE)
SYSTEM_UNIT = UnitState("ollama.service", False, True, 812, True, None, "ollama")
USER_UNIT = replace(SYSTEM_UNIT, is_of_user=True, user="")
BY_SYSTEM = replace(
    STOPPED,
    run_by=RunBy.SYSTEM_UNIT,
    port=HELD,
    process=ServerProcess(812, 1.0, is_own=False, unit="ollama.service"),
    unit=SYSTEM_UNIT,
    models=Path("/usr/share/ollama/.ollama/models"),
    starts_at_login=True,
)
BY_USER = replace(BY_SYSTEM, run_by=RunBy.USER_UNIT, unit=USER_UNIT)
STOPPED_UNIT = replace(
    BY_SYSTEM,
    run_by=RunBy.NOBODY,
    port=FREE,
    process=None,
    unit=replace(SYSTEM_UNIT, is_active=False, pid=None),
)
SIZE = FolderSize(41_000_000_000, 12, is_whole=True)


@dataclass
class Computer:
    """What the service sees; `looks` counts how often it looked."""

    state: ServerState = STOPPED
    holder: PortHolder = FREE
    asking: Asking = Asking.PKEXEC
    root: Path = Path("/none")
    looks: int = 0
    sizes: int = 0
    kept: list[Wishes] = field(default_factory=list)

    async def look(self, port: int, before: ServerState | None) -> ServerState:
        self.looks += 1
        return self.state

    async def size(self, state: ServerState) -> ServerState:
        self.sizes += 1
        return replace(state, models_size=SIZE if state.models else None)

    @property
    def around(self) -> Around:
        return Around(
            self.look,
            self.size,
            lambda port: self.holder,
            lambda: self.asking,
            "linux",
            self.root,
        )


@asynccontextmanager
async def service(
    computer: Computer, clock: Clock, file: Path, wishes: Wishes | None = None
) -> AsyncIterator[LocalOllama]:
    """Open the service on such a computer."""
    made = LocalOllama(
        lambda: PORT, file, clock, wishes=wishes, keep=computer.kept.append, around=computer.around
    )
    async with made:
        yield made
