"""What a page says: a banner above its work, or an empty state in its place."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import joining
from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme, set_property
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.balanced_label import BalancedLabel
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.pictures import Icon

BannerKind: TypeAlias = Literal["info", "success", "warning", "danger"]

_ICONS: dict[str, tuple[str, Role]] = {
    "info": ("info", "link"),
    "success": ("check", "success"),
    "warning": ("triangle-alert", "warning"),
    "danger": ("circle-alert", "danger"),
}


class Banner(QFrame):
    """A sentence, its facts and what mends it, on a soft ground. Never dismisses itself."""

    def __init__(
        self,
        theme: Theme,
        kind: BannerKind = "info",
        sentence: str = "",
        facts: str = "",
        *,
        icon: str = "",
        actions: Sequence[QPushButton] = (),
        actions_below: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = Icon(theme, icon or _ICONS[kind][0], 16, _ICONS[kind][1])
        self._sentence = BalancedLabel(theme, sentence, "medium")
        self._facts = BalancedLabel(theme, facts, "small", "muted")
        self._below = QVBoxLayout()
        self.setProperty("banner", kind)
        self._build(theme, actions, actions_below)
        self.say(kind, sentence, facts, icon=icon)

    def say(self, kind: BannerKind, sentence: str, facts: str = "", *, icon: str = "") -> None:
        """Replace the words and the state; an empty icon name means the kind's own."""
        set_property(self, "banner", kind)
        self._icon.show_icon(icon or _ICONS[kind][0], _ICONS[kind][1])
        self._sentence.setText(sentence)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self.setAccessibleName(joining.sentences(sentence, facts))

    def add_below(self, widget: QWidget, gap: int) -> None:
        """Put a widget below the words, such as buttons that break into lines."""
        self._below.addSpacing(gap)
        self._below.addWidget(widget)

    def _build(self, theme: Theme, actions: Sequence[QPushButton], actions_below: bool) -> None:
        """The icon stands beside the middle of the words, whatever lies below them."""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._sentence)
        words.addWidget(self._facts)
        self._below.setSpacing(0)
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(12), theme.px(8), theme.px(8), theme.px(8))
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._icon, 0, 0)
        grid.addLayout(words, 0, 1)
        grid.addLayout(self._below, 1, 1)
        if not actions:
            return
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(6))
        for button in actions:
            buttons.addWidget(button)
        if actions_below:
            buttons.addStretch(1)
            self._below.addSpacing(theme.px(8))
            self._below.addLayout(buttons)
        else:
            grid.addLayout(buttons, 0, 2)


class EmptyState(QWidget):
    """Says why there is nothing, and what to do next: icon, heading, muted lines, actions."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        heading: str,
        lines: str = "",
        *,
        actions: Sequence[QPushButton] = (),
        is_page: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        length = 36 if is_page else 24
        role: TypeRole = "display" if is_page else "heading"
        self._icon = Icon(theme, icon, length)
        self._heading = Label(theme, heading, role, wraps=True)
        self._lines = Label(theme, lines, "body", "muted", wraps=True)
        self._build(theme, actions, is_page)
        self.say(heading, lines)

    def say(self, heading: str, lines: str = "", icon: str = "") -> None:
        """Replace the words; lines are broken where they hold a line feed."""
        self._heading.setText(heading)
        self._lines.setText(lines)
        self._lines.setVisible(bool(lines))
        if icon:
            self._icon.show_icon(icon, "muted")

    def _build(self, theme: Theme, actions: Sequence[QPushButton], is_page: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(6))
        column.addStretch(2)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(14 if is_page else 4))
        for label in (self._heading, self._lines):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addStretch(1)
        for button in actions:
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addSpacing(theme.px(6))
        column.addLayout(buttons)
        column.addStretch(3)
