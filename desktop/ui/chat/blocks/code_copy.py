"""The button that copies a block of code."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button

_SAYS_SO = 2000
"""Milliseconds for which it says that it was done."""


class CopyButton(Button):
    """Puts text, and nothing but text, into the clipboard, and says so for a moment."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", "quiet", "copy", parent=parent)
        self._text = ""
        self._later = QTimer(self, singleShot=True, interval=_SAYS_SO)
        self._later.timeout.connect(self._offer)
        self.clicked.connect(self._copy)
        self._offer()

    def offer(self, text: str) -> None:
        """Copy that text from now on."""
        self._text = text

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.setText(self.tr("Copied"))
        self.set_icon("check")
        self._later.start()

    def _offer(self) -> None:
        self.setText(self.tr("Copy"))
        self.setAccessibleName(self.tr("Copy the code"))
        self.set_icon("copy")
