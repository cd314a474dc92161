"""A form that scrolls only where the screen is too low for it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme

_LEAST = 120


def bring_into_view(field: QWidget) -> None:
    """Give a field the focus, and scroll to it in whatever it lies."""
    field.setFocus()
    around = field.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(field)
        around = around.parentWidget()


class FormScroll(QScrollArea):
    """Asks for its content's whole height, and takes what there is.

    `width` is what it will be given, before scaling; until it is shown, its
    height is asked for that.
    """

    def __init__(
        self, theme: Theme, content: QWidget, width: float, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._width = width
        self._theme = theme
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        content.installEventFilter(self)

    @override
    def sizeHint(self) -> QSize:
        width = self.viewport().width() if self.isVisible() else self._theme.px(self._width)
        if self._content.hasHeightForWidth():
            return QSize(width, self._content.heightForWidth(width))
        return QSize(width, self._content.sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(_LEAST), self._theme.px(_LEAST))

    @override
    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        if arg__2.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(arg__1, arg__2)
