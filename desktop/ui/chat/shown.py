"""Which conversation is shown, and what goes on in it, told once a frame."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.chat.conversations import Conversations
from desktop.chat.talk import Talk
from desktop.domain.conversation import ConversationId
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.scope import TaskScope


class ShownTalk(QObject):
    """Follows one talk and lets go of the one before; a conversation is opened first if need be."""

    replaced = Signal()
    """Another one is shown."""
    changed = Signal()
    grown = Signal()

    def __init__(self, conversations: Conversations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conversations = conversations
        self._talk: Talk | None = None
        self._forget = list[Callable[[], None]]()
        self._scope = TaskScope(self)
        self._changes = Frame[None](self, lambda _: self.changed.emit())
        self._growth = Frame[None](self, lambda _: self.grown.emit())
        forget = self._forget
        self.destroyed.connect(lambda: _call_all(forget))

    @property
    def talk(self) -> Talk | None:
        """The talk that is shown; None before there is any."""
        return self._talk

    @property
    def conversation_id(self) -> ConversationId | None:
        return self._talk.snapshot.conversation.id if self._talk is not None else None

    def show(self, talk: Talk) -> None:
        """Show that one from now on; what was being opened is not wanted any more."""
        self._scope.cancel()
        _call_all(self._forget)
        self._talk = talk
        self._forget.append(talk.changed.subscribe(self._changes.add))
        self._forget.append(talk.grown.subscribe(self._growth.add))
        self.replaced.emit()

    def open(
        self,
        conversation_id: ConversationId,
        then: Callable[[], None] = lambda: None,
        otherwise: Callable[[], None] = lambda: None,
    ) -> None:
        """Show a conversation, and call `then`; `otherwise` where there is none of that id."""

        def on_opened(talk: Talk | None) -> None:
            if talk is None:
                otherwise()
                return
            self.show(talk)
            then()

        self._scope.cancel()
        if (talk := self._conversations.talk(conversation_id)) is not None:
            on_opened(talk)
        else:
            self._scope.start(self._conversations.open(conversation_id), on_opened)


def _call_all(functions: list[Callable[[], None]]) -> None:
    while functions:
        functions.pop()()
