"""The facts of an explanation that have words of their own: known ones, and missing ones."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_KNOWN: dict[str, dict[str, object]] = {
    "limit": {
        "session": QT_TRANSLATE_NOOP("Wording", "session"),
        "hourly": QT_TRANSLATE_NOOP("Wording", "hourly"),
        "daily": QT_TRANSLATE_NOOP("Wording", "daily"),
        "weekly": QT_TRANSLATE_NOOP("Wording", "weekly"),
        "monthly": QT_TRANSLATE_NOOP("Wording", "monthly"),
    },
    "capability": {
        "image generation": QT_TRANSLATE_NOOP("Wording", "image generation"),
        "tools": QT_TRANSLATE_NOOP("Wording", "tools"),
        "vision": QT_TRANSLATE_NOOP("Wording", "vision"),
        "thinking": QT_TRANSLATE_NOOP("Wording", "thinking"),
        "chat": QT_TRANSLATE_NOOP("Wording", "chat"),
        "generate": QT_TRANSLATE_NOOP("Wording", "generating text"),
        "embeddings": QT_TRANSLATE_NOOP("Wording", "embeddings"),
        "insert": QT_TRANSLATE_NOOP("Wording", "filling in the middle"),
    },
}
"""The few words of servers that are put into a sentence."""


def known_words(facts: Mapping[str, str]) -> dict[str, str]:
    """Return those of the facts that are one of a server's few words, in the chosen language."""
    return {
        name: QCoreApplication.translate("Wording", str(words[facts[name]]))
        for name, words in _KNOWN.items()
        if facts.get(name) in words
    }


def unknown_words() -> dict[str, str]:
    """Return what stands where a fact is missing."""
    return {
        "host": QCoreApplication.translate("Wording", "the host"),
        "address": QCoreApplication.translate("Wording", "its address"),
        "status": QCoreApplication.translate("Wording", "nothing more"),
        "location": QCoreApplication.translate("Wording", "no address"),
        "program": QCoreApplication.translate("Wording", "one that does not say its name"),
        "found": QCoreApplication.translate("Wording", "another path"),
        "fixed": QCoreApplication.translate("Wording", "the newest version"),
    }
