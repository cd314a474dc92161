"""What a person sees when something went wrong that nobody had foreseen."""

import traceback
from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.domain.redaction import redact
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.dialog import Dialog

_MOST = 20
"""Reports that are kept: a crash that repeats must not fill the memory."""


class CrashDialog(Dialog):
    """Shows reports that can be copied; the program goes on underneath."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", primary="", parent=parent)
        self.setObjectName("crashDialog")
        self.setModal(False)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.title.setText(self.tr("Something went wrong that nobody had foreseen"))
        self.line.setText(
            self.tr("Paddock goes on. The report says what happened and holds no passwords.")
        )
        self.line.show()
        self.report = QPlainTextEdit(readOnly=True)
        self.report.setProperty("box", "code")
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setFont(theme.font("mono_hint"))
        self.report.setMinimumHeight(theme.px(240))
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.body.addWidget(self.report)
        copy = Button(theme, self.tr("Copy report"), "quiet", "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        self.save = Button(theme, self.tr("Save a report…"), "quiet", "file-archive")
        self.save.setObjectName("saveReport")
        self.set_quiet(self.save)
        self.set_quiet(copy)
        self.set_primary(self.tr("Go on"))
        self.cancel.hide()


class CrashReports:
    """Gathers crashes in one dialog: a further one is added to it, never a second dialog.

    `facts` is asked for when the dialog opens: version, system, Qt; a few lines
    without secrets. `window` is the one that is shown then. `save_report` shows the
    whole report, with the log.
    """

    def __init__(
        self,
        theme: Theme,
        window: Callable[[], QWidget],
        facts: Callable[[], str],
        save_report: Callable[[], None],
    ) -> None:
        self._theme = theme
        self._window = window
        self._facts = facts
        self._save_report = save_report
        self._reports: list[str] = []
        self._dialog: CrashDialog | None = None

    def add(self, where: str, error: BaseException) -> None:
        """Show what crashed and where, without secrets; `where` is a task's name or a few words."""
        lines = "".join(traceback.format_exception(error)).rstrip()
        report = redact(f"{where}\n{lines}" if where else lines)
        self._reports = [*self._reports, report][-_MOST:]
        if self._dialog is None:
            self._dialog = CrashDialog(self._theme, self._window())
            self._dialog.finished.connect(self._on_closed)
            self._dialog.destroyed.connect(self._on_gone)
            self._dialog.save.clicked.connect(self._save_report)
            self._dialog.show()
        self._dialog.report.setPlainText("\n\n".join([self._facts(), *self._reports]))

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._on_gone()

    def _on_gone(self) -> None:
        self._dialog = None
        self._reports = []
