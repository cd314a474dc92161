"""A part of a Modelfile that is one line: renderer, parser, requires, draft."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.modelfile_edit import set_value
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.fields import FormField, TextField
from desktop.ui.workshop.form.shown import Shown, Write
from desktop.ui.workshop.form.typing import Typing


class LinePart(QWidget):
    """Emptied, the instruction goes."""

    def __init__(self, theme: Theme, write: Write, part: str, label: str, hint: str) -> None:
        super().__init__()
        self._write = write
        self._part = part
        self._typing = Typing()
        self.field = TextField(theme)
        self._form = FormField(theme, label, self.field, hint=hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)
        self.field.textEdited.connect(self._on_typed)

    def show_part(self, shown: Shown, error: str = "") -> None:
        """Show what the Modelfile says, unless somebody types here."""
        value = shown.value(self._part)
        if self._typing.gives_way(value, has_focus=self.field.hasFocus()):
            self.field.setText(value)
        self._form.set_error(self._typing.refusal or error)

    def forget_typing(self) -> None:
        self._typing.forget()

    def _on_typed(self, text: str) -> None:
        refusal = self._write(lambda whole: set_value(whole, self._part, text or None))
        self._typing.begin(refusal)
        if refusal:
            self._form.set_error(refusal)
