"""A column of rows that scrolls as soon as it has no more room."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme


class ScrolledColumn(QScrollArea):
    """As high as its rows, up to `most` in lengths of the design."""

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
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inner)
        self._inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._inner.installEventFilter(self)

    @override
    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        if arg__2.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(arg__1, arg__2)

    def fit(self) -> None:
        """Take the height that the rows need now."""
        width = max(1, self.viewport().width())
        layout = self.rows
        need = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else -1
        if need < 0:
            need = layout.totalSizeHint().height()
        self.setFixedHeight(max(1, min(need, self._theme.px(self._most))))
