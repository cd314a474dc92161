"""The middle of the chat page: header, what is wrong, the conversation, and what is typed next."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.chat.conversations import Conversations
from desktop.chat.snapshot import TalkSnapshot
from desktop.chat.tokens import Gauge
from desktop.domain.conversation import Attachment, AttachmentId
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.composer.composer import Composer
from desktop.ui.chat.drop import DropGround
from desktop.ui.chat.header import ChatHeader
from desktop.ui.chat.storage_words import damage_words, problem_words
from desktop.ui.chat.transcript.area import WIDTH
from desktop.ui.chat.transcript.transcript import Transcript
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.messages import Banner, EmptyState

_EDGE = 20


class ChatWorkArea(QWidget):
    """Arranges the parts; while there is nobody to ask, what to do first stands in the middle."""

    def __init__(
        self,
        theme: Theme,
        read_content: Callable[[AttachmentId], Coroutine[Any, Any, bytes]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.header = ChatHeader(theme)
        self.banner = Banner(theme, "warning")
        self.transcript = Transcript(theme, read_content)
        self.composer = Composer(theme, read_content, _tokens_of)
        self.add_host = Button(theme, self.tr("Add host"), "primary", "plus")
        self.explore = Button(theme, self.tr("Explore with the demo host"))
        self.pull = Button(theme, self.tr("Pull a model…"), "primary", "arrow-down-to-line")
        actions = (self.add_host, self.pull, self.explore)
        self._empty = EmptyState(theme, "server", "", actions=actions, is_page=True)
        self._build()
        self.drop = DropGround(theme, self, self.composer.accepts)

    @property
    def middle(self) -> QWidget:
        """What stands between header and composer now."""
        return self._stack.currentWidget() or self.transcript

    def show_emptiness(self, snapshot: TalkSnapshot, *, has_hosts: bool, has_models: bool) -> None:
        """Say what to do first, where nothing was said yet and there is nobody to ask."""
        is_empty = not (snapshot.path or snapshot.turn or snapshot.overfull or snapshot.failure)
        is_alone = is_empty and not (has_hosts and has_models)
        self._stack.setCurrentIndex(1 if is_alone else 0)
        self.add_host.setVisible(not has_hosts)
        self.explore.setVisible(not has_hosts)
        self.pull.setVisible(has_hosts)
        if not has_hosts:
            lines = self.tr("Add a computer on which Ollama runs, or look around with the demo.")
            self._empty.say(self.tr("There is nobody to ask yet"), lines, "server")
        else:
            lines = self.tr("None of your hosts has told of a model that can chat.")
            self._empty.say(self.tr("No model to chat with"), lines, "box")

    def show_storage(self, conversations: Conversations) -> None:
        """Say where conversations cannot be kept, or that their file was damaged."""
        problem, damage = conversations.problem, conversations.damage
        self.banner.setVisible(problem is not None or damage is not None)
        if problem is not None:
            self.banner.say("danger", *problem_words(problem))
        elif damage is not None:
            self.banner.say("warning", *damage_words(damage))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keep the composer as wide as the column of messages, and below it."""
        px = self._theme.px
        side = max(px(_EDGE), (self.width() - px(WIDTH)) // 2)
        self._below.setContentsMargins(side, px(4), side, px(12))
        is_shown = not self.banner.isHidden()
        above = px(10 if is_shown else 0)
        self._above.setContentsMargins(side, above, side, above)

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.transcript)
        self._stack.addWidget(self._empty)
        self._above = QVBoxLayout()
        self._above.addWidget(self.banner)
        self.banner.hide()
        self._below = QVBoxLayout()
        self._below.addWidget(self.composer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._above)
        column.addWidget(self._stack, 1)
        column.addLayout(self._below)
        self._theme.changed.connect(self._fit)
        self._fit()


def _tokens_of(attachment: Attachment) -> int:
    """Estimate what a file costs, as long as nothing was learnt of the model."""
    return Gauge().attachments((attachment,))
