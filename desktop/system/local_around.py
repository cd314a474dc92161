"""What is asked of the computer about its server; a test hands in its own."""

import os
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.system.local_plans import Place
from desktop.system.local_server import PortHolder, holder_of
from desktop.system.plan import Asking, way_to_ask
from desktop.system.server_state import ServerState, look_at_server, with_size


async def _look(port: int, before: ServerState | None) -> ServerState:
    return await look_at_server(port, before=before)


def _asking() -> Asking:
    return way_to_ask(os.environ)


@dataclass(frozen=True, slots=True)
class Around:
    """The questions; `root` is where systemd's folders are looked for."""

    look: Callable[[int, ServerState | None], Awaitable[ServerState]] = _look
    size: Callable[[ServerState], Awaitable[ServerState]] = with_size
    holder: Callable[[int], PortHolder] = holder_of
    asking: Callable[[], Asking] = _asking
    platform: str = sys.platform
    root: Path = Path("/")

    @property
    def place(self) -> Place:
        """Where plans are made for."""
        return Place(self.asking(), self.platform, self.root)
