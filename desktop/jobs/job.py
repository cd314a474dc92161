"""What a job is: the facts that a list of jobs shows."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import NewType

from desktop.domain.creation import Creation
from desktop.domain.host import HostId
from desktop.domain.pull import PullProgress
from desktop.ollama.errors import OllamaError

JobId = NewType("JobId", int)


class JobKind(Enum):
    """What a job does."""

    PULL = auto()
    COPY = auto()
    RENAME = auto()
    DELETE = auto()
    CREATE = auto()
    PUSH = auto()


class Lane(Enum):
    """The line in which a job waits on its host; QUICK are those that take no time."""

    PULL = auto()
    UPLOAD = auto()
    CREATE = auto()
    PUSH = auto()
    QUICK = auto()


class JobStage(Enum):
    """What a create is at. PULLING is the host, which fetches a base that it has not (fact 47)."""

    HASHING = auto()
    ASKING = auto()
    UPLOADING = auto()
    CREATING = auto()
    PULLING = auto()


class JobState(Enum):
    """Where a job stands. STALLED is a running pull to which no byte has come for 15 s."""

    WAITING = auto()
    RUNNING = auto()
    STALLED = auto()
    DONE = auto()
    FAILED = auto()
    CANCELLED = auto()

    @property
    def is_finished(self) -> bool:
        return self in _FINISHED


_FINISHED = {JobState.DONE, JobState.FAILED, JobState.CANCELLED}
_ACTIVE = {JobState.RUNNING, JobState.STALLED}


class JobProblem(Enum):
    """Why a job failed where it was this program, not the server, that stopped it."""

    SAME_NAME = auto()
    """A rename to the name it has: the delete would remove the only copy (fact 55)."""
    TARGET_EXISTS = auto()
    """A copy, rename or create would overwrite a model, and nobody agreed to that."""
    COPY_NOT_SEEN = auto()
    """After the copy the list did not show both names with one digest; nothing was deleted."""
    CASE_TAKEN = auto()
    """The host took over other letters' case for the new name (fact 55); the job is done."""
    BOTH_EXIST = auto()
    """A rename made the new name and could not delete the old one; `error` says why."""
    BEING_PULLED = auto()
    """A running pull writes the same name, which would come back or be overwritten (fact 40)."""
    IN_USE = auto()
    """A running create or push is at work on the same name."""
    NO_NAMESPACE = auto()
    """A push to ollama.com under a name without a person's or a group's name before it."""
    FILE_CHANGED = auto()
    """A file is no longer the one that was looked at, or was agreed to; nothing of it is kept."""
    FILE_UNREADABLE = auto()
    """A file that was to be sent is gone or cannot be read; `reason` says why."""
    HOST_GONE = auto()
    """The host is no longer in the list."""
    CRASHED = auto()
    """This program made a mistake, which the log holds."""


class JobRefused(Exception):
    """This program will not do, or go on with, what was asked; nothing more was sent.

    `error` is the server's answer where that was the reason; `file` names the
    file that it is about, and `reason` is what the system says of it.
    """

    def __init__(
        self,
        problem: JobProblem,
        error: OllamaError | None = None,
        *,
        file: str = "",
        reason: str = "",
    ) -> None:
        super().__init__(problem.name)
        self.problem = problem
        self.error = error
        self.file = file
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Job:
    """One job, replaced whole whenever something about it changes.

    `speed` is bytes a second over the last seconds; `seconds_left` follows
    from it and from the bytes that are known. Both are None where nothing can
    be said. `stalled_since` is when the last new byte came, and `restarts_at`
    when a stalled pull starts over by itself; all times are UTC.
    `went_back` says that the bar stands lower than it did because the server
    threw bytes away (fact 32), `grew` that a further layer was named a moment
    ago, which made the known total bigger (fact 30). `overwrite` says that a
    copy or rename may replace a model. `retries_at` is when a running pull that
    a busy server put off is asked for again by itself, and `tries` how often in a
    row it has been. A job that is done may have a `problem` too: CASE_TAKEN.
    """

    id: JobId
    kind: JobKind
    host_id: HostId
    model: str
    target: str = ""
    overwrite: bool = False
    state: JobState = JobState.WAITING
    progress: PullProgress = PullProgress()
    speed: float | None = None
    seconds_left: float | None = None
    stalled_since: datetime | None = None
    restarts_at: datetime | None = None
    restarts: int = 0
    retries_at: datetime | None = None
    tries: int = 0
    went_back: bool = False
    grew: bool = False
    created_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    error: OllamaError | None = None
    problem: JobProblem | None = None
    creation: Creation | None = None
    stage: JobStage | None = None
    step_since: datetime | None = None
    is_insecure: bool = False
    file: str = ""
    reason: str = ""

    @property
    def is_pull(self) -> bool:
        return self.kind is JobKind.PULL

    @property
    def lane(self) -> Lane:
        """Where it waits for its turn: an hour's upload holds up no other kind of job."""
        match self.kind:
            case JobKind.PULL:
                return Lane.PULL
            case JobKind.PUSH:
                return Lane.PUSH
            case JobKind.CREATE:
                has_files = self.creation is not None and self.creation.files
                return Lane.UPLOAD if has_files else Lane.CREATE
            case JobKind.COPY | JobKind.RENAME | JobKind.DELETE:
                return Lane.QUICK

    @property
    def is_asking(self) -> bool:
        """Whether it was asked for, and the server has not said a word yet."""
        return self.state is JobState.RUNNING and not self.progress.status

    @property
    def is_active(self) -> bool:
        """Whether something is being done for it at this moment."""
        return self.state in _ACTIVE
