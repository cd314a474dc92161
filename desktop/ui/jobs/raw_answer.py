"""What a server said, word for word."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.dialog import Dialog


class RawAnswer(Dialog):
    """Shows a raw answer as plain text, to read and to copy."""

    def __init__(self, theme: Theme, raw: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "", primary="", parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Raw answer"))
        self.title.setText(self.tr("Raw answer"))
        self.primary.setText(self.tr("Close"))
        self.cancel.hide()
        self._raw = raw
        text = QPlainTextEdit(visible(raw, keep_newlines=True))
        text.setObjectName("rawAnswer")
        text.setAccessibleName(self.tr("Raw answer"))
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setProperty("box", "code")
        text.setFont(theme.font("mono"))
        text.setMinimumHeight(theme.px(140))
        self.body.addWidget(text)
        copy = Button(theme, self.tr("Copy"), "quiet", "copy")
        copy.clicked.connect(self._copy)
        self.set_quiet(copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._raw)
