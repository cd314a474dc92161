"""Reads out that an answer is coming, and that it is there."""

from PySide6.QtCore import QCoreApplication

from desktop.chat.snapshot import Phase, TalkSnapshot
from desktop.domain.conversation import Entry, Role
from desktop.domain.text import visible
from desktop.ui.bridge.announce import Announcer

_FIRST_WORDS = 160
"""Characters of a finished answer that are read out."""


class News:
    """Compares snapshots, and announces politely what a person waits for."""

    def __init__(self, announcer: Announcer) -> None:
        self._announcer = announcer

    def tell(self, before: TalkSnapshot | None, now: TalkSnapshot) -> None:
        """Announce what has changed; nothing where another conversation is shown."""
        if before is None:
            return
        was = before.turn.phase if before.turn is not None else None
        phase = now.turn.phase if now.turn is not None else None
        if phase is Phase.ANSWERING and was is not phase:
            self._announcer.say(QCoreApplication.translate("Chat", "Answering"))
        elif phase is Phase.THINKING and was is not phase:
            self._announcer.say(QCoreApplication.translate("Chat", "Thinking"))
        elif before.turn is not None and now.turn is None and now.failure is None:
            self._announcer.say(_ended(now.path[-1] if now.path else None))


def _ended(entry: Entry | None) -> str:
    if entry is None or entry.role is not Role.ASSISTANT or not entry.text:
        return QCoreApplication.translate("Chat", "Answer complete")
    text = QCoreApplication.translate("Chat", "Answer complete: {words}")
    words = " ".join(entry.text[: 2 * _FIRST_WORDS].split())
    return text.format(words=visible(words[:_FIRST_WORDS]))
