"""Names what is judged, as a field that opens the picker; a name of any length fits in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.fields import Choice
from desktop.ui.widgets.tips import plain_tip

_OPENING = {
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
}


class SubjectChoice(Choice):
    """Its list is the picker, which searches ten thousand models."""

    wanted = Signal()

    def __init__(self, theme: Theme, name: str, hint: str) -> None:
        super().__init__(theme)
        self._hint = hint
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItem(hint)

    def show_name(self, name: str) -> None:
        """Show that name, or what to do where there is none."""
        text = visible(name) or self._hint
        if text != self.itemText(0):
            self.setItemText(0, text)
            self.setToolTip(plain_tip(text))

    @override
    def showPopup(self) -> None:
        self.wanted.emit()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Open the picker by Enter too; there is no other entry to walk to."""
        if e.key() in _OPENING:
            self.wanted.emit()
        else:
            super().keyPressEvent(e)
