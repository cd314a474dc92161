"""The memory page over real services: demo hosts with models in memory, and one that is down."""

from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import isValid

from desktop.demo.catalogue import catalogue
from desktop.demo.faults import Faults
from desktop.demo.library import Installed, Library, Preloaded
from desktop.demo.pace import AT_ONCE, Pace
from desktop.demo.server import DemoServer
from desktop.domain.address import HostAddress
from desktop.domain.conversation import Target
from desktop.domain.host import Host, HostId
from desktop.domain.memory_source import Entered, MemorySource
from desktop.domain.name import parse_name
from desktop.domain.readings import ComputerReading
from desktop.hosts.registry import HostRegistry
from desktop.memory.computers import Computers
from desktop.memory.fits import Fits
from desktop.memory.learned import LearnedLoads
from desktop.memory.pins import Pins
from desktop.memory.readers import Readers, usual_readers
from desktop.ollama.clients import Clients
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.busy_rows import LoadingRow
from desktop.ui.memory.host_card import HostCard
from desktop.ui.memory.loaded_row import LoadedRow
from desktop.ui.memory.page import MemoryPage
from desktop.ui.memory.services import (
    FitsService,
    MemoryDoors,
    MemoryRooms,
    MemoryServices,
    PinsService,
)
from desktop.ui.remedies import Wish
from tests.clock import until

GB = 10**9
NOBODY = HostAddress("http", "127.0.0.1", 9)
"""The port of `discard`, on which nobody listens."""


def installed(*names: str) -> tuple[Installed, ...]:
    """Return models of the demo's catalogue; "a=b" is a under the name b."""
    found: list[Installed] = []
    for name in names:
        model, _, alias = name.partition("=")
        found.append(Installed(alias or model, catalogue()[parse_name(model).key]))
    return tuple(found)


TOWER = Library(
    models=installed(
        "qwen2.5:14b", "qwen2.5:14b=api-reviewer:latest", "gemma3:12b", "llama3.2:3b", "qwq:32b"
    ),
    loaded=(Preloaded("qwen2.5:14b", keep=252), Preloaded("gemma3:12b", 0.84, keep=107)),
    gpu_memory=24 * GB,
)
MAC = Library(
    models=installed("mistral-small3.2:24b"),
    loaded=(Preloaded("mistral-small3.2:24b", keep=None),),
    gpu_memory=64 * GB,
)
NAS = Library(
    models=installed("all-minilm:22m"),
    loaded=(Preloaded("all-minilm:22m", 0.0, None),),
    gpu_memory=0,
)
EMPTY = Library(models=installed("llama3.2:3b"))


@dataclass
class Heard:
    """What the page asked of the window."""

    said: list[str] = field(default_factory=list)
    chats: list[Target] = field(default_factory=list)
    inspected: list[tuple[HostId, str]] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)
    sources: list[HostId] = field(default_factory=list)
    pulls: list[HostId] = field(default_factory=list)
    adds: list[None] = field(default_factory=list)


@dataclass
class Watch:
    """Says what time it is; `ahead` is how much later the page believes it to be."""

    ahead: timedelta = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass
class Scene:
    registry: HostRegistry
    servers: list[DemoServer]
    heard: Heard
    ids: list[HostId]
    pins: PinsService
    fits: FitsService
    page: MemoryPage
    watch: Watch

    def card(self, place: int = 0) -> HostCard:
        card = self.page.overview.cards.card(self.ids[place])
        assert card is not None
        return card

    def row(self, model: str, place: int = 0) -> LoadedRow:
        row = self.card(place).loaded_row(model)
        assert row is not None
        return row

    async def shown(self, model: str, place: int = 0) -> LoadedRow:
        """Wait until a model has a row."""
        await until(lambda: self.card(place).loaded_row(model) is not None)
        return self.row(model, place)

    async def gone(self, model: str, place: int = 0) -> None:
        """Wait until a model has none any more."""
        await until(lambda: self.card(place).loaded_row(model) is None)

    async def loading(self) -> LoadingRow:
        """Wait until the line of a load is there."""
        await until(lambda: any(isinstance(one, LoadingRow) for one in self.card().rows))
        return next(one for one in self.card().rows if isinstance(one, LoadingRow))

    def hang(self) -> Faults:
        """Have the first server take no model in, and answer nothing about it."""
        faults = self.servers[0].faults
        faults.only, faults.hang = "/api/generate", True
        return faults

    def vanish(self, model: str, place: int = 0) -> None:
        """Have a model leave a server's memory without this program's doing."""
        machine = self.servers[place].machine
        stored = machine.store.find(parse_name(model))
        assert stored is not None
        machine.runners.unload(stored)
        self.registry.refresh(self.ids[place])

    def delete(self, model: str, place: int = 0) -> None:
        """Delete a model that is loaded, as another program does: our own job unloads it first."""
        self.servers[place].machine.store.remove(parse_name(model))
        self.registry.refresh(self.ids[place])

    def loaded(self, place: int = 0) -> list[str]:
        """What the server itself has in memory."""
        runners = self.servers[place].machine.runners.loaded()
        return [runner.model.name.short for runner in runners]


