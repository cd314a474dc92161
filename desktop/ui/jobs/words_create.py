"""What the row of a create says: its files, and then the host's steps in plain words."""

from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.pull import PullPhase
from desktop.domain.text import visible
from desktop.jobs.job import Job, JobStage
from desktop.ui import units

_SILENT = 3.0
"""Seconds of silence from which on it is said how long it lasts."""
_STEPS: dict[str, object] = {
    "parsing gguf": QT_TRANSLATE_NOOP("Jobs", "Reading what the file says of itself"),
    "converting": QT_TRANSLATE_NOOP("Jobs", "Converting the weights"),
    "verifying conversion": QT_TRANSLATE_NOOP("Jobs", "Checking the weights"),
    "quantizing": QT_TRANSLATE_NOOP("Jobs", "Quantizing the weights"),
    "using existing layer": QT_TRANSLATE_NOOP("Jobs", "Using a layer that is there already"),
    "creating": QT_TRANSLATE_NOOP("Jobs", "Writing a new layer"),
    "using autodetected template": QT_TRANSLATE_NOOP(
        "Jobs", "Using the template that fits the file: {detail}"
    ),
    "writing manifest": QT_TRANSLATE_NOOP("Jobs", "Writing the model's entry"),
    "success": QT_TRANSLATE_NOOP("Jobs", "Writing the model's entry"),
}
"""How a host's status lines begin, and what they mean (fact 50)."""


def creating(job: Job, host: str, now: datetime) -> str:
    """Return what is being done for a create that runs."""
    match job.stage:
        case JobStage.HASHING:
            return _of_files(
                job,
                QCoreApplication.translate("Jobs", "Computing the checksum of {file}"),
                QCoreApplication.translate(
                    "Jobs", "Computing the checksum of {file}, {number} of {count}"
                ),
            )
        case JobStage.UPLOADING:
            return _uploading(job, host)
        case JobStage.PULLING:
            return _pulling(job, host)
        case JobStage.CREATING:
            return _with_time(_step(job, host), job, now)
        case JobStage.ASKING | None:
            return QCoreApplication.translate("Jobs", "Asking {host}").format(host=host)


def stopped(job: Job) -> str:
    """Return what a create that was cancelled leaves behind."""
    has_files = job.creation is not None and bool(job.creation.files)
    match job.stage:
        case JobStage.UPLOADING:
            text = QCoreApplication.translate(
                "Jobs",
                "Cancelled at {amount}. The host keeps whole files alone: "
                "a retry sends those that are missing.",
            )
            amount = units.size_of(job.progress.completed, job.progress.total)
            return text.format(amount=amount)
        case JobStage.CREATING | JobStage.PULLING if has_files:
            return QCoreApplication.translate(
                "Jobs", "Cancelled before the host said it was done. A retry sends no file again."
            )
        case JobStage.CREATING | JobStage.PULLING:
            return QCoreApplication.translate("Jobs", "Cancelled before the host said it was done")
        case JobStage.HASHING | JobStage.ASKING | None:
            return QCoreApplication.translate("Jobs", "Cancelled before anything was sent")


def _of_files(job: Job, alone: str, among: str) -> str:
    """Name the file that is at hand, and which of how many it is."""
    names = list(job.progress.layers)
    done = sum(1 for layer in job.progress.layers.values() if layer.completed >= layer.total)
    place = max(0, min(done, len(names) - 1))
    return (among if len(names) > 1 else alone).format(
        file=visible(names[place]) if names else "",
        number=units.number(place + 1),
        count=units.number(len(names)),
    )


def _uploading(job: Job, host: str) -> str:
    text = _of_files(
        job,
        QCoreApplication.translate("Jobs", "Uploading {file}"),
        QCoreApplication.translate("Jobs", "Uploading {file}, {number} of {count}"),
    )
    if not job.restarts:
        return text
    again = QCoreApplication.translate(
        "Jobs", "{state}, starts again: {host} keeps nothing of half a file"
    )
    return again.format(state=text, host=host)


def _pulling(job: Job, host: str) -> str:
    base = visible(job.creation.base) if job.creation else ""
    if job.progress.phase is PullPhase.VERIFYING:
        return QCoreApplication.translate("Jobs", "Verifying what was downloaded")
    text = QCoreApplication.translate("Jobs", "{host} has no {base} and pulls it first")
    return text.format(host=host, base=base)


def _step(job: Job, host: str) -> str:
    status = job.progress.status if job.step_since or job.progress.layers else ""
    kind = visible(job.creation.quantize) if job.creation else ""
    is_first = job.progress.phase is PullPhase.TRANSFERRING or not status
    if kind and (is_first or status.lower().startswith(("parsing gguf", "quantizing"))):
        text = QCoreApplication.translate("Jobs", "Quantizing to {kind}")
        return text.format(kind=kind.upper())
    if is_first:
        text = QCoreApplication.translate("Jobs", "{host} begins to create it")
        return text.format(host=host)
    for beginning, meaning in _STEPS.items():
        if status.lower().startswith(beginning):
            text = QCoreApplication.translate("Jobs", str(meaning))
            return text.format(detail=visible(status[len(beginning) :].strip()))
    return visible(status)


def _with_time(text: str, job: Job, now: datetime) -> str:
    """Add how long a step has lasted, as a host tells nothing more of it (fact 50)."""
    seconds = (now - job.step_since).total_seconds() if job.step_since else 0.0
    if seconds < _SILENT:
        return text
    longer = QCoreApplication.translate("Jobs", "{state}, for {time} now")
    return longer.format(state=text, time=units.duration(seconds))
