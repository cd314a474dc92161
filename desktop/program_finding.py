"""The parts of the window that find and explain: palette, settings, help and licences."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.assets import resources
from desktop.domain.host import HostId
from desktop.program_chat import ChatParts
from desktop.program_hosts import HostParts
from desktop.program_memory import MemoryParts
from desktop.program_workshop import WorkshopParts
from desktop.services import Services
from desktop.storage.paths import Paths
from desktop.storage.settings import Theme as ThemeChoice
from desktop.system.licences import project_links, read_components
from desktop.ui.bridge.theme import Theme
from desktop.ui.palette.command_entries import PALETTE
from desktop.ui.settings.quiet_news import QuietNews
from desktop.ui.shell.commands import Command
from desktop.ui.shell.navigation import Content, Page
from desktop.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from desktop.ui.about.page import AboutPage
    from desktop.ui.help.begin_view import HelpDoors
    from desktop.ui.help.page import HelpPage
    from desktop.ui.palette.palette import Palette
    from desktop.ui.settings.about_files import SettingsDoors
    from desktop.ui.settings.page import SettingsPage


@dataclass(frozen=True, slots=True)
class FindingViews:
    """What these parts want of the others, and of the pages that have no parts of their own."""

    chat: ChatParts
    workshop: WorkshopParts
    memory: MemoryParts
    hosts: HostParts
    pull: Callable[[str], None]
    show_host: Callable[[HostId], None]
    test_host: Callable[[HostId], None]
    show_models: Callable[[HostId], None]
    save_report: Callable[[], None]


class FindingParts(QObject):
    """Built with the window; what is shown of them is gathered as it is opened."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        window: MainWindow,
        paths: Paths,
        views: FindingViews,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._services = services
        self._window = window
        self._paths = paths
        self._views = views

    @cached_property
    def settings(self) -> "SettingsPage":
        """The settings, which are built when they are first wanted, as the others here."""
        from desktop.ui.settings.page import SettingsPage

        services, doors = self._services, self._settings_doors()
        page = SettingsPage(self._theme, services.settings, self._paths, doors, services.newer)
        self._window.furnish("settings", Content(page, page.side, page.regions))
        return page

    @cached_property
    def help(self) -> "HelpPage":
        """How to begin, the keys, and what can go wrong."""
        from desktop.ui.help.page import HelpPage

        page = HelpPage(self._theme, self._window, self._help_doors())
        self._window.furnish("help", Content(page, regions=page.regions))
        return page

    @cached_property
    def about(self) -> "AboutPage":
        """Versions and licences."""
        from desktop.ui.about.page import AboutPage

        page = AboutPage(self._theme, partial(read_components, resources()))
        self._window.furnish("about", Content(page, regions=page.regions))
        return page

    @cached_property
    def palette(self) -> "Palette":
        """What finds everything by its name."""
        from desktop.program_palette import PaletteViews, build_palette

        views = self._views
        shown = PaletteViews(
            chat=views.chat,
            workshop=views.workshop,
            hosts=views.hosts,
            pull=views.pull,
            show_host=views.show_host,
            test_host=views.test_host,
            show_models=views.show_models,
            settings=lambda: self.settings,
        )
        return build_palette(self._theme, self._services, self._window, shown)

    def add_search(self) -> None:
        """Put the palette into the rail, below the pages."""
        command = Command(PALETTE, self.tr("Search"), ("Ctrl+K",), "search")
        self._window.add_to_rail(command, lambda: self.palette.open())

    def pages(self) -> Iterator[Page]:
        """Return what the window shows of them; help and licences have no place in the rail."""
        name, icon = self.tr("Settings"), "settings-2"
        yield Page("settings", name, icon, lambda: self.settings, "Ctrl+,", at_bottom=True)
        name, icon = self.tr("Help"), "library"
        yield Page("help", name, icon, lambda: self.help, "F1", is_on_rail=False)
        name, icon = self.tr("Versions and licences"), "info"
        yield Page("about", name, icon, lambda: self.about, is_on_rail=False)

    def add_commands(self) -> None:
        """Add what can be done here by a key or from the palette, once the pages are there."""
        add = self._window.commands.add
        search = Command(
            "settings.search", self.tr("Search the settings"), ("Ctrl+F",), "search", "settings"
        )
        add(search, lambda: self.settings.focus_search())
        find = Command("help.search", self.tr("Search the help"), ("Ctrl+F",), "search", "help")
        add(find, self._search_help)
        add(Command("help.keys", self.tr("Show all keys"), icon="library"), self.show_keys)
        add(
            Command("help.troubles", self.tr("Look up an error"), icon="circle-alert"),
            self.show_troubles,
        )
        add(
            Command("report", self.tr("Save a report…"), icon="file-archive"),
            self._views.save_report,
        )
        add(
            Command("theme", self.tr("Switch between light and dark"), ("Ctrl+T",)),
            self._switch_theme,
        )
        if self._services.newer is not None:
            QuietNews(self._window, self._services.settings, self._services.newer)

    def show_keys(self) -> None:
        """Show every key there is."""
        self._window.show_page("help")
        self.help.show_keys()

    def show_troubles(self) -> None:
        """Show what can go wrong, and what helps."""
        self._window.show_page("help")
        self.help.show_troubles()

    def _switch_theme(self) -> None:
        chosen = ThemeChoice.LIGHT if self._theme.tokens.is_dark else ThemeChoice.DARK
        settings = self._services.settings
        settings.update(replace(settings.settings, theme=chosen))

    def _search_help(self) -> None:
        if not self.help.search.isVisible():
            self.show_keys()
        self.help.search.setFocus()
        self.help.search.selectAll()

    def _settings_doors(self) -> "SettingsDoors":
        from desktop.ui.settings.about_files import SettingsDoors

        return SettingsDoors(
            save_report=self._views.save_report,
            edit_metric_names=self._edit_metric_names,
            show_help=partial(self._window.show_page, "help"),
            show_about=partial(self._window.show_page, "about"),
        )

    def _edit_metric_names(self) -> None:
        """Open the dialog in which they are: that of a host elsewhere, or of any."""
        hosts = self._services.registry.hosts
        wanted = next((host for host in hosts if not host.is_here), next(iter(hosts), None))
        if wanted is None:
            self._window.toast.say(self.tr("Add a host first: its memory is told by an exporter."))
        else:
            self._views.memory.ask_for_sources(wanted.id)

    def _help_doors(self) -> "HelpDoors":
        from desktop.ui.help.begin_view import HelpDoors

        links = project_links()
        return HelpDoors(
            add_host=self._views.hosts.dialogs.add,
            pull=lambda: self._views.pull(""),
            chat=partial(self._window.show_page, "chat"),
            palette=lambda: self.palette.open(),
            save_report=self._views.save_report,
            about=partial(self._window.show_page, "about"),
            manual=links.get("documentation", links.get("homepage", "")),
            issues=links.get("issues", ""),
        )
