"""The parts of the window that concern memory and this computer's server, wired to the rest."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.diagnostics.explain import Explanation, Remedy
from desktop.domain.conversation import Target
from desktop.domain.host import Host, HostId
from desktop.domain.readings import ComputerReading, DiskReading
from desktop.memory.readers import is_here
from desktop.services import Services
from desktop.ui.bridge.theme import Theme
from desktop.ui.local_server.doors import LocalDoors
from desktop.ui.local_server.page import LOG, LocalServerPage
from desktop.ui.memory.page import MemoryPage
from desktop.ui.memory.services import MemoryDoors, MemoryRooms, MemoryServices
from desktop.ui.memory.side.side import MemorySide
from desktop.ui.memory.sources_dialog import SourcesDialog, SourcesServices
from desktop.ui.remedies import Wish
from desktop.ui.shell.commands import Command
from desktop.ui.shell.navigation import Page
from desktop.ui.shell.window import MainWindow
from desktop.ui.tidy.page import TidyPage
from desktop.ui.tidy.services import TidyServices


@dataclass(frozen=True, slots=True)
class MemoryViews:
    """What these parts want of the other pages; each is a plain function."""

    chat: Callable[[Target], None]
    inspect: Callable[[HostId, str], None]
    mend: Callable[[Wish], None]
    add_host: Callable[[], None]
    pull: Callable[[str, HostId], None]


class MemoryParts(QObject):
    """The page, the two that are opened from it, and the dialog of who tells a host's memory."""

    def __init__(
        self, theme: Theme, services: Services, window: MainWindow, views: MemoryViews
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._services = services
        self._window = window
        self._views = views
        self.page = MemoryPage(theme, self._asked(), self._doors(), self._rooms())

    def on_rail(self) -> Page:
        """Return the page's place in the rail."""
        page, name = self.page, self.tr("Memory")
        return Page("memory", name, "memory-stick", page, shortcut="Ctrl+4", regions=page.regions)

    def add_commands(self) -> None:
        """Add what can be done here by a key or from the palette."""
        add = self._window.commands.add
        add(Command("memory.tidy", self.tr("Tidy up models and files")), self.tidy_up)
        add(Command("memory.server", self.tr("Show the local server")), self.show_local_server)

    def tidy_up(self, host_id: HostId | None = None) -> None:
        """Show what could be deleted, on one host where that is asked for."""
        self._window.show_page("memory")
        self.page.open_tidy()
        if host_id is not None and isinstance(self.page.tidy, TidyPage):
            self.page.tidy.choose_host(host_id)

    def show_local_server(self, *, log: bool = False) -> None:
        """Show the Ollama on this computer, or what it wrote into its log."""
        self._window.show_page("memory")
        self.page.open_local_server()
        if log and isinstance(self.page.local_server, LocalServerPage):
            self.page.local_server.tabs.choose(LOG)

    def judge(self, host_id: HostId, model: str) -> None:
        """Show whether a model will fit."""
        self._window.show_page("memory")
        self.page.show_side()
        side = self.page.side_place.content
        if isinstance(side, MemorySide):
            side.judge(host_id, model)

    def ask_for_sources(self, host_id: HostId) -> None:
        """Ask how a host's memory is known."""
        services = self._services
        host = next((one for one in services.registry.hosts if one.id == host_id), None)
        if host is None:
            return
        asked = SourcesServices(services.registry, services.settings, services.memory.readers.far)
        SourcesDialog(self._theme, host, asked, parent=self._window).open()

    def _asked(self) -> MemoryServices:
        services, memory = self._services, self._services.memory
        return MemoryServices(
            services.registry,
            memory.computers,
            memory.fits,
            memory.pins,
            services.settings,
            _now,
        )

    def _doors(self) -> MemoryDoors:
        views = self._views
        return MemoryDoors(
            say=self._window.toast.say,
            chat=views.chat,
            inspect=views.inspect,
            mend=views.mend,
            open_sources=self.ask_for_sources,
            show_hosts=partial(self._window.show_page, "hosts"),
            add_host=views.add_host,
            pull=lambda host_id: views.pull("", host_id),
        )

    def _rooms(self) -> MemoryRooms:
        return MemoryRooms(self._side, self._tidy, self._local_server)

    def _side(self) -> QWidget:
        memory = self._services.memory
        memory.local.refresh()  # Where models are kept, and so which disk matters here.
        return MemorySide(
            self._theme,
            memory.computers,
            memory.fits,
            self._services.registry,
            open_sources=self.ask_for_sources,
            pull=lambda: self._views.pull("", HostId("")),
        )

    def _tidy(self, back: Callable[[], None]) -> QWidget:
        services = self._services
        services.memory.local.refresh()
        asked = TidyServices(
            registry=services.registry,
            jobs=services.jobs,
            weights=services.memory.weights,
            tidying=services.memory.tidying,
            disk_of=self._disk_of,
            here=self._here_id,
            now=_now,
        )
        page = TidyPage(self._theme, asked)
        page.back_wanted.connect(back)
        return page

    def _local_server(self, back: Callable[[], None]) -> QWidget:
        doors = LocalDoors(host=self._here, mend=self._mend_here)
        page = LocalServerPage(self._theme, self._services.memory.local, doors)
        page.back_wanted.connect(back)
        return page

    def _mend_here(self, remedy: Remedy, said: Explanation) -> None:
        host = self._here()
        if host is not None:
            self._views.mend(Wish(host.id, remedy, said))

    def _here(self) -> Host | None:
        """Return the host of the list that is this computer's own server."""
        return next((host for host in self._services.registry.hosts if is_here(host)), None)

    def _here_id(self) -> HostId | None:
        host = self._here()
        return host.id if host is not None else None

    def _disk_of(self, host_id: HostId) -> DiskReading | None:
        """Return the disk of a host's models, where that is told and there is no doubt which."""
        computers = self._services.memory.computers
        if host_id == self._here_id():
            return _only_disk(computers.here.reading)
        told = computers.readings(host_id)
        return _only_disk(told.reading) if told is not None else None


def _only_disk(reading: ComputerReading | None) -> DiskReading | None:
    disks = reading.disks if reading is not None else ()
    return disks[0] if len(disks) == 1 else None


def _now() -> datetime:
    return datetime.now().astimezone()
