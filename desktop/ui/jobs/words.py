"""What a job's row says, in words: state first, then cause, then what happens next."""

import math
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.pull import Layer, PullPhase
from desktop.domain.text import visible
from desktop.jobs.job import Job, JobKind, JobProblem, JobStage, JobState
from desktop.ui import joining, units
from desktop.ui.jobs import words_create

_DIGEST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Around:
    """What a job does not know of itself: its host's name, the limit of pulls there, the time."""

    host: str
    limit: int
    now: datetime


@dataclass(frozen=True, slots=True)
class LayerWords:
    """One layer: the four columns, with the bar as a fraction. Files are called by their names."""

    name: str
    size: str
    fraction: float
    figure: str
    is_done: bool


def title(job: Job) -> str:
    """Return what is being done, to which model."""
    match job.kind:
        case JobKind.PULL:
            text = "{model}"
        case JobKind.COPY:
            text = QCoreApplication.translate("Jobs", "Copy {model} to {target}")
        case JobKind.RENAME:
            text = QCoreApplication.translate("Jobs", "Rename {model} to {target}")
        case JobKind.DELETE:
            text = QCoreApplication.translate("Jobs", "Delete {model}")
        case JobKind.CREATE:
            text = QCoreApplication.translate("Jobs", "Create {model}")
        case JobKind.PUSH:
            text = QCoreApplication.translate("Jobs", "Push {model}")
    return text.format(model=visible(job.model), target=visible(job.target))


def on_host(job: Job, around: Around) -> str:
    """Return where it is done, or from where."""
    if job.kind is JobKind.PUSH:
        return QCoreApplication.translate("Jobs", "from {host}").format(host=around.host)
    return QCoreApplication.translate("Jobs", "on {host}").format(host=around.host)


def state(job: Job, around: Around) -> str:
    """Return where the job stands, as one line."""
    match job.state:
        case JobState.WAITING:
            return _waiting(job, around)
        case JobState.RUNNING:
            return _running(job, around)
        case JobState.STALLED:
            return _stalled(job, around)
        case JobState.DONE:
            return _done(job, around)
        case JobState.FAILED:
            return _failed(job, around)
        case JobState.CANCELLED:
            return _cancelled(job)


def figure(job: Job) -> str:
    """Return the bytes at the right of the name; empty where none are known or words say them."""
    total, completed = job.progress.total, job.progress.completed
    is_whole = job.state is JobState.DONE or job.stage is JobStage.CREATING
    if job.creation is not None and is_whole:
        total = job.creation.upload_size
    if total <= 0 or job.state is JobState.CANCELLED:
        return ""
    return units.size(total) if is_whole else units.size_of(completed, total)


def pace(job: Job) -> str:
    """Return speed and time left, where they can be told."""
    if job.state is JobState.STALLED:
        return units.speed(0)
    if job.state is not JobState.RUNNING or not job.speed:
        return ""
    if job.progress.phase is not PullPhase.TRANSFERRING:
        return ""
    if job.seconds_left is None:
        return units.speed(job.speed)
    text = QCoreApplication.translate("Jobs", "{speed}, {time}")
    return text.format(speed=units.speed(job.speed), time=units.time_left(job.seconds_left))


def layers(job: Job) -> tuple[LayerWords, ...]:
    """Return the layers that have been named so far, in the order the server reached them.

    Those of a create are its files, until its host pulls a base.
    """
    is_of_files = job.creation is not None and job.stage is not JobStage.PULLING
    return tuple(
        _layer(name if is_of_files else name.removeprefix("sha256:")[:_DIGEST_SHOWN], layer)
        for name, layer in job.progress.layers.items()
    )


def spoken(job: Job, around: Around, failure: str = "") -> str:
    """Return the row as a screen reader reads it; `failure` is the sentence that says why."""
    subject = QCoreApplication.translate("Jobs", "{job} {place}")
    subject = subject.format(job=title(job), place=on_host(job, around))
    parts = [subject, state(job, around), failure, figure(job), pace(job)]
    return joining.phrases(part.rstrip(".。") for part in parts)


def _waiting(job: Job, around: Around) -> str:
    if job.kind is not JobKind.PULL:
        return QCoreApplication.translate("Jobs", "Waiting for its turn")
    limit = around.limit
    if limit == 1:
        text = QCoreApplication.translate("Jobs", "Waiting: {host} pulls one at a time")
        return text.format(host=around.host)
    text = QCoreApplication.translate("Jobs", "Waiting: {host} pulls %n at a time", "", limit)
    return text.format(host=around.host)


def _running(job: Job, around: Around) -> str:
    if job.retries_at is not None:
        return _put_off(job.retries_at, around)
    match job.kind:
        case JobKind.PULL:
            text = _pulling(job, around)
        case JobKind.COPY:
            text = QCoreApplication.translate("Jobs", "Copying")
        case JobKind.RENAME:
            text = QCoreApplication.translate("Jobs", "Renaming: copies, checks the copy, deletes")
        case JobKind.DELETE:
            text = QCoreApplication.translate("Jobs", "Deleting")
        case JobKind.CREATE:
            return words_create.creating(job, around.host, around.now)
        case JobKind.PUSH:
            return _pushing(job, around)
    if not job.restarts:
        return text
    if (count := job.restarts) == 1:
        again = QCoreApplication.translate("Jobs", "{state}, restarted once")
    else:
        again = QCoreApplication.translate("Jobs", "{state}, restarted %n times", "", count)
    return again.format(state=text)


