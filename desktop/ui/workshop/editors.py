"""One editor for each draft that was looked at, so that each keeps what can be undone in it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.workshop.editor.editor import ModelfileEditor
from desktop.workshop.draft import Draft, DraftId


class Editors(QStackedWidget):
    """Shows the editor of one draft. What a person writes in it comes out as its whole text."""

    written = Signal(str, str)
    """The id of a draft and its new text."""
    undo_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._editors: dict[DraftId, ModelfileEditor] = {}
        self._known: dict[DraftId, str] = {}
        self._models: tuple[str, ...] = ()

    @property
    def current(self) -> ModelfileEditor | None:
        """The editor that is shown; None before the first draft."""
        shown = self.currentWidget()
        return shown if isinstance(shown, ModelfileEditor) else None

    def show_draft(self, draft: Draft) -> ModelfileEditor:
        """Show a draft's editor, with the text that the draft has now."""
        editor = self._editors.get(draft.id)
        if editor is None:
            editor = self._editors[draft.id] = self._make(draft)
        self.follow(draft)
        self.setCurrentWidget(editor)
        self.undo_changed.emit()
        return editor

    def follow(self, draft: Draft) -> None:
        """Take over a text that was changed elsewhere, as one step to undo."""
        editor = self._editors.get(draft.id)
        if editor is not None and self._known.get(draft.id) != draft.text:
            self._known[draft.id] = draft.text
            editor.apply(draft.text)

    def keep_only(self, ids: Iterable[DraftId]) -> None:
        """Let go of the editors of drafts that were closed."""
        for gone in set(self._editors) - set(ids):
            self._known.pop(gone, None)
            editor = self._editors.pop(gone)
            self.removeWidget(editor)
            editor.deleteLater()

    def set_models(self, names: Sequence[str]) -> None:
        """Offer these names after FROM, in every editor."""
        if tuple(names) != self._models:
            self._models = tuple(names)
            for editor in self._editors.values():
                editor.set_models(names)

    def _make(self, draft: Draft) -> ModelfileEditor:
        editor = ModelfileEditor(self._theme)
        editor.set_models(self._models)
        editor.set_text(draft.text)
        self._known[draft.id] = draft.text
        editor.text_changed.connect(lambda: self._on_text(draft.id, editor))
        for action in (editor.actions_of_text.undo, editor.actions_of_text.redo):
            action.enabledChanged.connect(self.undo_changed)
        self.addWidget(editor)
        return editor

    def _on_text(self, draft_id: DraftId, editor: ModelfileEditor) -> None:
        text = editor.text()
        if self._known.get(draft_id) != text:
            self._known[draft_id] = text
            self.written.emit(draft_id, text)
