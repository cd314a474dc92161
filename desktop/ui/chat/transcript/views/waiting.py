"""An answer is awaited: what the host does meanwhile, and for how long."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from desktop.ui.chat.transcript import words
from desktop.ui.chat.transcript.content import Content, Waiting
from desktop.ui.chat.transcript.row import RowView
from desktop.ui.chat.transcript.views.tools import Tools
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.pictures import Loader

TICK_MS = 1000


class WaitingView(RowView):
    """A turning circle and a line that counts the seconds while it is shown."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._waiting: Waiting | None = None
        self._words = Label(tools.theme, "", "body", "muted", wraps=True)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._say)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, tools.theme.px(4), 0, tools.theme.px(4))
        row.setSpacing(tools.theme.px(8))
        row.addWidget(Loader(tools.theme, 16))
        row.addWidget(self._words, 1)

    @override
    def show_content(self, content: Content) -> None:
        if isinstance(content, Waiting):
            self._waiting = content
            self._say()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._tick.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()

    def _say(self) -> None:
        if self._waiting is not None:
            text = words.waiting(self._waiting.turn, self._tools.now())
            self._words.setText(text)
            self.setAccessibleName(text)
