"""A section of the settings page: a heading and its fields."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.palette.match import folded, pieces
from desktop.ui.settings.field import SettingField
from desktop.ui.widgets.labels import Hairline
from desktop.ui.widgets.marked_label import MarkedLabel


class SettingsSection(QWidget):
    """Hides what is not about the words that are searched for, and itself with the last of it."""

    def __init__(
        self, theme: Theme, key: str, title: str, icon: str, fields: Sequence[SettingField]
    ) -> None:
        super().__init__()
        self.setObjectName(f"section.{key}")
        self.key, self.title, self.icon = key, title, icon
        self.fields = tuple(fields)
        self._heading = MarkedLabel(theme, title, "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        self._line = Hairline()
        column.addWidget(self._line)
        column.addWidget(self._heading)
        for field in self.fields:
            column.addWidget(field)

    def follow(self) -> None:
        """Show every value as it is now."""
        for field in self.fields:
            field.follow()

    def narrow(self, typed: str, *, is_first: bool) -> bool:
        """Show what is about the words typed; return whether anything is."""
        heading, parts = folded(self.title), pieces(typed)
        places = tuple((heading.find(part), len(part)) for part in parts if part in heading)
        self._heading.mark(places)
        found = [field.narrow(typed, self.title) for field in self.fields]
        for field, is_found in zip(self.fields, found, strict=True):
            field.setVisible(is_found)
        self.setVisible(any(found))
        self._line.setVisible(not is_first)
        return any(found)
