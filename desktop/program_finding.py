"""The parts of the window that find and explain: palette, settings, help and licences."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

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
from desktop.ui.about.page import AboutPage
from desktop.ui.bridge.theme import Theme
from desktop.ui.help.begin_view import HelpDoors
from desktop.ui.help.page import KEYS, TROUBLES, HelpPage
from desktop.ui.palette.command_entries import PALETTE
from desktop.ui.palette.entry import Entry, Group, Offer
from desktop.ui.palette.model_entries import ModelDoors, ModelEntries
from desktop.ui.palette.palette import Palette
from desktop.ui.palette.sources import PaletteDoors, PaletteSources
from desktop.ui.settings.about_files import SettingsDoors
from desktop.ui.settings.page import SettingsPage
from desktop.ui.settings.quiet_news import QuietNews
from desktop.ui.shell.commands import Command
from desktop.ui.shell.navigation import Page
from desktop.ui.shell.window import MainWindow

_MOST_RECENT = 8


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
        self._views = views
        self.settings = SettingsPage(
            theme, services.settings, paths, self._settings_doors(), services.newer
        )
        self.help = HelpPage(theme, window, self._help_doors())
        self.about = AboutPage(theme, partial(read_components, resources()))
        self._sources = self._gathering()
        self.palette = Palette(theme, window, self._offer)
        self.palette.used.connect(self._remember)
        window.page_changed.connect(lambda: self.palette.hide())

    def add_search(self) -> None:
        """Put the palette into the rail, below the pages."""
        command = Command(PALETTE, self.tr("Search"), ("Ctrl+K",), "search")
        self._window.add_to_rail(command, self.palette.open)

    def pages(self) -> Iterator[Page]:
        """Return what the window shows of them; help and licences have no place in the rail."""
        yield Page(
            "settings",
            self.tr("Settings"),
            "settings-2",
            self.settings,
            self.settings.side,
            "Ctrl+,",
            at_bottom=True,
            regions=self.settings.regions,
        )
        yield Page(
            "help",
            self.tr("Help"),
            "library",
            self.help,
            shortcut="F1",
            is_on_rail=False,
            regions=self.help.regions,
        )
        yield Page(
            "about",
            self.tr("Versions and licences"),
            "info",
            self.about,
            is_on_rail=False,
            regions=self.about.regions,
        )

    def add_commands(self) -> None:
        """Add what can be done here by a key or from the palette, once the pages are there."""
        add = self._window.commands.add
        search = Command(
            "settings.search", self.tr("Search the settings"), ("Ctrl+F",), "search", "settings"
        )
        add(search, self.settings.focus_search)
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
        self.help.show_part(KEYS)

    def show_troubles(self) -> None:
        """Show what can go wrong, and what helps."""
        self._window.show_page("help")
        self.help.show_part(TROUBLES)

    def _switch_theme(self) -> None:
        chosen = ThemeChoice.LIGHT if self._theme.tokens.is_dark else ThemeChoice.DARK
        settings = self._services.settings
        settings.update(replace(settings.settings, theme=chosen))

    def _search_help(self) -> None:
        if not self.help.search.isVisible():
            self.show_keys()
        self.help.search.setFocus()

    def _offer(self) -> Offer:
        return self._sources.offer(self._services.settings.settings.desktop.recent_commands)

    def _remember(self, key: str) -> None:
        now = self._services.settings.settings
        others = [one for one in now.desktop.recent_commands if one != key]
        recent = (key, *others)[:_MOST_RECENT]
        desktop = replace(now.desktop, recent_commands=recent)
        self._services.settings.update(replace(now, desktop=desktop))

    def _gathering(self) -> PaletteSources:
        services, views = self._services, self._views
        doors = PaletteDoors(
            pull=views.pull,
            show_conversation=views.chat.show,
            search_conversations=views.chat.search,
            show_draft=views.workshop.show,
            more=self._settings_entries,
        )
        models = ModelEntries(services.registry, self._model_doors())
        return PaletteSources(self._window, models, services.conversations, services.drafts, doors)

    def _model_doors(self) -> ModelDoors:
        views = self._views
        return ModelDoors(
            inspect=views.workshop.inspect,
            chat=views.chat.chat_with,
            customise=views.workshop.customise,
            push=views.workshop.push,
            show_host=self._show_host,
            show_models=views.show_models,
            test_host=views.test_host,
            edit_host=views.hosts.dialogs.edit,
        )

    def _show_host(self, host_id: HostId) -> None:
        self._window.show_page("hosts")
        self._views.show_host(host_id)

    def _settings_entries(self) -> list[Entry]:
        """Return every setting by its name, so that the palette leads to it."""
        return [
            Entry(
                Group.SETTINGS,
                field.label.text(),
                partial(self._show_setting, field.objectName().partition(".")[2]),
                note=section.title,
                icon="settings-2",
                alias=field.all_words(),
            )
            for section in self.settings.sections
            for field in section.fields
        ]

    def _show_setting(self, name: str) -> None:
        self._window.show_page("settings")
        self.settings.show_setting(name)

    def _settings_doors(self) -> SettingsDoors:
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

    def _help_doors(self) -> HelpDoors:
        links = {name.lower(): link for name, link in project_links().items()}
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
