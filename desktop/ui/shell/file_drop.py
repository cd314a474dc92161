"""Takes files that are dropped anywhere in a window, and says what will become of them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPaintEvent,
    QWindow,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.drop_ground import offers_a_copy, paint_drop_ground, take_a_copy


class FileDrop(QWidget):
    """Covers the window while files are dragged over it that `accepts` says yes to.

    It comes to lie over everything before Qt looks for who takes the drag, so
    that no text field below takes a path for a text. Other drags go on to the
    widget under the pointer as ever.
    """

    dropped = Signal(object)
    """A tuple of Paths."""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        accepts: Callable[[tuple[Path, ...]], bool],
        words: Callable[[], tuple[str, str]],
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._over = window
        self._accepts = accepts
        self._words = words
        self._watched: QWindow | None = None
        self.setObjectName("fileDrop")
        self.setAcceptDrops(True)
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Show | QEvent.Type.WinIdChange if watched is self._over:
                self._watch()
            case QEvent.Type.Resize if watched is self._over and self.isVisible():
                self.setGeometry(self._over.rect())
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                return self._on_enter(watched, event)
            case QEvent.Type.DragMove if watched is self._over:
                return self.isVisible() and isinstance(event, QDragMoveEvent) and take_a_copy(event)
            case QEvent.Type.DragLeave if watched is self._over:
                self.hide()
            case QEvent.Type.Drop if watched is self._over and isinstance(event, QDropEvent):
                return self._on_drop(event)
            case _:
                pass
        return False

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._wants(event):
            take_a_copy(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        take_a_copy(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hide()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._on_drop(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_drop_ground(self, self._theme, "hammer", *self._words())

    def _watch(self) -> None:
        """See drags as they come to the window of the system, before any widget does."""
        handle = self._over.windowHandle()
        if handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)

    def _on_enter(self, watched: QObject, event: QDragEnterEvent) -> bool:
        if not self._wants(event):
            return False
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        return watched is self._over and take_a_copy(event)

    def _on_drop(self, event: QDropEvent) -> bool:
        self.hide()
        paths = paths_of(event.mimeData())
        if not self._wants(event):
            return False
        take_a_copy(event)
        self.dropped.emit(paths)
        return True

    def _wants(self, event: QDropEvent) -> bool:
        paths = paths_of(event.mimeData())
        return offers_a_copy(event) and bool(paths) and self._accepts(paths)


def paths_of(mime: QMimeData) -> tuple[Path, ...]:
    """Return the files in it; with anything else among them it is no list of files."""
    urls = mime.urls()
    paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    return paths if len(paths) == len(urls) else ()
