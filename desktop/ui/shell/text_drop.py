"""Takes a line such as `ollama run llama3.2` that is dropped on the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.jobs.pull_offer import clipboard_offer
from desktop.ui.shell.file_drop import paths_of
from desktop.ui.widgets.drop_ground import offers_a_copy, take_a_copy

_LONGEST = 2000
"""Characters that are looked at; a line to paste into a terminal is much shorter."""


class TextDrop(QObject):
    """Hands on the line, for the pull dialog to read; nothing is pulled by it.

    Only what no widget below takes comes here: a text that is dropped into a
    text field goes there. What is dragged within the program stays where it is.
    """

    def __init__(self, window: QWidget, take: Callable[[str], None]) -> None:
        super().__init__(window)
        self._take = take
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._window or not isinstance(
            event, QDragEnterEvent | QDragMoveEvent | QDropEvent
        ):
            return False
        text = pullable(event.mimeData())
        if not text or event.source() or not offers_a_copy(event):
            return False
        take_a_copy(event)
        if event.type() is QEvent.Type.Drop:
            self._take(text)
        return True


def pullable(mime: QMimeData) -> str:
    """Return the line in it that names a model; empty for files and for any other text."""
    if paths_of(mime):
        return ""
    lines = mime.text()[:_LONGEST].splitlines() if mime.hasText() else []
    return next((line.strip() for line in lines if clipboard_offer(line) is not None), "")
