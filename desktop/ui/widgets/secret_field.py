"""A field for a password or a token: dots, until its eye is pressed."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.fields import TextField


class SecretField(TextField):
    """Never filled with what is kept; `forget` empties it, its undo steps included."""

    def __init__(self, theme: Theme, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, hint=hint, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye = IconButton(theme, "eye", self.tr("Show"), checkable=True, parent=self)
        self.eye.toggled.connect(self._on_toggled)
        self._make_room()
        theme.changed.connect(self._make_room)

    def forget(self) -> None:
        """Empty the field for good: setText leaves nothing to undo, as clear would."""
        self.setText("")
        self.eye.setChecked(False)

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        side = self.eye.height()
        self.eye.move(self.width() - side - 1, (self.height() - side) // 2)

    def _on_toggled(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self.eye.set_icon("eye-off" if is_shown else "eye")
        self.eye.set_name(self.tr("Hide") if is_shown else self.tr("Show"))

    def _make_room(self) -> None:
        self.setTextMargins(0, 0, self.eye.width(), 0)
