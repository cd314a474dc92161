"""Words that change with every reading, painted: a label would have its page laid out anew."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme

_GAP = 6
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Readout(QWidget):
    """One line: a name, and at its right a value with what belongs to it, muted.

    The name gives way first. `value` and `fact` are what is shown.
    """

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = name
        self.value = ""
        self.fact = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._refresh()
        theme.changed.connect(self._refresh)

    def say(self, value: str, fact: str) -> None:
        """Show those words from now on."""
        if (value, fact) != (self.value, self.fact):
            self.value, self.fact = value, fact
            self.update()

    @property
    def least_width(self) -> int:
        """What it takes to be read whole, in pixels."""
        strong, small = self._theme.metrics("small_medium"), self._theme.metrics("small")
        words = (self.name, strong), (self.value, strong), (self.fact, small)
        found = [metrics.horizontalAdvance(text) for text, metrics in words if text]
        return sum(found) + self._theme.px(_GAP) * (len(found) - 1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        gap = self._theme.px(_GAP)
        room = self.rect()
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("muted"))
        room = self._right(painter, room, self.fact, self._theme.metrics("small"))
        if self.fact:
            room.setRight(room.right() - gap)
        painter.setFont(self._theme.font("small_medium"))
        painter.setPen(self._theme.color("text"))
        metrics = self._theme.metrics("small_medium")
        room = self._right(painter, room, self.value, metrics)
        room.setRight(room.right() - gap)
        name = metrics.elidedText(self.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, name)

    def _right(self, painter: QPainter, room: QRect, text: str, metrics: QFontMetrics) -> QRect:
        """Paint that at the right, and return the room left of it."""
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _RIGHT, text)
        return room.adjusted(0, 0, -metrics.horizontalAdvance(text), 0)

    def _refresh(self) -> None:
        self.setFixedHeight(self._theme.metrics("small_medium").height())
        self.update()


class LegendEntry(QWidget):
    """A series in words: the value behind its name; as wide as the widest value so far."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = name
        self.value = ""
        self._widest = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._refresh()
        theme.changed.connect(self._refresh)

    def say(self, value: str) -> None:
        """Show that value from now on."""
        if value == self.value:
            return
        self.value = value
        if self._theme.metrics("small_medium").horizontalAdvance(value) > self._room:
            self._widest = value
            self._refresh()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("muted"))
        painter.drawText(self.rect(), _LEFT, self.name)
        painter.setFont(self._theme.font("small_medium"))
        painter.setPen(self._theme.color("text"))
        painter.drawText(self.rect().adjusted(self._left, 0, 0, 0), _LEFT, self.value)

    def _refresh(self) -> None:
        name = self._theme.metrics("small").horizontalAdvance(self.name)
        self._left = name + self._theme.px(_GAP)
        metrics = self._theme.metrics("small_medium")
        self._room = metrics.horizontalAdvance(self._widest)
        self.setFixedSize(self._left + self._room + 1, metrics.height())
        self.update()
