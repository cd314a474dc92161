"""A section of the inspector that is a list of names and values: parameters, tensors."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.models.card import Fact
from desktop.ui.models.facts import FactList
from desktop.ui.widgets.labels import Label


class FactsSection(QWidget):
    """The list, or one line where there is nothing to list."""

    def __init__(
        self, theme: Theme, name: str, nothing: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.list = FactList(theme, name)
        self._nothing = Label(theme, nothing, "small", "muted", wraps=True)
        self._nothing.setContentsMargins(theme.px(18), theme.px(12), theme.px(18), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        column.setSpacing(0)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self.show_facts(None)

    def show_facts(self, facts: Sequence[Fact] | None) -> None:
        """Show these, or nothing at all before they are known (None)."""
        self._nothing.setVisible(facts is not None and not facts)
        self.list.put(facts or ())
