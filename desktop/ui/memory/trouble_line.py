"""Below the name of a host that does not answer: why, and what mends it."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.diagnostics.explain import Explanation, Remedy
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.card_row import EDGE
from desktop.ui.memory.relabel import relabel
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Label
from desktop.ui.wording import words

_MOST = 3


class TroubleLine(QWidget):
    """A sentence, and a few buttons below it; hidden where all is well."""

    def __init__(
        self, theme: Theme, mend: Callable[[Remedy], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mend = mend
        self._shown: tuple[Remedy, ...] = ()
        self.words = Label(theme, "", "small", "muted", wraps=True)
        self.buttons: dict[Remedy, Button] = {}
        self._place = QWidget()
        self._row = FlowLayout(theme.px(6), self._place)
        column = QVBoxLayout(self)
        left = theme.px(EDGE + 21)
        column.setContentsMargins(left, 0, theme.px(14), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addWidget(self.words)
        column.addWidget(self._place)
        self.hide()

    def show_trouble(self, trouble: Explanation | None) -> None:
        """Say it, or hide."""
        self.setVisible(trouble is not None)
        if trouble is None:
            return
        said = words(trouble)
        relabel(self.words, joining.sentences(said.sentence, said.facts))
        buttons = said.buttons[:_MOST]
        shown = tuple(one.remedy for one in buttons)
        if shown == self._shown:
            return
        self._shown = shown
        self._place.setVisible(bool(shown))
        for old in self.buttons.values():
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = {one.remedy: Button(self._theme, one.label) for one in buttons}
        for remedy, button in self.buttons.items():
            button.clicked.connect(lambda _=False, remedy=remedy: self._mend(remedy))
            self._row.addWidget(button)
