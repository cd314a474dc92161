"""The small question after a conversation's new name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.title import LONGEST
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.fields import FormField, TextField


class RenameDialog(Dialog):
    """Asks for a title; an empty one cannot be kept."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", primary="", width=440, parent=parent)
        self.setObjectName("renameConversation")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rename the conversation"))
        self.title.setText(self.tr("Rename the conversation"))
        self.set_primary(self.tr("Rename"))
        self.field = TextField(theme, title)
        self.field.setMaxLength(LONGEST)
        self.field.selectAll()
        self.field.textChanged.connect(self._check)
        self.body.addWidget(FormField(theme, self.tr("Title"), self.field))

    @property
    def name(self) -> str:
        """What was typed."""
        return self.field.text().strip()

    def _check(self) -> None:
        why = "" if self.name else self.tr("Type a title.")
        self.set_primary(self.tr("Rename"), enabled=bool(self.name), why=why)
