"""The report for whoever is asked for help: every file is shown before anything is saved."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget
from typing_extensions import override

from desktop.diagnostics.report import Report, write_zip
from desktop.domain.text import visible
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.tabs import TabBar


@dataclass(frozen=True, slots=True)
class ReportDoors:
    """Gathers the report, and tells briefly that it was saved."""

    gather: Callable[[], Coroutine[Any, Any, Report]]
    say: Callable[[str], None]


class ReportDialog(Dialog):
    """Shows what was gathered, file by file. What is saved is what is shown."""

    def __init__(self, theme: Theme, doors: ReportDoors, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", primary="", width=760, parent=parent)
        self.setObjectName("reportDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._doors = doors
        self._report = Report(())
        self._scope = TaskScope(self)
        self.setWindowTitle(self.tr("Save a report"))
        self.title.setText(self.tr("Save a report"))
        self.line.setText(
            self.tr(
                "This is all that it holds. Passwords and tokens are left out; "
                "addresses and names of models are in it."
            )
        )
        self.line.show()
        self.tabs: TabBar | None = None
        self.text = self._build_text()
        self.body.addWidget(self.text)
        self.set_primary(self.tr("Save…"), enabled=False, why=self.tr("Gathering…"))
        self._scope.start(doors.gather(), self._show)

    @override
    def accept(self) -> None:
        """Ask where to; the dialog closes once the file is written."""
        dialog = QFileDialog(self, self.tr("Save a report"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Zip archives (*.zip)"))
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(f"paddock-{QDate.currentDate().toString('yyyy-MM-dd')}.zip")
        dialog.fileSelected.connect(self.save)
        dialog.open()

    def save(self, path: str) -> None:
        """Write what is shown."""
        self.set_primary(self.tr("Save…"), enabled=False, why=self.tr("Saving…"))
        self._scope.start(write_zip(self._report, Path(path)), self._on_saved, self._on_failed)

    def _show(self, report: Report) -> None:
        self._report = report
        names = [file.name for file in report.files]
        self.tabs = TabBar(self._theme, names, most=len(names))
        self.tabs.chosen.connect(self._show_file)
        self.body.insertWidget(0, self.tabs)
        self._show_file(0)
        self.set_primary(self.tr("Save…"))

    def _show_file(self, place: int) -> None:
        text = self._report.files[place].text
        self.text.setPlainText(visible(text, keep_newlines=True) or self.tr("It is empty."))

    def _on_saved(self, _: None) -> None:
        self._doors.say(self.tr("The report is saved."))
        super().accept()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        why = self.tr("It cannot be written there. Choose another folder.")
        self.set_primary(self.tr("Save…"), why=why)

    def _build_text(self) -> QPlainTextEdit:
        text = QPlainTextEdit()
        text.setObjectName("reportText")
        text.setAccessibleName(self.tr("Report"))
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        text.setProperty("box", "code")
        text.setFont(self._theme.font("mono_hint"))
        text.setMinimumHeight(self._theme.px(220))
        return text
