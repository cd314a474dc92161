"""Where a secret is kept: the keyring, only this run, or a file if that is agreed to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.domain.connection import Keeping
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.words import place_words
from desktop.ui.widgets.fields import Choice, FormField
from desktop.ui.widgets.labels import Label


class KeepingChoice(QWidget):
    """The file is taken only with a tick at the sentence that says what that means."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Choice(theme)
        for place in Keeping:
            self.choice.addItem(place_words(place), place)
        self._field = FormField(theme, self.tr("Where it is kept"), self.choice)
        self.agreed = QCheckBox(self.tr("Keep it in a file all the same"))
        self._agreement = Label(
            theme,
            self.tr("The file is not encrypted; its rights let only you read it."),
            "small",
            "muted",
            wraps=True,
        )
        self._problem = Label(theme, "", "small", "danger", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for part in (self._field, self._agreement, self.agreed, self._problem):
            column.addWidget(part)
        self.choice.currentIndexChanged.connect(self._on_changed)
        self.agreed.toggled.connect(self._on_changed)
        self._show()

    @property
    def keeping(self) -> Keeping:
        """Where it may be kept: without the tick, a file is no place."""
        is_refused = self._place is Keeping.FILE and not self.agreed.isChecked()
        return Keeping.RUN if is_refused else self._place

    @property
    def _place(self) -> Keeping:
        return Keeping(self.choice.currentData())

    def fill(self, keeping: Keeping) -> None:
        self.choice.setCurrentIndex(max(self.choice.findData(keeping), 0))
        self.agreed.setChecked(keeping is Keeping.FILE)

    def say_no_keyring(self) -> None:
        """Say that there is no keyring, and begin with what needs none."""
        self._field.set_hint(
            self.tr("No keyring answers on this computer, so it cannot be kept in one.")
        )
        if self._place is Keeping.KEYRING:
            self.fill(Keeping.RUN)
        self.choice.removeItem(self.choice.findData(Keeping.KEYRING))

    def find_problem(self) -> QWidget | None:
        """Say that the file was not agreed to, and return the tick for it."""
        is_file = self._place is Keeping.FILE
        if not is_file or self.agreed.isChecked():
            return None
        self._problem.setText(self.tr("Tick this, or choose another place."))
        self._problem.show()
        return self.agreed

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        is_file = self._place is Keeping.FILE
        self._agreement.setVisible(is_file)
        self.agreed.setVisible(is_file)
        self._problem.hide()
