"""A file with certificates of one's own authority, looked into as soon as it was named."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.domain.trust import CaFileProblem
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.services import CheckCaFile
from desktop.ui.connection.words import ca_file_problem
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import FormField, TextField


class CaFile(QWidget):
    """Takes a path, by hand or from the system's file dialog."""

    changed = Signal()

    def __init__(
        self, theme: Theme, check: CheckCaFile | None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._check = check
        self._scope = TaskScope(self)
        self._problem = ""
        self.path = TextField(theme, hint="ca.pem")
        self.browse = Button(theme, self.tr("Choose…"))
        self._field = FormField(theme, self.tr("CA file (PEM)"), self.path, beside=self.browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        self.path.textChanged.connect(self._on_typed)
        self.path.editingFinished.connect(self._look)
        self.browse.clicked.connect(self._browse)

    @property
    def text(self) -> str:
        return self.path.text().strip()

    def find_problem(self) -> QWidget | None:
        """Say what is wrong and return the field."""
        if not self.text:
            self._field.set_error(self.tr("Choose a file, or believe the system's alone."))
            return self.path
        return self.path if self._problem else None

    def _on_typed(self) -> None:
        self._say("")
        self.changed.emit()

    def _look(self) -> None:
        self._scope.cancel()
        if self.text and self._check is not None:
            self._scope.start(self._check(self.text), self._on_looked)

    def _on_looked(self, found: CaFileProblem | None) -> None:
        self._say(ca_file_problem(found) if found else "")

    def _say(self, problem: str) -> None:
        self._problem = problem
        self._field.set_error(problem)

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a CA file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Certificates (*.pem *.crt *.cer *.ca-bundle)"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, path: str) -> None:
        self.path.setText(path)
        self._look()
