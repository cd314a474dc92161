"""The parts of the window that concern memory and this computer's server, wired to the rest."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.diagnostics.explain import Explanation, Remedy
from desktop.domain.conversation import Target
from desktop.domain.host import Host, HostId
from desktop.domain.readings import ComputerReading, DiskReading
from desktop.services import Services
from desktop.system.local_snapshot import Deed
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.services import MemoryDoors, MemoryRooms, MemoryServices, SubPage
from desktop.ui.memory.verdict_line import FitDoor
from desktop.ui.remedies import Wish
from desktop.ui.shell.commands import Command
from desktop.ui.shell.navigation import Content, Page
from desktop.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from desktop.ui.local_server.page import LocalServerPage
    from desktop.ui.memory.page import MemoryPage
    from desktop.ui.memory.side.side import MemorySide
    from desktop.ui.tidy.page import TidyPage


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
        self.side: MemorySide | None = None
        self.tidy_page: TidyPage | None = None
        self.server_page: LocalServerPage | None = None

    @cached_property
    def page(self) -> "MemoryPage":
        """The page, which is built when it is first wanted."""
        from desktop.ui.memory.page import MemoryPage

        page = MemoryPage(self._theme, self._asked(), self._doors(), self._rooms())
        self._window.seen.connect(page.set_seen)
        find = self._window.commands.action("memory.filter")
        page.shown_changed.connect(lambda: find.setEnabled(self._is_server_shown))
        content = Content(page, regions=page.regions, follow=page.set_layout_class)
        self._window.furnish("memory", content)
        return page

    def on_rail(self) -> Page:
        """Return the page's place in the rail."""
        name, icon = self.tr("Memory"), "memory-stick"
        return Page("memory", name, icon, lambda: self.page, shortcut="Ctrl+4")

    def add_commands(self) -> None:
        """Add what can be done here by a key or from the palette."""
        add = self._window.commands.add
        add(Command("memory.tidy", self.tr("Tidy up models and files")), self.tidy_up)
        add(Command("memory.server", self.tr("Show the local server")), self.show_local_server)
        look = self.tr("Ask every host, and look at this computer again")
        add(Command("memory.refresh", look, ("F5", "Ctrl+R"), page="memory"), self._look_again)
        log = self.tr("Filter the log of the local server")
        find = add(Command("memory.filter", log, ("Ctrl+F",), page="memory"), self._filter_log)
        find.setEnabled(False)

    @property
    def _is_server_shown(self) -> bool:
        return self.server_page is not None and self.page.shown is self.server_page

    def _filter_log(self) -> None:
        if self.server_page is not None:
            self.server_page.focus_filter()

    def _look_again(self) -> None:
        """Ask and look for all that this page and those over it show."""
        memory = self._services.memory
        self._services.registry.refresh()
        memory.computers.refresh()
        memory.local.refresh()
        if self.page.shown is self.tidy_page:
            memory.tidying.look()

    def tidy_up(self, host_id: HostId | None = None) -> None:
        """Show what could be deleted, on one host where that is asked for."""
        self._window.show_page("memory")
        self.page.open_tidy()
        page = self.tidy_page
        if host_id is not None and page is not None:
            page.choose_host(host_id)

    def show_local_server(self, *, log: bool = False) -> None:
        """Show the Ollama on this computer, or what it wrote into its log."""
        self._window.show_page("memory")
        self.page.open_local_server()
        if log and self.server_page is not None:
            self.server_page.show_log()

    def start_server(self) -> None:
        """Show this computer's server, and how it would be started."""
        self.show_local_server()
        if self.server_page is not None:
            self.server_page.want(Deed.START)

    def judge(self, host_id: HostId, model: str, context: int = 0) -> None:
        """Show whether a model will fit; a context of 0 is the one it would be loaded with."""
        self._show_side()
        if self.side is not None:
            self.side.judge(host_id, model, context)

    def judge_file(self, path: Path) -> None:
        """Show whether the model in a GGUF file will fit."""
        self._show_side()
        if self.side is not None:
            self.side.judge_file(path)

    @property
    def door(self) -> FitDoor:
        """What says on other pages whether a model fits, and leads here."""
        registry, fits = self._services.registry, self._services.memory.fits
        return FitDoor(fits, lambda: registry.hosts, self.judge, self.judge_file)

    def ask_for_sources(self, host_id: HostId) -> None:
        """Ask how a host's memory is known."""
        from desktop.ui.memory.sources_dialog import SourcesServices, open_sources

        services = self._services
        asked = SourcesServices(
            services.registry,
            services.settings,
            services.memory.readers.far,
            has_ssh=shutil.which("ssh") is not None,
        )
        open_sources(self._theme, asked, host_id, self._window)

    def _show_side(self) -> None:
        self._window.show_page("memory")
        self.page.show_side()

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
        from desktop.ui.memory.side.side import MemorySide

        memory = self._services.memory
        memory.local.refresh()  # Where models are kept, and so which disk matters here.
        self.side = MemorySide(
            self._theme,
            memory.computers,
            memory.fits,
            self._services.registry,
            open_sources=self.ask_for_sources,
            pull=lambda: self._views.pull("", HostId("")),
        )
        return self.side

    def _tidy(self, back: Callable[[], None]) -> SubPage:
        from desktop.ui.tidy.page import TidyPage
        from desktop.ui.tidy.services import TidyServices

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
        self.tidy_page = page = TidyPage(self._theme, asked)
        page.back_wanted.connect(back)
        return SubPage(page, page.regions)

    def _local_server(self, back: Callable[[], None]) -> SubPage:
        from desktop.ui.local_server.doors import LocalDoors
        from desktop.ui.local_server.page import LocalServerPage

        doors = LocalDoors(host=self._here, mend=self._mend_here)
        self.server_page = page = LocalServerPage(self._theme, self._services.memory.local, doors)
        page.back_wanted.connect(back)
        self._window.seen.connect(page.set_seen)
        return SubPage(page)

    def _mend_here(self, remedy: Remedy, said: Explanation) -> None:
        host = self._here()
        if host is not None:
            self._views.mend(Wish(host.id, remedy, said))

    def _here(self) -> Host | None:
        """Return the host of the list that is this computer's own server."""
        return next((host for host in self._services.registry.hosts if host.is_here), None)

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
