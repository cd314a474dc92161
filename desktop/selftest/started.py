"""Starts the real window, and measures how long a person waits for it."""

import asyncio
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QTableView

from desktop.app import run_window
from desktop.runtime.supervisor import Supervisor
from desktop.selftest.kept import no_room
from desktop.services import Outside, Services
from desktop.session import Session
from desktop.storage.paths import find_paths
from desktop.ui.bridge import loop

_PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Started:
    """`milliseconds` from the process's start to a painted table of models; None if unknown.

    `lacking` are icons that the window wanted and that are not there.
    """

    problem: str
    milliseconds: int | None
    lacking: tuple[str, ...] = ()


def start_window(app: QApplication) -> Started:
    """Open the window on the demo host in an empty home, until its models are painted."""
    if problem := no_room():
        return Started(problem, None)
    with tempfile.TemporaryDirectory(prefix="paddock-selftest-") as home:
        return loop.run(app, _start(app, Path(home)))


async def _start(app: QApplication, home: Path) -> Started:
    opened: asyncio.Future[Session] = asyncio.get_running_loop().create_future()

    def ready(session: Session, _services: Services) -> None:
        opened.set_result(session)

    paths = find_paths({"PADDOCK_HOME": str(home)})
    async with Supervisor() as tasks:
        program = run_window(app, paths, Outside(), demo=True, on_ready=ready)
        window = tasks.start(program, name="window")
        painted = tasks.start(_painted(opened), name="painted")
        done, _ = await asyncio.wait(
            (window, painted), timeout=_PATIENCE, return_when=asyncio.FIRST_COMPLETED
        )
        if painted not in done:
            return Started("the window shows no models", None)
        started = Started("", age(), tuple(opened.result().program.theme.icons.lacking()))
        opened.result().end()
        await window
        return started


async def _painted(opened: asyncio.Future[Session]) -> None:
    await models_painted(await opened)


async def models_painted(session: Session) -> None:
    """Wait until the table of models has some, and has painted them."""
    table = session.program.window.findChild(QTableView, "models")
    assert table is not None  # noqa: S101  the window is built with it
    filled = asyncio.Event()
    table.model().layoutChanged.connect(filled.set)
    while not table.model().rowCount():
        await filled.wait()
        filled.clear()
    await asyncio.sleep(0)  # What the rows changed in the layout comes with Qt's next turn.
    table.viewport().repaint()


def age() -> int | None:
    """Return how many milliseconds ago this process was started, as Linux counts them.

    proc(5): field 22 of `stat` is the start in clock ticks since the machine's own.
    """
    if not sys.platform.startswith("linux"):
        return None
    ticks = int(Path("/proc/self/stat").read_text("ascii").rpartition(")")[2].split()[19])
    uptime = float(Path("/proc/uptime").read_text("ascii").split()[0])
    return round((uptime - ticks / os.sysconf("SC_CLK_TCK")) * 1000)
