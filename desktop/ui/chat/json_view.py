"""An answer that has to be JSON: whether it is what was asked for, as a tree or as text."""

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.json_tree import MOST_ROWS, JsonTree
from desktop.ui.chat.json_verdict import Verdict, judge
from desktop.ui.models.long_text import LongText
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.labels import Hairline, Label
from desktop.ui.widgets.pictures import Icon
from desktop.ui.widgets.segments import Segments

_TREE, _TEXT = 0, 1
_SWITCH, _ROOM, _FRAMES = 112, 6, 4
_MEASURED = 8000
"""Characters that are more than fit into what is seen at once."""


class JsonView(QFrame):
    """A line that says whether the answer is valid, and the answer below it.

    What is no JSON is shown as text, with the reason. At most twenty rows are
    seen at once, and what is longer scrolls in it. `grew` says that its height
    changed by itself: rows were opened, or the text was chosen.
    """

    grew = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._shown: tuple[str, str] | None = None
        self.setObjectName("jsonView")
        self.setProperty("box", "code")
        self.icon = Icon(theme, "check", 14)
        self.verdict = Label(theme, "", "small_medium", wraps=True)
        self.problems = Label(theme, "", "small", "muted", wraps=True, selectable=True)
        words = [self.tr("Tree"), self.tr("Text")]
        self.switch = Segments(theme, self.tr("Show the answer as"), words)
        self.opener = IconButton(theme, "unfold-vertical", self.tr("Expand all"))
        self.copy = Button(theme, self.tr("Copy"), "quiet", "copy")
        self.tree = JsonTree(theme)
        self.text = LongText(theme, self.tr("Answer as text"), is_code=True)
        self._stack = QStackedWidget()
        self._above = QWidget()
        self.problems.setContentsMargins(0, 0, theme.px(8), theme.px(4))
        self._build()
        self.switch.chosen.connect(self._on_chosen)
        self.opener.clicked.connect(self.tree.expand_all)
        self.copy.clicked.connect(self._copy)
        self.tree.resized.connect(self._on_resized)
        theme.changed.connect(self._fit)

    def show_answer(self, text: str, schema_text: str = "") -> None:
        """Show an answer; without a schema it only has to be JSON."""
        if (text, schema_text) == self._shown:
            return
        self._text, self._shown = text, (text, schema_text)
        verdict = judge(text, schema_text)
        self._say(verdict)
        self.text.show_text(text)
        if verdict.is_json:
            self.tree.show_document(verdict.document)
        self.switch.setVisible(verdict.is_json)
        self._show_part(_TREE if verdict.is_json else _TEXT)

    def height_for(self, width: int) -> int:
        """Return how high it has to be at that width."""
        layout = self._above.layout()
        above = layout.totalHeightForWidth(max(1, width - 2)) if layout is not None else 0
        return above + 1 + self._body_height(width) + 2

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _say(self, verdict: Verdict) -> None:
        self.icon.show_icon(verdict.icon, verdict.tone)
        self.verdict.setText(verdict.sentence)
        self.verdict.set_tone(verdict.tone)
        self.problems.setText("\n".join(verdict.lines))
        self.problems.setVisible(bool(verdict.lines))
        self.setAccessibleName(joining.sentences(verdict.sentence, *verdict.lines))

    def _on_chosen(self, part: int) -> None:
        self._show_part(part)
        self.grew.emit()

    def _on_resized(self) -> None:
        self._fit()
        self.grew.emit()

    def _show_part(self, part: int) -> None:
        self.switch.show_choice(part)
        self._stack.setCurrentIndex(part)
        self.opener.setVisible(part == _TREE and self.tree.has_levels)
        self._fit()

    def _fit(self) -> None:
        self._stack.setFixedHeight(self._body_height(self.width()))
        most = self._most_height()
        scrolls = self._text_height(self.width(), most) >= most
        policy = Qt.ScrollBarPolicy
        self.text.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        )  # Once it is there it takes the room that would make it needless.
        self.updateGeometry()

    def _body_height(self, width: int) -> int:
        around = 2 * self._theme.px(_ROOM)
        if self._stack.currentIndex() == _TREE:
            return self.tree.wanted_height() + around
        margin = ceil(self.text.document().documentMargin())
        high = self._text_height(width, self._most_height())
        return high + around + 2 * margin + 1  # Or it would scroll by a line.

    def _most_height(self) -> int:
        return MOST_ROWS * self._theme.metrics("mono").lineSpacing()

    def _text_height(self, width: int, most: int) -> int:
        """Return how high the text is, wrapped as it will be where all of it is that wide."""
        margin = ceil(self.text.document().documentMargin())
        width -= 2 * (self._theme.px(_ROOM) + margin) + _FRAMES
        font, high = self._theme.font("mono"), 0.0
        for paragraph in visible(self._text[:_MEASURED], keep_newlines=True).split("\n"):
            high += _paragraph_height(paragraph, font, width)
            if high >= most:
                return most
        return ceil(high)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def _build(self) -> None:
        px = self._theme.px
        self.switch.setFixedWidth(px(_SWITCH))
        self.text.setProperty("box", "")
        self._stack.addWidget(_padded(self.tree, px(_ROOM)))
        self._stack.addWidget(_padded(self.text, px(_ROOM)))
        head = QHBoxLayout()
        head.setSpacing(px(6))
        head.addWidget(self.icon)
        head.addWidget(self.verdict, 1)
        head.addWidget(self.switch)
        head.addWidget(self.opener)
        head.addWidget(self.copy)
        above = QVBoxLayout(self._above)
        above.setContentsMargins(px(12), px(4), px(4), px(4))
        above.setSpacing(px(2))
        above.addLayout(head)
        above.addWidget(self.problems)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._above)
        column.addWidget(Hairline())
        column.addWidget(self._stack)


def _paragraph_height(text: str, font: QFont, width: int) -> float:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    high = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        high += line.height()
    layout.endLayout()
    return high


def _padded(inner: QWidget, room: int) -> QWidget:
    outer = QWidget()
    box = QVBoxLayout(outer)
    box.setContentsMargins(room, room, room, room)
    box.addWidget(inner)
    return outer
