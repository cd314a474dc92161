"""The list of hosts over a real registry, for the tests of it."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from desktop.domain.address import parse_address
from desktop.domain.host import HostId
from desktop.hosts.registry import HostRegistry
from desktop.ollama.clients import Clients
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.side import HostSide


@dataclass
class Shown:
    registry: HostRegistry
    side: HostSide
    chosen: list[str] = field(default_factory=list)
    added: list[bool] = field(default_factory=list)

    def add(self, address: str, name: str = "") -> HostId:
        return self.registry.add(parse_address(address), name)

    @property
    def names(self) -> list[str]:
        model = self.side.view.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]


@asynccontextmanager
async def side_shown(theme: Theme, paths: Paths) -> AsyncGenerator[Shown, None]:
    settings = SettingsFile(paths.settings_file, pause=0)
    try:
        async with Clients() as clients, HostRegistry(settings, clients) as registry:
            added: list[bool] = []
            side = HostSide(theme, registry, add_host=lambda: added.append(True))
            shown = Shown(registry, side, added=added)
            side.chosen.connect(shown.chosen.append)
            side.resize(192, 600)
            side.show()
            yield shown
            side.deleteLater()
    finally:
        settings.close()
