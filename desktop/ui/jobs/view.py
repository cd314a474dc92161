"""Which jobs are shown, in which groups, and what may be done with each. Knows no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto

from desktop.domain.host import HostId
from desktop.domain.pull import PullPhase
from desktop.jobs.job import Job, JobKind, JobStage, JobState

_EPOCH = datetime.fromtimestamp(0, UTC)


class Group(Enum):
    """The groups of the page, in their order."""

    NEEDS_YOU = auto()
    RUNNING = auto()
    WAITING = auto()
    FINISHED = auto()


class Kinds(Enum):
    """The kinds of job that the side list tells apart."""

    ALL = auto()
    PULLS = auto()
    MAKING = auto()
    OTHERS = auto()


class Action(Enum):
    """What a person can do with a job."""

    FOLD = auto()
    CANCEL = auto()
    RETRY = auto()
    REPLACE = auto()
    RESTART = auto()
    MOVE_UP = auto()
    REMOVE = auto()
    SHOW_RAW = auto()
    CHAT = auto()
    INSPECT = auto()
    CREATE_ELSEWHERE = auto()
    OPEN_WORKSHOP = auto()
    PUSH_INSECURELY = auto()


class Tone(Enum):
    """How a job's state is coloured; words say the same."""

    PLAIN = auto()
    MUTED = auto()
    WARNING = auto()
    DANGER = auto()


@dataclass(frozen=True, slots=True)
class JobFilter:
    """What the side list has chosen: a kind, or a host, or everything."""

    kinds: Kinds = Kinds.ALL
    host_id: HostId | None = None

    def admits(self, job: Job) -> bool:
        """Whether this job is shown."""
        if self.host_id is not None and job.host_id != self.host_id:
            return False
        return self.kinds in {Kinds.ALL, kinds_of(job)}


def kinds_of(job: Job) -> Kinds:
    """Return the entry of the side list that a job stands under."""
    match job.kind:
        case JobKind.PULL:
            return Kinds.PULLS
        case JobKind.CREATE | JobKind.PUSH:
            return Kinds.MAKING
        case JobKind.COPY | JobKind.RENAME | JobKind.DELETE:
            return Kinds.OTHERS


_GROUPS = {
    JobState.FAILED: Group.NEEDS_YOU,
    JobState.RUNNING: Group.RUNNING,
    JobState.STALLED: Group.RUNNING,
    JobState.WAITING: Group.WAITING,
    JobState.DONE: Group.FINISHED,
    JobState.CANCELLED: Group.FINISHED,
}
_TONES = {
    JobState.FAILED: Tone.DANGER,
    JobState.STALLED: Tone.WARNING,
    JobState.RUNNING: Tone.PLAIN,
}


def group_of(job: Job) -> Group:
    """Return the group that a job stands in."""
    return _GROUPS[job.state]


def tone_of(job: Job) -> Tone:
    """Return how its state is coloured."""
    return Tone.WARNING if is_put_off(job) else _TONES.get(job.state, Tone.MUTED)


def is_put_off(job: Job) -> bool:
    """Whether it does nothing but wait until a busy host is asked again."""
    return job.retries_at is not None


def arranged(jobs: Iterable[Job], chosen: JobFilter) -> list[tuple[Group, list[Job]]]:
    """Return the groups that have jobs, in their order.

    What runs or waits stands in the order it runs in; what ended stands with
    the latest first, so that nothing a person looks for is at the end of a long list.
    """
    groups: dict[Group, list[Job]] = {}
    for job in jobs:
        if chosen.admits(job):
            groups.setdefault(group_of(job), []).append(job)
    for group in (Group.NEEDS_YOU, Group.FINISHED):
        groups.get(group, []).sort(key=lambda job: job.ended_at or _EPOCH, reverse=True)
    return [(group, groups[group]) for group in Group if group in groups]


def counts(jobs: Iterable[Job]) -> dict[JobFilter, int]:
    """Return how many jobs each entry of the side list would show."""
    kinds = dict.fromkeys(Kinds, 0)
    by_host: dict[HostId, int] = {}
    for job in jobs:
        by_host[job.host_id] = by_host.get(job.host_id, 0) + 1
        kinds[Kinds.ALL] += 1
        kinds[kinds_of(job)] += 1
    return {
        **{JobFilter(kind): count for kind, count in kinds.items()},
        **{JobFilter(host_id=host_id): count for host_id, count in by_host.items()},
    }


def actions(job: Job, *, is_next: bool = False) -> tuple[Action, ...]:
    """Return the row's own buttons, from left to right; `is_next` means nothing waits before it."""
    match job.state:
        case JobState.WAITING:
            return (Action.CANCEL,) if is_next else (Action.MOVE_UP, Action.CANCEL)
        case JobState.RUNNING:
            return (Action.RESTART, Action.CANCEL) if is_put_off(job) else (Action.CANCEL,)
        case JobState.STALLED:
            return (Action.RESTART, Action.CANCEL)
        case JobState.DONE if job.kind is JobKind.CREATE:
            return (Action.CHAT, Action.INSPECT, Action.CREATE_ELSEWHERE, Action.REMOVE)
        case JobState.FAILED | JobState.DONE:
            return (Action.REMOVE,)
        case JobState.CANCELLED:
            return (Action.RETRY, Action.REMOVE)


def default_action(job: Job) -> Action | None:
    """Return what Enter does to a job that has not failed; nothing that loses work."""
    if job.state is JobState.CANCELLED:
        return Action.RETRY
    if job.state is JobState.STALLED or is_put_off(job):
        return Action.RESTART
    if job.state is JobState.DONE and job.kind is JobKind.CREATE:
        return Action.INSPECT
    return Action.FOLD if can_fold(job) else None


def can_fold(job: Job) -> bool:
    """Whether there is more of it to show below."""
    if job.state is JobState.FAILED:
        return True
    return group_of(job) is Group.RUNNING and bool(job.progress.layers)


def has_bar(job: Job) -> bool:
    """Whether its progress is measured, and goes on."""
    if group_of(job) is not Group.RUNNING:
        return False
    match job.kind:
        case JobKind.PULL | JobKind.PUSH:
            return True
        case JobKind.CREATE:
            is_counted = job.progress.phase is PullPhase.TRANSFERRING and job.progress.total > 0
            return is_counted and job.stage is not JobStage.ASKING
        case JobKind.COPY | JobKind.RENAME | JobKind.DELETE:
            return False


def icon_of(job: Job) -> str:
    """Return the name of the icon that shows its state, or its kind while it runs."""
    if is_put_off(job):
        return _STATE_ICONS[JobState.STALLED]
    if job.state is JobState.RUNNING and job.kind is JobKind.PULL:
        return "arrow-down-to-line" if job.progress.phase in _BEFORE_VERIFYING else "shield-check"
    return _STATE_ICONS.get(job.state) or _KIND_ICONS[job.kind]


_BEFORE_VERIFYING = {PullPhase.MANIFEST, PullPhase.TRANSFERRING, PullPhase.OTHER}
_STATE_ICONS = {
    JobState.WAITING: "clock",
    JobState.STALLED: "hourglass",
    JobState.DONE: "circle-check",
    JobState.FAILED: "circle-x",
    JobState.CANCELLED: "circle-slash",
}
_KIND_ICONS = {
    JobKind.COPY: "copy",
    JobKind.RENAME: "pencil",
    JobKind.DELETE: "trash-2",
    JobKind.CREATE: "hammer",
    JobKind.PUSH: "arrow-up-to-line",
}
