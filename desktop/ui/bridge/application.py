"""The application object, which the system tells of files to open."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override


class Application(QApplication):
    """macOS names a file that was double-clicked by an event, and not on the command line."""

    file_wanted = Signal(object)
    """The Path of a file that the system asks to be opened."""

    @override
    def event(self, arg__1: QEvent) -> bool:
        if isinstance(arg__1, QFileOpenEvent) and arg__1.file():
            self.file_wanted.emit(Path(arg__1.file()))
            return True
        return super().event(arg__1)
