"""What happened away from the page that is shown, in a moment's message."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.domain.conversation import Target
from desktop.hosts.registry import HostRegistry
from desktop.jobs.job import Job, JobKind, JobState
from desktop.jobs.queue import JobQueue
from desktop.storage.recovery import Damage
from desktop.storage.settings import SettingsFile
from desktop.ui.jobs.endings import ending
from desktop.ui.settings.words import damage_words, loads_damage_words
from desktop.ui.shell.window import MainWindow


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
        hosts = (host for host in self._registry.hosts if host.id == job.host_id)
        text = ending(job, next(hosts, None))
        is_made = job.kind is JobKind.CREATE and job.state is JobState.DONE
        if not text or self._window.page in ({"jobs", "workshop"} if is_made else {"jobs"}):
            return
        if is_made:
            target = Target(job.host_id, job.model)
            self._window.toast.say(text, self.tr("Chat"), lambda: self._chat(target))
        else:
            self._say(text, "jobs" if job.state is JobState.FAILED else "")

    def _say(self, text: str, page: str) -> None:
        action = self.tr("Show") if page else ""
        self._window.toast.say(text, action, lambda: self._window.show_page(page))
