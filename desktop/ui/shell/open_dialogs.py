"""The dialogs over a window: they go and come with it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid


class OpenDialogs:
    """Qt leaves them on the screen when their window goes to the tray, with nothing below."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._away: list[tuple[QDialog, Qt.WindowModality]] = []

    def hide(self) -> None:
        """Take away those that are shown; what was typed into them stays."""
        found = self._window.findChildren(QDialog)
        self._away += [(one, one.windowModality()) for one in found if one.isVisible()]
        for dialog, _ in self._away:
            dialog.hide()

    def show_again(self) -> None:
        """Bring back those that were taken away and are still there."""
        away, self._away = self._away, []
        for dialog, modality in away:
            if isValid(dialog):
                dialog.setWindowModality(modality)  # Qt forgets that of an opened one with it.
                dialog.show()
                QTimer.singleShot(0, dialog, dialog.activateWindow)  # After the window below it.
