"""The line above this page: back to the memory page, title, one muted line."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.labels import Hairline, Label


class LocalServerHeader(QWidget):
    """Says where one is; the button at its end looks at everything again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.px
        self.back = Button(theme, self.tr("Memory"), "quiet", "chevron-left")
        self.back.setObjectName("backToMemory")
        self.back.setAccessibleName(self.tr("Back to Memory"))
        self.refresh = IconButton(theme, "refresh-cw", self.tr("Look again"))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(Label(theme, self.tr("Local server"), "title"))
        line = self.tr("The Ollama of this computer: who runs it, its log, its environment")
        words.addWidget(Label(theme, line, "small", "muted", wraps=True))
        row = QHBoxLayout()
        row.setContentsMargins(px(10), px(12), px(16), px(10))
        row.setSpacing(px(8))
        row.addWidget(self.back)
        row.addLayout(words, 1)
        row.addWidget(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Hairline())