def _put_off(retries_at: datetime, around: Around) -> str:
    left = max(0, math.ceil((retries_at - around.now).total_seconds()))
    text = QCoreApplication.translate("Jobs", "{host} is busy, asked again in {left}")
    return text.format(host=around.host, left=units.duration(left))


def _pulling(job: Job, around: Around) -> str:
    match job.progress.phase:
        case PullPhase.TRANSFERRING:
            return _downloading(job, around)
        case PullPhase.VERIFYING:
            return QCoreApplication.translate("Jobs", "Verifying what was downloaded")
        case PullPhase.WRITING:
            return QCoreApplication.translate("Jobs", "Writing the model's entry")
        case PullPhase.CLEANING | PullPhase.SUCCESS:
            return QCoreApplication.translate("Jobs", "Removing layers that nothing uses now")
        case PullPhase.OTHER if job.progress.status:
            return visible(job.progress.status)
        case PullPhase.MANIFEST | PullPhase.OTHER:
            text = QCoreApplication.translate("Jobs", "Asking {host}")
            return text.format(host=around.host)


def _pushing(job: Job, around: Around) -> str:
    match job.progress.phase:
        case PullPhase.TRANSFERRING:
            return QCoreApplication.translate("Jobs", "Uploading to the registry")
        case PullPhase.WRITING | PullPhase.SUCCESS:
            return QCoreApplication.translate("Jobs", "Publishing the model's entry")
        case PullPhase.OTHER if job.progress.status:
            return visible(job.progress.status)
        case _:
            text = QCoreApplication.translate("Jobs", "Asking {host}")
            return text.format(host=around.host)


def _downloading(job: Job, around: Around) -> str:
    """Say why, before a bar moves back: bytes fell (fact 32), or the total grew (fact 30)."""
    if job.went_back:
        text = QCoreApplication.translate(
            "Jobs", "Downloading: {host} threw a part away and fetches it again"
        )
        return text.format(host=around.host)
    if job.grew and len(job.progress.layers) > 1:
        text = QCoreApplication.translate("Jobs", "Downloading: another layer of {size} began")
        return text.format(size=units.size(list(job.progress.layers.values())[-1].total))
    return QCoreApplication.translate("Jobs", "Downloading")


def _stalled(job: Job, around: Around) -> str:
    since = job.stalled_since or around.now
    time = units.duration((around.now - since).total_seconds())
    if job.restarts_at is not None:
        left = max(0.0, (job.restarts_at - around.now).total_seconds())
        text = QCoreApplication.translate(
            "Jobs", "Stalled for {time}, restarts by itself in {left}"
        )
        return text.format(time=time, left=units.duration(left))
    text = QCoreApplication.translate(
        "Jobs", "Stalled for {time} after a restart. Try again later, or restart it."
    )
    return text.format(time=time)


def _failed(job: Job, around: Around) -> str:
    if (seconds := _seconds(job, around)) < 1:
        return QCoreApplication.translate("Jobs", "Failed at once")
    text = QCoreApplication.translate("Jobs", "Failed after {time}")
    if job.stage is JobStage.UPLOADING:
        text = QCoreApplication.translate(
            "Jobs", "Failed after {time}. The host keeps nothing of half a file."
        )
    return text.format(time=units.duration(seconds))


def _done(job: Job, around: Around) -> str:
    text = QCoreApplication.translate("Jobs", "Done in {time}")
    if _seconds(job, around) < 1:
        text = QCoreApplication.translate("Jobs", "Done")
    if job.problem is JobProblem.CASE_TAKEN:
        text = QCoreApplication.translate(
            "Jobs", "Done, but {host} kept the capitals it knew for {target}"
        )
    time = units.duration(_seconds(job, around))
    return text.format(time=time, host=around.host, target=visible(job.target))


def _cancelled(job: Job) -> str:
    total, completed = job.progress.total, job.progress.completed
    if job.problem is JobProblem.BOTH_EXIST:
        text = QCoreApplication.translate(
            "Jobs", "Cancelled halfway: {model} and {target} are there"
        )
        return text.format(model=visible(job.model), target=visible(job.target))
    if job.kind is JobKind.CREATE:
        return words_create.stopped(job)
    if job.kind is JobKind.PUSH and completed > 0:
        text = QCoreApplication.translate("Jobs", "Cancelled at {amount}. A retry starts again.")
        return text.format(amount=units.size_of(completed, total))
    if job.kind is not JobKind.PULL:
        return QCoreApplication.translate("Jobs", "Cancelled")
    if completed <= 0:
        return QCoreApplication.translate("Jobs", "Cancelled before anything was downloaded")
    text = QCoreApplication.translate(
        "Jobs",
        "Cancelled at {amount}. A retry goes on from there while the host keeps the layers.",
    )
    return text.format(amount=units.size_of(completed, total))


def _layer(name: str, layer: Layer) -> LayerWords:
    fraction = min(1.0, layer.completed / layer.total) if layer.total > 0 else 0.0
    if layer.is_done:
        text = QCoreApplication.translate("Jobs", "done")
    elif layer.completed <= 0:
        text = QCoreApplication.translate("Jobs", "waiting")
    elif layer.fell:
        text = QCoreApplication.translate("Jobs", "again, {size}")
    else:
        text = "{size}"
    return LayerWords(
        name=visible(name),
        size=units.size(layer.total) if layer.total > 0 else "",
        fraction=fraction,
        figure=text.format(size=units.size(layer.completed)),
        is_done=layer.is_done,
    )


def _seconds(job: Job, around: Around) -> float:
    began = job.started_at or job.created_at
    return ((job.ended_at or around.now) - began).total_seconds() if began else 0.0
