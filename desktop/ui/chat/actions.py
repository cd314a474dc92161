"""What can be done with a conversation as a whole: rename, pin, export, delete with undo."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.chat.conversations import Conversations
from desktop.chat.talk import Talk
from desktop.domain.conversation import ConversationId, Summary, Target
from desktop.domain.text import visible
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.export_menu import Export
from desktop.ui.chat.export_text import ExportForm
from desktop.ui.chat.questions import RenameDialog

Say: TypeAlias = Callable[[str, str, Callable[[], None] | None], None]
"""Tells briefly what was done, with a word that undoes it, or none."""


class ConversationActions(QObject):
    """Works on any conversation of the list, whether it is shown or not."""

    about_to_delete = Signal(str)
    restored = Signal(str)

    def __init__(
        self,
        theme: Theme,
        conversations: Conversations,
        name_of: Callable[[Target], str],
        say: Say,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._conversations = conversations
        self._say = say
        self._window = window
        self._scope = TaskScope(self)
        self.export = Export(
            name_of, conversations.content, lambda text: say(text, "", None), window
        )

    def summary(self, conversation_id: ConversationId | None) -> Summary | None:
        """Return the row of a conversation; None for one that is not listed."""
        rows = self._conversations.summaries
        return next((row for row in rows if row.id == conversation_id), None)

    def fill(self, conversation_id: str, menu: QMenu) -> None:
        """Put everything that can be done with a conversation into a menu."""
        summary = self.summary(ConversationId(conversation_id))
        if summary is None:
            return
        menu.addAction(self.tr("Rename…"), lambda: self.ask_name(summary))
        text = self.tr("Unpin") if summary.is_pinned else self.tr("Pin")
        is_pinned = not summary.is_pinned
        menu.addAction(text, lambda: self._conversations.pin(summary.id, is_pinned))
        self.export.fill(
            menu.addMenu(self.tr("Export")), lambda form: self.ask_export(summary.id, form)
        )
        menu.addSeparator()
        menu.addAction(self.tr("Delete"), lambda: self.delete(summary.id))

    def export_menu(self, conversation_id: ConversationId) -> QMenu:
        """Return the forms in which a conversation can be written into a file."""
        menu = QMenu(self._window)
        self.export.fill(menu, lambda form: self.ask_export(conversation_id, form))
        return menu

    def ask_name(self, summary: Summary) -> None:
        """Ask for another title."""
        dialog = RenameDialog(self._theme, summary.title, self._window)
        dialog.accepted.connect(lambda: self._conversations.rename(summary.id, dialog.name))
        dialog.open()

    def ask_export(self, conversation_id: ConversationId, form: ExportForm) -> None:
        """Ask where to write a conversation, which is read first if need be."""

        def on_opened(talk: Talk | None) -> None:
            summary = self.summary(conversation_id)
            if talk is not None and summary is not None:
                self.export.ask(talk, summary.title, form)

        if (talk := self._conversations.talk(conversation_id)) is not None:
            on_opened(talk)
        else:
            self._scope.start(self._conversations.open(conversation_id), on_opened)

    def delete(self, conversation: str) -> None:
        """Take a conversation off the list at once, and offer the way back."""
        conversation_id = ConversationId(conversation)
        summary = self.summary(conversation_id)
        if summary is None:
            return

        def restore() -> None:
            self._conversations.restore(conversation_id)
            self.restored.emit(conversation_id)

        self.about_to_delete.emit(conversation_id)
        self._conversations.delete(conversation_id)
        said = self.tr("Deleted “{title}”").format(title=visible(summary.title[:60]))
        self._say(said, self.tr("Undo"), restore)
