"""What happened away from the page that is shown, in a moment's message."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.domain.conversation import Target
from desktop.hosts.registry import HostRegistry
from desktop.jobs.job import Job, JobKind, JobState
from desktop.jobs.queue import JobQueue
from desktop.storage.recovery import Damage
from desktop.storage.settings import SettingsFile
from desktop.ui.jobs.endings import ending, endings
from desktop.ui.settings.words import damage_words, loads_damage_words
from desktop.ui.shell.window import MainWindow

_MOMENT_MS = 2000
"""After a job ended, so long one of its kind is told of together with it."""


class News(QObject):
    """Tells of jobs that ended and of the settings' file, each once.

    The pages keep saying what lasts; a button leads there.
    """

    def __init__(
        self,
        window: MainWindow,
        settings: SettingsFile,
        jobs: JobQueue,
        registry: HostRegistry,
        chat: Callable[[Target], None],
        loads_damage: Damage | None = None,
    ) -> None:
        super().__init__(window)
        self._chat = chat
        self._window = window
        self._settings = settings
        self._registry = registry
        self._has_write_problem = False
        self._leads_to = ("", "")
        window.page_changed.connect(self._on_page)
        self._lately: list[Job] = []
        self._moment = QTimer(self, singleShot=True, interval=_MOMENT_MS)
        self._moment.timeout.connect(self._lately.clear)
        self.destroyed.connect(jobs.finished.subscribe(self._say_ending))
        problem = settings.write_problem_changed
        self.destroyed.connect(problem.subscribe(lambda _: self._say_write_problem()))
        if settings.damage is not None:
            self._say(damage_words(settings.damage), "settings")
        elif loads_damage is not None:
            window.toast.say(loads_damage_words(loads_damage))

    def _say_write_problem(self) -> None:
        problem = self._settings.write_problem
        if problem is not None and not self._has_write_problem and self._window.page != "settings":
            text = self.tr("The settings cannot be written: {reason}")
            text = text.format(reason=problem.strerror or type(problem).__name__)
            self._say(text, "settings")
        self._has_write_problem = problem is not None

    def _say_ending(self, job: Job) -> None:
        is_made = job.kind is JobKind.CREATE and job.state is JobState.DONE
        is_told = job.state in {JobState.DONE, JobState.FAILED}
        if not is_told or self._window.page in ({"jobs", "workshop"} if is_made else {"jobs"}):
            return
        first, *others = self._together(job)
        text = self._words(first, 1 + len(others))
        if first.state is JobState.FAILED or (others and is_made):
            self._say(text, "jobs")
        elif is_made:
            target = Target(first.host_id, first.model)
            self._window.toast.say(text, self.tr("Chat"), lambda: self._chat(target))
        else:
            self._say(text, "")

    def _words(self, first: Job, number: int) -> str:
        if number > 1:
            return endings(first.kind, first.state, number)
        hosts = (host for host in self._registry.hosts if host.id == first.host_id)
        return ending(first, next(hosts, None))

    def _together(self, job: Job) -> list[Job]:
        """Return the jobs that ended with this one; only what failed, where something did.

        Each message takes the place of the one before: of ten deletes only the last would be told.
        """
        if self._lately and self._lately[0].kind is not job.kind:
            self._lately.clear()
        self._lately.append(job)
        self._moment.start()
        failed = [one for one in self._lately if one.state is JobState.FAILED]
        return failed or self._lately

    def _say(self, text: str, page: str) -> None:
        action, self._leads_to = (self.tr("Show") if page else ""), (page, text)
        self._window.toast.say(text, action, lambda: self._window.show_page(page))

    def _on_page(self, key: str) -> None:
        """Take a message away whose page the person went to by themselves."""
        if self._leads_to == (key, self._window.toast.text):
            self._window.toast.hide()
