"""What an answer has to be: text, JSON, or JSON that keeps to a schema."""

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from desktop.domain.conversation import AnswerFormat
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.panel.row import LabelledRow
from desktop.ui.chat.panel.schema_editor import SchemaEditor
from desktop.ui.widgets.segments import Segments

_CHOICES = (AnswerFormat.TEXT, AnswerFormat.JSON, AnswerFormat.SCHEMA)


class FormatRow(LabelledRow):
    """Its value is the format's name. Where there is no schema yet, choosing it begins with one."""

    def __init__(self, theme: Theme) -> None:
        name = QCoreApplication.translate("Parameters", "Answer format")
        words = (
            QCoreApplication.translate("Parameters", "Text"),
            QCoreApplication.translate("Parameters", "JSON"),
            QCoreApplication.translate("Parameters", "Schema"),
        )
        self.segments = Segments(theme, name, words)
        super().__init__(theme, name, self.segments)
        self.editor = SchemaEditor(theme)
        self.body.addWidget(self.editor)
        self._schema = ""
        self.segments.chosen.connect(self._on_chosen)

    @property
    @override
    def is_changed(self) -> bool:
        return self._format is not AnswerFormat.TEXT

    @property
    def _format(self) -> AnswerFormat:
        return AnswerFormat.TEXT if self.value is None else AnswerFormat(str(self.value))

    def show_schema(self, schema: str) -> None:
        """Take in the schema, before the format is shown."""
        self._schema = schema
        self.editor.show_schema(schema)

    @override
    def forget_typing(self) -> None:
        self.editor.forget_typing()

    @override
    def refresh(self) -> None:
        self.segments.show_choice(_CHOICES.index(self._format))
        self.editor.setVisible(self._format is AnswerFormat.SCHEMA)
        self.say(
            self.tr("Say in the prompt that you want JSON, too")
            if self._format is AnswerFormat.JSON
            else ""
        )

    def _on_chosen(self, place: int) -> None:
        choice = _CHOICES[place]
        if choice is AnswerFormat.SCHEMA and not self._schema:
            self.editor.begin()
        self.take(choice.value)
