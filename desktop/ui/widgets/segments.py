"""A few choices side by side in one frame, of which one is taken, or none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.ui import joining
from desktop.ui.bridge.theme import Theme


class Segments(QFrame):
    """Chooses by index; the arrow keys walk. `chosen` is for a person's choice alone."""

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, name: str, words: Sequence[str], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: tuple[str, ...] = ()
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*4 * (theme.px(2),))
        self._row.setSpacing(theme.px(2))
        self.setProperty("box", "segments")
        self.setAccessibleName(name)
        self._group.idClicked.connect(self.chosen)
        theme.changed.connect(self._refresh)
        self.set_words(words)

    @property
    def words(self) -> tuple[str, ...]:
        return self._words

    @property
    def current(self) -> int | None:
        """Which one is taken."""
        place = self._group.checkedId()
        return place if place >= 0 else None

    def set_words(self, words: Sequence[str]) -> None:
        """Offer other choices, none of them taken; the same ones change nothing."""
        if tuple(words) == self._words:
            return
        self._words = tuple(words)
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.setParent(None)
            button.deleteLater()
        for place, word in enumerate(words):
            button = QPushButton(word)
            button.setProperty("kind", "segment")
            button.setProperty("ringRadius", 6)
            button.setCheckable(True)
            button.setAutoExclusive(True)  # So a screen reader tells one of several.
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(1)
            button.setAccessibleName(joining.labelled(self.accessibleName(), word))
            self._group.addButton(button, place)
            self._row.addWidget(button, 1)
        self._refresh()

    def show_choice(self, place: int | None) -> None:
        """Take that one, or none, without telling anybody."""
        if place is not None:
            self._group.button(place).setChecked(True)
        elif (button := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            button.setChecked(False)
            self._group.setExclusive(True)

    def button(self, place: int) -> QPushButton:
        """Return the button of that choice."""
        button = self._group.button(place)
        assert isinstance(button, QPushButton)  # noqa: S101  the group holds nothing else
        return button

    def _refresh(self) -> None:
        for button in self._group.buttons():
            button.setFont(self._theme.font("small_medium"))
