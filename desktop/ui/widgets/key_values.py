"""A section of facts: keys in one column, values in the other, and a button that copies."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.baseline import level
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import ElidedLabel, Hairline, Label, Tag, Tone

_GAP = 10
_KEY = 94
_MOST_KEY = 286 * 0.4


class Section(QWidget):
    """A strong title and what stands below it; sections are 16 apart with a hairline between."""

    def __init__(
        self, theme: Theme, title: str, *, has_line: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if has_line:
            column.addWidget(Hairline())
            column.addSpacing(theme.px(16))
        column.addWidget(Label(theme, title, "strong"))
        column.addSpacing(theme.px(8))
        column.addLayout(self.body)
        column.addSpacing(theme.px(16))


class CopyButton(IconButton):
    """Copies a text, from over the end of the value that is copied.

    A quiet one is seen only while its row is pointed at or it has the focus.
    """

    def __init__(self, theme: Theme, name: str, text: str, *, is_quiet: bool) -> None:
        super().__init__(theme, "copy", name, length=13)
        self._theme = theme
        self._is_quiet = is_quiet
        self.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        row = self.parentWidget()
        is_pointed_at = row is not None and row.underMouse()
        if not self._is_quiet or self.hasFocus() or is_pointed_at:
            QPainter(self).fillRect(self.rect(), self._theme.color("surface"))
            super().paintEvent(arg__1)


class _Row(QWidget):
    """A fact: it draws itself anew as the pointer comes and goes, for its copy button."""

    def __init__(self, theme: Theme, key: Label, value: QWidget) -> None:
        super().__init__()
        self.key = key
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, theme.px(3), 0, theme.px(3))
        self.row.setSpacing(theme.px(_GAP))
        self.row.addWidget(key, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(value, 1, Qt.AlignmentFlag.AlignTop)
        if isinstance(value, Label):
            level(key, value)
        self._button: CopyButton | None = None
        self._line = theme.px(21)
        self.setMinimumHeight(self._line)

    def add_button(self, button: CopyButton) -> None:
        """Lay the button over the end of the value's first line, where it takes no room."""
        button.setParent(self)
        self._button = button

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (button := self._button) is not None:
            button.move(self.width() - button.width(), (self._line - button.height()) // 2)


class KeyValues(QWidget):
    """Facts as pairs. Every value can be copied; the button shows as its row is pointed at."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(
        self,
        key: str,
        value: str,
        *,
        copied: str | None = None,
        mono: bool = False,
        tone: Tone = "text",
        shows_copy: bool = False,
    ) -> None:
        """Append a fact; `copied` is what the button copies where that is not the value itself.

        An empty `copied` leaves the button out; `shows_copy` lets it be seen always.
        """
        font: TypeRole = "mono_hint" if mono else "small"
        if mono:
            shown: Label = ElidedLabel(self._theme, value, font, tone)
        else:
            shown = Label(self._theme, value, font, tone, wraps=True)
            policy = shown.sizePolicy()  # One endless word must not widen the whole section.
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            shown.setSizePolicy(policy)
        row = self._add_row(key, shown)
        text = value if copied is None else copied
        if text:
            name = self.tr("Copy {key}").format(key=key)
            row.add_button(CopyButton(self._theme, name, text, is_quiet=not shows_copy))

    def add_tags(self, key: str, words: tuple[str, ...]) -> None:
        """Append words as tags, such as what a model can do."""
        holder = QWidget()
        flow = FlowLayout(self._theme.px(6), holder)
        for word in words:
            flow.addWidget(Tag(self._theme, word))
        self._add_row(key, holder)

    def _add_row(self, key: str, value: QWidget) -> _Row:
        row = _Row(self._theme, ElidedLabel(self._theme, key, "small", "muted"), value)
        self._rows.append(row)
        self._column.addWidget(row)
        self._align()
        return row

    def _align(self) -> None:
        """Give every key the width of the widest, up to 40 % of the inspector."""
        widest = max(row.key.sizeHint().width() for row in self._rows)
        least, most = self._theme.px(_KEY), self._theme.px(_MOST_KEY)
        for row in self._rows:
            row.key.setFixedWidth(min(max(widest, least), most))
