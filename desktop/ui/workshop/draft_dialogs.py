"""Small questions about a draft: its name, and whether its text may go."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.fields import FormField, TextField
from desktop.ui.workshop.draft_words import title
from desktop.workshop.draft import Draft


class RenameDraftDialog(Dialog):
    """Asks what a draft shall be called. Its file keeps its name."""

    named = Signal(str)

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", " ", primary="", width=400, parent=parent)
        self.setObjectName("renameDraft")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = self.tr("Rename the draft")
        self.setWindowTitle(text)
        self.title.setText(text)
        self.line.setText(self.tr("Only here: a file keeps its name, and so does a model."))
        self.set_primary(self.tr("Rename"))
        self.field = TextField(theme, name)
        self.field.selectAll()
        self.body.addWidget(FormField(theme, self.tr("Name"), self.field))

    @override
    def accept(self) -> None:
        name = " ".join(self.field.text().split())
        if name:
            self.named.emit(name)
            super().accept()


class CloseQuestion(Dialog):
    """Asks before text goes that is in no file."""

    save_wanted = Signal()

    def __init__(self, theme: Theme, draft: Draft, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", " ", primary="", kind="danger", width=440, parent=parent)
        self.setObjectName("closeQuestion")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = self.tr("Close {draft} without saving?").format(draft=title(draft))
        self.setWindowTitle(text)
        self.title.setText(text)
        never = self.tr("It was never saved, and its text is lost then.")
        edited = self.tr("What was changed since it was last saved is lost then.")
        self.line.setText(never if draft.path is None else edited)
        self.set_primary(self.tr("Close without saving"))
        save = Button(theme, self.tr("Save and close"))
        save.clicked.connect(self._save)
        self.set_quiet(save)

    def _save(self) -> None:
        self.reject()
        self.save_wanted.emit()
