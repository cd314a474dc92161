"""A number with its unit, its default, and a button that brings the default back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.labels import Label

_WIDTH = 110
_INSET = 7


class NumberField(QWidget):
    """A label, a spin box and a hint. Changed from the default, a reset icon shows."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        label: str,
        line: str,
        *,
        default: int,
        most: int,
        least: int = 1,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._default = default
        self.box = _Box()
        self.box.setRange(least, most)
        self.box.setSuffix(unit)
        self.box.setAccessibleName(label)
        self.box.setAccessibleDescription(line)
        self._theme = theme
        self.reset = IconButton(
            theme, "undo-2", self.tr("Back to {number}").format(number=f"{default}{unit}")
        )
        self.reset.clicked.connect(lambda: self.box.setValue(default))
        self._build(theme, label, line)
        self._refresh()
        theme.changed.connect(self._refresh)
        self.box.valueChanged.connect(self._on_changed)
        self.box.setValue(default)
        self._on_changed()

    @property
    def value(self) -> int:
        return self.box.value()

    @property
    def is_edited(self) -> bool:
        return self.value != self._default

    def _build(self, theme: Theme, label: str, line: str) -> None:
        name = Label(theme, label, "small_medium")
        name.setBuddy(self.box)
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        row.addWidget(self.box)
        row.addWidget(self.reset)
        row.addStretch(1)
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        column.addWidget(name)
        column.addLayout(row)
        column.addWidget(Label(theme, line, "small", "muted", wraps=True))

    def _refresh(self) -> None:
        self.box.setFont(self._theme.font())
        self.box.lineEdit().setTextMargins(self._theme.px(_INSET), 0, 0, 0)
        self.box.setFixedWidth(self._theme.px(_WIDTH))

    def _on_changed(self) -> None:
        self.reset.setVisible(self.is_edited)
        self.changed.emit()


class _Box(QSpinBox):
    """Shows its focus as its own edge; the wheel changes it only while it has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ring", False)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
