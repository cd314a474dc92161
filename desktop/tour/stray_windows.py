"""Parts of a page that are shown as windows of their own, before they have their place."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override


class StrayWindows(QObject):
    """Names each that is shown from now on, for as long as its owner is there.

    A part that is made visible without a parent flashes on the screen and takes the
    keyboard for a moment, which no picture shows. Dialogs, menus and tooltips are meant to.
    """

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._found: list[str] = []
        app = QApplication.instance()
        assert app is not None  # noqa: S101  there is no owner without it
        app.installEventFilter(self)

    def take(self) -> list[str]:
        """Return what was found since this was asked last."""
        found, self._found = self._found, []
        return [f"{kind} was shown as a window of its own" for kind in found]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and _is_stray(watched):
            self._found.append(type(watched).__name__)
        return False


def _is_stray(widget: QWidget) -> bool:
    is_plain = widget.isWindow() and widget.windowType() is Qt.WindowType.Window
    return is_plain and not isinstance(widget, QMainWindow)
