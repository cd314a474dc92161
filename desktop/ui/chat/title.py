"""The title of the conversation that is shown; a double click or F2 makes it a field."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.labels import ElidedLabel

_EDITED = 320
LONGEST = 200
"""Characters that a title may have."""


class Title(QStackedWidget):
    """Words that can be changed in their place: Enter keeps them, Esc leaves them as they were."""

    renamed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._can_change = True
        self.label = ElidedLabel(theme, "", "heading")
        self.field = TextField(theme)
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(self.tr("Title of the conversation"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.addWidget(self.label)
        self.addWidget(self.field)
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self._keep)

    @property
    def is_edited(self) -> bool:
        """Whether it is a field now."""
        return self.currentWidget() is self.field

    def show_title(self, text: str, *, can_change: bool) -> None:
        """Show another title; what is being typed stays."""
        self._can_change = can_change
        self.label.setText(text)
        self.label.setAccessibleDescription(self.tr("F2 changes it") if can_change else "")

    def edit(self) -> None:
        """Let it be changed."""
        if self._can_change and not self.is_edited:
            self.field.setText(self.label.text())
            self.setCurrentWidget(self.field)
            self.updateGeometry()
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()

    def leave(self) -> None:
        """Show the title as it was."""
        self.field.setText(self.label.text())  # Hidden, it loses the focus, and keeps this.
        self.setCurrentWidget(self.label)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """As wide as the words, and wide enough to type others."""
        hint = self.label.sizeHint()
        wide = hint.width() if not self.is_edited else self._theme.px(_EDITED)
        return QSize(wide, max(hint.height(), self.field.height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.label.minimumSizeHint().width(), self.field.height())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and self.is_edited:
            self._keep()
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.leave()
            return True
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        text = self.field.text().strip()
        self.leave()
        if text and text != self.label.text():
            self.renamed.emit(text)
