"""Tells screen readers what has happened, and leaves them time to say it."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

PAUSE_MS = 5000


class Announcer:
    """Announces politely, at most once in five seconds; of what comes meanwhile, the latest."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._next = ""
        self._pause = QTimer(widget, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._say_next)

    def say(self, text: str) -> None:
        """Announce a text now, or when the pause is over."""
        self._next = text
        if not self._pause.isActive():
            self._say_next()

    def _say_next(self) -> None:
        text, self._next = self._next, ""
        if text:
            event = QAccessibleAnnouncementEvent(self._widget, text)
            QAccessible.updateAccessibility(event)
            self._pause.start()
