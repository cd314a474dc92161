"""How much longer a model stays, painted: a label would have the page laid out every second."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.loaded_words import widest_countdowns
from desktop.ui.widgets.paint import paint_icon

_ICON = 14
_GAP = 6


class Countdown(QWidget):
    """An icon and a few words, in a place that is as wide as the widest of them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = "timer"
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._refresh()
        theme.changed.connect(self._refresh)

    def say(self, text: str, icon: str) -> None:
        """Show those words from now on."""
        if (text, icon) != (self.text, self._icon):
            self.text, self._icon = text, icon
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), self._theme.px(_ICON)
        area = self.rect()
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = area.width() - side if is_mirrored else 0
        square = QRect(left, (area.height() - side) // 2, side, side)
        paint_icon(painter, square, self._icon, "muted", self._theme, _ICON)
        room = side + self._theme.px(_GAP)
        words = area.adjusted(0, 0, -room, 0) if is_mirrored else area.adjusted(room, 0, 0, 0)
        metrics = self._theme.metrics("small")
        text = metrics.elidedText(self.text, Qt.TextElideMode.ElideRight, words.width())
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("text"))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, text)

    def _refresh(self) -> None:
        metrics = self._theme.metrics("small")
        wide = max(metrics.horizontalAdvance(text) for text in widest_countdowns())
        high = max(metrics.height(), self._theme.px(_ICON))
        self.setFixedSize(wide + self._theme.px(_ICON + _GAP + 2), high)
        self.update()
