"""The form's section of sample messages."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.modelfile_edit import set_values
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.ui.workshop.form.head_row import HeadRow
from desktop.ui.workshop.form.messages_dialog import MessagesDialog
from desktop.ui.workshop.form.shown import Shown, Write


class Messages(QWidget):
    """How many there are, and the dialog that changes them."""

    def __init__(self, theme: Theme, write: Write) -> None:
        super().__init__()
        self._theme = theme
        self._write = write
        self._values: tuple[str, ...] = ()
        self.add = Button(theme, self.tr("Add"), "quiet", "plus")
        self.add.setAccessibleName(self.tr("Add sample messages"))
        self.edit = Button(theme, self.tr("Edit"))
        self.edit.setAccessibleName(self.tr("Edit the sample messages"))
        self.count = Label(theme)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.count, 1)
        line.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(HeadRow(theme, self.tr("Sample messages"), self.add))
        column.addWidget(self._line)
        self.add.clicked.connect(lambda: self._ask().add_exchange())
        self.edit.clicked.connect(self._ask)

    def show_messages(self, shown: Shown) -> None:
        self._values = shown.values("message")
        self.count.setText(self._words())
        self._line.setVisible(bool(self._values))

    def _words(self) -> str:
        count = len(self._values)
        if is_exchange(self._values):
            if count == 2:
                return self.tr("1 exchange")
            return self.tr("%n exchanges", "", count // 2)
        return self.tr("1 message") if count == 1 else self.tr("%n messages", "", count)

    def _ask(self) -> MessagesDialog:
        dialog = MessagesDialog(self._theme, self._values, parent=self.window())
        dialog.chosen.connect(self._take)
        dialog.open()
        return dialog

    def _take(self, values: Sequence[str]) -> None:
        self._write(lambda text: set_values(text, "message", values))


def is_exchange(values: Sequence[str]) -> bool:
    """Whether a person and the model take turns, the person first."""
    roles = [said.partition(":")[0] for said in values]
    return bool(roles) and roles == ["user", "assistant"] * (len(roles) // 2)
