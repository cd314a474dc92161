"""Running the tour: a fresh home, demo hosts, one walk for each theme."""

import asyncio
import socket
import sys
import tempfile
from dataclasses import dataclass, replace
from functools import partial
from ipaddress import IPv4Network
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
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
from desktop.ui.bridge.translations import ENGLISH, languages

_SIZE = (1440, 900)
_PACE = Pace(token_pause=0.002, load_speed=3e9)
"""Answers that are quick to wait for, and loading that can be seen."""
_NETWORK = IPv4Network("127.0.0.0/28")
"""Where hosts are looked for: on this computer alone."""
_WITHOUT_A_DISPLAY = ("propagateSizeHints()", "raise()")
"""What Qt's offscreen platform says that it cannot do, for each window; nobody misses it."""
_THEMES = {"light": ("light",), "dark": ("dark",), "both": ("light", "dark")}


@dataclass(frozen=True, slots=True)
class Look:
    """The language to walk in, and by how much its text is larger than usual."""

    language: str = ENGLISH
    scale: float = 1.0


def run_tour(folder: Path, theme: str, look: Look = Look()) -> int:
    """Walk through the program and save a PNG of each step into `folder`.

    It is 1 where a step failed, or where a fault was seen, such as a text that cannot be
    read whole, and 2 where the language is not one of the program's.
    """
    if look.language not in (there := languages()):
        print(f"There is no language {look.language} here, but: {', '.join(there)}")
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_say)
    try:
        return _walk_everywhere(make_application(), folder, theme, look)
    finally:
        qInstallMessageHandler(None)


def _walk_everywhere(app: QApplication, folder: Path, theme: str, look: Look) -> int:
    """Walk once in each theme, and print what came of it."""
    pictures: list[Path] = []
    faults: list[str] = []
    for mode in _THEMES[theme]:
        try:
            guide = loop.run(app, _walk_in(app, folder, mode, look))
        except StepFailed as problem:
            print(f"The tour stopped in the {mode} theme: {problem}")
            return 1
        pictures += guide.pictures
        faults += guide.faults
    print(f"{len(pictures)} pictures of the main job are in {folder.resolve()}:")
    for path in pictures:
        print(f"  {path.name}")
    if faults:
        print(f"{len(faults)} faults were seen:")
    for line in faults:
        print(f"  {line}")
    return 1 if faults else 0


def _say(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """Print what Qt complains of, but for what it has to without a display."""
    if not text.startswith("This plugin does not support ") or not text.endswith(
        _WITHOUT_A_DISPLAY
    ):
        print(text, file=sys.stderr)


async def _walk_in(app: QApplication, folder: Path, mode: str, look: Look) -> Guide:
    """Walk once, in one theme, with settings that begin empty."""
    with tempfile.TemporaryDirectory(prefix="paddock-tour-") as home:
        root = Path(home)
        paths = Paths(root / "settings", root / "data", root / "logs")
        clock = HurriedClock()
        stand_in = StandIn(root / "stand-in")
        outside = Outside(
            ollama_host=f"127.0.0.1:{_dead_port()}",
            here=this_computer(app, look.language),
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
            shown: asyncio.Future[tuple[Session, Services]]
            shown = asyncio.get_running_loop().create_future()

            def ready(session: Session, services: Services) -> None:
                shown.set_result((session, services))

            program = run_window(app, paths, outside, forced_theme=mode, on_ready=ready)
            window = tasks.start(program, name="window")
            session, services = await shown
            await _settle(session, services, look)
            stage = Stage(session.program, services, tower, attic, proxy, stand_in, clock)
            guide = await _guided(stage, folder)
            await window
            return guide


async def _settle(session: Session, services: Services, look: Look) -> None:
    """Choose the language and the size of text, as a person would; the window is built anew."""
    before = services.settings.settings
    desktop = replace(before.desktop, language=look.language, text_scale=look.scale)
    if desktop == before.desktop:
        return
    replaced: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    connection = session.replaced.connect(lambda: replaced.set_result(None))
    services.settings.update(replace(before, desktop=desktop))
    await replaced
    session.replaced.disconnect(connection)


async def _guided(stage: Stage, folder: Path) -> Guide:
    """Walk, and close the window whatever happened."""
    window = stage.program.window
    guide = Guide(window, stage.program.theme, folder)
    guide.resize(*_SIZE)
    window.activateWindow()
    try:
        await walk(guide, stage)
    finally:
        for dialog in QApplication.topLevelWidgets():
            if dialog is not window and dialog.isVisible():
                dialog.close()
        window.close()
    return guide


def _dead_port() -> int:
    """Return a loopback port at which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
