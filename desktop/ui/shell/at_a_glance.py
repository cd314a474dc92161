"""The jobs in one line, and in one number: for the tray, the dock and the taskbar."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.jobs.job import Job, JobState
from desktop.ui import units


@dataclass(frozen=True, slots=True)
class Glance:
    """How many jobs run or wait, how many of these pull, how many failed, how far they are.

    `fraction` is of the bytes that are known, from 0 to 1; None where none are.
    """

    active: int = 0
    pulls: int = 0
    failed: int = 0
    fraction: float | None = None

    @property
    def number(self) -> int:
        """What a badge counts: what runs or waits, else what failed."""
        return self.active or self.failed


def glance(jobs: Iterable[Job]) -> Glance:
    """Look at all jobs."""
    every = list(jobs)
    active = [job for job in every if not job.state.is_finished]
    total = sum(job.progress.total for job in active)
    done = sum(job.progress.completed for job in active)
    return Glance(
        len(active),
        sum(1 for job in active if job.is_pull),
        sum(1 for job in every if job.state is JobState.FAILED),
        min(1.0, done / total) if total > 0 else None,
    )


def line(seen: Glance) -> str:
    """Return it in words: "2 pulls, 61 %"."""
    if not seen.active:
        return _failed(seen.failed) if seen.failed else _none()
    count = _pulls(seen.active) if seen.pulls == seen.active else _jobs(seen.active)
    if seen.fraction is None:
        return count
    text = QCoreApplication.translate("Tray", "{jobs}, {percent}")
    return text.format(jobs=count, percent=units.percent(seen.fraction))


def _none() -> str:
    return QCoreApplication.translate("Tray", "No jobs")


def _failed(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Tray", "One job failed")
    return QCoreApplication.translate("Tray", "%n jobs failed", "", count)


def _pulls(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Tray", "One pull")
    return QCoreApplication.translate("Tray", "%n pulls", "", count)


def _jobs(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Tray", "One job")
    return QCoreApplication.translate("Tray", "%n jobs", "", count)
