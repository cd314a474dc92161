"""The list of jobs as it stands: their snapshots, their order, and who is told."""

from desktop.jobs.job import Job, JobId, JobState
from desktop.runtime.event import Event


class JobBoard:
    """Keeps each job's latest snapshot, and says which one changed.

    Jobs stand in the order in which they were asked for, but for those that
    were moved up; those that wait start in that order.
    """

    def __init__(self) -> None:
        self.changed = Event[JobId]()
        self.finished = Event[Job]()
        self._jobs: dict[JobId, Job] = {}
        self._last_id = 0

    @property
    def jobs(self) -> tuple[Job, ...]:
        return tuple(self._jobs.values())

    def get(self, job_id: JobId) -> Job | None:
        return self._jobs.get(job_id)

    def next_id(self) -> JobId:
        """A number that no job of this board has had."""
        self._last_id += 1
        return JobId(self._last_id)

    def put(self, job: Job) -> None:
        """Add a job or replace its snapshot."""
        before = self._jobs.get(job.id)
        self._jobs[job.id] = job
        self.changed.emit(job.id)
        if job.state.is_finished and not (before and before.state.is_finished):
            self.finished.emit(job)

    def remove(self, job_id: JobId) -> None:
        """Forget a job."""
        if self._jobs.pop(job_id, None):
            self.changed.emit(job_id)

    def swap(self, one: JobId, other: JobId) -> None:
        """Let two jobs change places."""
        places = {one: other, other: one}
        self._jobs = {
            place: self._jobs[place]
            for place in (places.get(job_id, job_id) for job_id in self._jobs)
        }
        for job_id in (one, other):
            self.changed.emit(job_id)

    def waits_before(self, job: Job) -> Job | None:
        """The job of its kind and host that waits just before this one."""
        line = [
            other
            for other in self._jobs.values()
            if other.state is JobState.WAITING
            and (other.host_id, other.lane) == (job.host_id, job.lane)
        ]
        place = line.index(job) if job in line else 0
        return line[place - 1] if place else None
