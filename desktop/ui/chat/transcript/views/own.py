"""The person's own message: its text on a soft ground at the right, and what to do with it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAction, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from desktop.domain.conversation import Entry
from desktop.ui.chat.transcript.content import Bar, Content, Own
from desktop.ui.chat.transcript.measure import OWN_WIDTH
from desktop.ui.chat.transcript.row import RowView
from desktop.ui.chat.transcript.views.heading import BranchWalk, Marks
from desktop.ui.chat.transcript.views.menu import MessageMenu
from desktop.ui.chat.transcript.views.own_text import OwnText
from desktop.ui.chat.transcript.views.tools import Tools
from desktop.ui.widgets.buttons import IconButton

_PAD_SIDE, _PAD_ABOVE, _PAD_BELOW, _RADIUS = 14, 10, 6, 10
"""Less below: a line's extra height stands under its letters."""


class OwnView(RowView):
    """One stretch of the text. Of several, the first has round corners above, the last below."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._theme = tools.theme
        self._own = Own("")
        self.text = OwnText(tools.theme)
        self.text.setParent(self)

    @override
    def show_content(self, content: Content) -> None:
        if isinstance(content, Own):
            self._own = content
            self.text.show_text(content.text)
            self.setAccessibleName(self.tr("You: {text}").format(text=content.text[:200]))
            self._place()

    @override
    def height_for(self, width: int) -> int:
        return self.text.height_for(self._text_width(width)) + self._above + self._below

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._theme.px(_RADIUS)
        ground = QRectF(self.text.geometry())
        side = self._theme.px(_PAD_SIDE)
        above = 0 if self._own.is_first else -radius
        below = 0 if self._own.is_last else radius
        ground = QRectF(ground.left() - side, above, ground.width() + 2 * side, self.height())
        ground.setBottom(self.height() + below)
        path = QPainterPath()
        path.addRoundedRect(ground, radius, radius)
        painter.fillPath(path, self._theme.color("chip"))

    @property
    def _above(self) -> int:
        return self._theme.px(_PAD_ABOVE) if self._own.is_first else 0

    @property
    def _below(self) -> int:
        return self._theme.px(_PAD_BELOW) if self._own.is_last else 0

    def _text_width(self, width: int) -> int:
        most = min(width, self._theme.px(OWN_WIDTH)) - 2 * self._theme.px(_PAD_SIDE)
        is_whole = self._own.is_first and self._own.is_last
        return self.text.width_wanted(most) if is_whole else most

    def _place(self) -> None:
        width = self._text_width(self.width())
        left = self.width() - width - self._theme.px(_PAD_SIDE)
        high = self.height() - self._above - self._below
        self.text.setGeometry(left, self._above, width, high)
        self.text.height_for(width)


class BarView(RowView):
    """Copy, edit and more below one's own message, at the right and small."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        theme, self._wishes = tools.theme, tools.wishes
        self._entry: Entry | None = None
        self._marks = Marks(theme)
        self._walk = BranchWalk(theme, tools.wishes)
        self._copy = IconButton(theme, "copy", self.tr("Copy message"), length=13)
        self._edit = IconButton(theme, "pencil", self.tr("Edit and send as a branch"), length=13)
        self._menu = MessageMenu(theme, tools.wishes, self)
        self._edit_action = QAction(self.tr("Edit and send as a branch"), self._menu)
        self._menu.insertAction(self._menu.actions()[0], self._edit_action)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        row.addStretch(1)
        row.addWidget(self._marks)
        row.addSpacing(theme.px(6))
        for widget in (self._walk, self._copy, self._edit, self._menu.button):
            row.addWidget(widget)
        self._copy.clicked.connect(lambda: self._menu.copy(False))
        self._edit.clicked.connect(self._wish_edit)
        self._edit_action.triggered.connect(self._wish_edit)

    @override
    def show_content(self, content: Content) -> None:
        if isinstance(content, Bar):
            self._entry = content.entry
            self._menu.show_entry(content.entry)
            self._walk.show_place(content.entry.id, content.place)
            is_pinned = content.entry.is_pinned
            self._marks.show_marks(is_pinned=is_pinned, is_unseen=content.is_unseen)

    def _wish_edit(self) -> None:
        if self._entry is not None:
            self._wishes.edit.emit(self._entry.id)
