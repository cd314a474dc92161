"""What is said where conversations cannot be kept, or were damaged."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.text import visible
from desktop.storage.recovery import Damage
from desktop.storage.storage_failed import StorageFailed, StorageProblem
from desktop.ui import joining

_SENTENCES: dict[StorageProblem, tuple[object, object]] = {
    StorageProblem.FULL: (
        QT_TRANSLATE_NOOP("Chat", "What is written here cannot be kept: the disk is full."),
        QT_TRANSLATE_NOOP("Chat", "Free some space; it is tried again every few seconds."),
    ),
    StorageProblem.READ_ONLY: (
        QT_TRANSLATE_NOOP("Chat", "What is written here cannot be kept: its folder is read-only."),
        QT_TRANSLATE_NOOP("Chat", "Let it be written, and start Paddock again."),
    ),
    StorageProblem.DAMAGED: (
        QT_TRANSLATE_NOOP("Chat", "What is written here cannot be kept: its file is damaged."),
        QT_TRANSLATE_NOOP("Chat", "Start Paddock again; it sets the damaged file aside."),
    ),
    StorageProblem.NEWER: (
        QT_TRANSLATE_NOOP("Chat", "A newer Paddock wrote these conversations; they are only read."),
        QT_TRANSLATE_NOOP("Chat", "What you write now is kept until you quit. Update Paddock."),
    ),
    StorageProblem.LOCKED: (
        QT_TRANSLATE_NOOP("Chat", "What is written here waits: another program uses the file."),
        QT_TRANSLATE_NOOP("Chat", "It is kept as soon as that program lets go of it."),
    ),
    StorageProblem.OTHER: (
        QT_TRANSLATE_NOOP("Chat", "What is written here cannot be kept."),
        QT_TRANSLATE_NOOP("Chat", "It is there until you quit. Export what you need."),
    ),
}


def problem_words(failed: StorageFailed) -> tuple[str, str]:
    """Return what is wrong and what to do, with the system's own words."""
    sentence, advice = _SENTENCES[failed.problem]
    facts = QCoreApplication.translate("Chat", str(advice))
    return QCoreApplication.translate("Chat", str(sentence)), joining.noted(
        facts, visible(str(failed))
    )


def damage_words(damage: Damage) -> tuple[str, str]:
    """Return that a damaged file was set aside, and what became of it."""
    sentence = QCoreApplication.translate("Chat", "The file of conversations was damaged.")
    if damage.kept_as is None:
        return sentence, QCoreApplication.translate(
            "Chat", "A new one was begun; the damaged one could not be set aside."
        )
    text = QCoreApplication.translate(
        "Chat", "What could be saved is here. The damaged one was kept as {file}."
    )
    return sentence, text.format(file=visible(damage.kept_as.name))
