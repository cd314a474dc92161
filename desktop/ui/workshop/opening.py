"""Everything that a draft can come from: files, the clipboard, a model on a host, the gallery."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.conversation import Target
from desktop.domain.creation import FilePart
from desktop.domain.modelfile import MODEL
from desktop.domain.modelfile_writing import Unwritable, write_one
from desktop.domain.text import visible
from desktop.hosts.snapshot import CardAnswer
from desktop.storage.documents import MAX_SIZE
from desktop.ui import joining
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.workshop.form.base_field import path_in
from desktop.ui.workshop.form.shown import unwritable_words
from desktop.ui.workshop.model_choice import snapshot_of
from desktop.ui.workshop.opening_words import not_opened, not_saved
from desktop.ui.workshop.rendering import said_of
from desktop.ui.workshop.services import WorkshopServices
from desktop.workshop.draft import Draft, DraftId
from desktop.workshop.drafts import NoFile
from desktop.workshop.dropped import MOST, Opened, open_path
from desktop.workshop.looking import SourceFile
from desktop.workshop.naming import draft_name, file_name
from desktop.workshop.source import source_of


class Opening(QObject):
    """Opens and saves. What went wrong is `refused`, in a sentence."""

    opened = Signal(str)
    """A draft is to be shown."""
    files_found = Signal(object)
    """A tuple of SourceFile: parts of models, to be looked at."""
    refused = Signal(str)

    def __init__(self, services: WorkshopServices, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._page = page
        self._scope = TaskScope(self)

    def new(self, text: str = "", name: str = "") -> DraftId:
        """Begin a draft, and show it."""
        draft_id = self._services.drafts.new(text, name)
        self.opened.emit(draft_id)
        return draft_id

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open these, whatever they are; the last draft of them is shown."""
        if len(paths) > MOST:
            text = self.tr("{number} files at once are too many; the first {most} are opened.")
            self.refused.emit(text.format(number=len(paths), most=MOST))
        self._scope.start(self._open_all(tuple(paths[:MOST])), self._on_opened)

    def open_path(self, path: Path) -> None:
        """Open one file."""
        self.open_paths([path])

    def ask_for_file(self) -> None:
        """Let the person choose files with the system's dialog."""
        dialog = self._dialog(self.tr("Open in the workshop"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("Modelfiles and models (Modelfile* *.Modelfile *.gguf *.safetensors)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.filesSelected.connect(self._take_names)
        dialog.open()

    def ask_for_gguf(self) -> None:
        """Let the person choose a GGUF file."""
        dialog = self._dialog(self.tr("Choose a GGUF file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        filters = [self.tr("Models (*.gguf *.safetensors)"), self.tr("All files (*)")]
        dialog.setNameFilters(filters)
        dialog.filesSelected.connect(self._take_names)
        dialog.open()

    def from_clipboard(self) -> None:
        """Begin with the text that was copied; files that were copied are opened."""
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()  # None where nobody answers.
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        text = mime.text() if mime.hasText() else ""
        if files:
            self.open_paths(files)
        elif len(text) > MAX_SIZE:
            self.refused.emit(self.tr("The clipboard holds more than 1 MB, and no Modelfile does."))
        elif text.strip():
            self.new(text.replace("\r\n", "\n"))
        else:
            self.refused.emit(self.tr("There is no text on the clipboard."))

    def from_model(self, target: Target) -> None:
        """Begin with a model's own Modelfile."""

        def on_card(answer: CardAnswer) -> None:
            if answer.card is None:
                snapshot = snapshot_of(self._services.registry, target.host_id)
                said = said_of(answer, snapshot.host if snapshot else None)
                gone = self.tr("The host was removed")
                self.refused.emit(said.sentence or gone)
                return
            source = source_of(answer.card, target.model, answer.card.details.parent_model)
            self.new(source.text, target.model.removesuffix(":latest"))
            if source.missing:
                names = joining.listed(visible(one.name) for one in source.missing)
                text = self.tr("No Modelfile can hold all of it. Left out: {parts}")
                self.refused.emit(text.format(parts=names))

        asked = self._services.registry.try_card(target.host_id, target.model)
        self._scope.start(asked, on_card)

    def from_file(self, file: SourceFile, part: FilePart = FilePart.BASE) -> None:
        """Begin with a file as the base, or as the adapter of a base that is chosen next."""
        written = path_in(file.written, None)
        try:
            if part is FilePart.ADAPTER:
                text = f"FROM \n{write_one('adapter', written)}"
            else:
                text = write_one(MODEL, written)
        except Unwritable as error:
            self.refused.emit(unwritable_words(error))
            return
        self.new(text, draft_name(file.file.path))

    def save(self, draft: Draft, then: Callable[[], None] = lambda: None) -> None:
        """Write a draft to its file, or ask where if it has none."""
        if draft.path is None:
            self.save_as(draft, then)
        else:
            self._save(draft, None, then)

    def save_as(self, draft: Draft, then: Callable[[], None] = lambda: None) -> None:
        """Ask where to write a draft."""
        dialog = self._dialog(self.tr("Save the Modelfile"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        name = draft.path.name if draft.path else file_name(draft.name)
        dialog.selectFile(name)

        def on_selected(path: str) -> None:
            self._save(draft, Path(path), then)

        dialog.fileSelected.connect(on_selected)
        dialog.open()

    def _save(self, draft: Draft, path: Path | None, then: Callable[[], None]) -> None:
        place = path or draft.path
        name = place.name if place else draft.name

        def on_error(error: BaseException) -> None:
            if isinstance(error, OSError):
                self.refused.emit(not_saved(name, error))
            elif not isinstance(error, KeyError | NoFile):  # It was closed meanwhile.
                raise error

        save = self._services.drafts.save(draft.id, path)
        self._scope.start(save, lambda _: then(), on_error)

    async def _open_all(self, paths: tuple[Path, ...]) -> tuple[Opened, ...]:
        return tuple([await open_path(self._services.drafts, path) for path in paths])

    def _on_opened(self, found: tuple[Opened, ...]) -> None:
        files = tuple(one.file for one in found if one.file is not None)
        drafts = [one.draft_id for one in found if one.draft_id is not None]
        problems = [not_opened(one.path.name, one.error) for one in found if one.error]
        if drafts:
            self.opened.emit(drafts[-1])
        if files:
            self.files_found.emit(files)
        if problems:
            self.refused.emit(joining.sentences(*problems))

    def _take_names(self, names: list[str]) -> None:
        self.open_paths([Path(name) for name in names])

    def _dialog(self, title: str) -> QFileDialog:
        recent = self._services.drafts.recent_files
        folder = str(recent[0].parent) if recent else ""
        dialog = QFileDialog(self._page, title, folder)
        dialog.finished.connect(dialog.deleteLater)
        return dialog
