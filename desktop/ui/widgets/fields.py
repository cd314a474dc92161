"""Fields to type and choose in, and the label, hint and error around one."""

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.bridge.theme import Theme, set_property
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.text_area import TextArea

_SEARCH = 176
"""How wide a field that filters wants to be, before scaling."""


class TextField(QLineEdit):
    """One line of text; shows the focus, and that it is wrong, as its own edge."""

    def __init__(
        self, theme: Theme, text: str = "", *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setPlaceholderText(hint)
        self.setProperty("ring", False)
        self._refresh()
        theme.changed.connect(self._refresh)

    def set_wrong(self, is_wrong: bool) -> None:
        set_property(self, "wrong", is_wrong)

    def _refresh(self) -> None:
        self.setFont(self._theme.font())
        self.setFixedHeight(self._theme.px(30))


class SearchField(TextField):
    """A field that filters as one types; Esc empties it."""

    def __init__(self, theme: Theme, hint: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, hint=hint, parent=parent)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self._name_clear_button()
        self.addAction(
            QAction(theme.icon("search"), hint, self), QLineEdit.ActionPosition.LeadingPosition
        )
        self._set_width()
        theme.changed.connect(self._set_width)

    @override
    def sizeHint(self) -> QSize:
        """As wide with a text as without one, though its clear button comes with that."""
        return QSize(self._theme.px(_SEARCH), super().sizeHint().height())

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(arg__1)

    def _name_clear_button(self) -> None:
        """Name what Qt leaves without a name: for a screen reader, as Esc does the same."""
        for button in self.findChildren(QAbstractButton):
            name = QCoreApplication.translate("Placeholder", "Clear filter")
            button.setAccessibleName(name)

    def _set_width(self) -> None:
        self.setMinimumWidth(self._theme.px(160))
        self.setMaximumWidth(self._theme.px(240))


class Choice(QComboBox):
    """A combo box with our chevrons; the wheel changes it only while it has the focus.

    What does not fit ends in an ellipsis, and is whole in the list.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))  # Fusion's own ignores the style sheet.
        self._refresh()
        theme.changed.connect(self._refresh)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.px(14)
        right = self.width() - side - self._theme.px(8)
        square = QRect(right, (self.height() - side) // 2, side, side)
        role = "muted" if self.isEnabled() else "faint"
        self._theme.icons.paint(QPainter(self), square, "chevrons-up-down", role, 14)

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        control = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(control, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(  # pyright: ignore[reportAttributeAccessIssue]
            self.currentText(), Qt.TextElideMode.ElideRight, room
        )

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _refresh(self) -> None:
        self.setFont(self._theme.font())
        self.setFixedHeight(self._theme.px(30))


class FormField(QWidget):
    """A label above a field, and below it a hint or what is wrong.

    The hint says what the program understood. What is wrong takes its place,
    so that the form does not jump. `beside` is a button that helps to fill it.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        field: QWidget,
        *,
        hint: str = "",
        beside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._hint = hint
        self._below = Label(theme, hint, "small", "muted", wraps=True)
        name = Label(theme, label, "small_medium")
        name.setBuddy(field)
        field.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(field, 1)
        if beside is not None:
            row.addWidget(beside)
        column.addWidget(name)
        column.addLayout(row)
        column.addWidget(self._below)
        self._show(hint, is_wrong=False)

    def set_hint(self, text: str) -> None:
        """Say that below the field, and that nothing is wrong."""
        self._hint = text
        self._show(text, is_wrong=False)

    def set_error(self, text: str) -> None:
        """Say what is wrong and what to do; an empty text brings the hint back."""
        self._show(text or self._hint, is_wrong=bool(text))

    def _show(self, text: str, *, is_wrong: bool) -> None:
        self._below.setText(text)
        self._below.setVisible(bool(text))
        self._below.set_tone("danger" if is_wrong else "muted")
        self._field.setAccessibleDescription(text)
        if isinstance(self._field, TextField | TextArea):
            self._field.set_wrong(is_wrong)
