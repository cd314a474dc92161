"""A column of rows that scrolls as soon as it has no more room."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme

_LEAST = 90


class ScrolledColumn(QScrollArea):
    """Wants to be as high as its rows, up to `most` in lengths of the design; less will do."""

    def __init__(self, theme: Theme, most: float, gap: float = 12) -> None:
        super().__init__()
        self._theme = theme
        self._most = most
        self._inner = QWidget()
        self.rows = QVBoxLayout(self._inner)
        self.rows.setContentsMargins(theme.px(3), theme.px(3), theme.px(10), theme.px(3))
        self.rows.setSpacing(theme.px(gap))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inner)
        self._inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._inner.installEventFilter(self)

    @override
    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        if arg__2.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(arg__1, arg__2)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.rows.totalSizeHint().width(), self._need(self._most))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.rows.totalMinimumSize().width(), self._need(_LEAST))

    def _need(self, most: float) -> int:
        """Return the height of the rows in the present width, up to a length of the design."""
        width = self.viewport().width()
        need = self.rows.totalHeightForWidth(width) if self.rows.hasHeightForWidth() else -1
        if need < 0:
            need = self.rows.totalSizeHint().height()
        return max(1, min(need, self._theme.px(most)))
