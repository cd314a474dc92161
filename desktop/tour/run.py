"""Running the tour: a fresh home, demo hosts, one walk for each theme."""

import asyncio
import socket
import tempfile
from functools import partial
from ipaddress import IPv4Network
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app import make_application, run_window, this_computer
from desktop.demo.library import attic_library, demo_library, tower_library
from desktop.demo.pace import Pace
from desktop.demo.server import DemoServer
from desktop.runtime.supervisor import Supervisor
from desktop.services import Outside, Services
from desktop.session import Session
from desktop.storage.paths import Paths
from desktop.tour.computers import HurriedClock, played_readers
from desktop.tour.guide import Guide, StepFailed
from desktop.tour.proxy import RefusingProxy
from desktop.tour.stage import Stage
from desktop.tour.stand_in import StandIn
from desktop.tour.steps import walk
from desktop.ui.bridge import loop

_SIZE = (1440, 900)
_PACE = Pace(token_pause=0.002, load_speed=3e9)
"""Answers that are quick to wait for, and loading that can be seen."""
_NETWORK = IPv4Network("127.0.0.0/28")
"""Where hosts are looked for: on this computer alone."""
_THEMES = {"light": ("light",), "dark": ("dark",), "both": ("light", "dark")}


def run_tour(folder: Path, theme: str) -> int:
    """Walk through the program and save a PNG of each step into `folder`; 1 if a step failed."""
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    pictures: list[Path] = []
    for mode in _THEMES[theme]:
        try:
            pictures += loop.run(app, _walk_in(app, folder, mode))
        except StepFailed as problem:
            print(f"The tour stopped in the {mode} theme: {problem}")
            return 1
    print(f"{len(pictures)} pictures of the main job are in {folder.resolve()}:")
    for path in pictures:
        print(f"  {path.name}")
    return 0


async def _walk_in(app: QApplication, folder: Path, mode: str) -> list[Path]:
    """Walk once, in one theme, with settings that begin empty."""
    with tempfile.TemporaryDirectory(prefix="paddock-tour-") as home:
        root = Path(home)
        paths = Paths(root / "settings", root / "data", root / "logs")
        clock = HurriedClock()
        stand_in = StandIn(root / "stand-in")
        outside = Outside(
            ollama_host=f"127.0.0.1:{_dead_port()}",
            here=this_computer(),
            networks=lambda: (_NETWORK,),
            demo_library=demo_library(),
            readers=partial(played_readers, clock=clock),
            server_here=stand_in.around,
        )
        async with (
            DemoServer(tower_library(), pace=_PACE, label="tower") as tower,
            DemoServer(attic_library(), label="attic") as attic,
            RefusingProxy() as proxy,
            Supervisor() as tasks,
        ):
            shown: asyncio.Future[Stage] = asyncio.get_running_loop().create_future()

            def ready(session: Session, services: Services) -> None:
                shown.set_result(
                    Stage(session.program, services, tower, attic, proxy, stand_in, clock)
                )

            program = run_window(app, paths, outside, forced_theme=mode, on_ready=ready)
            window = tasks.start(program, name="window")
            pictures = await _guided(await shown, folder)
            await window
            return pictures


async def _guided(stage: Stage, folder: Path) -> list[Path]:
    """Walk, and close the window whatever happened."""
    window = stage.program.window
    window.resize(*_SIZE)
    window.activateWindow()
    guide = Guide(window, stage.program.theme, folder)
    try:
        await walk(guide, stage)
    finally:
        for dialog in QApplication.topLevelWidgets():
            if dialog is not window and dialog.isVisible():
                dialog.close()
        window.close()
    return guide.pictures


def _dead_port() -> int:
    """Return a loopback port at which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
