"""One variable of the environment: its field, what it is for, where it is set, what is wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.text import visible
from desktop.system.exposure import Exposure, exposure_of
from desktop.system.plan import Caution
from desktop.system.variables import Kind, Problem, Variable, problem_of
from desktop.ui import joining, units
from desktop.ui.bridge.theme import Theme
from desktop.ui.local_server.value_fields import ChoiceValue, TextValue
from desktop.ui.local_server.variable_words import (
    problem_words,
    variable_help,
    variable_title,
)
from desktop.ui.local_server.words import cautions
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import Banner

_EXPOSED = {
    Exposure.EVERYWHERE: Caution.OPEN_TO_EVERYBODY,
    Exposure.ONE_NETWORK: Caution.OPEN_TO_ONE_NETWORK,
}


class VariableField(QWidget):
    """Keeps what a person typed until that is written; an empty value leaves the default."""

    edited = Signal()

    def __init__(self, theme: Theme, variable: Variable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.variable = variable
        self._kept = ""
        self._runs_with: str | None = None
        title = variable_title(variable)
        if variable.kind in (Kind.SWITCH, Kind.CHOICE):
            self.field: TextValue | ChoiceValue = ChoiceValue(theme, variable)
        else:
            self.field = TextValue(theme, variable)
        self.field.setAccessibleName(joining.noted(title, variable.name))
        self.name = Label(theme, title, "small_medium")
        self.name.setBuddy(self.field)
        self.reset = IconButton(
            theme, "undo-2", self.tr("Back to the default: {name}").format(name=variable.name)
        )
        self.where = Label(theme, "", "small", "muted", wraps=True)
        self.below = Label(theme, variable_help(variable), "small", "muted", wraps=True)
        self.warning = Banner(theme, "warning", icon="shield-alert")
        self.warning.hide()
        self._build()
        self.field.edited.connect(self._on_edited)
        self.reset.clicked.connect(self._on_reset)
        self._refresh()

    @property
    def value(self) -> str:
        return self.field.value

    @property
    def is_edited(self) -> bool:
        return self.value != self._kept

    @property
    def problem(self) -> Problem | None:
        return problem_of(self.variable, self.value)

    def show_kept(self, kept: str, where: str, runs_with: str | None) -> None:
        """Show what is kept, unless the person has typed something else.

        `runs_with` is what the server that runs was started with, None where that is not known.
        """
        was_edited = self.is_edited
        self._kept, self._runs_with = kept, runs_with
        if not was_edited:
            self.field.show_value(kept)
        self.where.setText(self._where(where))
        self.where.setVisible(bool(self.where.text()))
        self._refresh()

    def discard(self) -> None:
        """Show what is kept again."""
        self.field.show_value(self._kept)
        self._refresh()

    def show_problem(self, problem: Problem | None) -> None:
        """Say what is wrong; None says what the variable is for."""
        text = variable_help(self.variable) if problem is None else problem_words(problem)
        if problem is None and (understood := self._understood()):
            text = joining.sentences(text, understood)
        self.below.setText(text)
        self.below.set_tone("muted" if problem is None else "danger")
        self.field.setAccessibleDescription(text)
        self.field.set_wrong(problem is not None)

    def _understood(self) -> str:
        is_bytes = self.variable.kind is Kind.BYTES and self.value.isdecimal()
        return (
            self.tr("That is {size}.").format(size=units.size(int(self.value)))
            if (is_bytes and len(self.value) < 16)
            else ""
        )

    def _where(self, where: str) -> str:
        if self._runs_with is None or self._runs_with == self._kept:
            return where
        if not self._runs_with:
            more = self.tr("The server that runs was started without it.")
        else:
            text = self.tr("The server that runs was started with {value}.")
            more = text.format(value=visible(self._runs_with))
        return joining.sentences(where, more)

    def _on_edited(self) -> None:
        self._refresh()
        self.edited.emit()

    def _on_reset(self) -> None:
        self.field.show_value("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_edited()

    def _refresh(self) -> None:
        self.reset.setVisible(bool(self.value))
        self.show_problem(self.problem)
        if self.variable.kind is Kind.ADDRESS:
            caution = _EXPOSED.get(exposure_of(self.value))
            self.warning.setVisible(caution is not None and self.problem is None)
            if caution is not None:
                self.warning.say("warning", *cautions(frozenset({caution})), icon="shield-alert")

    def _build(self) -> None:
        px = self._theme.px
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(self.name)
        top.addWidget(Label(self._theme, self.variable.name, "mono_hint", "muted"), 1)
        row = QHBoxLayout()
        row.setSpacing(px(6))
        row.addWidget(self.field, 1)
        if self.variable.kind is Kind.FOLDER:
            self.choose = IconButton(self._theme, "folder-open", self.tr("Choose a folder"))
            self.choose.clicked.connect(self._choose)
            row.addWidget(self.choose)
        row.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(top)
        column.addLayout(row)
        column.addWidget(self.below)
        column.addWidget(self.where)
        column.addWidget(self.warning)

    def _choose(self) -> None:
        dialog = QFileDialog(self, variable_title(self.variable), self.value)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    def _on_folder(self, folder: str) -> None:
        self.field.show_value(folder)
        self._on_edited()
