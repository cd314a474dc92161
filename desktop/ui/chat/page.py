"""The chat page: conversations, the one that is shown, and how its model is asked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.conversation import NO_ENTRY, ConversationId, EntryId, Hit, Target
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat import keys
from desktop.ui.chat.actions import ConversationActions
from desktop.ui.chat.blocks.links import LinkQuestion, is_allowed
from desktop.ui.chat.conduct import Conduct, Parts
from desktop.ui.chat.drawer import Drawer
from desktop.ui.chat.opening import Opening
from desktop.ui.chat.panel.panel import WIDTH, ParametersPanel
from desktop.ui.chat.search import found_words
from desktop.ui.chat.services import ChatDoors, ChatServices
from desktop.ui.chat.shown import ShownTalk
from desktop.ui.chat.side import ConversationSide
from desktop.ui.chat.work_area import ChatWorkArea
from desktop.ui.shell.navigation import LayoutClass
from desktop.ui.widgets.panel_place import PanelPlace
from desktop.ui.widgets.splitter import HairlineSplitter


class ChatPage(QWidget):
    """Arranges the parts, and does what keys and the palette ask for.

    It keeps no facts. The list stands beside the sheet and is given to the
    window; where it has no room there, another one comes over the page.
    """

    def __init__(
        self, theme: Theme, services: ChatServices, doors: ChatDoors, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("chatPage")
        self._theme = theme
        self._services = services
        self._doors = doors
        self.shown = ShownTalk(services.conversations, self)
        self.opening = Opening(services, self.shown, self)
        self.actions_on_all = ConversationActions(
            theme, services.conversations, self._name_of, doors.say, self
        )
        self.side = ConversationSide(theme, services.conversations, services.now)
        self.work = ChatWorkArea(theme, services.conversations.content)
        self.panel = ParametersPanel(theme, services.settings)
        self._drawer_side = ConversationSide(theme, services.conversations, services.now)
        self._build()
        self.conduct = Conduct(services, doors, self._parts(), self)
        self._connect()
        self.opening.begin()

    @property
    def sides(self) -> tuple[ConversationSide, ...]:
        """The list beside the sheet, and the one over the page."""
        return (self.side, self._drawer_side)

    def new_chat(self, target: Target | None = None) -> None:
        """Begin another conversation, and let the person write."""
        self._leave_drawer()
        self.opening.new(target)
        self.focus_composer()

    def open(self, conversation_id: str, entry_id: EntryId = NO_ENTRY, asked: str = "") -> None:
        """Show a conversation, at one of its entries if that is named, and what was asked for."""

        def jump() -> None:
            self._leave_drawer()
            if entry_id:
                self.conduct.show_now()
                self.work.transcript.jump_to(entry_id, asked)

        self.shown.open(ConversationId(conversation_id), jump)

    def open_hit(self, hit: Hit) -> None:
        """Show where words were found."""
        self.open(hit.conversation.id, hit.entry, found_words(hit))

    def focus_composer(self) -> None:
        """Put the cursor where one writes."""
        self.work.composer.focus_input()

    def focus_search(self) -> None:
        """Put the cursor into the search field, in whichever list there is room for."""
        if self.drawer_is_used:
            self.open_drawer()
            self._drawer_side.focus_search()
        else:
            self.side.focus_search()

    def search(self, text: str) -> None:
        """Look for words in all conversations, in whichever list there is room for."""
        self.focus_search()
        side = self._drawer_side if self.drawer_is_used else self.side
        side.search.setText(text)

    @property
    def drawer_is_used(self) -> bool:
        """Whether the list has no room beside the sheet."""
        return self._class >= LayoutClass.CHOOSER

    def open_drawer(self) -> None:
        """Show the list over the page."""
        self.drawer.open()
        self._drawer_side.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_panel(self) -> None:
        """Show or hide the parameters."""
        if self.place.is_open:
            self.close_panel()
        else:
            self.open_panel()

    def open_panel(self) -> None:
        """Show the parameters, beside the conversation or over it."""
        self.place.open()
        self.place.fit()
        if self.place.is_overlay:
            self.panel.prompt.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> None:
        """Hide the parameters."""
        self.place.close()
        self.focus_composer()

    def step(self, by: int) -> None:
        """Show the conversation below or above the one that is shown."""
        found = self.side.conversations.beside(self.shown.conversation_id, by)
        if found is not None:
            self.open(found)

    def rename(self) -> None:
        """Let the title be changed in its place."""
        self.work.header.title.edit()

    def toggle_pin(self) -> None:
        """Pin the conversation that is shown, or no longer."""
        row = self.actions_on_all.summary(self.shown.conversation_id)
        if row is not None:
            self._services.conversations.pin(row.id, not row.is_pinned)

    def delete(self) -> None:
        """Delete the conversation that is shown, with the way back."""
        if (conversation_id := self.shown.conversation_id) is not None:
            self.actions_on_all.delete(conversation_id)

    def copy_answer(self) -> None:
        """Put the last answer on the clipboard."""
        if self.conduct.calls.copy_answer():
            self._doors.say(self.tr("The last answer is copied."), "", None)

    def open_export(self) -> None:
        """Offer the forms in which the conversation can be written into a file."""
        conversation_id = self.shown.conversation_id
        if self.actions_on_all.summary(conversation_id) is None or conversation_id is None:
            return
        button = self.work.header.export
        menu = self.actions_on_all.export_menu(conversation_id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def set_layout_class(self, found: LayoutClass) -> None:
        """Follow the width of the window: the panel goes first, then the list."""
        self._class = found
        self.place.set_overlay(found >= LayoutClass.OVERLAY)
        self.work.header.set_chooser(is_chooser=self.drawer_is_used)
        if not self.drawer_is_used:
            self.drawer.hide()
        self._show_button()

    def regions(self) -> tuple[QWidget, ...]:
        """The places that F6 walks: header, conversation, composer, panel."""
        beside = (self.panel,) if self.place.is_open else ()
        return (self.work.header, self.work.middle, self.work.composer, *beside)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_over = self.place.is_overlay and self.place.is_open
        if event.key() == Qt.Key.Key_Escape and is_over:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.conduct.show_now()

    def _parts(self) -> Parts:
        return Parts(
            self.shown,
            self.opening,
            self.actions_on_all,
            self.work,
            self.panel,
            self.sides,
            self.open_panel,
        )

    def _build(self) -> None:
        self._class = LayoutClass.WIDE
        self.splitter = HairlineSplitter(self._theme)
        self.splitter.addWidget(self.work)
        self.place = PanelPlace(
            self._theme,
            self.splitter,
            self.panel,
            self,
            lambda is_open: self.opening.note_panel(is_open=is_open),
            is_open=self.opening.settings.panel_open,
            width=WIDTH,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self.drawer = Drawer(self._theme, self._drawer_side, self)

    def _connect(self) -> None:
        header = self.work.header
        self.work.composer.set_picker_shortcut(QKeySequence(keys.MODEL[0]))
        for side in self.sides:
            side.chosen.connect(self.open)
            side.hit_chosen.connect(self.open_hit)
            side.writing_wanted.connect(self.focus_composer)
            side.menu_wanted.connect(self.actions_on_all.fill)
            side.delete_wanted.connect(self.actions_on_all.delete)
            side.new.clicked.connect(lambda: self.new_chat())
        header.list.clicked.connect(self.open_drawer)
        header.new.clicked.connect(lambda: self.new_chat())
        header.export.clicked.connect(self.open_export)
        header.pin.clicked.connect(self.toggle_pin)
        header.panel.clicked.connect(self.toggle_panel)
        header.renamed.connect(self._rename)
        self.work.transcript.link_wanted.connect(self._ask_about_link)
        self.panel.closed.connect(self._on_panel_left)
        self.place.changed.connect(self._show_button)
        self.actions_on_all.about_to_delete.connect(self._leave)
        self.actions_on_all.restored.connect(self.open)

    def _name_of(self, target: Target) -> str:
        return self.conduct.name_of(target)

    def _leave(self, conversation_id: str) -> None:
        """Show the next conversation before that one goes."""
        gone = ConversationId(conversation_id)
        self.side.conversations.refresh()  # It follows a frame later by itself.
        self.opening.leave(gone, self.side.conversations.next_to(gone))

    def _rename(self, title: str) -> None:
        if (conversation_id := self.shown.conversation_id) is not None:
            self._services.conversations.rename(conversation_id, title)

    def _ask_about_link(self, url: str) -> None:
        """Show where a link leads; nothing is opened before the person agreed."""
        if is_allowed(url):
            question = LinkQuestion(self._theme, url, parent=self)
            question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            question.open()

    def _on_panel_left(self) -> None:
        if self.place.is_overlay:
            self.close_panel()
        else:
            self.focus_composer()

    def _leave_drawer(self) -> None:
        if self.drawer.isVisible():
            self.drawer.hide()
            self.focus_composer()

    def _show_button(self) -> None:
        self.work.header.show_panel(is_open=self.place.is_open)
