"""Takes files that are dropped anywhere in a window, and says what will become of them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWindow,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.paint import paint_icon

_INSET = 16
_RADIUS = 12


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
                return self.isVisible() and isinstance(event, QDragMoveEvent) and _take(event)
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
            _take(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _take(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hide()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._on_drop(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._theme.color("accent_soft")
        ground.setAlphaF(0.97)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(self._theme.color("focus"), 2, Qt.PenStyle.DashLine))
        inset = px(_INSET)
        area = self.rect().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(QRectF(area), px(_RADIUS), px(_RADIUS))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        px, middle = self._theme.px, self.rect().center().y()
        icon = self.rect()
        icon.setHeight(px(44))
        icon.moveBottom(middle - px(8))
        paint_icon(painter, icon, "hammer", "link", self._theme, 32)
        heading, line = self._words()
        top = middle
        shown: tuple[tuple[str, TypeRole, Role], ...] = (
            (heading, "heading", "text"),
            (line, "body", "muted"),
        )
        for text, role, tone in shown:
            high = self._theme.metrics(role).height()
            area = self.rect()
            area.setTop(top)
            area.setHeight(high)
            painter.setFont(self._theme.font(role))
            painter.setPen(self._theme.color(tone))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
            top += high + px(4)

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
        return watched is self._over and _take(event)

    def _on_drop(self, event: QDropEvent) -> bool:
        self.hide()
        paths = paths_of(event.mimeData())
        if not self._wants(event):
            return False
        _take(event)
        self.dropped.emit(paths)
        return True

    def _wants(self, event: QDropEvent) -> bool:
        can_copy = event.possibleActions() & Qt.DropAction.CopyAction
        paths = paths_of(event.mimeData())
        return bool(can_copy and paths and self._accepts(paths))


def paths_of(mime: QMimeData) -> tuple[Path, ...]:
    """Return the files in it; with anything else among them it is no list of files."""
    urls = mime.urls()
    paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    return paths if len(paths) == len(urls) else ()


def _take(event: QDropEvent) -> bool:
    """Accept a drag as a copy: after a move the file manager would delete the file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True
