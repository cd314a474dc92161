"""What the page, its groups and its buttons are called."""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

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


_LABELS: dict[Action, object] = {
    Action.FOLD: QT_TRANSLATE_NOOP("Jobs", "Show or hide details"),
    Action.CANCEL: QT_TRANSLATE_NOOP("Jobs", "Cancel"),
    Action.RETRY: QT_TRANSLATE_NOOP("Jobs", "Retry"),
    Action.REPLACE: QT_TRANSLATE_NOOP("Jobs", "Replace it"),
    Action.RESTART: QT_TRANSLATE_NOOP("Jobs", "Restart now"),
    Action.MOVE_UP: QT_TRANSLATE_NOOP("Jobs", "Move up"),
    Action.REMOVE: QT_TRANSLATE_NOOP("Jobs", "Remove from the list"),
    Action.SHOW_RAW: QT_TRANSLATE_NOOP("Jobs", "Show raw answer"),
    Action.CHAT: QT_TRANSLATE_NOOP("Jobs", "Chat with it"),
    Action.INSPECT: QT_TRANSLATE_NOOP("Jobs", "Inspect"),
    Action.CREATE_ELSEWHERE: QT_TRANSLATE_NOOP("Jobs", "Create elsewhere"),
    Action.OPEN_WORKSHOP: QT_TRANSLATE_NOOP("Jobs", "Open in the workshop"),
    Action.PUSH_INSECURELY: QT_TRANSLATE_NOOP("Jobs", "Push without encryption…"),
}


def action_label(action: Action) -> str:
    """Return what a button or an entry of the row's menu is called."""
    return QCoreApplication.translate("Jobs", str(_LABELS[action]))


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
