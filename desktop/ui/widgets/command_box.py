"""Commands to read and to copy, as they would be typed."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fitted_text import FittedText
from desktop.ui.widgets.labels import Label

_MOST_LINES = 16


class CommandBox(QWidget):
    """Shows all of a text: long lines are broken to be seen, and copied as they are."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.code = FittedText(theme, name, most=_MOST_LINES)
        self.code.setObjectName("commands")
        self.copy = Button(theme, self.tr("Copy"), "quiet", "copy")
        self.copy.clicked.connect(self._copy)
        top = QHBoxLayout()
        top.addWidget(Label(theme, name, "small_medium", "muted"), 1)
        top.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(top)
        column.addWidget(self.code)

    @property
    def text(self) -> str:
        return self._text

    def show_text(self, text: str) -> None:
        """Show these lines; what is copied is the text itself."""
        self._text = text
        self.code.show_text(visible(text, keep_newlines=True))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
