"""Buttons side by side, as many as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme

_GAP = 6
_ALWAYS = 2


class FittingRow(QWidget):
    """Leaves out what has no room, last first; for what a menu offers as well.

    The first two are always shown. It lays the buttons out itself, so that it
    can be narrower than all of them.
    """

    def __init__(
        self, theme: Theme, buttons: Sequence[QPushButton], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons = tuple(buttons)
        self._wanted: tuple[QPushButton, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for button in self._buttons:
            button.setParent(self)
            button.hide()

    def offer(self, wanted: Sequence[QPushButton]) -> None:
        """Show these of its buttons, as far as there is room."""
        self._wanted = tuple(wanted)
        self._arrange()
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return self._size_of(self._wanted)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._size_of(self._wanted[:_ALWAYS])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange}:
            self._arrange()
            self.updateGeometry()
        return super().event(event)

    def _arrange(self) -> None:
        fitting = list(self._wanted)
        while len(fitting) > _ALWAYS and self._size_of(fitting).width() > self.width():
            fitting.pop()
        at = QPoint()
        for button in fitting:
            size = button.sizeHint()
            area = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(at, size))
            button.setGeometry(area)
            at += QPoint(size.width() + self._theme.px(_GAP), 0)
        for button in self._buttons:
            button.setVisible(button in fitting)

    def _size_of(self, buttons: Sequence[QPushButton]) -> QSize:
        sizes = [button.sizeHint() for button in buttons]
        gaps = self._theme.px(_GAP) * max(0, len(sizes) - 1)
        high = max((size.height() for size in sizes), default=0)
        return QSize(sum(size.width() for size in sizes) + gaps, high)
