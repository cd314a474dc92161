"""The line above a page that is opened from the memory page: back there, title, one muted line."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Hairline, Label


class SubPageHeader(QWidget):
    """Says where one is and how to go back; at its `end` a page may have a button of its own."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        line: str,
        end: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        px = theme.px
        self.back = Button(theme, self.tr("Memory"), "quiet", "chevron-left")
        self.back.setObjectName("backToMemory")
        self.back.setAccessibleName(self.tr("Back to Memory"))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(Label(theme, title, "title"))
        words.addWidget(Label(theme, line, "small", "muted", wraps=True))
        row = QHBoxLayout()
        row.setContentsMargins(px(10), px(12), px(16), px(10))
        row.setSpacing(px(8))
        row.addWidget(self.back)
        row.addLayout(words, 1)
        if end is not None:
            row.addWidget(end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Hairline())
