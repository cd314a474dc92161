"""A section of the inspector that holds one text: template, system prompt, licence, Modelfile."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.models.long_text import LongText
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label


class TextSection(QWidget):
    """The text, how long it is, and a button that copies the whole of it as it was sent."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        nothing: str,
        *,
        is_code: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._nothing = nothing
        self.text = LongText(theme, name, is_code=is_code)
        self._length = Label(theme, "", "small", "muted", wraps=True)
        self.copy = Button(theme, self.tr("Copy"), "quiet", "copy")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.text))
        row = QHBoxLayout()
        row.addWidget(self._length, 1)
        row.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(18), theme.px(8), theme.px(18), theme.px(12))
        column.setSpacing(theme.px(4))
        column.addLayout(row)
        column.addWidget(self.text, 1)
        column.addStretch(0)
        self.show_text(None)

    @property
    def says(self) -> str:
        """The line above the text."""
        return self._length.text()

    def show_text(self, text: str | None) -> None:
        """Show that text, say that there is none (""), or nothing before it is known (None)."""
        has_text = bool(text)
        characters = self.tr("{number} characters").format(number=units.number(len(text or "")))
        self._length.setText(characters if has_text else "" if text is None else self._nothing)
        self.copy.setVisible(has_text)
        self.text.setVisible(has_text)
        self.text.show_text(text or "")
