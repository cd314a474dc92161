"""What every line of a host's card has: a hairline above it, and room around it."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.labels import Hairline

EDGE = 16


class CardRow(QWidget):
    """Put what it shows into `line`, and what stands below that into `column`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.px
        self.line = QHBoxLayout()
        self.line.setSpacing(px(10))
        self.column = QVBoxLayout()
        self.column.setContentsMargins(px(EDGE), px(8), px(14), px(8))
        self.column.setSpacing(px(8))
        self.column.addLayout(self.line)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Hairline())
        outer.addLayout(self.column)

    def tick(self, now: datetime) -> None:
        """A second went by."""

    def set_narrow(self, is_narrow: bool) -> None:
        """Put below each other what has no room side by side."""
