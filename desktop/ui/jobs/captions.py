"""What the page, its groups and its buttons are called."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop.jobs.job import Job, JobState
from desktop.ui import units
from desktop.ui.jobs.view import Action, Group


def group_title(group: Group) -> str:
    """Return the heading of a group."""
    match group:
        case Group.NEEDS_YOU:
            return QCoreApplication.translate("Jobs", "Needs you")
        case Group.RUNNING:
            return QCoreApplication.translate("Jobs", "Running")
        case Group.WAITING:
            return QCoreApplication.translate("Jobs", "Waiting")
        case Group.FINISHED:
            return QCoreApplication.translate("Jobs", "Finished")


def action_label(action: Action) -> str:
    """Return what a button or an entry of the row's menu is called."""
    match action:
        case Action.FOLD:
            return QCoreApplication.translate("Jobs", "Show or hide details")
        case Action.CANCEL:
            return QCoreApplication.translate("Jobs", "Cancel")
        case Action.RETRY:
            return QCoreApplication.translate("Jobs", "Retry")
        case Action.REPLACE:
            return QCoreApplication.translate("Jobs", "Replace it")
        case Action.RESTART:
            return QCoreApplication.translate("Jobs", "Restart now")
        case Action.MOVE_UP:
            return QCoreApplication.translate("Jobs", "Move up")
        case Action.REMOVE:
            return QCoreApplication.translate("Jobs", "Remove from the list")
        case Action.SHOW_RAW:
            return QCoreApplication.translate("Jobs", "Show raw answer")


def summary(jobs: Iterable[Job]) -> str:
    """Return the line under the page's heading: how many run, and how fast together."""
    jobs = list(jobs)
    running = [job for job in jobs if job.is_active]
    if not running:
        waiting = any(job.state is JobState.WAITING for job in jobs)
        if waiting:
            return QCoreApplication.translate("Jobs", "Waiting to start")
        return QCoreApplication.translate("Jobs", "Nothing is running")
    count = units.number(len(running))
    speed = sum(job.speed or 0.0 for job in running)
    if not speed:
        return QCoreApplication.translate("Jobs", "{count} running").format(count=count)
    text = QCoreApplication.translate("Jobs", "{count} running, {speed} together")
    if len(running) == 1:
        text = QCoreApplication.translate("Jobs", "{count} running, {speed}")
    return text.format(count=count, speed=units.speed(speed))


def limit_label(limit: int) -> str:
    """Return an entry of the choice of how many pulls run at once."""
    if limit == 1:
        return QCoreApplication.translate("Jobs", "1 at a time per host")
    return QCoreApplication.translate("Jobs", "%n at a time per host", "", limit)
