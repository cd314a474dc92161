"""Writes a conversation into a file, as Markdown, JSON or a page of HTML."""

from collections.abc import Callable
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop.chat.export import as_html, as_json, as_markdown
from desktop.chat.snapshot import TalkSnapshot
from desktop.domain.conversation import Target
from desktop.domain.file_name import safe_file_name
from desktop.runtime.threads import abandonable
from desktop.storage.atomic import write_atomic
from desktop.ui.bridge.scope import TaskScope


class ExportForm(Enum):
    """The forms there are, each by the ending of its file."""

    MARKDOWN = "md"
    JSON = "json"
    HTML = "html"


_WRITERS = {
    ExportForm.MARKDOWN: as_markdown,
    ExportForm.JSON: as_json,
    ExportForm.HTML: as_html,
}


class Export(QObject):
    """Asks where to, writes at one stroke, and says what came of it."""

    def __init__(
        self, name_of: Callable[[Target], str], say: Callable[[str], None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._name_of = name_of
        self._say = say
        self._window = window
        self._scope = TaskScope(self)

    def fill(self, menu: QMenu, begin: Callable[[ExportForm], None]) -> None:
        """Put an entry for each form into a menu."""
        names = {
            ExportForm.MARKDOWN: self.tr("Markdown…"),
            ExportForm.JSON: self.tr("JSON…"),
            ExportForm.HTML: self.tr("HTML page…"),
        }
        for form, name in names.items():
            menu.addAction(name, lambda form=form: begin(form))

    def ask(self, snapshot: TalkSnapshot, title: str, form: ExportForm) -> None:
        """Let the person choose a file, and write the path that is shown into it."""
        dialog = QFileDialog(self._window, self.tr("Export the conversation"), str(Path.home()))
        dialog.setObjectName("exportFile")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form.value)
        dialog.selectFile(f"{safe_file_name(title)}.{form.value}")
        dialog.fileSelected.connect(partial(self.write, snapshot, form))
        dialog.open()

    def write(self, snapshot: TalkSnapshot, form: ExportForm, path: str) -> None:
        """Write it there; what stood in the file before stays whole until all is written."""
        text = _WRITERS[form](snapshot.conversation, snapshot.path, self._name_of)
        file = Path(path)
        said = self.tr("Exported as {file}").format(file=file.name)
        self._scope.start(
            abandonable(write_atomic, file, text.encode("utf-8", "replace")),
            lambda _: self._say(said),
            self._on_failed,
        )

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        self._say(self.tr("That file cannot be written. Choose another folder."))
