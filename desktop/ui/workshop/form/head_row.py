"""The line at the head of a section of the form: a strong title, and a button at the right."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.labels import Label


class HeadRow(QWidget):
    """Title left; what is given at the right."""

    def __init__(self, theme: Theme, title: str, *right: QWidget) -> None:
        super().__init__()
        self.title = Label(theme, title, "strong")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(self.title)
        self._row.addStretch(1)
        for widget in right:
            self._row.addWidget(widget)
        self.setMinimumHeight(theme.px(30))
