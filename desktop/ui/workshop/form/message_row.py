"""One sample message in the dialog: who says it, and what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.modelfile import ROLES
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.fields import Choice
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.text_area import TextArea


class MessageRow(QWidget):
    """`moved` carries -1 for up and 1 for down."""

    changed = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, theme: Theme, role: str, text: str) -> None:
        super().__init__()
        self._theme = theme
        self.role = Choice(theme)
        self.role.setAccessibleName(self.tr("Who says it"))
        for key, word in zip(ROLES, self._words(), strict=True):
            self.role.addItem(word, key)
        self.role.setCurrentIndex(ROLES.index(role))
        self.area = TextArea(theme, self.tr("What is said"), least=2, most=6)
        self.area.show_text(text)
        self.up = IconButton(theme, "chevron-up", self.tr("Move up"))
        self.down = IconButton(theme, "chevron-down", self.tr("Move down"))
        self.remove = IconButton(theme, "x", self.tr("Remove this message"), length=14)
        self.below = Label(theme, "", "small", "danger", wraps=True)
        self._build()
        self.area.edited.connect(self.changed)
        self.role.currentIndexChanged.connect(self.changed)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)

    @property
    def said(self) -> str:
        """The message as a command has it: "user: text"; "" without a text."""
        return f"{self.role.currentData()}: {self.area.text}" if self.area.text.strip() else ""

    def set_place(self, *, is_first: bool, is_last: bool) -> None:
        self.up.setEnabled(not is_first)
        self.down.setEnabled(not is_last)

    def say(self, error: str) -> None:
        """Say what is wrong with the text; "" where nothing is."""
        self.below.setText(error)
        self.below.setVisible(bool(error))
        self.area.set_wrong(bool(error))
        self.area.setAccessibleDescription(error)

    def _words(self) -> tuple[str, ...]:
        return self.tr("System"), self.tr("User"), self.tr("Assistant")

    def _build(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(self.role)
        head.addStretch(1)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addWidget(self.area)
        column.addWidget(self.below)
        self.say("")
