"""Where the schema of an answer is written; problems are said while it is typed."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.chat.json_document import NotJson
from desktop.chat.json_schema import parse_schema
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.json_words import reason
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.text_area import TextArea

OBJECT = """{
  "type": "object",
  "properties": {
    "answer": {"type": "string"},
    "sure": {"type": "boolean"}
  },
  "required": ["answer", "sure"]
}"""
LIST = """{
  "type": "array",
  "items": {
    "type": "object",
    "properties": {
      "title": {"type": "string"},
      "severity": {"enum": ["low", "high"]}
    },
    "required": ["title", "severity"]
  }
}"""


class SchemaEditor(QWidget):
    """Tells a schema by `changed` only when it is a JSON object; until then the last one holds."""

    changed = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_free = True
        name = self.tr("JSON schema of the answer")
        self.field = TextArea(theme, name, least=6, most=18, font="mono_hint")
        self.problem = Label(theme, "", "small", "danger", wraps=True)
        self.examples = Button(theme, self.tr("Start from an example"), "quiet", "chevron-down")
        self._build(theme)
        self.field.edited.connect(self._on_typed)
        self._check(self.field.text)

    def show_schema(self, schema: str) -> None:
        """Show that schema, unless somebody types there or it is wrong still."""
        is_wrong = bool(self.problem.text()) and not self.problem.isHidden()
        if self._is_free or not (self.field.hasFocus() or is_wrong):
            self.field.show_text(schema)
            self._check(schema)
        self._is_free = False

    def forget_typing(self) -> None:
        """Let go of text that was not taken."""
        self._is_free = True

    def begin(self, schema: str = OBJECT) -> None:
        """Write that schema as a person would."""
        self.field.show_text(schema)
        self._on_typed(schema)

    def _build(self, theme: Theme) -> None:
        menu = QMenu(self)
        names = (self.tr("An object with two members"), self.tr("A list of objects"))
        for name, schema in zip(names, (OBJECT, LIST), strict=True):
            menu.addAction(name).setData(schema)
        menu.triggered.connect(self._on_example)
        self.examples.setMenu(menu)
        row = QHBoxLayout()
        row.addWidget(self.examples)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.field)
        column.addWidget(self.problem)
        column.addLayout(row)

    def _on_example(self, action: QAction) -> None:
        self.begin(str(action.data()))

    def _on_typed(self, text: str) -> None:
        if self._check(text):
            self.changed.emit(text)

    def _check(self, text: str) -> bool:
        problem = schema_problem(text)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.field.set_wrong(bool(problem))
        self.field.setAccessibleDescription(problem)
        return not problem


def schema_problem(text: str) -> str:
    """Say what is wrong with a schema's text; "" where nothing is."""
    if not text.strip():
        return QCoreApplication.translate("Parameters", "Write a schema, or start from an example.")
    try:
        parse_schema(text)
    except NotJson as error:
        return reason(error)
    return ""
