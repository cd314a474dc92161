"""What a job is: the facts that a list of jobs shows."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import NewType

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


class JobProblem(Enum):
    """Why a job failed where it was this program, not the server, that stopped it."""

    SAME_NAME = auto()
    """A rename to the name it has: the delete would remove the only copy (fact 55)."""
    TARGET_EXISTS = auto()
    """A copy or rename would overwrite a model, and nobody agreed to that."""
    COPY_NOT_SEEN = auto()
    """After the copy the list did not show both names with one digest; nothing was deleted."""
    CASE_TAKEN = auto()
    """The host took over other letters' case for the new name (fact 55)."""


@dataclass(frozen=True, slots=True)
class Job:
    """One job, replaced whole whenever something about it changes.

    `speed` is bytes a second over the last seconds; `seconds_left` follows
    from it and from the bytes that are known. Both are None where nothing can
    be said. `stalled_since` and `restarts_at` are the clock's times; times are UTC.
    `went_back` says that the bar fell because the server threw bytes away (fact 32),
    `grew` that a further layer was named since the last look (fact 30).
    """

    id: JobId
    kind: JobKind
    host_id: HostId
    model: str
    target: str = ""
    state: JobState = JobState.WAITING
    progress: PullProgress = PullProgress()
    speed: float | None = None
    seconds_left: float | None = None
    stalled_since: datetime | None = None
    restarts_at: datetime | None = None
    restarts: int = 0
    went_back: bool = False
    grew: bool = False
    created_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    error: OllamaError | None = None
    problem: JobProblem | None = None
