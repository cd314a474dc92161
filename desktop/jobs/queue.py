"""Every job of the program: what waits, what runs, and what has ended."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from typing_extensions import override

from desktop.domain.creation import Creation
from desktop.domain.host import HostId
from desktop.domain.name import is_same_name, parse_name
from desktop.jobs.board import JobBoard
from desktop.jobs.digests import Digests
from desktop.jobs.ending import Ending, ended, ending_of, ending_of_task, renewed
from desktop.jobs.hashing import Hasher
from desktop.jobs.job import Job, JobId, JobKind, JobProblem, JobRefused, JobState
from desktop.jobs.push import demand_pushable
from desktop.jobs.turns import contradicted_by, next_to_start
from desktop.jobs.work import Work
from desktop.ollama.client import OllamaClient
from desktop.runtime.clock import Clock
from desktop.runtime.task_owner import TaskOwner

PULLS_AT_ONCE = 3
"""Pulls at once per host, until a person sets another limit."""


class JobQueue(TaskOwner):
    """Takes jobs, starts each when its turn comes, and is the only writer of their snapshots.

    `changed` names a job that was added, replaced or removed; `finished` gives
    one that has just ended, however it did. Every method returns at once.
    A method given the id of a job that is gone, or in no state for it, does nothing.
    A `hasher` that is given is closed by whoever gives it.
    """

    def __init__(
        self,
        client_of: Callable[[HostId], OllamaClient],
        clock: Clock,
        limit: int = PULLS_AT_ONCE,
        chance: Callable[[], float] = random.random,
        hasher: Hasher | None = None,
    ) -> None:
        super().__init__()
        self._clock = clock
        self._limit = max(1, limit)
        self._board = JobBoard()
        self.changed = self._board.changed
        self.finished = self._board.finished
        self._own_hasher = Hasher() if hasher is None else None
        digests = Digests(hasher or self._own_hasher or Hasher(), self._tasks)
        self._work = Work(client_of, clock, self._board.put, self._tasks, digests, chance)
        self._running: dict[JobId, asyncio.Task[Ending]] = {}
        self._is_closing = False

    @override
    async def _close(self) -> None:
        self._is_closing = True
        await super()._close()
        if self._own_hasher is not None:
            self._own_hasher.close()

    @property
    def jobs(self) -> tuple[Job, ...]:
        """Every job, oldest first, but for those that were moved up."""
        return self._board.jobs

    @property
    def limit(self) -> int:
        """How many pulls run at once on one host."""
        return self._limit

    def get(self, job_id: JobId) -> Job | None:
        """The job as it stands now, or None if it was removed."""
        return self._board.get(job_id)

    def pull(self, host_id: HostId, model: str) -> JobId:
        """Pull a model, or return the unfinished pull of that name on that host.

        Raises:
            BadName: no server would take this name.
        """
        parse_name(model)
        for job in self._board.jobs:
            is_open_here = job.host_id == host_id and not job.state.is_finished
            if job.is_pull and is_open_here and is_same_name(job.model, model):
                return job.id
        return self._add(JobKind.PULL, host_id, model)

    def copy(self, host_id: HostId, source: str, target: str, *, overwrite: bool = False) -> JobId:
        """Copy a model under another name.

        Raises:
            BadName: no server would take `target`.
            JobRefused: SAME_NAME, a server takes both names for one (fact 55).
        """
        return self._add_copy(JobKind.COPY, host_id, source, target, overwrite)

    def rename(
        self, host_id: HostId, source: str, target: str, *, overwrite: bool = False
    ) -> JobId:
        """Copy a model under another name and delete the old one; raises as `copy` does."""
        return self._add_copy(JobKind.RENAME, host_id, source, target, overwrite)

    def delete(self, host_id: HostId, model: str) -> JobId:
        """Unload a model where it is loaded, and delete it."""
        return self._add(JobKind.DELETE, host_id, model)

    def create(self, host_id: HostId, creation: Creation) -> JobId:
        """Make a model; its files are sent as far as the host has them not.

        Raises:
            BadName: no server would take its name.
        """
        parse_name(creation.model)
        overwrite = creation.overwrite
        return self._add(
            JobKind.CREATE, host_id, creation.model, overwrite=overwrite, creation=creation
        )

    def push(self, host_id: HostId, model: str, *, insecure: bool = False) -> JobId:
        """Send a model from its host to the registry that its name says.

        Raises:
            BadName: no server would take this name.
            JobRefused: NO_NAMESPACE, nobody but Ollama may publish under it.
        """
        demand_pushable(model)
        return self._add(JobKind.PUSH, host_id, model, is_insecure=insecure)

    def cancel(self, job_id: JobId) -> None:
        """End a job: its connection is closed, and it says CANCELLED once that is done."""
        if task := self._running.get(job_id):
            task.cancel()
        elif (job := self._board.get(job_id)) and job.state is JobState.WAITING:
            self._end(job_id, Ending(JobState.CANCELLED))

    def retry(self, job_id: JobId, *, overwrite: bool = False, insecure: bool = False) -> JobId:
        """Do a failed or cancelled job again, in its old place and under its id.

        A pull goes on from what the server has kept (fact 37). `overwrite`
        agrees to what made a copy, rename or create fail with TARGET_EXISTS,
        `insecure` to a push without encryption.
        """
        job = self._board.get(job_id)
        if job and job.state in {JobState.FAILED, JobState.CANCELLED}:
            self._board.put(renewed(job, overwrite=overwrite, insecure=insecure))
            self._start_due()
        return job_id

    def restart(self, job_id: JobId) -> None:
        """Close a running pull's connection and pull again at once, or end its pause."""
        self._work.restart(job_id)

    def remove(self, job_id: JobId) -> None:
        """Take a job that has ended off the list."""
        if (job := self._board.get(job_id)) and job.state.is_finished:
            self._board.remove(job_id)

    def clear_finished(self) -> None:
        """Take every job that has ended off the list."""
        for job in self._board.jobs:
            self.remove(job.id)

    def move_up(self, job_id: JobId) -> None:
        """Let a waiting job change places with the one that waits before it on its host."""
        job = self._board.get(job_id)
        if job and (before := self._board.waits_before(job)):
            self._board.swap(before.id, job.id)

    def set_limit(self, limit: int) -> None:
        """Let so many pulls run at once on each host, at least one; running ones go on."""
        self._limit = max(1, limit)
        self._start_due()

    def drop_host(self, host_id: HostId) -> None:
        """Cancel all jobs of a host that was removed; waiting ones first, so that none starts."""
        for job in self._board.jobs:
            if job.host_id == host_id and job.state is JobState.WAITING:
                self.cancel(job.id)
        for job in self._board.jobs:
            if job.host_id == host_id:
                self.cancel(job.id)

    def _add_copy(
        self, kind: JobKind, host_id: HostId, source: str, target: str, overwrite: bool
    ) -> JobId:
        parse_name(target)
        if is_same_name(source, target):
            raise JobRefused(JobProblem.SAME_NAME)
        return self._add(kind, host_id, source, target=target, overwrite=overwrite)

    def _add(
        self,
        kind: JobKind,
        host_id: HostId,
        model: str,
        *,
        target: str = "",
        overwrite: bool = False,
        creation: Creation | None = None,
        is_insecure: bool = False,
    ) -> JobId:
        job = Job(
            self._board.next_id(),
            kind,
            host_id,
            model,
            target,
            overwrite=overwrite,
            creation=creation,
            is_insecure=is_insecure,
            created_at=self._clock.now(),
        )
        self._board.put(job)
        self._start_due()
        return job.id

    def _start_due(self) -> None:
        while not self._is_closing and (job := next_to_start(self._board.jobs, self._limit)):
            if other := contradicted_by(job, self._board.jobs):
                problem = JobProblem.BEING_PULLED if other.is_pull else JobProblem.IN_USE
                self._end(job.id, Ending(JobState.FAILED, problem))
            else:
                self._start(job)

    def _start(self, job: Job) -> None:
        job = replace(job, state=JobState.RUNNING, started_at=self._clock.now())
        task = self._tasks.start(
            ending_of(partial(self._work.do, job)), name=f"{job.kind.name.lower()} {job.id}"
        )
        self._running[job.id] = task
        self._board.put(job)
        task.add_done_callback(partial(self._on_done, job.id))

    def _on_done(self, job_id: JobId, task: asyncio.Task[Ending]) -> None:
        del self._running[job_id]
        self._end(job_id, ending_of_task(task))
        self._start_due()

    def _end(self, job_id: JobId, ending: Ending) -> None:
        if job := self._board.get(job_id):
            self._board.put(ended(job, ending, self._clock.now()))
