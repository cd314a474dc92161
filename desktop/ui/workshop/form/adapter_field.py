"""The adapter of a Modelfile: a LoRA file that goes with the base."""

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.creation import FilePart
from desktop.domain.modelfile_check import Trap
from desktop.domain.modelfile_edit import set_value
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.labels import ElidedLabel, Label
from desktop.ui.workshop.form.base_field import path_in
from desktop.ui.workshop.form.shown import Shown, Write
from desktop.workshop.doubts import Doubt


class AdapterField(QWidget):
    """The file's name and size; Choose… opens the system's file dialog."""

    def __init__(self, theme: Theme, write: Write) -> None:
        super().__init__()
        self._write = write
        self._shown = Shown()
        self.path = ElidedLabel(theme)
        self.choose = Button(theme, self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose an adapter"))
        self.remove = IconButton(theme, "x", self.tr("Remove the adapter"), length=14)
        self.below = Label(theme, "", "small", "muted", wraps=True)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(Label(theme, self.tr("Adapter"), "strong"))
        row.addStretch(1)
        row.addWidget(self.path)
        row.addWidget(self.remove)
        row.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(row)
        column.addWidget(self.below)
        self.choose.clicked.connect(self.choose_file)
        self.remove.clicked.connect(lambda: write(lambda text: set_value(text, "adapter", None)))

    def show_adapter(self, shown: Shown) -> None:
        self._shown = shown
        adapter = shown.value("adapter")
        self.path.setText(adapter.replace("\\", "/").rpartition("/")[2] or self.tr("none"))
        self.path.set_tone("text" if adapter else "muted")
        self.remove.setVisible(bool(adapter))
        text, is_wrong = self._words(adapter)
        self._say(text, is_wrong=is_wrong)

    def choose_file(self) -> None:
        """Ask for a file with the system's dialog."""
        folder = self._shown.bases.folder
        dialog = QFileDialog(self, self.tr("Choose the adapter"), str(folder or ""))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Adapters (*.gguf *.safetensors)"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _words(self, adapter: str) -> tuple[str, bool]:
        if self._shown.finding("adapter", Trap.SEVERAL_ADAPTERS):
            return self.tr("Named several times; the last one counts."), False
        file = self._shown.bases.file(adapter, FilePart.ADAPTER)
        if file is None:
            return "", False
        if Doubt.MISSING in file.doubts:
            return self.tr("There is no such file."), True
        if Doubt.WRONG_PART in file.doubts:
            return self.tr("This file is no adapter."), True
        if file.is_forbidden:
            return self.tr("This file cannot be sent."), True
        text = self.tr("{size}. It would be uploaded.")
        return text.format(size=units.size(file.file.size)), False

    def _take(self, path: str) -> None:
        written = path_in(path, self._shown.bases.folder)
        self._say(self._write(lambda text: set_value(text, "adapter", written)), is_wrong=True)

    def _say(self, text: str, *, is_wrong: bool) -> None:
        self.below.setText(text)
        self.below.set_tone("danger" if is_wrong else "muted")
        self.below.setVisible(bool(text))
