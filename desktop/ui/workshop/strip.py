"""How the creates stand that were begun here, in one line above the create bar."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.text import visible
from desktop.hosts.registry import HostRegistry
from desktop.jobs.job import Job, JobId, JobState
from desktop.jobs.queue import JobQueue
from desktop.ui import joining, units
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.jobs import words
from desktop.ui.jobs.problems import failure, host_label
from desktop.ui.jobs.words import Around
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.pictures import Bar, Icon
from desktop.ui.workshop.form.base_words import listed

_BAR = 120


class CreateStrip(QWidget):
    """Follows the jobs that were begun last, until it is closed."""

    jobs_wanted = Signal()
    chat_wanted = Signal(object)
    """The Job of a model that was made."""
    inspect_wanted = Signal(object)
    dismissed = Signal()

    def __init__(
        self,
        theme: Theme,
        queue: JobQueue,
        registry: HostRegistry,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("createStrip")
        self._theme = theme
        self._queue = queue
        self._registry = registry
        self._now = now
        self._ids: tuple[JobId, ...] = ()
        self._icon = Icon(theme, "hammer", 16)
        self.line = ElidedLabel(theme, "", "body")
        self.bar = Bar(theme)
        self.chat = Button(theme, self.tr("Chat"), "primary", "message-circle")
        self.inspect = Button(theme, self.tr("Inspect"))
        self.jobs = Button(theme, self.tr("Show jobs"))
        self.dismiss = IconButton(theme, "x", self.tr("Close this line"), length=13)
        self._build()
        self._frame = Frame[JobId](self, lambda _: self._show())
        self.destroyed.connect(queue.changed.subscribe(self._frame.add))
        self.jobs.clicked.connect(self.jobs_wanted)
        self.dismiss.clicked.connect(self.dismissed)
        self.chat.clicked.connect(lambda: self._tell(self.chat_wanted.emit))
        self.inspect.clicked.connect(lambda: self._tell(self.inspect_wanted.emit))
        self.follow(())

    def follow(self, ids: Sequence[JobId]) -> None:
        """Show how these jobs go; nothing is shown for none."""
        self._ids = tuple(ids)
        self._show()

    def _tell(self, tell: Callable[[Job], None]) -> None:
        done = [job for job in self._followed() if job.state is JobState.DONE]
        if done:
            tell(done[0])

    def _followed(self) -> list[Job]:
        found = (self._queue.get(job_id) for job_id in self._ids)
        return [job for job in found if job is not None]

    def _show(self) -> None:
        jobs = self._followed()
        self.setVisible(bool(jobs))
        if not jobs:
            return
        is_over = all(job.state.is_finished for job in jobs)
        done = [job for job in jobs if job.state is JobState.DONE]
        failed = [job for job in jobs if job.state is JobState.FAILED]
        self.line.setText(self._words(jobs, done, failed))
        icon, role = self._mark(is_over, done, failed)
        self._icon.show_icon(icon, role)
        self.bar.setVisible(not is_over)
        self.bar.show_fraction(_fraction(jobs))
        self.chat.setVisible(is_over and bool(done))
        self.inspect.setVisible(is_over and bool(done))

    def _mark(self, is_over: bool, done: list[Job], failed: list[Job]) -> tuple[str, Role]:
        if failed:
            return "circle-x", "danger"
        if is_over and done:
            return "circle-check", "success"
        return "hammer", "muted"

    def _words(self, jobs: list[Job], done: list[Job], failed: list[Job]) -> str:
        model = visible(jobs[0].model)
        if failed:
            job = failed[0]
            host = self._host_label(job)
            hosts = (one for one in self._registry.hosts if one.id == job.host_id)
            why = failure(job, next(hosts, None)).sentence
            return self.tr("{host}: {reason}").format(host=host, reason=why)
        if len(done) == len(jobs):
            hosts = listed(tuple(self._host_label(job) for job in jobs))
            return self.tr("{model} is on {hosts}").format(model=model, hosts=hosts)
        running = next((job for job in jobs if not job.state.is_finished), None)
        if running is None:
            return self.tr("{model} was not created").format(model=model)
        host = self._host_label(running)
        state = words.state(running, Around(host, self._queue.limit, self._now()))
        text = self.tr("{model} on {host}: {state}").format(model=model, host=host, state=state)
        if len(jobs) == 1:
            return text
        count = self.tr("{number} of {count} done")
        count = count.format(number=units.number(len(done)), count=units.number(len(jobs)))
        return joining.noted(text, count)

    def _host_label(self, job: Job) -> str:
        hosts = (one for one in self._registry.hosts if one.id == job.host_id)
        return host_label(next(hosts, None))

    def _build(self) -> None:
        px = self._theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(8), px(10), px(8))
        row.setSpacing(px(8))
        self.bar.setFixedWidth(px(_BAR))
        row.addWidget(self._icon)
        row.addWidget(self.line, 1)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.chat, self.inspect, self.jobs, self.dismiss):
            row.addWidget(button)


def _fraction(jobs: Sequence[Job]) -> float | None:
    """Return how far all of them are; None where none can tell."""
    parts = [1.0 if job.state is JobState.DONE else job.progress.fraction for job in jobs]
    known = [part for part in parts if part is not None]
    return sum(known) / len(parts) if known else None
