"""The parts of the window that concern jobs, wired to the services and to each other."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.diagnostics.explain import Remedy
from desktop.domain.conversation import Target
from desktop.domain.host import HostId
from desktop.jobs.job import Job, JobId
from desktop.services import Services
from desktop.ui.bridge.theme import Theme
from desktop.ui.jobs.badge import JobsBadge
from desktop.ui.shell.navigation import Content, Page
from desktop.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from desktop.ui.jobs.page import JobsPage


@dataclass(frozen=True, slots=True)
class JobViews:
    """What these parts want of the other pages; each is a plain function."""

    pull: Callable[[], None]
    mend: Callable[[Job, Remedy], None]
    chat: Callable[[Target], None]
    inspect: Callable[[HostId, str], None]
    create_elsewhere: Callable[[Job], None]
    mend_draft: Callable[[Job], None]


class JobParts(QObject):
    """The page, and the badge that counts what runs or failed."""

    def __init__(
        self, theme: Theme, services: Services, window: MainWindow, views: JobViews
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._services = services
        self._window = window
        self._views = views

    @cached_property
    def page(self) -> "JobsPage":
        """The page, which is built when it is first wanted."""
        from desktop.ui.jobs.page import JobsPage

        services, views = self._services, self._views
        page = JobsPage(self._theme, services.jobs, services.registry, lambda: datetime.now(UTC))
        page.pull_wanted.connect(views.pull)
        page.remedy_wanted.connect(views.mend)
        page.limit_chosen.connect(self._keep_limit)
        page.chat_wanted.connect(self._chat)
        page.inspect_wanted.connect(views.inspect)
        page.create_elsewhere_wanted.connect(views.create_elsewhere)
        page.workshop_wanted.connect(views.mend_draft)
        self._window.furnish("jobs", Content(page, page.side, page.regions, page.set_layout_class))
        return page

    def on_rail(self) -> Page:
        """Return the page's place in the rail."""
        return Page("jobs", self.tr("Jobs"), "arrow-down-to-line", lambda: self.page, "Ctrl+6")

    def show_badge(self) -> None:
        """Count on the page's item, once it is in the rail."""
        JobsBadge(self._window.rail_item("jobs"), self._services.jobs)

    def show(self, job_id: JobId) -> None:
        """Show a job."""
        self._window.show_page("jobs")
        self.page.show_job(job_id)

    def _chat(self, host_id: HostId, model: str) -> None:
        self._views.chat(Target(host_id, model))

    def _keep_limit(self, limit: int) -> None:
        settings = self._services.settings
        settings.update(replace(settings.settings, pulls_per_host=limit))
