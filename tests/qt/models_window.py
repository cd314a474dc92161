"""The models page in the real window, over hosts that are served by the stand-in."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from desktop.demo.library import Library, demo_library, tower_library
from desktop.demo.server import DemoServer
from desktop.diagnostics.explain import Remedy
from desktop.domain.address import HostAddress
from desktop.domain.host import HostId
from desktop.hosts.registry import HostRegistry
from desktop.jobs.queue import JobQueue
from desktop.memory.weights import Weights
from desktop.ollama.clients import Clients
from desktop.runtime.clock import SystemClock
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.side import HostSide
from desktop.ui.models.page import ModelsPage
from desktop.ui.models.view import RowId
from desktop.ui.shell.navigation import Content
from desktop.ui.shell.window import MainWindow
from tests.clock import until
from tests.qt.window_pages import add_page


@dataclass(slots=True)
class Shown:
    """The window, what it stands on, and what the page asked for."""

    window: MainWindow
    page: ModelsPage
    side: HostSide
    registry: HostRegistry
    jobs: JobQueue
    settings: SettingsFile
    servers: dict[str, DemoServer]
    hosts: dict[str, HostId]
    pulled: list[str] = field(default_factory=list)
    mended: list[tuple[HostId, Remedy]] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        return [row.name for row in self.page.models.rows]

    def index(self, name: str, host: str = "tower") -> QModelIndex:
        return self.page.models.find(RowId(self.hosts[host], name))

    def choose(self, *names: str, host: str = "tower") -> None:
        """Select these rows, the last one being current."""
        flags = QItemSelectionModel.SelectionFlag
        self.page.table.clearSelection()
        for name in names:
            self.page.table.selectionModel().setCurrentIndex(
                self.index(name, host), flags.Select | flags.Rows
            )

    async def wait(self, *names: str) -> None:
        """Wait until the hosts of these names have shown their models."""
        found = [self.hosts[name] for name in names]
        await until(lambda: all(self.registry.snapshot(one).models_known for one in found))
        self.page.models.catch_up()
        await asyncio.sleep(0.05)


@asynccontextmanager
async def models_window(
    theme: Theme,
    folder: Path,
    libraries: dict[str, Library] | None = None,
    *,
    dead: Sequence[str] = (),
    settings: SettingsFile | None = None,
) -> AsyncGenerator[Shown, None]:
    """Open the window over one stand-in a library; `dead` are hosts where nothing listens."""
    if libraries is None:
        libraries = {"This computer": demo_library(), "tower": tower_library()}
    settings = settings or SettingsFile(folder / "settings.json")
    settings.update(replace(settings.settings, hosts=()))  # Of an earlier scene, at other ports.
    async with AsyncExitStack() as stack:
        servers = {
            name: await stack.enter_async_context(DemoServer(library))
            for name, library in libraries.items()
        }
        clients = await stack.enter_async_context(Clients())
        registry = await stack.enter_async_context(HostRegistry(settings, clients))
        jobs = await stack.enter_async_context(JobQueue(clients.client, SystemClock()))
        weights = await stack.enter_async_context(Weights(registry))
        hosts = {name: registry.add(server.address, name) for name, server in servers.items()}
        for place, name in enumerate(dead):
            hosts[name] = registry.add(HostAddress("http", "127.0.0.1", 2 + place), name)
        shown = _build(theme, registry, jobs, weights, settings, servers, hosts)
        shown.window.activateWindow()
        await until(shown.window.isActiveWindow)  # Else no shortcut would be heard.
        try:
            yield shown
        finally:
            shown.window.close()
            shown.window.deleteLater()
            await asyncio.sleep(0)  # processEvents would run tasks inside this one.
            settings.close()


def _build(
    theme: Theme,
    registry: HostRegistry,
    jobs: JobQueue,
    weights: Weights,
    settings: SettingsFile,
    servers: dict[str, DemoServer],
    hosts: dict[str, HostId],
) -> Shown:
    pulled: list[str] = []
    mended: list[tuple[HostId, Remedy]] = []
    window = MainWindow(theme, "Paddock", lambda _place: None)
    page = ModelsPage(
        theme,
        registry,
        jobs,
        settings,
        pull=pulled.append,
        mend=lambda host, remedy: mended.append((host, remedy)),
        add_host=lambda: None,
        weights=weights,
    )
    side = HostSide(theme, registry, add_host=lambda: None)
    side.chosen.connect(page.choose_host)
    page.host_chosen.connect(side.choose)
    content = Content(page, side, page.regions, page.set_layout_class)
    add_page(window, "models", content)
    for name, icon in (("chat", "message-circle"), ("jobs", "arrow-down-to-line")):
        add_page(window, name, Content(QWidget()), icon=icon)
    window.show_first()
    window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # Quitting would stop the loop.
    window.show()
    return Shown(window, page, side, registry, jobs, settings, servers, hosts, pulled, mended)
