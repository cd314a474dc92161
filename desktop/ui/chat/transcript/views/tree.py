"""An answer that is JSON, as a tree that folds."""

from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from desktop.ui.chat.json_view import JsonView
from desktop.ui.chat.transcript.content import Content, JsonTree
from desktop.ui.chat.transcript.row import RowView
from desktop.ui.chat.transcript.views.tools import Tools


class TreeView(RowView):
    """The tree, and whether it keeps to what was asked."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._json = JsonView(tools.theme)
        self._json.setParent(self)
        self._json.grew.connect(self.grew)

    @override
    def show_content(self, content: Content) -> None:
        if isinstance(content, JsonTree):
            self._json.show_answer(content.text, content.schema)

    @override
    def height_for(self, width: int) -> int:
        return self._json.height_for(width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._json.setGeometry(self.rect())
