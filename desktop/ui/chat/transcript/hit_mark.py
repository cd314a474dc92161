"""A soft ground behind the message that a search or a link led to."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.paint import paint_soft

_SEEN_MS = 1600


class HitMark(QWidget):
    """Stands below all rows, for a moment; `message` is which one it marks, -1 for none."""

    def __init__(self, theme: Theme, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._theme = theme
        self.message = -1
        self._ends = QTimer(self, singleShot=True, interval=_SEEN_MS)
        self._ends.timeout.connect(lambda: self.show_for(-1))
        self.hide()

    def show_for(self, message: int) -> None:
        """Mark that message, or none."""
        self.message = message
        self.setVisible(message >= 0)
        if message >= 0:
            self.lower()
            self._ends.start()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_soft(QPainter(self), self.rect(), "accent_soft", "link", self._theme)
