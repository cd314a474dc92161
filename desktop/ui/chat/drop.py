"""What lies over the page while files are dragged over it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.paint import paint_icon

_INSET = 12
_RADIUS = 10


class DropGround(QWidget):
    """Says that files can be let go here, and hands on what was dropped.

    It is as large as what it lies over, whose drags it takes for itself.
    """

    dropped = Signal(object)
    """The QMimeData that was let go."""

    def __init__(self, theme: Theme, over: QWidget, accepts: Callable[[QMimeData], bool]) -> None:
        super().__init__(over)
        self._theme = theme
        self._accepts = accepts
        self._over = over
        self.setObjectName("dropGround")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                return self._take(event)
            case QEvent.Type.DragLeave:
                self.hide()
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                self.hide()
                _take_a_copy(event)
                self.dropped.emit(event.mimeData())
                return True
            case QEvent.Type.Resize if self.isVisible():
                self.setGeometry(self._over.rect())
            case _:
                pass
        return False

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
        high = self._theme.metrics("heading").height()
        middle = self.rect().center().y()
        icon = self.rect()
        icon.setHeight(self._theme.px(36))
        icon.moveBottom(middle - self._theme.px(6))
        paint_icon(painter, icon, "image", "link", self._theme, 24)
        words = self.rect()
        words.setTop(middle)
        words.setHeight(high)
        painter.setFont(self._theme.font("heading"))
        painter.setPen(self._theme.color("text"))
        text = self.tr("Drop images or text files to attach them")
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, text)

    def _take(self, event: QDragEnterEvent) -> bool:
        can_copy = event.possibleActions() & Qt.DropAction.CopyAction
        if not (can_copy and self._accepts(event.mimeData())):
            return False
        _take_a_copy(event)
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        return True


def _take_a_copy(event: QDropEvent) -> None:
    """Accept a drop as a copy: after a move the file manager would delete the file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
