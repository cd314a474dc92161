"""The panel at the right of the memory page: this computer, and whether a model will fit."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.labels import Label

WIDTH = 368
_LEAST = 300


class SidePlace(QFrame):
    """Scrolls what is put into it; it is made when the panel is first shown.

    Over the cards it has a line of its own with what closes it.
    """

    closed = Signal()

    def __init__(
        self, theme: Theme, make: Callable[[], QWidget] | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("memorySide")
        self._theme = theme
        self._make = make
        self.content: QWidget | None = None
        self.close_button = IconButton(theme, "panel-right-close", self.tr("Close the panel"))
        self.close_button.clicked.connect(self.closed)
        self._build()
        self.set_overlay(is_overlay=False)

    def set_overlay(self, *, is_overlay: bool) -> None:
        """Offer to close it, where it lies over the cards."""
        self._head.setVisible(is_overlay)

    def fill(self) -> None:
        """Make what it shows, the first time."""
        if self.content is None and self._make is not None:
            self.content = self._make()
            self._scroll.setWidget(self.content)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self._theme.px(600))

    def _build(self) -> None:
        px = self._theme.px
        self.setMinimumWidth(px(_LEAST))
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(QCoreApplication.translate("MemoryParts", "Memory"))
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(px(18), px(8), px(10), 0)
        row.addWidget(Label(self._theme, "", "strong"), 1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._scroll, 1)
