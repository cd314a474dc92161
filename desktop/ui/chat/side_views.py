"""The two lists beside the chat: conversations, and places where words were found."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.domain.conversation import ConversationId, Hit
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.delegate import ConversationDelegate
from desktop.ui.chat.list import ConversationList
from desktop.ui.chat.search import HitDelegate, HitList
from desktop.ui.widgets.side_list import SideList


class PickList(SideList):
    """Tells which row a person picked by a press or by keys, and nothing that rows did themselves.

    `picked` has the row's index, and so has `entered_row`, for Enter or a double click.
    """

    picked = Signal(QModelIndex)
    entered_row = Signal(QModelIndex)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.activated.connect(self.entered_row)

    def on_key(self, keys: str, work: Callable[[], None]) -> None:
        """Let a key do something while this list has the focus."""
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: work())
        self.addAction(action)

    def choose(self, index: QModelIndex) -> None:
        """Show that row as the chosen one, and no row where the index is none."""
        is_marked = not index.isValid() or self.selectionModel().isSelected(index)
        if index != self.currentIndex() or not is_marked:
            self.selectionModel().clear()
            self.setCurrentIndex(index)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() is Qt.MouseButton.LeftButton
        if not index.isValid() or not is_left:
            return  # A press beside the rows chooses nothing, and one for a menu neither.
        super().mousePressEvent(event)
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.picked.emit(index)

    @override
    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        if not e.buttons():  # A press that is dragged on chooses no other row.
            super().mouseMoveEvent(e)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before and self.currentIndex().isValid():
            self.picked.emit(self.currentIndex())


class ConversationView(PickList):
    """Every conversation."""

    def __init__(
        self, theme: Theme, conversations: ConversationList, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, self.tr("Conversations"), parent)
        self._conversations = conversations
        self.setObjectName("conversations")
        self.setModel(conversations)
        self.setItemDelegate(ConversationDelegate(theme, self, conversations))

    def id_at(self, index: QModelIndex) -> ConversationId | None:
        """Return the conversation in that row; None for a heading."""
        summary = self._conversations.summary(index)
        return summary.id if summary is not None else None


class HitView(PickList):
    """Every place where the words were found."""

    def __init__(self, theme: Theme, hits: HitList, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Found"), parent)
        self._hits = hits
        self.setObjectName("conversationHits")
        self.setModel(hits)
        self.setItemDelegate(HitDelegate(theme, self, hits))

    def hit_at(self, index: QModelIndex) -> Hit | None:
        """Return what was found in that row."""
        return self._hits.hit(index)
