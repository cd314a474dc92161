"""Shows a surface that may be wider than there is room for, and moves it sideways."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget
from typing_extensions import override

from desktop.ui.chat.blocks.surface import Surface


class Sideways(QWidget):
    """A window onto a surface as wide as its content; its height is the surface's own.

    The wheel turned upright belongs to the page: it is ignored here, so that a
    long answer scrolls on when the pointer comes over code.
    """

    def __init__(self, surface: Surface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surface = surface
        self._content = QSize()
        surface.setParent(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self._bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self._bar.valueChanged.connect(self._place)
        self._bar.setCursor(Qt.CursorShape.ArrowCursor)
        self._bar.hide()

    def height_for(self, width: int, content: QSize) -> int:
        """Return the height for a width, and remember how large the content is at it."""
        self._content = content
        bar = self._bar.sizeHint().height() if content.width() > width else 0
        return content.height() + bar

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def arrange(self) -> None:
        """Put the surface and the bar where they belong for the size of the moment."""
        over = self._content.width() - self.width()
        self._bar.setVisible(over > 0)
        self._bar.setRange(0, max(0, over))
        self._bar.setPageStep(max(1, self.width()))
        self._bar.setSingleStep(self.fontMetrics().averageCharWidth() * 4)
        height = self._bar.sizeHint().height()
        self._bar.setGeometry(0, self.height() - height, self.width(), height)
        self._place()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        is_upright = abs(turned.y()) > abs(turned.x()) and not is_shifted
        step = turned.x() or turned.y()
        if self._bar.maximum() == 0 or is_upright or not step:
            event.ignore()
            return
        pixels = event.pixelDelta().x() or step // 2
        self._bar.setValue(self._bar.value() - pixels)
        event.accept()

    def _place(self) -> None:
        size = self._content.expandedTo(QSize(self.width(), self._content.height()))
        self._surface.setGeometry(-self._bar.value(), 0, size.width(), size.height())
