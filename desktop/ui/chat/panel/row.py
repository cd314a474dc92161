"""One parameter: its name, a way back to the default, its field, and what is said of it."""

from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.chat.defaults import Default
from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.text_area import TextArea

Value: TypeAlias = "int | float | str | bool | tuple[str, ...] | None"


class ParameterRow(QWidget):
    """`changed` carries what a person set: a value, or None for "as the model has it".

    What is shown by `show_value` is not announced. Text that is being typed,
    or that is wrong, is kept until it is right or `forget_typing` is called.
    """

    changed = Signal(object)

    def __init__(
        self, theme: Theme, name: str, *, font: TypeRole = "medium", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.value: Value = None
        self.default = Default()
        self.name = Label(theme, name, font)
        self.reset = IconButton(
            theme,
            "rotate-ccw",
            self.tr("Reset {name} to the default").format(name=name),
            length=13,
            role="link",
        )
        self.hint = Label(theme, "", "small", "muted", wraps=True)
        self.head = QHBoxLayout()
        self.body = QVBoxLayout(self)
        self._build_row()
        self.reset.clicked.connect(self._on_reset)

    @property
    def is_changed(self) -> bool:
        """Whether the conversation sets it."""
        return self.value is not None

    def show_value(self, value: Value, default: Default) -> None:
        """Show what the conversation sets, and what would hold otherwise."""
        self.value, self.default = value, default
        self.reset.setVisible(self.is_changed)
        self.refresh()

    def refresh(self) -> None:
        """Put the value into the field and say what there is to say; for those that have one."""

    def forget_typing(self) -> None:
        """Let go of text that was not taken: another conversation is shown."""

    def take(self, value: Value) -> None:
        """Use what a person set, and tell it."""
        if value != self.value:
            self.changed.emit(value)

    def say(self, hint: str, error: str = "") -> None:
        """Say that below the field; what is wrong takes the hint's place."""
        self.hint.setText(error or hint)
        self.hint.set_tone("danger" if error else "muted")
        self.hint.setVisible(bool(error or hint))

    def _on_reset(self) -> None:
        self.forget_typing()
        self.changed.emit(None)

    def _build_row(self) -> None:
        self.head.setSpacing(0)
        self.head.addWidget(self.name)
        self.head.addWidget(self.reset)
        self.head.addStretch(1)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(self._theme.px(4))
        self.body.addLayout(self.head)
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        self.reset.hide()


class LabelledRow(ParameterRow):
    """A row whose field stands below its name."""

    def __init__(
        self, theme: Theme, name: str, field: QWidget, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, font="small_medium", parent=parent)
        self.name.setBuddy(field)
        self.body.setSpacing(theme.px(1))
        self.hint.setContentsMargins(0, theme.px(2), 0, 0)
        self.body.addWidget(field)
        self.body.addWidget(self.hint)


class AreaRow(LabelledRow):
    """A row of several lines of text. What is being typed is not replaced by what is shown."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        least: int,
        most: int,
        role: TypeRole = "body",
        parent: QWidget | None = None,
    ) -> None:
        self.field = TextArea(theme, name, least=least, most=most, font=role)
        super().__init__(theme, name, self.field, parent=parent)
        self._is_free = False

    @override
    def forget_typing(self) -> None:
        self._is_free = True

    @override
    def say(self, hint: str, error: str = "") -> None:
        super().say(hint, error)
        self.field.setAccessibleDescription(error or hint)

    def show_text(self, text: str) -> None:
        """Put that text into the field, unless somebody types there."""
        if self._is_free or not self.field.hasFocus():
            self.field.show_text(text)
        self._is_free = False
