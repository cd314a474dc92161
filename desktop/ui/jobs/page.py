"""The jobs page: its heading, the limit, the list, and what to do where there is nothing."""

from collections.abc import Callable
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.diagnostics.explain import Remedy
from desktop.domain.host import Host, HostId
from desktop.hosts.registry import HostRegistry
from desktop.jobs.job import Job, JobId, JobState
from desktop.jobs.queue import JobQueue
from desktop.ui.bridge.announce import Announcer
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.jobs import captions, words
from desktop.ui.jobs.insecure_push import InsecurePush
from desktop.ui.jobs.list import JobList
from desktop.ui.jobs.problems import failure, host_label
from desktop.ui.jobs.raw_answer import RawAnswer
from desktop.ui.jobs.side import JobChoices, JobsChooser, JobsSide
from desktop.ui.jobs.table import JobTable
from desktop.ui.jobs.view import Action, JobFilter
from desktop.ui.jobs.words import Around
from desktop.ui.shell.navigation import LayoutClass
from desktop.ui.widgets.buttons import Button, ButtonKind
from desktop.ui.widgets.fields import Choice
from desktop.ui.widgets.labels import Hairline, Label
from desktop.ui.widgets.messages import EmptyState

MOST_AT_ONCE = 8
_SUMMARY_MS = 250
"""Speeds are told four times a second (visual-design.md, Motion)."""


