"""A card of rows to tick, each with a few muted words; what has no room scrolls inside."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.labels import ElidedLabel

_MOST_ROWS = 7
_ROW = 34


class TickList(QScrollArea):
    """Rows are added at the end, ticked."""

    changed = Signal()
    """A box was ticked or cleared, or a row was added."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.boxes: list[QCheckBox] = []
        inner = QWidget()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        self._rows.setSpacing(0)
        self._rows.addStretch(1)
        self.setProperty("box", "card")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setWidgetResizable(True)
        self.setWidget(inner)
        for ground in (inner, self.viewport()):
            ground.setAutoFillBackground(False)
        self._fit()

    @property
    def count(self) -> int:
        """How many are ticked."""
        return sum(1 for box in self.boxes if box.isChecked())

    def add(self, text: str, words: str) -> None:
        """Append a row; the box is named by `text`."""
        box = QCheckBox(visible(text))
        box.setChecked(True)
        box.toggled.connect(self.changed)
        holder = QWidget()
        holder.setFixedHeight(self._theme.px(_ROW))
        row = QHBoxLayout(holder)
        row.setContentsMargins(self._theme.px(12), 0, self._theme.px(12), 0)
        row.addWidget(box, 1)
        row.addWidget(ElidedLabel(self._theme, words, "small", "muted"), 1)
        self._rows.insertWidget(self._rows.count() - 1, holder)
        self.boxes.append(box)
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        rows = min(len(self.boxes), _MOST_ROWS)
        self.setFixedHeight(rows * self._theme.px(_ROW) + self._theme.px(10))
