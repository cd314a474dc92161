"""Why a file could not be opened or saved, in words."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.text import visible
from desktop.storage.documents import ChangedOnDisk, DocumentTooLarge, NotText
from desktop.storage.regular import NotRegular
from desktop.workshop.drafts import OpenElsewhere


def not_opened(name: str, error: OSError) -> str:
    """Say why a file was not opened."""
    return _reason_for(error, opening=True).format(file=visible(name), reason=_system(error))


def not_saved(name: str, error: OSError) -> str:
    """Say why a draft was not saved."""
    return _reason_for(error, opening=False).format(file=visible(name), reason=_system(error))


def _reason_for(error: OSError, *, opening: bool) -> str:
    match error:
        case DocumentTooLarge():
            return QCoreApplication.translate(
                "Files", "{file} has more than 1 MB: too much for a Modelfile."
            )
        case NotText():
            return QCoreApplication.translate("Files", "{file} holds no text and no model.")
        case NotRegular():
            return QCoreApplication.translate("Files", "{file} is a device, a pipe or a folder.")
        case FileNotFoundError():
            return QCoreApplication.translate("Files", "There is no file {file}.")
        case OpenElsewhere():
            return QCoreApplication.translate("Files", "{file} is open as another draft.")
        case ChangedOnDisk():
            return QCoreApplication.translate("Files", "Another program has written to {file}.")
        case _:
            pass
    if opening:
        return QCoreApplication.translate("Files", "{file} cannot be read: {reason}")
    return QCoreApplication.translate("Files", "{file} cannot be written: {reason}")


def _system(error: OSError) -> str:
    return visible(error.strerror or str(error))