class JobsPage(QWidget):
    """Shows the queue, and passes on what a person asks of it. `side` is the list beside it.

    The page itself holds no facts: it may be thrown away and built again.
    """

    pull_wanted = Signal()
    limit_chosen = Signal(int)
    """How many pulls shall run at once per host; the queue knows already."""
    remedy_wanted = Signal(object, object)
    """A Job and a Remedy, other than Retry, that the window carries out."""
    chat_wanted = Signal(object, str)
    """A host's id and the model that was made there."""
    inspect_wanted = Signal(object, str)
    create_elsewhere_wanted = Signal(object)
    """The Job of a create that is to be done on other hosts."""
    workshop_wanted = Signal(object)
    """The Job of a create that failed by what its Modelfile or its files say."""

    def __init__(
        self,
        theme: Theme,
        queue: JobQueue,
        registry: HostRegistry,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("jobsPage")
        self._theme = theme
        self._queue = queue
        self._registry = registry
        self._now = now
        self._choices = JobChoices(queue, registry)
        self.side = JobsSide(theme, self._choices)
        self._choices.setParent(self.side.view)  # A view must not outlive its model.
        self._chooser = JobsChooser(theme, self._choices)
        self._table = JobTable(queue, self.host_of, now)
        self._list = JobList(theme, self._table, self)
        self._table.setParent(self._list)
        self._summary = Label(theme, "", "small", "muted")
        self._limit = self._build_limit()
        self._clear = Button(theme, self.tr("Clear finished"))
        self._clear.clicked.connect(queue.clear_finished)
        self._pull = self._pull_button("primary")
        self._build()
        self._pause = QTimer(self, singleShot=True, interval=_SUMMARY_MS)
        self._pause.timeout.connect(self._tell)
        self._announcer = Announcer(self)
        self._follow()
        self._table.set_watched(False)  # Until the page is shown.
        self.show_only(JobFilter())
        self._tell()

    @property
    def view(self) -> JobList:
        return self._list

    @property
    def table(self) -> JobTable:
        return self._table

    def host_of(self, host_id: HostId) -> Host | None:
        """Return a host of the list; None if it was removed."""
        return next((host for host in self._registry.hosts if host.id == host_id), None)

    def show_only(self, chosen: JobFilter) -> None:
        """Show these jobs alone, and mark the choice in the list beside the page."""
        self._table.show_only(chosen)
        self.side.choose(chosen)
        self._chooser.choose(chosen)
        self._refresh()

    def set_layout_class(self, layout_class: LayoutClass) -> None:
        """Show the choice above the heading where the window has no room for the list."""
        self._chooser.setVisible(layout_class >= LayoutClass.CHOOSER)

    def regions(self) -> tuple[QWidget, ...]:
        """Return what F6 walks on this page."""
        chooser = (self._chooser,) if self._chooser.isVisible() else ()
        return (*chooser, self._list)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._table.set_watched(True)
        self._refresh()
        super().showEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._table.set_watched(False)
        super().hideEvent(event)

    def show_job(self, job_id: JobId) -> None:
        """Make one job the current row and scroll to it."""
        index = self._table.index_of(job_id)
        if index.isValid():
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)

    def _follow(self) -> None:
        self._list.pressed.connect(self._press)
        self.side.chosen.connect(self.show_only)
        self._chooser.chosen.connect(self.show_only)
        self._choices.vanishing.connect(self._keep_choice)
        frame = Frame[JobId](self, lambda _: self._refresh())
        for forget in (
            self._queue.changed.subscribe(frame.add),
            self._queue.finished.subscribe(self._announce),
            self._registry.changed.subscribe(lambda _: self._table.refresh()),
        ):
            self.destroyed.connect(forget)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._chooser)
        self._chooser.hide()
        column.addLayout(self._build_heading())
        column.addWidget(Hairline())
        self._stack = QStackedLayout()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_hidden())
        column.addLayout(self._stack, 1)
        for before, after in pairwise((self._limit, self._clear, self._pull, self._list)):
            self.setTabOrder(before, after)

    def _build_heading(self) -> QHBoxLayout:
        px = self._theme.px
        lines = QVBoxLayout()
        lines.setSpacing(px(1))
        lines.addWidget(Label(self._theme, self.tr("Jobs"), "title"))
        lines.addWidget(self._summary)
        row = QHBoxLayout()
        row.setContentsMargins(px(22), px(12), px(16), px(12))
        row.setSpacing(px(6))
        row.addLayout(lines)
        row.addStretch(1)
        for widget in (self._limit, self._clear, self._pull):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _pull_button(self, kind: ButtonKind) -> Button:
        button = Button(self._theme, self.tr("Pull model"), kind, "arrow-down-to-line")
        button.clicked.connect(self.pull_wanted)
        return button

    def _build_limit(self) -> Choice:
        choice = Choice(self._theme)
        choice.setObjectName("pullLimit")
        choice.setAccessibleName(self.tr("Pulls at once on each host"))
        for limit in range(1, max(MOST_AT_ONCE, self._queue.limit) + 1):
            choice.addItem(captions.limit_label(limit), limit)
        choice.setCurrentIndex(self._queue.limit - 1)
        choice.activated.connect(self._set_limit)
        return choice

    def _build_empty(self) -> EmptyState:
        return EmptyState(
            self._theme,
            "arrow-down-to-line",
            self.tr("No jobs yet"),
            self.tr(
                "What you pull, create, push, copy or delete is shown here,\nwith how far it is."
            ),
            actions=(self._pull_button("secondary"),),
            is_page=True,
        )

    def _build_hidden(self) -> EmptyState:
        button = Button(self._theme, self.tr("Show all jobs"))
        button.clicked.connect(lambda: self.show_only(JobFilter()))
        return EmptyState(
            self._theme,
            "list-filter",
            self.tr("None of the jobs is of this kind"),
            self.tr("The others are still there."),
            actions=(button,),
        )

    def _keep_choice(self, vanishing: set[object]) -> None:
        """Show all again where the chosen host has no job left."""
        if self._table.shown in vanishing:
            self.show_only(JobFilter())

    def _refresh(self) -> None:
        jobs = self._queue.jobs
        is_shown = self._table.rowCount() > 0
        self._stack.setCurrentIndex(0 if is_shown else 2 if jobs else 1)
        self._clear.setEnabled(any(job.state.is_finished for job in jobs))
        self._limit.setCurrentIndex(self._queue.limit - 1)
        if not self._pause.isActive():
            self._pause.start()

    def _tell(self) -> None:
        self._summary.setText(captions.summary(self._queue.jobs))

    def _announce(self, job: Job) -> None:
        host = self.host_of(job.host_id)
        why = failure(job, host).sentence if job.state is JobState.FAILED else ""
        around = Around(host_label(host), self._queue.limit, self._now())
        self._announcer.say(words.spoken(job, around, why))

    def _set_limit(self, place: int) -> None:
        self._queue.set_limit(place + 1)
        self._table.refresh()
        self.limit_chosen.emit(self._queue.limit)

    def _press(self, job_id: JobId, press: Action | Remedy) -> None:
        job = self._queue.get(job_id)
        if job is None:
            return
        if isinstance(press, Remedy):
            self.remedy_wanted.emit(job, press)
            return
        self._do(job, press)

    def _do(self, job: Job, action: Action) -> None:
        match action:
            case Action.FOLD:
                self._table.toggle_fold(job.id)
            case Action.CANCEL:
                self._queue.cancel(job.id)
            case Action.RETRY:
                self._queue.retry(job.id)
            case Action.REPLACE:
                self._queue.retry(job.id, overwrite=True)
            case Action.RESTART:
                self._queue.restart(job.id)
            case Action.MOVE_UP:
                self._queue.move_up(job.id)
            case Action.REMOVE:
                self._queue.remove(job.id)
            case Action.SHOW_RAW:
                RawAnswer(self._theme, failure(job, self.host_of(job.host_id)).raw, self).open()
            case _:
                self._pass_on(job, action)

    def _pass_on(self, job: Job, action: Action) -> None:
        match action:
            case Action.CHAT:
                self.chat_wanted.emit(job.host_id, job.model)
            case Action.INSPECT:
                self.inspect_wanted.emit(job.host_id, job.model)
            case Action.CREATE_ELSEWHERE:
                self.create_elsewhere_wanted.emit(job)
            case Action.OPEN_WORKSHOP:
                self.workshop_wanted.emit(job)
            case Action.PUSH_INSECURELY:
                self._ask_insecure(job)
            case _:
                pass

    def _ask_insecure(self, job: Job) -> None:
        question = InsecurePush(self._theme, job.model, self)
        question.accepted.connect(lambda: self._queue.retry(job.id, insecure=True))
        question.open()
