"""A section that is open or closed, with a word beside its title that says what is in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.labels import ElidedLabel, Label


class Fold(QWidget):
    """Closed at first. Put what it holds into `body`."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._title = title
        self.button = IconButton(theme, "chevron-down", "")
        self.summary = ElidedLabel(theme, "", "body", "muted")
        self.summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._inner = QWidget()
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, theme.px(8), 0, 0)
        self.body.setSpacing(theme.px(12))
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(Label(theme, title, "strong"))
        head.addWidget(self.summary, 1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._inner)
        self.button.clicked.connect(lambda: self.set_open(is_open=not self.is_open))
        self.set_open(is_open=False)

    @property
    def is_open(self) -> bool:
        return not self._inner.isHidden()

    def set_open(self, *, is_open: bool) -> None:
        """Show what it holds, or only the title."""
        self._inner.setVisible(is_open)
        self.button.set_icon("chevron-up" if is_open else "chevron-down")
        name = self.tr("Hide: {title}") if is_open else self.tr("Show: {title}")
        self.button.set_name(name.format(title=self._title))
