"""The palette's first line: what it is about, where one types, and the key that leaves."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.labels import ElidedLabel, Tag
from desktop.ui.widgets.pictures import Icon


class PaletteTop(QWidget):
    """A field without an edge: it is the only one there is here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._of = ElidedLabel(theme, "", "medium")
        self.field = QLineEdit()
        self.field.setObjectName("paletteField")
        self.field.setProperty("ring", False)
        self.field.setFrame(False)
        self._row = QHBoxLayout(self)
        self._row.addWidget(Icon(theme, "search", 18))
        self._row.addWidget(self._of)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(Tag(theme, self.tr("Esc"), "key"))
        self.show_of("")
        self._refresh()
        theme.changed.connect(self._refresh)

    def show_of(self, name: str, note: str = "") -> None:
        """Name the one thing whose actions are listed; "" for everything there is."""
        text = self.tr("{name} on {host}").format(name=name, host=note) if note else name
        self._of.setText(text)
        self._of.setVisible(bool(name))
        if name:
            hint = self.tr("What to do with it")
        else:
            hint = self.tr("Actions, pages, models, hosts, conversations")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)

    def _refresh(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(14), px(8), px(14), px(8))
        self._row.setSpacing(px(10))
        self.field.setFont(self._theme.font())
        self.field.setFixedHeight(px(32))
        self._of.setMaximumWidth(px(280))
