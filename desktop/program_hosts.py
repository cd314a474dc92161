"""The parts of the window that concern hosts, wired to the services and to each other."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from ipaddress import AddressValueError, IPv4Address
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.diagnostics.explain import Remedy, explain
from desktop.diagnostics.fixes import Place
from desktop.diagnostics.looks import look_at_ca_file
from desktop.domain.host import Host, HostId
from desktop.jobs.job import Job
from desktop.services import Services
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.dialogs import HostDialogs, HostDialogServices
from desktop.ui.remedies import Remedies, RemedyDoors, Wish
from desktop.ui.shell.commands import Command
from desktop.ui.shell.navigation import Content, Page
from desktop.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from desktop.ui.hosts.page import HostsPage


@dataclass(frozen=True, slots=True)
class Views:
    """What these parts want of the other pages; each is a plain function."""

    pull: Callable[[str, HostId], None]
    show_host: Callable[[HostId], None]
    test_host: Callable[[HostId], None]
    show_models: Callable[[HostId], None]
    chat: Callable[[HostId], None]
    """Begin a chat with a model of that host."""
    tidy_up: Callable[[HostId], None]
    sources: Callable[[HostId], None]
    """Ask how a host's memory is known."""
    start_here: Callable[[], None]
    show_log: Callable[[], None]
    save_report: Callable[[], None]


class HostParts(QObject):
    """The page, the dialogs and the remedies."""

    def __init__(self, theme: Theme, services: Services, window: MainWindow, views: Views) -> None:
        super().__init__(window)
        self._theme = theme
        self._services = services
        self._window = window
        self._views = views
        self.dialogs = self._build_dialogs()
        self.remedies = self._build_remedies()

    @cached_property
    def page(self) -> "HostsPage":
        """The page, which is built when it is first wanted."""
        page, dialogs = self._build_page(), self.dialogs
        page.add_wanted.connect(dialogs.add)
        page.find_wanted.connect(dialogs.find)
        page.import_wanted.connect(dialogs.sharing.ask_for_import)
        page.export_wanted.connect(dialogs.sharing.ask_for_export)
        page.report_wanted.connect(self._views.save_report)
        page.remedy_wanted.connect(self._mend_tested)
        content = Content(page, regions=page.regions, follow=page.set_layout_class)
        self._window.furnish("hosts", content)
        return page

    def on_rail(self) -> Page:
        """Return the page's place in the rail."""
        return Page("hosts", self.tr("Hosts"), "server", lambda: self.page, shortcut="Ctrl+5")

    def add_commands(self) -> None:
        """Add what can be done here by a key or from the palette."""
        add = self._window.commands.add
        find = Command("filter.hosts", self.tr("Filter the hosts"), ("Ctrl+F",), page="hosts")
        add(find, lambda: self.page.focus_filter())
        add(Command("host.find", self.tr("Find hosts on my network…")), self.dialogs.find)
        add(Command("host.add", self.tr("Add a host…"), ("Ctrl+Shift+N",)), self.dialogs.add)

    def mend_host(self, host_id: HostId, remedy: Remedy) -> None:
        """Do what was offered for a host that does not answer."""
        snapshot = self._services.registry.snapshot(host_id)
        said = explain(snapshot.error, snapshot.host) if snapshot.error else None
        self.remedies.mend(Wish(host_id, remedy, said))

    def mend_job(self, job: Job, remedy: Remedy) -> None:
        """Do what was offered for a job that failed."""
        host = next((one for one in self._services.registry.hosts if one.id == job.host_id), None)
        said = explain(job.error, host) if job.error else None
        self.remedies.mend(Wish(job.host_id, remedy, said, job.model))

    def _mend_tested(self, host_id: HostId, remedy: Remedy) -> None:
        if remedy is Remedy.RETRY:
            self._services.doctor.start(host_id)
        self.remedies.mend(Wish(host_id, remedy, self.page.explanation(host_id, remedy)))

    def _build_dialogs(self) -> HostDialogs:
        services = self._services
        from desktop.ui.connection.services import DialogServices

        connection = DialogServices(
            ask_system=services.ask_system,
            fetch_certificate=services.fetch_certificate,
            check_ca_file=look_at_ca_file,
            secrets=services.secrets,
            doctor=services.doctor,
            has_ssh=shutil.which("ssh") is not None,
            job_count=self._count_jobs,
        )
        asked = HostDialogServices(
            services.registry, services.discovery, services.outside.networks, connection
        )
        return HostDialogs(
            self._theme,
            asked,
            self._window,
            chosen=self._views.show_host,
            say=self._window.toast.say,
            start_demo=services.demo.start,
        )

    def _build_remedies(self) -> Remedies:
        doors = RemedyDoors(
            edit=self.dialogs.edit,
            pull=self._views.pull,
            test=self._views.test_host,
            test_quietly=self._services.doctor.start,
            find_hosts=self.dialogs.find,
            tidy_up=self._views.tidy_up,
            place_of=self._place_of,
            save_report=self._views.save_report,
            start_here=self._views.start_here,
            show_log=self._views.show_log,
            say=self._window.toast.say,
        )
        return Remedies(self._theme, self._services.registry, doors, self._window)

    def _build_page(self) -> "HostsPage":
        from desktop.ui.hosts.actions import HostDoors
        from desktop.ui.hosts.page import HostServices, HostsPage

        services = self._services
        doors = HostDoors(
            test=services.doctor.start,
            test_token=self._test_token,
            edit=self.dialogs.edit,
            remove=self.dialogs.remove,
            sources=self._views.sources,
            show_models=self._views.show_models,
            chat=self._views.chat,
            say=self._window.toast.say,
        )
        shown = HostServices(
            services.registry,
            services.routes,
            services.doctor,
            services.discovery,
            services.settings,
        )
        return HostsPage(self._theme, shown, doors)

    def _test_token(self, host_id: HostId) -> None:
        """Ask a model that is loaded, else the smallest one of the host's own."""
        snapshot = self._services.registry.snapshot(host_id)
        own = [model for model in snapshot.models if model.size]
        smallest = min(own, key=lambda model: model.size, default=None)
        names = [loaded.name for loaded in snapshot.loaded]
        names += [smallest.name] if smallest else []
        if names:
            self._services.doctor.start(host_id, token_model=names[0])

    def _place_of(self, host: Host) -> Place:
        """Name this computer's network in a firewall's rule, if the host is in it."""
        try:
            address = IPv4Address(host.address.host)
        except AddressValueError:
            return Place(host.address.port)
        networks = self._services.outside.networks()
        found = next((network for network in networks if address in network), None)
        return Place(host.address.port, found)

    def _count_jobs(self, host_id: HostId) -> int:
        jobs = self._services.jobs.jobs
        return sum(1 for job in jobs if job.host_id == host_id and not job.state.is_finished)
