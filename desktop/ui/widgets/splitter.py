"""A splitter that is a hairline to see and 7 wide to grip."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme

_GRIP = 7


class _Handle(QSplitterHandle):
    def __init__(self, theme: Theme, splitter: QSplitter) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._theme = theme

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._theme.color("border")
        if self.orientation() is Qt.Orientation.Horizontal:
            painter.fillRect(self.width() // 2, 0, 1, self.height(), colour)
        else:
            painter.fillRect(0, self.height() // 2, self.width(), 1, colour)


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
        self._refresh()
        theme.changed.connect(self._refresh)

    @override
    def createHandle(self) -> QSplitterHandle:
        return _Handle(self._theme, self)

    def _refresh(self) -> None:
        self.setHandleWidth(self._theme.px(_GRIP))
