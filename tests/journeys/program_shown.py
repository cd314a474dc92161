"""The whole program over the test's own home, on the test's loop."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from desktop.demo.server import DemoServer
from desktop.program import Program
from desktop.services import Outside, Services
from desktop.services_opening import open_services
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.system.local_around import Around
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.dialog import Dialog

NOBODY = "127.0.0.1:9"
"""An address at which nothing listens."""


@dataclass(frozen=True)
class Shown:
    program: Program
    services: Services

    def dialog(self, name: str) -> Dialog | None:
        """Return the visible dialog of that name, or None."""
        dialogs = (w for w in QApplication.topLevelWidgets() if isinstance(w, Dialog))
        return next((w for w in dialogs if w.objectName() == name and w.isVisible()), None)


@asynccontextmanager
async def program_shown(
    theme: Theme, paths: Paths, ollama_host: str = NOBODY, around: Around | None = None
) -> AsyncGenerator[Shown, None]:
    settings = SettingsFile(paths.settings_file, pause=0)
    try:
        async with open_services(
            settings,
            Outside(ollama_host=ollama_host, server_here=around or Around()),
            paths,
        ) as services:
            program = Program(theme, services, paths)
            program.window.resize(1440, 900)
            program.window.show()
            program.window.activateWindow()
            try:
                yield Shown(program, services)
            finally:
                program.window.close()
                program.close()
    finally:
        settings.close()


@asynccontextmanager
async def program_on_demo(
    theme: Theme, paths: Paths
) -> AsyncGenerator[tuple[DemoServer, Shown], None]:
    """Show the program with a demo server as its first host."""
    async with (
        DemoServer() as server,
        program_shown(theme, paths, server.address.authority) as shown,
    ):
        yield server, shown
