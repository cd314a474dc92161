"""The local server's page over a computer that a test makes up, with a journal of its own."""

import json
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.diagnostics.explain import Explanation, Remedy
from desktop.domain.address import parse_address
from desktop.domain.host import Host, HostId
from desktop.runtime.clock import SystemClock
from desktop.system.local_ollama import LocalOllama
from desktop.system.local_snapshot import Wishes
from desktop.ui.bridge.theme import Theme
from desktop.ui.local_server.doors import LocalDoors
from desktop.ui.local_server.page import LOG, LocalServerPage
from desktop.ui.local_server.plan_dialog import PlanDialog
from desktop.ui.widgets.dialog import Dialog
from tests.clock import until
from tests.recorded import recorded
from tests.system.local_scene import Computer, service
from tests.system.stand_ins import StandIns

HOST = Host(HostId("here"), parse_address("127.0.0.1:11434"), "This computer")


@dataclass
class Scene:
    """The page, what it stands on, and what it asked of the window."""

    page: LocalServerPage
    local: LocalOllama
    computer: Computer
    journal: Path
    went_back: list[bool] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    mended: list[tuple[Remedy, Explanation]] = field(default_factory=list)

    @property
    def dialog(self) -> PlanDialog:
        found = [top for top in QApplication.topLevelWidgets() if isinstance(top, PlanDialog)]
        return next(top for top in found if top.isVisible())

    @property
    def has_dialog(self) -> bool:
        tops = QApplication.topLevelWidgets()
        return any(isinstance(top, Dialog) and top.isVisible() for top in tops)

    @property
    def texts(self) -> list[str]:
        rows = self.page.log.rows
        return [str(rows.index(row).data()) for row in range(rows.rowCount())]

    def write(self, lines: Sequence[str]) -> None:
        """Write lines into the journal."""
        with self.journal.open("a", encoding="utf-8") as file:
            file.writelines(json.dumps({"MESSAGE": line, "PRIORITY": "6"}) + "\n" for line in lines)

    async def see(self, state: object = None) -> None:
        """Let the service look again at what there is now."""
        if state is not None:
            self.computer.state = state  # pyright: ignore[reportAttributeAccessIssue]
        looks = self.computer.looks
        self.local.refresh()
        await until(lambda: self.computer.looks > looks)
        await until(lambda: self.local.snapshot.deed is None)
        self.page._frame.flush()

    async def open_log(self, count: int) -> None:
        """Open the log, and wait until that many lines are there."""
        self.page.tabs.choose(LOG)
        await until(lambda: self.page.log.rows.rowCount() >= count)


def recorded_lines() -> list[str]:
    """Return the log of a real server."""
    return recorded("server.log").decode().splitlines()


def stand_in_journal(stand_ins: StandIns, folder: Path) -> Path:
    """Make a `journalctl` that follows a file, and return the file."""
    journal = folder / "journal.json"
    journal.touch()
    stand_ins.add("journalctl", f'exec tail -n +1 -s 0.02 -f "{journal}"')
    return journal


@asynccontextmanager
async def local_page(
    theme: Theme,
    computer: Computer,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    wishes: Wishes | None = None,
) -> AsyncGenerator[Scene, None]:
    """Open the page, shown and looked after, and close it."""
    stand_ins = StandIns(folder / "stand-ins", monkeypatch)
    stand_ins.add("systemctl")
    stand_ins.add("loginctl")
    stand_ins.add("pkexec", 'exec "$@"')
    journal = stand_in_journal(stand_ins, folder)
    async with service(computer, SystemClock(), folder / "serve.log", wishes) as local:
        opened, mended = list[str](), list[tuple[Remedy, Explanation]]()
        doors = LocalDoors(
            lambda: HOST,
            lambda remedy, explanation: mended.append((remedy, explanation)),
            opened.append,
        )
        page = LocalServerPage(theme, local, doors)
        scene = Scene(page, local, computer, journal, opened=opened, mended=mended)
        page.back_wanted.connect(lambda: scene.went_back.append(True))
        page.resize(1180, 820)
        page.show()
        page.activateWindow()
        await until(lambda: local.state is not None)
        page._frame.flush()
        try:
            yield scene
        finally:
            page.close()
            page.deleteLater()
