"""The line above a thought, which opens and closes it."""

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout
from typing_extensions import override

from desktop.domain.conversation import EntryId
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.chat.transcript import words
from desktop.ui.chat.transcript.content import Content, Fold
from desktop.ui.chat.transcript.row import RowView
from desktop.ui.chat.transcript.views.tools import Tools

TICK_MS = 1000
_CHEVRON, _TEXT, _GAP = 14, 20, 8


class FoldButton(QAbstractButton):
    """A chevron, how long was thought, and smaller how many tokens."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tokens = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCheckable(True)

    def say(self, text: str, tokens: str) -> None:
        self._tokens = tokens
        self.setText(text)
        self.setAccessibleName(joining.phrases((text, tokens)))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px, metrics = self._theme.px, self._theme.metrics
        width = px(_TEXT) + metrics("medium").horizontalAdvance(self.text()) + px(_GAP)
        width += metrics("small").horizontalAdvance(self._tokens)
        return QSize(width + 1, max(24, px(24)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        px, painter = self._theme.px, QPainter(self)
        role: Role = "text" if self.underMouse() else "muted"
        name = "chevron-down" if self.isChecked() else "chevron-right"
        side = px(_CHEVRON)
        square = QRect(0, (self.height() - side) // 2, side, side)
        self._theme.icons.paint(painter, square, name, role, _CHEVRON)
        painter.setPen(self._theme.color(role))
        painter.setFont(self._theme.font("medium"))
        middle = Qt.AlignmentFlag.AlignVCenter
        box = self.rect().adjusted(px(_TEXT), 0, 0, 0)
        painter.drawText(box, middle, self.text())
        wide = self._theme.metrics("medium").horizontalAdvance(self.text()) + px(_GAP)
        painter.setPen(self._theme.color("muted"))
        painter.setFont(self._theme.font("small"))
        painter.drawText(box.adjusted(wide, 0, 0, 0), middle, self._tokens)


class FoldView(RowView):
    """How long was thought, or is being thought; a click shows what."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._fold = Fold(EntryId(""), is_open=False)
        self._button = FoldButton(tools.theme)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._say)
        self._button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        row.addStretch(1)

    @override
    def show_content(self, content: Content) -> None:
        if isinstance(content, Fold):
            self._fold = content
            self._button.setChecked(content.is_open)
            shown = self.tr("shown") if content.is_open else self.tr("hidden")
            self._button.setAccessibleDescription(shown)
            self._say()
            self._keep_time()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._keep_time()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()

    def _keep_time(self) -> None:
        if self._fold.began and self.isVisible():
            self._tick.start()
        else:
            self._tick.stop()

    def _say(self) -> None:
        self._button.say(*words.thought(self._fold, self._tools.now()))

    def _on_clicked(self) -> None:
        self._tools.wishes.fold.emit(self._fold.entry_id, not self._fold.is_open)
