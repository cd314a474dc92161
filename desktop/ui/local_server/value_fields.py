"""Fields for a variable's value: typed, or chosen; empty is always the default."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.text import visible
from desktop.system.variables import Kind, Variable, is_on
from desktop.ui.bridge.theme import Theme, set_property
from desktop.ui.widgets.fields import Choice, TextField


class TextValue(TextField):
    """A value that is typed; its hint is the default."""

    edited = Signal()

    def __init__(self, theme: Theme, variable: Variable, parent: QWidget | None = None) -> None:
        super().__init__(theme, hint=variable.default, parent=parent)
        self.setObjectName(variable.name)
        self.textEdited.connect(self.edited)

    @property
    def value(self) -> str:
        return self.text().strip()

    def show_value(self, value: str) -> None:
        """Show a value; the same one keeps the cursor where it is."""
        if value != self.value:
            self.setText(value)


class ChoiceValue(Choice):
    """A value that is chosen; one that stands there and is none of the choices is kept."""

    edited = Signal()

    def __init__(self, theme: Theme, variable: Variable, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._variable = variable
        self.setObjectName(variable.name)
        self.addItem(self._default(), "")
        if variable.kind is Kind.SWITCH:
            self.addItem(self.tr("On"), "1")
            self.addItem(self.tr("Off"), "0")
        for choice in variable.choices:
            self.addItem(choice, choice)
        self.activated.connect(self._on_activated)

    @property
    def value(self) -> str:
        return str(self.currentData() or "")

    def show_value(self, value: str) -> None:
        """Take that value, which is added where nobody offered it."""
        if self.findData(value) < 0:
            self.addItem(visible(value), value)
        self.setCurrentIndex(self.findData(value))

    def set_wrong(self, is_wrong: bool) -> None:
        set_property(self, "wrong", is_wrong)

    def _on_activated(self, _: int) -> None:
        self.edited.emit()

    def _default(self) -> str:
        default = self._variable.default
        if not default:
            return self.tr("As Ollama decides")
        if self._variable.kind is Kind.SWITCH:
            return self.tr("Default: on") if is_on(default) else self.tr("Default: off")
        return self.tr("Default: {value}").format(value=default)
