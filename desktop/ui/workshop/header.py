"""The line above a draft: what it is called, and what can be done with all of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button, IconButton, with_shortcut
from desktop.ui.widgets.labels import ElidedLabel, Tag
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.workshop import keys
from desktop.ui.workshop.draft_words import title
from desktop.workshop.draft import Draft


class WorkshopHeader(QWidget):
    """Name and tag at the left; undo, redo, find, Open and Save at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("workshopHeader")
        self.list = IconButton(theme, "panel-left", self.tr("Show the drafts"))
        self.list.setObjectName("showDrafts")
        self.name = ElidedLabel(theme, "", "title")
        self.edited = Tag(theme, self.tr("edited"), "info")
        self.undo = IconButton(theme, "undo-2", self.tr("Undo"))
        self.redo = IconButton(theme, "redo-2", self.tr("Redo"))
        self.find_button = IconButton(theme, "search", self.tr("Find…"))
        self.open = self._button(self.tr("Open"), "folder-open", keys.OPEN)
        self.save = self._button(self.tr("Save"), "save", keys.SAVE)
        self._build()
        self.set_chooser(is_chooser=False)
        theme.changed.connect(self._refresh)

    def show_draft(self, draft: Draft | None) -> None:
        """Show what a draft is called and whether its text is in no file; nothing without one."""
        self.name.setText(title(draft) if draft else "")
        is_edited = draft is not None and draft.is_unsaved
        self.edited.setVisible(is_edited)
        unsaved, edited = self.tr("not saved"), self.tr("edited")
        never = draft is not None and draft.path is None
        self.edited.setText(unsaved if never else edited)
        for part in (self.undo, self.redo, self.find_button, self.save):
            part.setVisible(draft is not None)

    def follow(self, undo: QAction, redo: QAction, find: QAction) -> None:
        """Name the keys of what the three buttons do."""
        for button, action in ((self.undo, undo), (self.redo, redo), (self.find_button, find)):
            button.set_name(action.text(), action.shortcut())

    def set_chooser(self, *, is_chooser: bool) -> None:
        """Offer the list here, where it has no room beside the sheet."""
        self.list.setVisible(is_chooser)
        self._refresh()

    def _button(self, text: str, icon: str, shortcut: str) -> Button:
        button = Button(self._theme, text, icon=icon)
        button.setToolTip(plain_tip(with_shortcut(text, QKeySequence(shortcut))))
        return button

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.list)
        self._row.addWidget(self.name)
        self._row.addWidget(self.edited, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self._icons = QHBoxLayout()
        for icon in (self.undo, self.redo, self.find_button):
            self._icons.addWidget(icon)
        self._row.addLayout(self._icons)
        self._row.addWidget(self.open)
        self._row.addWidget(self.save)

    def _refresh(self) -> None:
        px = self._theme.px
        left = 20 if self.list.isHidden() else 12
        self._row.setContentsMargins(px(left), px(14), px(16), px(6))
        self._row.setSpacing(px(6))
        self._icons.setSpacing(px(8))
