"""Whether the model that is chosen would fit: an icon and a line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.memory.snapshot import FitAnswer
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.fit_words import said_of
from desktop.ui.memory.relabel import relabel
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.pictures import Icon
from desktop.ui.widgets.tips import plain_tip


class FitLine(QWidget):
    """Says what it is told; to load is possible whatever it says."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon(theme, "info", 14)
        self.words = Label(theme, "", "small", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def show_answer(self, answer: FitAnswer | None, host: str) -> None:
        """Say whether it fits there; nothing where no model is chosen."""
        self.setVisible(answer is not None)
        if answer is None:
            return
        said = said_of(answer, host)
        self._icon.show_icon(said.icon, said.role)
        relabel(self.words, said.line)
        self.words.setToolTip(plain_tip(said.more))
        self.setAccessibleName(said.line)
        self.setAccessibleDescription(said.more)
