"""What is said of a job that ended while another page is shown."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.host import Host
from desktop.domain.text import visible
from desktop.jobs.job import Job, JobKind, JobState
from desktop.ui.jobs.problems import host_label


def ending(job: Job, host: Host | None) -> str:
    """Return what was done, or that it failed; empty for what the person cancelled."""
    if job.state not in {JobState.DONE, JobState.FAILED}:
        return ""
    text = _done(job.kind) if job.state is JobState.DONE else _failed(job.kind)
    return text.format(model=visible(job.model), target=visible(job.target), host=host_label(host))


def endings(kind: JobKind, state: JobState, number: int) -> str:
    """Return what was done with several models, or that it failed, where one says no more."""
    return _all_done(kind, number) if state is JobState.DONE else _all_failed(kind, number)


def _done(kind: JobKind) -> str:
    match kind:
        case JobKind.PULL:
            return QCoreApplication.translate("Jobs", "Pulled {model} to {host}")
        case JobKind.COPY:
            return QCoreApplication.translate("Jobs", "Copied {model} to {target} on {host}")
        case JobKind.RENAME:
            return QCoreApplication.translate("Jobs", "Renamed {model} to {target} on {host}")
        case JobKind.DELETE:
            return QCoreApplication.translate("Jobs", "Deleted {model} on {host}")
        case JobKind.CREATE:
            return QCoreApplication.translate("Jobs", "Created {model} on {host}")
        case JobKind.PUSH:
            return QCoreApplication.translate("Jobs", "Pushed {model} from {host}")


def _failed(kind: JobKind) -> str:
    match kind:
        case JobKind.PULL:
            return QCoreApplication.translate("Jobs", "{model} was not pulled to {host}")
        case JobKind.COPY:
            return QCoreApplication.translate("Jobs", "{model} was not copied on {host}")
        case JobKind.RENAME:
            return QCoreApplication.translate("Jobs", "{model} was not renamed on {host}")
        case JobKind.DELETE:
            return QCoreApplication.translate("Jobs", "{model} was not deleted on {host}")
        case JobKind.CREATE:
            return QCoreApplication.translate("Jobs", "{model} was not created on {host}")
        case JobKind.PUSH:
            return QCoreApplication.translate("Jobs", "{model} was not pushed from {host}")


def _all_done(kind: JobKind, number: int) -> str:
    match kind:
        case JobKind.PULL:
            return QCoreApplication.translate("Jobs", "%n models pulled", "", number)
        case JobKind.COPY:
            return QCoreApplication.translate("Jobs", "%n models copied", "", number)
        case JobKind.RENAME:
            return QCoreApplication.translate("Jobs", "%n models renamed", "", number)
        case JobKind.DELETE:
            return QCoreApplication.translate("Jobs", "%n models deleted", "", number)
        case JobKind.CREATE:
            return QCoreApplication.translate("Jobs", "%n models created", "", number)
        case JobKind.PUSH:
            return QCoreApplication.translate("Jobs", "%n models pushed", "", number)


def _all_failed(kind: JobKind, number: int) -> str:
    match kind:
        case JobKind.PULL:
            return QCoreApplication.translate("Jobs", "%n models were not pulled", "", number)
        case JobKind.COPY:
            return QCoreApplication.translate("Jobs", "%n models were not copied", "", number)
        case JobKind.RENAME:
            return QCoreApplication.translate("Jobs", "%n models were not renamed", "", number)
        case JobKind.DELETE:
            return QCoreApplication.translate("Jobs", "%n models were not deleted", "", number)
        case JobKind.CREATE:
            return QCoreApplication.translate("Jobs", "%n models were not created", "", number)
        case JobKind.PUSH:
            return QCoreApplication.translate("Jobs", "%n models were not pushed", "", number)
