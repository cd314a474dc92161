"""A block of an answer, or of a thought, which has a rule at its left."""

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from typing_extensions import override

from desktop.chat.blocks import Block, BlockKind
from desktop.ui.chat.blocks.kinds import block_view
from desktop.ui.chat.blocks.styling import BlockTone
from desktop.ui.chat.blocks.surface import Surface
from desktop.ui.chat.blocks.view import BlockView
from desktop.ui.chat.transcript.content import Content, Prose
from desktop.ui.chat.transcript.row import RowView
from desktop.ui.chat.transcript.views.tools import Tools

_INDENT, _ABOVE, _RULE_LEFT, _RULE = 20, 4, 6, 2
_CHARACTERS, _MOST_FRAMES = 400, 6
"""A tail that has to be read anew waits a frame more for every so many characters."""
_LATER_MS = 120


class ProseView(RowView):
    """Holds the view of one block; a tail that turns into a table gets another one."""

    def __init__(self, tools: Tools, indent: int = 0, above: int = 0) -> None:
        super().__init__()
        self._tools = tools
        self._indent = indent
        self._above = above
        self._kind: BlockKind | None = None
        self._block: BlockView | None = None
        self._waiting: Block | None = None
        self._frames = 0
        """Frames that a tail which has to be read anew waits for what else may come."""
        self._later: QTimer | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # Only what grew is painted.

    @property
    def text(self) -> Surface | None:
        """What can be selected."""
        return self._block.surface if self._block is not None else None

    @override
    def show_content(self, content: Content) -> None:
        if not isinstance(content, Prose):
            return
        if self._block is None or content.block.kind is not self._kind:
            self._change(content.block.kind)
        elif self._block.grow(content.block):
            self._waiting = None
            return
        elif self._has_to_wait(content.block):
            return
        self._show(content.block)

    def _has_to_wait(self, block: Block) -> bool:
        """Whether a tail that has to be read anew is left for a later frame, as most are."""
        if block.is_closed or self._frames == 0:
            return False
        self._frames -= 1
        self._waiting = block
        if self._later is None:
            self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
            self._later.timeout.connect(self._show_waiting)
        self._later.start()
        return True

    def _show_waiting(self) -> None:
        if self._waiting is not None:
            self._show(self._waiting)
            self.grew.emit()

    def _show(self, block: Block) -> None:
        self._waiting = None
        if self._block is not None:
            self._frames = min(_MOST_FRAMES, 2 + len(block.source) // _CHARACTERS)
            self._block.show_block(block)

    @override
    def renew(self) -> None:
        self._frames, self._waiting = 0, None
        if self._block is not None:
            self._block.surface.clear_selection()
            self._block.surface.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def height_for(self, width: int) -> int:
        if self._block is None:
            return 0
        return self._above + self._block.height_for(width - self._indent)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _change(self, kind: BlockKind) -> None:
        if self._block is not None:
            self._block.hide()
            self._block.deleteLater()
        self._kind = kind
        tone: BlockTone = "muted" if self._indent else "text"
        view = block_view(self._tools.theme, kind, tone, self._tools.kept)
        view.setParent(self)
        view.link_wanted.connect(self._tools.wishes.link)
        view.grew.connect(self.grew)
        self._block = view
        self._place()
        view.show()

    def _place(self) -> None:
        if self._block is not None:
            box = self.rect().adjusted(self._indent, self._above, 0, 0)
            self._block.setGeometry(box)


class ThoughtView(ProseView):
    """A block of a thought: muted, beside a rule."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, tools.theme.px(_INDENT), tools.theme.px(_ABOVE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._tools.theme
        rule = QRect(theme.px(_RULE_LEFT), 0, theme.px(_RULE), self.height())
        QPainter(self).fillRect(rule, theme.color("border_strong"))
