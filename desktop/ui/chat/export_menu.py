"""Writes a conversation into a file, as Markdown, JSON or a page of HTML."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop.chat.talk import Talk
from desktop.domain.conversation import AttachmentId, Target
from desktop.domain.file_name import safe_file_name
from desktop.domain.text import visible
from desktop.runtime.threads import abandonable
from desktop.storage.atomic import write_atomic
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.chat.export_text import Exported, ExportForm, exported, read_files

Read = Callable[[AttachmentId], Awaitable[bytes]]


class Export(QObject):
    """Asks where to, writes at one stroke, and says what came of it."""

    def __init__(
        self,
        name_of: Callable[[Target], str],
        read: Read,
        say: Callable[[str], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._read = read
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

    def ask(self, talk: Talk, title: str, form: ExportForm) -> None:
        """Let the person choose a file, and write the conversation into it."""
        dialog = QFileDialog(self._window, self.tr("Export the conversation"), str(Path.home()))
        dialog.setObjectName("exportFile")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form.value)
        dialog.selectFile(f"{safe_file_name(title)}.{form.value}")
        dialog.fileSelected.connect(partial(self.write, talk, form))
        dialog.open()

    def write(self, talk: Talk, form: ExportForm, path: str) -> None:
        """Write it there; what stood in the file before stays whole until all is written."""
        file = Path(path)
        said = self.tr("Exported as {file}").format(file=visible(file.name))
        self._scope.start(
            _write(exported(talk, self._name_of), form, self._read, file),
            lambda _: self._say(said),
            self._on_failed,
        )

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        self._say(self.tr("That file cannot be written. Choose another folder."))


async def _write(known: Exported, form: ExportForm, read: Read, file: Path) -> None:
    contents = await read_files(known.files(form), read)

    def write() -> None:
        write_atomic(file, known.text(form, contents).encode("utf-8", "replace"))

    await abandonable(write)
