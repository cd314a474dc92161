"""Creating a model: its files are hashed and sent, and then the host makes it."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.domain.create import CreateStep
from desktop.domain.creation import Creation, ModelFile, request_of
from desktop.domain.pull import Layer, PullPhase, PullProgress, PullStep
from desktop.jobs.conflicts import find_model
from desktop.jobs.digests import Digests
from desktop.jobs.installed import is_installed
from desktop.jobs.job import Job, JobProblem, JobRefused, JobStage
from desktop.jobs.local_file import FileMark
from desktop.jobs.progress import Told
from desktop.jobs.upload import upload
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import ServerRefused
from desktop.runtime.clock import Clock
from desktop.runtime.threads import abandonable
from desktop.storage.regular import FileChanged, NotRegular

_OF_A_PULL = {"verifying sha256 digest", "writing manifest"}


@dataclass(frozen=True, slots=True)
class _Local:
    """A file of the model, what it was known by, and the name of its layer in the progress."""

    file: ModelFile
    mark: FileMark
    key: str


class CreateRun:
    """Runs one create and hands on its snapshots. Cancelling `run` closes its connection.

    A create that was cancelled leaves no model behind (fact 54), and what had
    arrived whole is found again by its digest.
    """

    def __init__(
        self,
        job: Job,
        client: Callable[[], OllamaClient],
        clock: Clock,
        store: Callable[[Job], None],
        digests: Digests,
    ) -> None:
        self._creation = job.creation or Creation(job.model)
        self._client = client
        self._clock = clock
        self._digests = digests
        self._told = Told(job, clock, store)

    async def run(self) -> None:
        """Create to the end.

        Raises:
            JobRefused: TARGET_EXISTS, FILE_CHANGED or FILE_UNREADABLE.
            OllamaError: the host could not be asked, or refused.
        """
        await self._refuse_taken()
        files = [await _look_at(file, key) for key, file in _keyed(self._creation.files)]
        digests: Mapping[Path, str] = {}
        if files:
            digests = await self._hash(files)
            await self._send(files, digests)
            await self._refuse_taken()  # An upload takes its time.
        await self._create(digests)

    async def _refuse_taken(self) -> None:
        self._show(JobStage.ASKING)
        if self._told.job.overwrite:
            return
        if await is_installed(self._client(), self._creation.model):
            raise JobRefused(JobProblem.TARGET_EXISTS)

    async def _hash(self, files: list[_Local]) -> Mapping[Path, str]:
        digests: dict[Path, str] = {}
        self._begin(JobStage.HASHING, files)
        for one in files:
            try:
                digests[one.file.path] = await self._digests.digest(
                    one.mark, lambda completed, one=one: self._reach(one, completed)
                )
            except OSError as error:
                raise _unreadable(one.file, error) from error
        return digests

    async def _send(self, files: list[_Local], digests: Mapping[Path, str]) -> None:
        self._begin(JobStage.UPLOADING, files)
        for one in files:
            try:
                await self._upload(one, digests[one.file.path])
            except OSError as error:
                raise _unreadable(one.file, error) from error

    async def _upload(self, one: _Local, digest: str) -> None:
        def begin_again() -> None:
            self._reach(one, 0)
            self._told.put(replace(self._told.job, restarts=self._told.job.restarts + 1))

        def on_progress(sent: int) -> None:
            self._reach(one, sent)

        try:
            await upload(self._client, one.mark, digest, on_progress, begin_again)
        except ServerRefused as error:
            if error.status == 400:  # Its bytes are not what they were hashed as.
                self._digests.forget(one.mark)
            raise
        self._reach(one, one.mark.size)

    async def _create(self, digests: Mapping[Path, str]) -> None:
        base = await self._base()
        self._show(JobStage.CREATING)
        request = request_of(self._creation, digests, base)
        async with aclosing(self._client().create(request)) as steps:
            async for step in steps:
                self._take(step)

    async def _base(self) -> str:
        """The base as the host spells it: `from` is the one place where case counts (fact 47)."""
        if not self._creation.base:
            return ""
        found = find_model(await self._client().tags(), self._creation.base)
        return found.name if found else self._creation.base

    def _take(self, step: CreateStep) -> None:
        job = self._told.job
        stage = _stage_after(job.stage, step)
        if stage is not job.stage and stage is JobStage.PULLING:
            self._told.begin(replace(job, stage=stage), PullProgress())
        is_new = step.status != job.progress.status
        since = self._clock.now() if is_new else job.step_since
        self._told.job = replace(self._told.job, stage=stage, step_since=since)
        self._told.take(PullStep(step.status, step.digest, step.total, step.completed))

    def _begin(self, stage: JobStage, files: list[_Local]) -> None:
        layers = {one.key: Layer(one.mark.size, 0) for one in files}
        progress = PullProgress(PullPhase.TRANSFERRING, stage.name.lower(), layers)
        self._told.begin(replace(self._told.job, stage=stage, step_since=None), progress)

    def _show(self, stage: JobStage) -> None:
        job = replace(self._told.job, stage=stage, step_since=self._clock.now())
        self._told.put(job)

    def _reach(self, one: _Local, completed: int) -> None:
        status = self._told.job.progress.status
        self._told.take(PullStep(status, one.key, one.mark.size, completed))


def _stage_after(stage: JobStage | None, step: CreateStep) -> JobStage:
    """A base that the host has not is pulled in between, with the steps of a pull (fact 47)."""
    is_pull = step.status.startswith(("pulling", "removing"))
    if is_pull or (stage is JobStage.PULLING and step.status in _OF_A_PULL):
        return JobStage.PULLING
    return JobStage.CREATING


def _keyed(files: Iterable[ModelFile]) -> list[tuple[str, ModelFile]]:
    """Give each file a name of its own; an adapter may be called as the base is."""
    files = list(files)
    names = [file.name for file in files]
    return [
        (file.name if names.count(file.name) == 1 else f"{file.part.value}/{file.name}", file)
        for file in files
    ]


async def _look_at(file: ModelFile, key: str) -> _Local:
    try:
        return _Local(file, await abandonable(FileMark.of, file), key)
    except OSError as error:
        raise _unreadable(file, error) from error


def _unreadable(file: ModelFile, error: OSError) -> JobRefused:
    if isinstance(error, FileChanged | NotRegular):
        return JobRefused(JobProblem.FILE_CHANGED, file=file.name)
    reason = error.strerror or type(error).__name__
    return JobRefused(JobProblem.FILE_UNREADABLE, file=file.name, reason=reason)
