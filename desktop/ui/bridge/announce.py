"""Reads out what changed by itself, without talking over the person."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

PAUSE_MS = 5000


class Announcer:
    """Announces politely, at most once in 5 s; of what comes sooner only the latest is kept.

    For states of jobs and answers. `spoken` is what was read out last.
    """

    def __init__(self, source: QObject) -> None:
        self._source = source
        self._waiting = ""
        self.spoken = ""
        self._pause = QTimer(source, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._speak)

    def say(self, text: str) -> None:
        """Read that out now, or as soon as the pause is over."""
        self._waiting = text
        if not self._pause.isActive():
            self._speak()

    def _speak(self) -> None:
        if not self._waiting:
            return
        self.spoken, self._waiting = self._waiting, ""
        event = QAccessibleAnnouncementEvent(self._source, self.spoken)
        QAccessible.updateAccessibility(event)
        self._pause.start()
