"""What each kind of job does, and what it needs for that."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from desktop.domain.host import HostId
from desktop.jobs.copy import copy_model
from desktop.jobs.create import CreateRun
from desktop.jobs.delete import delete_model
from desktop.jobs.digests import Digests
from desktop.jobs.job import Job, JobId, JobKind, JobProblem, JobRefused
from desktop.jobs.pull import PullRun
from desktop.jobs.push import push_model
from desktop.jobs.rename import rename_model
from desktop.ollama.client import OllamaClient
from desktop.runtime.clock import Clock
from desktop.runtime.supervisor import Supervisor


class Work:
    """Does one job after the other, or several at once; `store` is handed their snapshots."""

    def __init__(
        self,
        client_of: Callable[[HostId], OllamaClient],
        clock: Clock,
        store: Callable[[Job], None],
        tasks: Supervisor,
        digests: Digests,
        chance: Callable[[], float],
    ) -> None:
        self._client_of = client_of
        self._clock = clock
        self._store = store
        self._tasks = tasks
        self._digests = digests
        self._chance = chance
        self._pulls: dict[JobId, PullRun] = {}

    async def do(self, job: Job) -> JobProblem | None:
        """Do a job to its end, and return what is to be remarked on.

        Raises:
            JobRefused: this program would not do it, or not go on.
            OllamaError: the host could not be asked, or refused.
        """
        try:
            client = self._client_of(job.host_id)
        except KeyError:
            raise JobRefused(JobProblem.HOST_GONE) from None
        match job.kind:
            case JobKind.PULL:
                return await self._pull(job)
            case JobKind.COPY:
                return await copy_model(client, job)
            case JobKind.RENAME:
                halfway = replace(job, problem=JobProblem.BOTH_EXIST)
                return await rename_model(client, job, lambda: self._store(halfway))
            case JobKind.DELETE:
                return await delete_model(client, job.model)
            case JobKind.CREATE:
                client_now = partial(self._client_of, job.host_id)
                run = CreateRun(job, client_now, self._clock, self._store, self._digests)
                return await run.run()
            case JobKind.PUSH:
                return await push_model(client, job, self._clock, self._store)

    def restart(self, job_id: JobId) -> None:
        """Close a running pull's connection and pull again at once, or end its pause."""
        if run := self._pulls.get(job_id):
            run.restart()

    async def _pull(self, job: Job) -> None:
        client = partial(self._client_of, job.host_id)
        run = PullRun(job, client, self._clock, self._store, self._chance)
        self._pulls[job.id] = run
        try:
            await run.run(self._tasks)
        finally:
            del self._pulls[job.id]
