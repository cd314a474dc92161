"""The column of parameters, which scrolls where the window is too low for it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme

EDGE = 18
"""Room at both sides of what the panel shows."""


class ParameterColumn(QScrollArea):
    """As wide as its widest row at least, for nothing can be scrolled to at its side."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._inside = QWidget()
        self.rows = QVBoxLayout(self._inside)
        self.rows.setContentsMargins(theme.px(EDGE), theme.px(2), theme.px(EDGE), theme.px(16))
        self.rows.setSpacing(theme.px(13))
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._leave_room)
        self._inside.installEventFilter(self)

    @override
    def minimumSizeHint(self) -> QSize:
        margins = self.rows.contentsMargins()
        rows = self.rows.totalMinimumSize().width() - margins.left() - margins.right()
        return QSize(rows + 2 * self._theme.px(EDGE), super().minimumSizeHint().height())

    @override
    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        if arg__2.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(arg__1, arg__2)

    def _leave_room(self, _least: int, most: int) -> None:
        """Let the scroll bar come into the margin, so that nothing beside it moves."""
        margins = self.rows.contentsMargins()
        bar = self.verticalScrollBar().sizeHint().width() if most else 0
        margins.setRight(self._theme.px(EDGE) - bar)
        self.rows.setContentsMargins(margins)
