"""Shows the queue as rows: a heading for each group, and a row for each job."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, QTimer
from typing_extensions import override

from desktop.domain.host import Host, HostId
from desktop.domain.pull import PullPhase
from desktop.jobs.job import Job, JobId, JobStage, JobState
from desktop.jobs.queue import JobQueue
from desktop.ui import joining
from desktop.ui.bridge.frame import Frame
from desktop.ui.jobs import captions, view, words
from desktop.ui.jobs.keyed import Index, KeyedList
from desktop.ui.jobs.problems import Failure, failure, host_label
from desktop.ui.jobs.rows import HeaderRow, JobRow, Placing, Row, Shape, job_row, shape_of
from desktop.ui.jobs.view import Group, JobFilter
from desktop.ui.jobs.words import Around

TICK_MS = 1000
PROGRESS_MS = 250
"""How often a bar moves (visual design, motion)."""

Key: TypeAlias = Group | JobId
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""Answers with the `Row` itself."""
SHAPE_ROLE = Qt.ItemDataRole.UserRole + 2
"""Answers with the `Shape`, which tells how high a row is; much cheaper than the row."""


class JobTable(KeyedList[Key]):
    """Groups of jobs; which rows there are is worked out at most once a frame.

    A pull reports hundreds of steps a second. Jobs that changed are gathered
    and announced: those in another state with the next frame, and those that
    only came further four times a second, as often as a bar shall move. What a
    row says is put into words only when it is painted. While something runs,
    its rows are announced once a second too, for the times they tell. Nothing
    is announced while nobody looks.
    """

    def __init__(
        self,
        queue: JobQueue,
        host_of: Callable[[HostId], Host | None],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._host_of = host_of
        self._now = now
        self._filter = JobFilter()
        self._is_watched = True
        self._counts: dict[Group, int] = {}
        self._rows: dict[Key, Row] = {}
        self._folds_toggled: set[JobId] = set()
        self._seen: dict[JobId, tuple[JobState, JobStage | None, PullPhase]] = {}
        self._frame = Frame[JobId](self, self._announce)
        self._progress = Frame[JobId](self, self._announce, PROGRESS_MS)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self.destroyed.connect(queue.changed.subscribe(self._on_changed))
        self._announce(frozenset())

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == SHAPE_ROLE:
            return self._shape(index)
        row = self.row(index)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if row else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.job(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren

    def row(self, index: Index) -> Row | None:
        """Return what the row at an index says."""
        key = self.key(index)
        if key is None:
            return None
        if key not in self._rows and (row := self._make_row(key, index.row())):
            self._rows[key] = row
        return self._rows.get(key)

    def job(self, index: Index) -> Job | None:
        """Return the job at an index; None for a heading."""
        row = self.row(index)
        return row.job if isinstance(row, JobRow) else None

    @property
    def shown(self) -> JobFilter:
        """Which jobs are shown."""
        return self._filter

    def show_only(self, chosen: JobFilter) -> None:
        """Show what the side list has chosen."""
        if chosen != self._filter:
            self._filter = chosen
            self._announce(frozenset())

    def set_watched(self, watched: bool) -> None:
        """Follow the queue from now on, or no longer: the page was shown or hidden."""
        if watched != self._is_watched:
            self._is_watched = watched
            self.refresh()

    def toggle_fold(self, job_id: JobId) -> None:
        """Unfold what is folded, and the other way round."""
        self._folds_toggled ^= {job_id}
        self._announce(frozenset((job_id,)))

    def refresh(self) -> None:
        """Put every row into words anew, after a host was renamed or the limit set."""
        self._announce(frozenset(job.id for job in self._queue.jobs))

    def _on_changed(self, job_id: JobId) -> None:
        job = self._queue.get(job_id)
        stands = (job.state, job.stage, job.progress.phase) if job else None
        if stands is not None and self._seen.get(job_id) == stands:
            self._progress.add(job_id)
            return
        if stands is None:
            self._seen.pop(job_id, None)
        else:
            self._seen[job_id] = stands
        self._frame.add(job_id)

    def _on_tick(self) -> None:
        self._announce(frozenset(job.id for job in self._queue.jobs if job.is_active))

    def _announce(self, job_ids: frozenset[JobId]) -> None:
        """Bring rows up to date, then say which of those that stayed say something else now."""
        if not self._is_watched:
            self._tick.stop()
            return
        before = set(self._keys)
        groups = view.arranged(self._queue.jobs, self._filter)
        counts = {group: len(jobs) for group, jobs in groups}
        keys: list[Key] = [key for group, jobs in groups for key in (group, *_ids(jobs))]
        changed: set[Key] = {*job_ids}
        if keys != self._keys or counts != self._counts:
            changed.update(keys)
            self._counts = counts
            self._rows.clear()
            self.arrange(keys)
        for key in changed:
            self._rows.pop(key, None)
        stale = [row for row, key in enumerate(keys) if key in changed and key in before]
        for first, last in _stretches(stale):
            self.dataChanged.emit(self.index(first), self.index(last))
        self._set_ticking()

    def _set_ticking(self) -> None:
        is_needed = any(job.is_active for job in self._queue.jobs)
        if is_needed != self._tick.isActive():
            (self._tick.start if is_needed else self._tick.stop)()

    def _make_row(self, key: Key, row: int) -> Row | None:
        if isinstance(key, Group):
            title = captions.group_title(key)
            return HeaderRow(key, title, self._counts.get(key, 0), is_first=row == 0)
        job = self._queue.get(key)
        if job is None:
            return None
        is_unfolded = self._is_unfolded(job)
        placing = Placing(
            is_first=isinstance(self._keys[row - 1], Group),
            is_next=self._is_next(job),
            is_unfolded=is_unfolded,
        )
        return job_row(job, self._around(job), placing, self._failure(job))

    def _around(self, job: Job) -> Around:
        return Around(host_label(self._host_of(job.host_id)), self._queue.limit, self._now())

    def _failure(self, job: Job) -> Failure | None:
        is_failed = job.state is JobState.FAILED
        return failure(job, self._host_of(job.host_id)) if is_failed else None

    def _shape(self, index: Index) -> Shape | None:
        key = self.key(index)
        job = self._queue.get(key) if key is not None and not isinstance(key, Group) else None
        if job is None:
            return None
        if not self._is_unfolded(job):
            return Shape(view.has_bar(job))
        row = self.row(index)
        return shape_of(row) if isinstance(row, JobRow) else None

    def _is_unfolded(self, job: Job) -> bool:
        """Whether details are shown: those of a failure are, until they are folded."""
        is_open = (job.state is JobState.FAILED) != (job.id in self._folds_toggled)
        return is_open and view.can_fold(job)

    def _is_next(self, job: Job) -> bool:
        """Whether nothing of its kind waits before it on its host."""
        line = (
            other
            for other in self._queue.jobs
            if other.state is JobState.WAITING
            and (other.host_id, other.lane) == (job.host_id, job.lane)
        )
        return next(line, job).id == job.id

    def _spoken(self, row: Row | None) -> str:
        """Put a row into words for a screen reader; asked for by nobody else, so not kept."""
        if isinstance(row, JobRow):
            why = self._failure(row.job)
            return words.spoken(row.job, self._around(row.job), why.sentence if why else "")
        return joining.phrases((row.title, str(row.count))) if row else ""


def _stretches(rows: list[int]) -> list[tuple[int, int]]:
    """Join rows that follow each other: one signal for fifty is much cheaper than fifty."""
    stretches: list[tuple[int, int]] = []
    for row in rows:
        if stretches and stretches[-1][1] == row - 1:
            stretches[-1] = stretches[-1][0], row
        else:
            stretches.append((row, row))
    return stretches


def _ids(jobs: list[Job]) -> list[JobId]:
    return [job.id for job in jobs]
