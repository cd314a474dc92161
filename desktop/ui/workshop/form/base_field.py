"""The base of a model: chosen among the models of the hosts, typed, or a file."""

from pathlib import Path

from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCompleter, QFileDialog, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.modelfile import MODEL
from desktop.domain.modelfile_edit import set_value
from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme, set_property
from desktop.ui.widgets.fields import Choice, FormField
from desktop.ui.workshop.form.base_words import base_words
from desktop.ui.workshop.form.shown import Shown, Write
from desktop.ui.workshop.form.typing import Typing


class BaseChoice(Choice):
    """Knows whether an entry was chosen in its list, or met by arrow key or wheel."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.is_by_list = False

    @override
    def showPopup(self) -> None:
        self.is_by_list = True
        super().showPopup()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        self.is_by_list = False
        super().keyPressEvent(e)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.is_by_list = False
        super().wheelEvent(event)


class BaseField(QWidget):
    """An editable list; its last entry opens the system's file dialog."""

    def __init__(self, theme: Theme, write: Write) -> None:
        super().__init__()
        self._write = write
        self._shown = Shown()
        self._names: tuple[str, ...] = ()
        self._typing = Typing()
        self.choice = BaseChoice(theme)
        self.line = QLineEdit()
        self.choice.setLineEdit(self.line)
        self.choice.setCompleter(QCompleter(self))  # An empty one: nothing is typed for anybody.
        self.choice.setProperty("ring", False)
        self.choice.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        self.choice.setMinimumContentsLength(8)
        self.choice.setSizeAdjustPolicy(
            Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.line.setProperty("ring", False)
        self._theme = theme
        self._refresh()
        self._field = FormField(theme, self.tr("Base model"), self.choice)
        self.line.setAccessibleName(self.tr("Base model"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        self.line.textEdited.connect(self._on_typed)
        self.choice.activated.connect(self._on_chosen)
        theme.changed.connect(self._refresh)

    @property
    def text(self) -> str:
        return self.choice.currentText()

    def show_base(self, shown: Shown) -> None:
        """Show the FROM that counts, the models to choose from, and where it is."""
        self._shown = shown
        self._fill(tuple(model.name for model in shown.bases.models.values()))
        if self._typing.gives_way(shown.base, has_focus=self.line.hasFocus()):
            self._show_text(shown.base)
        said = base_words(shown)
        self._say(self._typing.refusal or (said.text if said.is_wrong else ""), said.text)

    def forget_typing(self) -> None:
        self._typing.forget()

    def choose_file(self) -> None:
        """Ask for a file with the system's dialog."""
        folder = self._shown.bases.folder
        dialog = QFileDialog(self, self.tr("Choose the base"), str(folder or ""))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("GGUF files (*.gguf)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _refresh(self) -> None:
        self.line.setFont(self._theme.font())

    def _fill(self, names: tuple[str, ...]) -> None:
        if names == self._names and self.choice.count():
            return
        self._names = names
        text = self.text
        self.choice.clear()
        for name in names:
            self.choice.addItem(visible(name))
        self.choice.addItem(self.tr("A file of this computer…"))
        self._show_text(text)

    def _show_text(self, text: str) -> None:
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def _say(self, error: str, hint: str) -> None:
        if error:
            self._field.set_error(error)
        else:
            self._field.set_hint(hint)
        set_property(self.choice, "wrong", bool(error))

    def _on_typed(self, text: str) -> None:
        self._set(text.strip())

    def _on_chosen(self, place: int) -> None:
        if place < len(self._names):
            self._typing.forget()
            self._show_text(self._names[place])
            self._set(self._names[place])
        else:
            self._show_text(self._shown.base)
            if self.choice.is_by_list:
                self.choose_file()

    def _take_file(self, path: str) -> None:
        self._typing.forget()
        written = path_in(path, self._shown.bases.folder)
        self._show_text(written)
        self._set(written)

    def _set(self, base: str) -> None:
        refusal = self._write(lambda text: set_value(text, MODEL, base))
        self._typing.begin(refusal)
        if refusal:
            self._say(refusal, "")


def path_in(path: str, folder: Path | None) -> str:
    """Write a path as a Modelfile of that folder does: what lies in it begins with ./"""
    chosen = Path(path)
    if folder is not None and chosen.is_relative_to(folder):
        return f"./{chosen.relative_to(folder).as_posix()}"
    return str(chosen)
