"""Says that a secret is kept and where, and offers to forget it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.connection import Keeping
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.words import kept_words
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label


class KeptLine(QWidget):
    """Hidden while nothing is kept. What is forgotten here is gone only once Save is pressed."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeping = Keeping.KEYRING
        self.is_kept = False
        self.is_forgotten = False
        self._label = Label(theme, "", "small", "muted", wraps=True)
        self.button = Button(theme, "", "link")
        self.button.clicked.connect(self._toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        self._show()

    def show_kept(self, is_kept: bool, keeping: Keeping) -> None:
        """Say where something is kept, or nothing."""
        self.is_kept, self._keeping = is_kept, keeping
        self._show()

    def forget(self) -> None:
        """Have it forgotten on Save."""
        if self.is_kept and not self.is_forgotten:
            self._toggle()

    def _toggle(self) -> None:
        self.is_forgotten = not self.is_forgotten
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        gone = self.tr("Forgotten once you save.")
        self._label.setText(gone if self.is_forgotten else kept_words(self._keeping))
        self.button.setText(self.tr("Keep it") if self.is_forgotten else self.tr("Forget"))
        self.setVisible(self.is_kept)
