"""The line above the page: back to the memory page, title, one muted line."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Hairline, Label


class TidyHeader(QWidget):
    """Says where one is, and how to go back."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.px
        self.back = Button(theme, self.tr("Memory"), "quiet", "chevron-left")
        self.back.setObjectName("backFromTidying")
        self.back.setAccessibleName(self.tr("Back to Memory"))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(Label(theme, self.tr("Tidy up"), "title"))
        line = self.tr("What models really take, and what lies on this computer without use")
        words.addWidget(Label(theme, line, "small", "muted", wraps=True))
        row = QHBoxLayout()
        row.setContentsMargins(px(10), px(12), px(16), px(10))
        row.setSpacing(px(8))
        row.addWidget(self.back)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Hairline())
