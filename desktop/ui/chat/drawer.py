"""The list over the page, where it has no room beside it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.paint import paint_ground

_WIDTH = 264
_SHEET_RADIUS, _EDGE = 10, 2
"""The corners of the sheet, which the page fills but for its line and a pixel within it."""


class Drawer(QWidget):
    """Lies over a whole page with its content at the left; Esc and a press beside it close it."""

    def __init__(self, theme: Theme, content: QWidget, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._over = over
        self.frame = QFrame(self)
        self.frame.setObjectName("drawer")
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(theme.px(8), theme.px(6), theme.px(6), theme.px(6))
        column.addWidget(content)
        over.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it over the page."""
        self._fit()
        self.raise_()
        self.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        scrim, radius = QColor(self._theme.tokens.scrim), self._theme.px(_SHEET_RADIUS) - _EDGE
        paint_ground(QPainter(self), QRectF(self.rect()), scrim, radius)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() is QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False

    def _fit(self) -> None:
        self.setGeometry(self._over.rect())
        wide = min(self._theme.px(_WIDTH), self.width())
        self.frame.setGeometry(0, 0, wide, self.height())
