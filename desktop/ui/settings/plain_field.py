"""A part of the settings page that sets nothing itself: words, and buttons below them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.settings.field import SettingField


class PlainField(SettingField):
    """A label, what is said of it, widgets of its own, and a row of buttons."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        label: str,
        hint: str = "",
        *,
        parts: Sequence[QWidget] = (),
        buttons: Sequence[QWidget] = (),
        words: str = "",
    ) -> None:
        super().__init__(theme, name, label, hint, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        column.addWidget(self.label)
        self.label.setVisible(bool(label))
        column.addWidget(self.hint)
        for part in parts:
            column.addWidget(part)
        if buttons:
            row = QHBoxLayout()
            row.setContentsMargins(0, theme.px(3), 0, 0)
            row.setSpacing(theme.px(6))
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
