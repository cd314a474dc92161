"""The palette's last line: its keys, and what each does."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.labels import Label, Tag


class PaletteFoot(QWidget):
    """Up and Down, Enter, and Tab where the current line has more to offer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(7), theme.px(16), theme.px(7))
        row.setSpacing(theme.px(8))
        self._tab = Tag(theme, self.tr("Tab"), "key")
        self._more = Label(theme, self.tr("more actions"), "small", "muted")
        row.addWidget(Tag(theme, "↑", "key"))
        row.addWidget(Tag(theme, "↓", "key"))
        row.addWidget(Label(theme, self.tr("choose"), "small", "muted"))
        row.addSpacing(theme.px(8))
        row.addWidget(Tag(theme, self.tr("Enter"), "key"))
        row.addWidget(Label(theme, self.tr("do it"), "small", "muted"))
        row.addSpacing(theme.px(8))
        row.addWidget(self._tab)
        row.addWidget(self._more)
        row.addStretch(1)

    def show_more(self, *, has_more: bool) -> None:
        """Name the key that shows more only where it does."""
        self._tab.setVisible(has_more)
        self._more.setVisible(has_more)
