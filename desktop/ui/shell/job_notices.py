"""Telling of jobs that ended while nobody looked at the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.hosts.registry import HostRegistry
from desktop.jobs.job import Job, JobId, JobKind, JobState
from desktop.jobs.queue import JobQueue
from desktop.system.notices import Notice
from desktop.ui.jobs.endings import ending
from desktop.ui.jobs.problems import failure

_TOLD = {JobKind.PULL, JobKind.CREATE, JobKind.PUSH}
"""What takes long enough for a person to look away."""
_GATHER_MS = 400
_SINGLE = 3
"""So many that end together are told of one by one; more would bury the desktop."""


class JobNotices(QObject):
    """Posts one notice for each, or one for all where many end at once.

    A notice's key is the job's id, so that a click on it can lead there.
    """

    def __init__(
        self,
        queue: JobQueue,
        registry: HostRegistry,
        *,
        is_wanted: Callable[[], bool],
        post: Callable[[Notice], None],
    ) -> None:
        """`is_wanted` is asked when a job ends: whether a person is away, and wants to be told."""
        super().__init__()
        self._registry = registry
        self._is_wanted = is_wanted
        self._post = post
        self._ended: list[Job] = []
        self._soon = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._soon.timeout.connect(self.flush)
        self._forget = queue.finished.subscribe(self._on_finished)

    def close(self) -> None:
        self._forget()
        self._soon.stop()

    def flush(self) -> None:
        """Tell of what ended since."""
        ended, self._ended = self._ended, []
        self._soon.stop()
        if len(ended) <= _SINGLE:
            for job in ended:
                self._post(self._one(job))
        else:
            self._post(self._many(ended))

    def _on_finished(self, job: Job) -> None:
        is_told = job.kind in _TOLD and job.state in {JobState.DONE, JobState.FAILED}
        if is_told and self._is_wanted():
            self._ended.append(job)
            self._soon.start()

    def _one(self, job: Job) -> Notice:
        host = next((host for host in self._registry.hosts if host.id == job.host_id), None)
        is_failed = job.state is JobState.FAILED
        line = failure(job, host).sentence if is_failed else ""
        return Notice(ending(job, host), line, str(job.id), stays=is_failed)

    def _many(self, ended: list[Job]) -> Notice:
        failed = [job for job in ended if job.state is JobState.FAILED]
        title = self.tr("%n jobs ended", "", len(ended))
        key = str(failed[0].id) if failed else str(ended[-1].id)
        return Notice(title, self._line(len(failed)), key, stays=bool(failed))

    def _line(self, failed: int) -> str:
        if failed == 1:
            return self.tr("One of them failed.")
        return self.tr("%n of them failed.", "", failed) if failed else ""


def job_of(key: str) -> JobId | None:
    """Return the job that a notice was about."""
    return JobId(int(key)) if key.isascii() and key.isdigit() else None
