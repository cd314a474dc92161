"""The window with every page in it, wired to the services and to each other."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.diagnostics.explain import Remedy
from desktop.diagnostics.report import Report
from desktop.domain.host import HostId
from desktop.program_chat import ChatParts, ChatViews
from desktop.program_finding import FindingParts, FindingViews
from desktop.program_hosts import HostParts, Views
from desktop.program_jobs import JobParts, JobViews
from desktop.program_memory import MemoryParts, MemoryViews
from desktop.program_workshop import WorkshopParts, WorkshopViews
from desktop.services import Services
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme, ThemeMode
from desktop.ui.hosts.first_run import is_first_run
from desktop.ui.hosts.list import ALL_HOSTS
from desktop.ui.hosts.side import HostSide
from desktop.ui.models.page import ModelsPage
from desktop.ui.shell.commands import Command
from desktop.ui.shell.navigation import Content, Page, Place
from desktop.ui.shell.news import News
from desktop.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from desktop.ui.hosts.first_run import FirstRunPage


class Program(QObject):
    """Builds the window and its pages, and passes on what one of them wants of another.

    It keeps no facts: everything that is shown is asked of the services.
    """

    def __init__(self, theme: Theme, services: Services, paths: Paths) -> None:
        super().__init__()
        self.theme = theme
        self._services = services
        kept = services.settings.settings.window
        self._chosen_theme = services.settings.settings.theme
        self.window = MainWindow(theme, "Paddock", self._remember, Place(kept.geometry, kept.page))
        self.hosts = HostSide(theme, services.registry, add_host=self.add_host)
        self.for_hosts = HostParts(theme, services, self.window, self._views())
        self.models = ModelsPage(
            theme,
            services.registry,
            services.jobs,
            services.settings,
            pull=self.pull,
            mend=self.mend_host,
            add_host=self.add_host,
            weights=services.memory.weights,
            route_of=services.routes.route,
        )
        self.for_chat = ChatParts(theme, services, self.window, self._chat_views())
        self.for_workshop = WorkshopParts(theme, services, self.window, self._workshop_views())
        self.for_memory = MemoryParts(theme, services, self.window, self._memory_views())
        self.for_jobs = JobParts(theme, services, self.window, self._job_views())
        self._paths = paths
        self.for_finding = FindingParts(theme, services, self.window, paths, self._finding_views())
        self._add_pages()
        self._add_commands()
        self._wire()
        self._forget = self._listen()
        self._follow_hosts()
        self.window.show_first()

    def close(self) -> None:
        """Let go of the services, and destroy the window with everything in it."""
        for forget in self._forget:
            forget()
        self.window.deleteLater()

    def add_host(self) -> None:
        """Ask for a host's address, and show the host that was added."""
        self.for_hosts.dialogs.add()

    def edit_host(self, host_id: str) -> None:
        """Open what is set about a host."""
        self.for_hosts.dialogs.edit(HostId(host_id))

    def show_host(self, host_id: HostId) -> None:
        """Choose a host on the page that is open."""
        self.hosts.choose(host_id)
        self.for_hosts.page.choose(host_id)

    def test_host(self, host_id: HostId) -> None:
        """Show the test of a host, which is begun."""
        self.window.show_page("hosts")
        self.for_hosts.page.test(host_id)

    def mend_host(self, host_id: HostId, remedy: Remedy) -> None:
        """Do what a banner offered for a host that does not answer."""
        self.for_hosts.mend_host(host_id, remedy)

    def pull(self, text: str = "", host_id: HostId = ALL_HOSTS) -> None:
        """Ask which model to pull to which hosts, beginning with that text and host."""
        from desktop.ui.jobs.pull_dialog import PullDialog

        chosen = host_id or self.hosts.chosen_host
        dialog = PullDialog(
            self.theme,
            self._services.jobs,
            self._services.registry,
            text=text,
            chosen=[] if chosen == ALL_HOSTS else [chosen],
            fits=self._services.memory.fits,
            parent=self.window,
        )
        dialog.started.connect(lambda: self.window.show_page("jobs"))
        dialog.open()

    def save_report(self) -> None:
        """Show the report for whoever is asked for help, and let it be saved."""

        from desktop.ui.report_dialog import ReportDialog, ReportDoors
        from desktop.ui.running import running_versions

        def gather() -> Coroutine[object, object, Report]:
            return self._services.gather_report(running_versions(), self._paths)

        doors = ReportDoors(gather, self.window.toast.say)
        ReportDialog(self.theme, doors, self.window).open()

    @cached_property
    def first_run(self) -> "FirstRunPage":
        """What is shown instead of the models while nothing has ever answered."""
        from desktop.ui.hosts.first_run import FirstRunPage, OllamaHere

        services = self._services
        page = FirstRunPage(
            self.theme,
            services.registry,
            add_host=self.add_host,
            find_hosts=self.for_hosts.dialogs.find,
            explore=services.demo.start,
            bad_variable=services.first.problem if services.first else None,
            here=OllamaHere(services.memory.local, self.for_memory.start_server, self.test_host),
        )
        self._models_sheet.addWidget(page)
        return page

    def _views(self) -> Views:
        return Views(
            pull=self.pull,
            show_host=self.show_host,
            test_host=self.test_host,
            show_models=self._show_models,
            chat=lambda host_id: self.for_chat.chat_on(host_id),
            tidy_up=lambda host_id: self.for_memory.tidy_up(host_id),
            start_here=lambda: self.for_memory.start_server(),
            sources=lambda host_id: self.for_memory.ask_for_sources(host_id),
            show_log=lambda: self.for_memory.show_local_server(log=True),
            save_report=self.save_report,
        )

    def _chat_views(self) -> ChatViews:
        return ChatViews(
            mend=self.for_hosts.remedies.mend,
            pull=lambda: self.pull(),
            add_host=self.add_host,
            fit_door=lambda: self.for_memory.door,
        )

    def _workshop_views(self) -> WorkshopViews:
        return WorkshopViews(
            pull=lambda: self.pull(),
            chat=self.for_chat.chat_with,
            inspect=self._inspect,
            fit_door=lambda: self.for_memory.door,
        )

    def _memory_views(self) -> MemoryViews:
        return MemoryViews(
            self.for_chat.chat_with,
            self._inspect,
            self.for_hosts.remedies.mend,
            self.add_host,
            self.pull,
        )

    def _job_views(self) -> JobViews:
        return JobViews(
            pull=lambda: self.pull(),
            mend=self.for_hosts.mend_job,
            chat=self.for_chat.chat_with,
            inspect=self._inspect,
            create_elsewhere=self.for_workshop.create_elsewhere,
            mend_draft=self.for_workshop.mend,
        )

    def _finding_views(self) -> FindingViews:
        return FindingViews(
            chat=self.for_chat,
            workshop=self.for_workshop,
            memory=self.for_memory,
            hosts=self.for_hosts,
            pull=self.pull,
            show_host=self.show_host,
            test_host=self.test_host,
            show_models=self._show_models,
            save_report=self.save_report,
        )

    def _add_pages(self) -> None:
        self._models_sheet = QStackedWidget()
        self._models_sheet.addWidget(self.models)
        self.window.add_page(
            Page("models", self.tr("Models"), "boxes", lambda: None, shortcut="Ctrl+1")
        )
        for parts in (
            self.for_chat,
            self.for_workshop,
            self.for_memory,
            self.for_hosts,
            self.for_jobs,
        ):
            self.window.add_page(parts.on_rail())
        self.for_finding.add_search()
        for page in self.for_finding.pages():
            self.window.add_page(page)
        sheet, models = self._models_sheet, self.models
        content = Content(sheet, self.hosts, self._models_regions, models.set_layout_class)
        self.window.furnish("models", content)

    def _add_commands(self) -> None:
        add, registry = self.window.commands.add, self._services.registry
        self.for_chat.add_commands()
        self.for_workshop.add_commands()
        self.for_memory.add_commands()
        self.for_finding.add_commands()
        add(Command("refresh", self.tr("Ask every host again"), ("F5", "Ctrl+R")), registry.refresh)
        add(Command("pull", self.tr("Pull a model…"), ("Ctrl+N",)), self.pull)
        add(
            Command("filter", self.tr("Filter the models"), ("Ctrl+F",), page="models"),
            self.models.focus_filter,
        )
        self.for_hosts.add_commands()
        add(Command("quit", self.tr("Quit"), ("Ctrl+Q",)), self.window.quit_wanted.emit)

    def _wire(self) -> None:
        self.hosts.edit_wanted.connect(self.edit_host)
        self.hosts.remove_wanted.connect(self.for_hosts.dialogs.remove)
        self.hosts.chosen.connect(self.models.choose_host)
        self.models.actions_on_models.chat_wanted.connect(self.for_chat.chat_with)
        self.for_workshop.join(self.models)
        self.models.inspector.judge_with(self.for_memory.door)
        self.models.host_chosen.connect(self.hosts.choose)
        self.window.seen.connect(self._services.registry.watch_closely)
        self.hosts.choose(self.models.chosen_host)
        told, chat = self._services, self.for_chat.chat_with
        self.for_jobs.show_badge()
        lost = told.memory.learned.damage
        News(self.window, told.settings, told.jobs, told.registry, chat, lost)

    def _listen(self) -> list[Callable[[], None]]:
        services = self._services
        return [
            services.settings.changed.subscribe(lambda _: self._apply_settings()),
            services.registry.changed.subscribe(lambda _: self._follow_hosts()),
            services.registry.host_changed.subscribe(lambda _: self._follow_hosts()),
        ]

    def _models_regions(self) -> tuple[QWidget, ...]:
        is_first = self._models_sheet.currentWidget() is not self.models
        return (self.first_run,) if is_first else self.models.regions()

    def _follow_hosts(self) -> None:
        """Begin with the first-run page while nothing has ever answered."""
        is_first = is_first_run(self._services.registry.snapshots)
        self._models_sheet.setCurrentWidget(self.first_run if is_first else self.models)

    def _apply_settings(self) -> None:
        settings = self._services.settings.settings
        if settings.theme is not self._chosen_theme:  # A theme for this run alone stays otherwise.
            self._chosen_theme = settings.theme
            self.theme.set_mode(ThemeMode(settings.theme.value))
        if settings.pulls_per_host != self._services.jobs.limit:
            self._services.jobs.set_limit(settings.pulls_per_host)

    def _remember(self, place: Place) -> None:
        settings = self._services.settings
        window = replace(settings.settings.window, geometry=place.geometry, page=place.page)
        settings.update(replace(settings.settings, window=window))

    def _show_models(self, host_id: HostId) -> None:
        self.window.show_page("models")
        self.hosts.choose(host_id)

    def _inspect(self, host_id: HostId, model: str) -> None:
        self._show_models(host_id)
        self.models.inspect(host_id, model)
