"""What a draft is called, and how it stands, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.text import visible
from desktop.ui import joining, units
from desktop.workshop.draft import Disk, Draft

_DAY = 86400


def title(draft: Draft) -> str:
    """Return what to call a draft; one without a name is untitled."""
    return visible(draft.name) or QCoreApplication.translate("Workshop", "Untitled")


def standing(draft: Draft, now: datetime) -> str:
    """Return its second line: what happened to its file, when it was edited, where it was made."""
    if draft.disk is Disk.CHANGED:
        return QCoreApplication.translate("Workshop", "changed on disk")
    if draft.disk is Disk.MISSING:
        return QCoreApplication.translate("Workshop", "its file is gone")
    if draft.is_edited and draft.edited_at is not None:
        return edited(draft.edited_at, now)
    if draft.made_on:
        hosts = joining.listed(map(visible, draft.made_on))
        return QCoreApplication.translate("Workshop", "on {hosts}").format(hosts=hosts)
    return QCoreApplication.translate("Workshop", "not created yet")


def edited(when: datetime, now: datetime) -> str:
    """Return when it was edited: edited just now, edited 2 min ago, edited yesterday."""
    seconds = (now - when).total_seconds()
    is_length = 60 <= seconds < 31 * _DAY and not _DAY <= seconds < 2 * _DAY
    if is_length:
        text = QCoreApplication.translate("Workshop", "edited {age} ago")
    else:
        text = QCoreApplication.translate("Workshop", "edited {age}")
    return text.format(age=units.age(when, now))
