"""What lies over the page while files are dragged over it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.drop_ground import offers_a_copy, paint_drop_ground, take_a_copy


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
                take_a_copy(event)
                self.dropped.emit(event.mimeData())
                return True
            case QEvent.Type.Resize if self.isVisible():
                self.setGeometry(self._over.rect())
            case _:
                pass
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        text = self.tr("Drop images or text files to attach them")
        paint_drop_ground(self, self._theme, "image", text)

    def _take(self, event: QDragEnterEvent) -> bool:
        if not (offers_a_copy(event) and self._accepts(event.mimeData())):
            return False
        take_a_copy(event)
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        return True
