"""Clicks and keys as a person's reach a widget, without QtTest, which only tests would need."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

_NO_KEYS = Qt.KeyboardModifier.NoModifier
_BUTTON, _NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def click(
    widget: QWidget, place: QPoint | None = None, keys: Qt.KeyboardModifier = _NO_KEYS
) -> None:
    """Press and release the left button there, or in the middle; `keys` are held meanwhile.

    The window system gives the focus before it presses, so that is done here.
    """
    at = widget.rect().center() if place is None else place
    _give_focus(widget)
    for kind, held in (
        (QEvent.Type.MouseButtonPress, _BUTTON),
        (QEvent.Type.MouseButtonRelease, _NO_BUTTON),
    ):
        local, whole = at.toPointF(), widget.mapToGlobal(at).toPointF()
        QApplication.sendEvent(widget, QMouseEvent(kind, local, whole, _BUTTON, held, keys))


def _give_focus(widget: QWidget) -> None:
    """Give it to what is clicked, or to the first around it that takes it from a click."""
    found: QWidget | None = widget
    while found is not None and not found.focusPolicy() & Qt.FocusPolicy.ClickFocus:
        found = None if found.isWindow() else found.parentWidget()
    if found is not None:
        found.setFocus(Qt.FocusReason.MouseFocusReason)


def press(
    widget: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier = _NO_KEYS, text: str = ""
) -> None:
    """Press a key and let it go; `text` is what it writes."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, keys, text))


def write(widget: QWidget, text: str) -> None:
    """Press a key for each character."""
    for character in text:
        press(widget, Qt.Key.Key_unknown, text=character)
