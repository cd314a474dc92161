"""The conversations beside the sheet: new ones, all of them, and a search over all their text."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.chat.conversations import Conversations
from desktop.domain.conversation import ConversationId, Hit
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat import keys
from desktop.ui.chat.list import ConversationList
from desktop.ui.chat.search import HitList
from desktop.ui.chat.side_views import ConversationView, HitView
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.fields import SearchField
from desktop.ui.widgets.messages import EmptyState
from desktop.ui.widgets.side_list import SideTitle

_PAUSE_MS = 120
"""How long typing rests before all text is searched."""


class ConversationSide(QWidget):
    """Title, search and list; what is found stands in the list's place.

    Everything that concerns one conversation names it by its id.
    """

    chosen = Signal(str)
    hit_chosen = Signal(object)
    """A Hit, whose conversation is to be shown at its entry."""
    writing_wanted = Signal()
    """Enter on a row: it is chosen, and the person wants to go on in it."""
    menu_wanted = Signal(str, QMenu)
    """A menu about a conversation is to be filled, and is shown afterwards."""
    delete_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        conversations: Conversations,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("conversationSide")
        self._theme = theme
        self._conversations = conversations
        self._chosen: ConversationId | None = None
        self._scope = TaskScope(self)
        self._list = ConversationList(conversations, now, self)
        self._hits = HitList(now, self)
        self.new = IconButton(theme, "square-pen", self.tr("New chat"))
        self.new.setObjectName("newChat")
        self.new.set_name(self.tr("New chat"), QKeySequence(keys.NEW[0]))
        self.search = SearchField(theme, self.tr("Search all text"))
        self.view = ConversationView(theme, self._list)
        self.hits = HitView(theme, self._hits)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._connect()
        self._follow()

    @property
    def conversations(self) -> ConversationList:
        """The rows of the list."""
        return self._list

    def show_chosen(self, conversation_id: ConversationId) -> None:
        """Mark the conversation that is shown; one that is not listed yet is marked later."""
        self._chosen = conversation_id
        self._follow()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the search field leaves: Down and Enter go on to what is below it."""
        is_down = event.key() == Qt.Key.Key_Down
        if self.search.hasFocus() and is_down:
            (self.hits if self.search.text() else self.view).setFocus()
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SideTitle(self._theme, self.tr("Conversations"), self.new))
        self._row = QHBoxLayout()
        self._row.addWidget(self.search)
        column.addLayout(self._row)
        nothing = EmptyState(
            self._theme,
            "message-circle",
            self.tr("No conversations yet"),
            self.tr("What you ask and what is answered is kept here, on this computer alone."),
        )
        missing = EmptyState(
            self._theme,
            "search-x",
            self.tr("Nothing found"),
            self.tr("The titles and all text of every conversation were searched."),
        )
        self._stack = QStackedWidget()
        for part in (self.view, nothing, self.hits, missing):
            self._stack.addWidget(part)
        column.addWidget(self._stack, 1)
        self._refresh()
        self._theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(6), px(4), px(2), px(8))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_text)
        self.search.returnPressed.connect(self._open_first)
        self._later.timeout.connect(self._search)
        self._list.modelReset.connect(self._follow)
        self._list.dataChanged.connect(self._follow)
        self.view.picked.connect(self._pick)
        self.view.entered_row.connect(self._enter)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.on_key("Del", self._delete_current)
        self.hits.picked.connect(self._pick_hit)
        self.hits.entered_row.connect(self._pick_hit)

    def _follow(self) -> None:
        """Keep the mark on what is shown, whatever the list did."""
        if not self.search.text().strip():
            self._stack.setCurrentIndex(0 if self._list.rowCount() else 1)
        self.view.choose(self._list.index_of(self._chosen or ""))

    def _pick(self, index: QModelIndex) -> None:
        conversation_id = self.view.id_at(index)
        if conversation_id is not None and conversation_id != self._chosen:
            self._chosen = conversation_id
            self.chosen.emit(conversation_id)

    def _enter(self, index: QModelIndex) -> None:
        self._pick(index)
        self.writing_wanted.emit()

    def _pick_hit(self, index: QModelIndex) -> None:
        hit: Hit | None = self.hits.hit_at(index)
        if hit is not None:
            self.hits.choose(index)
            self.hit_chosen.emit(hit)

    def _delete_current(self) -> None:
        conversation_id = self.view.id_at(self.view.currentIndex())
        if conversation_id is not None:
            self.delete_wanted.emit(conversation_id)

    def _open_menu(self, point: QPoint) -> None:
        conversation_id = self.view.id_at(self.view.indexAt(point))
        if conversation_id is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_wanted.emit(conversation_id, menu)
        menu.popup(self.view.viewport().mapToGlobal(point))

    def _on_text(self, text: str) -> None:
        self._scope.cancel()
        if text.strip():
            self._later.start()
        else:
            self._later.stop()
            self._hits.show_hits(())
            self._follow()

    def _search(self) -> None:
        """Search all text; what an earlier search still finds is not wanted any more."""
        self._later.stop()
        self._scope.cancel()
        if text := self.search.text().strip():
            self._scope.start(self._conversations.search(text), self._show_hits)

    def _show_hits(self, hits: tuple[Hit, ...]) -> None:
        self._hits.show_hits(hits)
        self._stack.setCurrentIndex(2 if hits else 3)

    def _open_first(self) -> None:
        if self.hits.isVisible():
            current = self.hits.currentIndex()
            self._pick_hit(current if current.isValid() else self._hits.index(0))