class Nobody:
    """Reads nothing of this computer."""

    async def read(self) -> ComputerReading:
        return ComputerReading()


@asynccontextmanager
async def memory_page(
    theme: Theme,
    folder: Path,
    libraries: Sequence[Library] = (TOWER,),
    *,
    names: Sequence[str] = ("tower", "studio-mac", "nas", "lab"),
    rooms: MemoryRooms | None = None,
    pace: Pace = AT_ONCE,
    has_dead_host: bool = False,
    cards: dict[str, tuple[int, int]] | None = None,
    entered: dict[str, Entered] | None = None,
) -> AsyncGenerator[Scene, None]:
    """Show the page; `cards` says of a host how much its GPU has, and how much of it is used."""
    settings = SettingsFile(folder / "settings.json", pause=0)
    async with AsyncExitStack() as stack:
        stack.callback(settings.close)
        enter = stack.enter_async_context
        servers = [await enter(DemoServer(one, pace=pace)) for one in libraries]
        clients = await enter(Clients())
        registry = await enter(HostRegistry(settings, clients))
        ids: list[HostId] = []
        for name, server in zip(names, servers, strict=False):
            ids.append(registry.add(server.address, name, is_demo=True))
            if entered and name in entered:
                registry.keep(ids[-1], memory=MemorySource(entered=entered[name]))
        if has_dead_host:
            ids.append(registry.add(NOBODY, "lab-gpu"))
        await until(lambda: all(one.models_known for one in registry.snapshots if one.host.is_demo))
        heard, watch = Heard(), Watch()
        services = await _services(stack, registry, settings, cards or {}, watch)
        page = MemoryPage(theme, services, _doors(heard), rooms)
        scene = Scene(registry, servers, heard, ids, services.pins, services.fits, page, watch)
        page.resize(1040, 800)
        page.show()
        page.activateWindow()
        await until(page.isActiveWindow)
        try:
            yield scene
        finally:
            if isValid(page):
                page.close()
                page.deleteLater()


def menu(name: str) -> QMenu | None:
    """Return the open menu of that name."""
    tops = QApplication.topLevelWidgets()
    shown = (one for one in tops if isinstance(one, QMenu) and one.isVisible())
    return next((one for one in shown if one.objectName() == name), None)


def choose(open_menu: QMenu, text: str) -> None:
    """Choose an entry, as a click on it does."""
    entry = next(one for one in open_menu.actions() if one.text().startswith(text))
    open_menu.close()
    entry.trigger()


async def _services(
    stack: AsyncExitStack,
    registry: HostRegistry,
    settings: SettingsFile,
    cards: dict[str, tuple[int, int]],
    watch: Watch,
) -> MemoryServices:
    def demo(host: Host) -> tuple[int, int] | None:
        return cards.get(host.name)

    enter = stack.enter_async_context
    learned = await enter(LearnedLoads(None))
    readers = Readers(Nobody(), usual_readers(demo=demo).far)
    computers = await enter(Computers(registry, settings, learned, readers))
    fits = await enter(Fits(registry, computers, learned))
    pins = await enter(Pins(registry))
    return MemoryServices(registry, computers, fits, pins, settings, watch.now)


def _doors(heard: Heard) -> MemoryDoors:
    def say(text: str, _action: str, _do: Callable[[], None] | None) -> None:
        heard.said.append(text)

    return MemoryDoors(
        say=say,
        chat=heard.chats.append,
        inspect=lambda host_id, model: heard.inspected.append((host_id, model)),
        mend=heard.wishes.append,
        open_sources=heard.sources.append,
        show_hosts=lambda: None,
        add_host=lambda: heard.adds.append(None),
        pull=heard.pulls.append,
    )
