"""What is said of files of the program's own that were damaged."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.text import visible
from desktop.storage.recovery import Damage
from desktop.ui import joining


def damage_words(damage: Damage) -> str:
    """Return what became of a damaged file, and what to look at."""
    if damage.restored:
        text = QCoreApplication.translate(
            "Settings", "The settings file was damaged; the settings of before are used."
        )
    else:
        text = QCoreApplication.translate(
            "Settings", "The settings file was damaged. Add your hosts again and look at the rest."
        )
    return joining.sentences(text, _place(damage))


def loads_damage_words(damage: Damage) -> str:
    """Return what became of the file of measured loads; it fills again by itself."""
    if damage.restored:
        text = QCoreApplication.translate(
            "Settings", "The file of measured loads was damaged; that of before is used."
        )
    else:
        text = QCoreApplication.translate(
            "Settings", "The file of measured loads was damaged. They are learned anew."
        )
    return joining.sentences(text, _place(damage))


def _place(damage: Damage) -> str:
    if damage.kept_as is None:
        return QCoreApplication.translate(
            "Settings", "It could not be set aside, because its folder cannot be written."
        )
    text = QCoreApplication.translate("Settings", "The damaged one was kept as {file}.")
    return text.format(file=visible(damage.kept_as.name))
