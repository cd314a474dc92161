"""What the palette's headings say, and what a screen reader says of its lines."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.text import visible
from desktop.ui.palette.entry import Entry, Group


def heading(group: Group) -> str:
    """Return what stands above a group."""
    match group:
        case Group.RECENT:
            return QCoreApplication.translate("Palette", "Used last")
        case Group.ACTIONS:
            return QCoreApplication.translate("Palette", "Actions")
        case Group.PAGES:
            return QCoreApplication.translate("Palette", "Pages")
        case Group.MODELS:
            return QCoreApplication.translate("Palette", "Models")
        case Group.HOSTS:
            return QCoreApplication.translate("Palette", "Hosts")
        case Group.CONVERSATIONS:
            return QCoreApplication.translate("Palette", "Conversations")
        case Group.DRAFTS:
            return QCoreApplication.translate("Palette", "Drafts")
        case Group.SETTINGS:
            return QCoreApplication.translate("Palette", "Settings")
        case Group.ELSEWHERE:
            return QCoreApplication.translate("Palette", "Elsewhere")


def spoken(entry: Entry) -> str:
    """Return a line as it is read out: what it does, with what, and by which keys."""
    text, note, keys = visible(entry.text), visible(entry.note), "+".join(entry.keys)
    if note and keys:
        whole = QCoreApplication.translate("Palette", "{action}, {note}, {keys}")
        return whole.format(action=text, note=note, keys=keys)
    if note or keys:
        short = QCoreApplication.translate("Palette", "{action}, {note}")
        return short.format(action=text, note=note or keys)
    return text
