"""Radio buttons with a muted line each, and room below each for what belongs to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.labels import Label

_INDENT = 26
"""Where a button's words begin, behind its mark."""
_CLOSER = 4
"""A button is as high as a target has to be; its line belongs close to its words."""


class RadioLines(QWidget):
    """Chooses one of a few ways, by index. What is put below a way shows while it is chosen."""

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, ways: Sequence[tuple[str, str]], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._lines: list[_Line] = []
        self._rooms: list[QVBoxLayout] = []
        self._below: dict[int, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        for index, (name, line) in enumerate(ways):
            column.addLayout(self._build_way(index, name, line))
        self._group.idToggled.connect(self._on_toggled)
        self.choose(0)

    @property
    def current(self) -> int:
        return self._group.checkedId()

    def choose(self, index: int) -> None:
        self._group.button(index).setChecked(True)

    def button(self, index: int) -> QRadioButton:
        """Return the button of that way, to name it or to reach it."""
        button = self._group.button(index)
        assert isinstance(button, QRadioButton)  # noqa: S101  the group holds nothing else
        return button

    def say(self, index: int, line: str) -> None:
        """Replace the line of one way."""
        self._lines[index].setText(line)
        self._group.button(index).setAccessibleDescription(line)

    def put_below(self, index: int, widget: QWidget) -> None:
        """Put what that way needs below it."""
        self._below[index] = widget
        widget.setContentsMargins(0, self._theme.px(8), 0, self._theme.px(6))
        self._rooms[index].addWidget(widget)
        widget.setVisible(self.current == index)

    def _build_way(self, index: int, name: str, line: str) -> QVBoxLayout:
        button = _Name(self._theme, name)
        self._group.addButton(button, index)
        label = _Line(self._theme, button)
        self._lines.append(label)
        inner = QVBoxLayout()
        inner.setContentsMargins(self._theme.px(_INDENT), 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(label)
        self._rooms.append(inner)
        way = QVBoxLayout()
        way.setSpacing(0)
        way.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        way.addSpacing(-self._theme.px(_CLOSER))
        way.addLayout(inner)
        self.say(index, line)
        return way

    def _on_toggled(self, index: int, is_chosen: bool) -> None:
        if (below := self._below.get(index)) is not None:
            below.setVisible(is_chosen)
        if is_chosen:
            self.chosen.emit(index)


class _Name(QRadioButton):
    """A radio button in the type of a choice's name."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(name)
        self._theme = theme
        self._refresh()
        theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        self.setFont(self._theme.font("medium"))


class _Line(Label):
    """The line below a radio button; a click on it chooses, as one on the button does."""

    def __init__(self, theme: Theme, button: QRadioButton) -> None:
        super().__init__(theme, "", "small", "muted", wraps=True)
        self._button = button

    @override
    def mousePressEvent(self, ev: QMouseEvent) -> None:
        self._button.click()
