"""The form's line about licences."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.modelfile_edit import set_values
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ElidedLabel, Label
from desktop.ui.workshop.form.licences_dialog import LicencesDialog
from desktop.ui.workshop.form.shown import Shown, Write


class Licences(QWidget):
    """The first line of the licence, and the dialog that changes it."""

    def __init__(self, theme: Theme, write: Write) -> None:
        super().__init__()
        self._theme = theme
        self._write = write
        self._values: tuple[str, ...] = ()
        self.summary = ElidedLabel(theme)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.edit = Button(theme, self.tr("Edit"))
        self.edit.setAccessibleName(self.tr("Edit the licence"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(Label(theme, self.tr("Licence"), "strong"))
        row.addWidget(self.summary, 1)
        row.addWidget(self.edit)
        self.edit.clicked.connect(self._ask)

    def show_licences(self, shown: Shown) -> None:
        self._values = shown.values("license")
        lines = [licence.strip().split("\n")[0] for licence in self._values]
        self.summary.setText(joining.listed(lines) or self.tr("the base's own"))
        self.summary.set_tone("text" if self._values else "muted")

    def _ask(self) -> None:
        dialog = LicencesDialog(self._theme, self._values, parent=self.window())
        dialog.chosen.connect(self._take)
        dialog.open()

    def _take(self, values: Sequence[str]) -> None:
        self._write(lambda text: set_values(text, "license", values))
