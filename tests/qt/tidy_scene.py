"""The page that tidies up, over hosts of the stand-in and a scratch folder of models."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt

from desktop.demo.library import Library, demo_library, tower_library
from desktop.demo.server import DemoServer
from desktop.domain.host import HostId
from desktop.domain.readings import DiskReading
from desktop.hosts.registry import HostRegistry
from desktop.jobs.queue import JobQueue
from desktop.memory.weights import Weights
from desktop.ollama.clients import Clients
from desktop.runtime.clock import SystemClock
from desktop.storage.settings import SettingsFile
from desktop.system.tidy import Tidying
from desktop.ui.bridge.theme import Theme
from desktop.ui.tidy.page import TidyPage
from desktop.ui.tidy.services import TidyServices
from tests.clock import until
from tests.system.models_folder import ModelsFolder

HERE = "This computer"


@dataclass(slots=True)
class Tidied:
    """The page, its services, and what a test may change under them."""

    page: TidyPage
    services: TidyServices
    servers: dict[str, DemoServer]
    hosts: dict[str, HostId]
    folder: ModelsFolder
    disks: dict[HostId, DiskReading] = field(default_factory=dict[HostId, DiskReading])
    is_busy: bool = False
    has_here: bool = True

    @property
    def names(self) -> list[str]:
        return [row.row.name for row in self.page.models.models.rows]

    @property
    def frees(self) -> dict[str, str]:
        """What the last column says of each model."""
        rows = self.page.models.models
        return {
            f"{row.row.name} on {row.row.host}": str(rows.index(place, 4).data())
            for place, row in enumerate(rows.rows)
        }

    def choose(self, *names: str) -> None:
        """Select these models, on whatever host."""
        table = self.page.models.table
        table.clearSelection()
        flags = table.selectionModel().SelectionFlag
        for place, name in enumerate(self.names):
            if name in names:
                index = self.page.models.models.index(place, 0)
                table.selectionModel().select(index, flags.Select | flags.Rows)

    async def known(self) -> None:
        """Wait until every model of every host was asked."""
        every = self.services.registry.snapshots
        await until(lambda: all(each.models_known for each in self.services.registry.snapshots))
        await until(lambda: all(self.services.weights.of(each.id).is_known for each in every))
        self.page.models.models.catch_up()

    async def looked(self) -> None:
        """Wait until the folder was looked through, and the page shows it."""
        await until(lambda: self._is_idle())
        self.page.files.catch_up()

    def _is_idle(self) -> bool:
        known = self.services.tidying.snapshot
        is_checking = known.check is not None and known.check.is_running
        is_known = known.leftovers is not None
        return is_known and not (known.is_looking or known.is_removing or is_checking)


@asynccontextmanager
async def tidy_page(
    theme: Theme,
    folder: Path,
    libraries: dict[str, Library] | None = None,
    *,
    models: Callable[[], Path | None] | None = None,
) -> AsyncGenerator[Tidied, None]:
    """Show the page alone in a window."""
    if libraries is None:
        libraries = {HERE: demo_library(), "tower": tower_library()}
    settings = SettingsFile(folder / "settings.json")
    made = ModelsFolder(folder / "models")
    async with AsyncExitStack() as stack:
        enter = stack.enter_async_context
        servers = {name: await enter(DemoServer(library)) for name, library in libraries.items()}
        clients = await enter(Clients())
        registry = await enter(HostRegistry(settings, clients))
        jobs = await enter(JobQueue(clients.client, SystemClock()))
        weights = await enter(Weights(registry))
        hosts = {name: registry.add(server.address, name) for name, server in servers.items()}
        found: list[Tidied] = []
        tidying = await enter(Tidying(models or (lambda: made.path), lambda: found[0].is_busy))
        services = TidyServices(
            registry,
            jobs,
            weights,
            tidying,
            disk_of=lambda host_id: found[0].disks.get(host_id) if found else None,
            here=lambda: hosts.get(HERE) if found and found[0].has_here else None,
            now=lambda: datetime.now().astimezone(),
        )
        page = TidyPage(theme, services)
        shown = Tidied(page, services, servers, hosts, made)
        found.append(shown)
        page.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        page.resize(1360, 800)
        page.show()
        page.activateWindow()
        try:
            yield shown
        finally:
            page.close()
            page.deleteLater()
            await asyncio.sleep(0)
            settings.close()
