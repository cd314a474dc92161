"""The round button that goes to the newest, while the reader is somewhere above."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.transcript.area import RowArea
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.paint import paint_icon

_SIDE, _ABOVE = 32, 12


class JumpButton(IconButton):
    """Stands over the end of the view, in its middle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "arrow-down", "", length=16, parent=parent)
        self._theme_of_button = theme
        self.set_name(self.tr("Jump to the newest"))
        self.setProperty("ringRadius", _SIDE // 2)
        self.hide()

    def place(self, area: RowArea) -> None:
        """Be there while the end is out of sight, and nowhere else."""
        bar = area.verticalScrollBar()
        is_wanted = not area.follows and bar.maximum() - bar.value() > area.viewport().height() // 4
        self.setVisible(is_wanted)
        if is_wanted:
            side = self._theme_of_button.px(_SIDE)
            self.setFixedSize(side, side)
            left = (area.width() - side) // 2
            self.move(left, area.height() - side - self._theme_of_button.px(_ABOVE))
            self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme_of_button
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.setBrush(theme.color("hover" if self.underMouse() else "raised"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        paint_icon(painter, self.rect(), "arrow-down", "text", theme, 16)
