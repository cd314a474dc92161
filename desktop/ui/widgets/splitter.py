"""A splitter that is a hairline to see and 7 wide to grip."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme

_GRIP = 7


class _Handle(QSplitterHandle):
    def __init__(self, theme: Theme, splitter: QSplitter) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._theme = theme
        self._gripped = 0

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        """Lie over both neighbours, where the mouse grips it; only the hairline is painted.

        The splitter arranges by what is within these margins, so that lines of a page meet it.
        """
        beside = self._theme.px(_GRIP) // 2
        is_upright = self.orientation() is Qt.Orientation.Horizontal
        sideways, above = (beside, 0) if is_upright else (0, beside)
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)
        self.setContentsMargins(sideways, above, sideways, above)
        self.setMask(QRegion(self.contentsRect()))

    @override
    def mousePressEvent(self, arg__1: QMouseEvent) -> None:
        super().mousePressEvent(arg__1)
        hairline = self.contentsRect().topLeft()
        self._gripped = self._along(arg__1.position().toPoint() - hairline)

    @override
    def mouseMoveEvent(self, arg__1: QMouseEvent) -> None:
        """Keep the hairline as far from the mouse as it was: Qt's own way forgets the margins."""
        if arg__1.buttons() & Qt.MouseButton.LeftButton:
            place = self.splitter().mapFromGlobal(arg__1.globalPosition().toPoint())
            self.moveSplitter(self._along(place) - self._gripped)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.contentsRect(), self._theme.color("border"))

    def _along(self, place: QPoint) -> int:
        return place.x() if self.orientation() is Qt.Orientation.Horizontal else place.y()


class HairlineSplitter(QSplitter):
    """Divides a sheet; its places are remembered by the page (`saveState`)."""

    def __init__(
        self,
        theme: Theme,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    @override
    def createHandle(self) -> QSplitterHandle:
        return _Handle(self._theme, self)
