"""What can be done with a draft from its row: rename, save, show its file, close."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.workshop.draft_dialogs import CloseQuestion, RenameDraftDialog
from desktop.ui.workshop.opening import Opening
from desktop.ui.workshop.services import WorkshopDoors, WorkshopServices
from desktop.workshop.draft import Draft, DraftId


class DraftActions(QObject):
    """Asks where text would be lost."""

    closed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        services: WorkshopServices,
        opening: Opening,
        doors: WorkshopDoors,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._drafts = services.drafts
        self._opening = opening
        self._doors = doors
        self._page = page

    def fill(self, draft_id: str, menu: QMenu) -> None:
        """Put into a menu what can be done with that draft."""
        draft = self._find(draft_id)
        if draft is None:
            return
        menu.addAction(self.tr("Rename…"), lambda: self.rename(draft_id))
        menu.addAction(self.tr("Save"), lambda: self._save(draft_id))
        menu.addAction(self.tr("Save as…"), lambda: self._save_as(draft_id))
        menu.addAction(self.tr("Copy the text"), lambda: self._copy(draft_id))
        menu.addAction(self.tr("Duplicate"), lambda: self._duplicate(draft_id))
        if draft.path is not None:
            path = draft.path
            menu.addAction(self.tr("Show in its folder"), lambda: self._reveal(path))
        menu.addSeparator()
        menu.addAction(self.tr("Close"), lambda: self.close(draft_id))

    def rename(self, draft_id: str) -> None:
        """Ask for another name."""
        draft = self._find(draft_id)
        if draft is None:
            return
        dialog = RenameDraftDialog(self._theme, draft.name, parent=self._page)
        dialog.named.connect(partial(self._drafts.rename, draft.id))
        dialog.open()

    def close(self, draft_id: str) -> None:
        """Close a draft, after a question if its text is nowhere else."""
        draft = self._find(draft_id)
        if draft is None:
            return
        if not draft.is_unsaved:
            self._close(draft.id)
            return
        question = CloseQuestion(self._theme, draft, parent=self._page)
        question.accepted.connect(lambda: self._close(draft.id))
        question.save_wanted.connect(lambda: self._save_and_close(draft.id))
        question.open()

    def _close(self, draft_id: DraftId) -> None:
        self._drafts.close(draft_id)
        self.closed.emit(draft_id)

    def _save_and_close(self, draft_id: DraftId) -> None:
        if (draft := self._find(draft_id)) is not None:
            self._opening.save(draft, lambda: self._close(draft_id))

    def _save(self, draft_id: str) -> None:
        if (draft := self._find(draft_id)) is not None:
            self._opening.save(draft)

    def _save_as(self, draft_id: str) -> None:
        if (draft := self._find(draft_id)) is not None:
            self._opening.save_as(draft)

    def _copy(self, draft_id: str) -> None:
        if (draft := self._find(draft_id)) is not None:
            QGuiApplication.clipboard().setText(draft.text)

    def _duplicate(self, draft_id: str) -> None:
        if (draft := self._find(draft_id)) is not None:
            self._opening.new(draft.text, draft.name)

    def _reveal(self, path: Path) -> None:
        self._doors.reveal(path)

    def _find(self, draft_id: str) -> Draft | None:
        return self._drafts.find(DraftId(draft_id))
