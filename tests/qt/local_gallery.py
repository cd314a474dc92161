"""Draws the local server's page: `python -m tests.qt.local_gallery DIR`."""

import asyncio
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from desktop.system.local_server import PortHolder, PortState
from desktop.system.local_snapshot import Deed, Trouble
from desktop.ui.bridge.theme import Theme, ThemeMode
from desktop.ui.local_server.page import ENVIRONMENT, SERVER
from tests.clock import until
from tests.qt.local_scene import Scene, local_page, recorded_lines
from tests.system.local_scene import BY_SYSTEM, MISSING, STOPPED, STOPPED_UNIT, Computer


async def draw(app: QApplication, theme: Theme, folder: Path, name: str) -> None:
    """Draw each state of the page."""
    with tempfile.TemporaryDirectory() as made, pytest.MonkeyPatch.context() as patch:
        open_port = PortHolder(PortState.HELD, "ollama", 812, ("0.0.0.0",))
        computer = Computer(replace(BY_SYSTEM, port=open_port))
        async with local_page(theme, computer, Path(made), patch) as scene:
            scene.write(recorded_lines())
            await _draw_all(app, scene, folder, name)


async def _draw_all(app: QApplication, scene: Scene, folder: Path, name: str) -> None:
    async def save(part: str, widget: object = None) -> None:
        await asyncio.sleep(0.08)
        app.processEvents()
        (widget or scene.page).grab().save(str(folder / f"{part}-{name}.png"))  # pyright: ignore

    await scene.see()
    await save("server")
    await scene.open_log(100)
    await save("log")
    rows = scene.page.log.rows
    await until(lambda: rows.rowCount() == len(recorded_lines()))
    explained = [n for n in range(rows.rowCount()) if rows.explanation(rows.index(n))]
    scene.page.log.list.setCurrentIndex(rows.index(explained[-1]))
    await save("log-explained")
    scene.page.tabs.choose(ENVIRONMENT)
    scene.page.environment.fields["OLLAMA_HOST"].field.show_value("0.0.0.0")
    scene.page.environment.fields["OLLAMA_HOST"].field.edited.emit()
    scene.page.environment.fields["OLLAMA_ORIGINS"].field.show_value("a b")
    scene.page.environment.fields["OLLAMA_ORIGINS"].field.edited.emit()
    await save("environment")
    scene.page.environment.fields["OLLAMA_ORIGINS"].reset.click()
    scene.page.environment.write.click()
    await save("plan", scene.dialog)
    scene.dialog.reject()
    scene.page.tabs.choose(SERVER)
    await scene.see(STOPPED_UNIT)
    scene.local._looks.put(trouble=Trouble(Deed.START, "Request dismissed", "pkexec systemctl"))
    await save("trouble")
    scene.local._looks.put(trouble=None)
    await scene.see(STOPPED)
    await save("stopped")
    await scene.see(MISSING)
    await save("missing")


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    theme = Theme(app, ThemeMode.LIGHT)
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
            theme.set_mode(mode)
            runner.run(draw(app, theme, folder, mode.value))


if __name__ == "__main__":
    main()
