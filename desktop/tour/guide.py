"""Hands and eyes of the tour: it clicks, types, waits for what must come, and takes pictures."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget

from desktop.tour import hands
from desktop.tour.measuring import cut_off
from desktop.tour.stray_windows import StrayWindows
from desktop.ui.bridge.theme import Theme

_LOOK_EVERY = 0.02
_PATIENCE = 15.0
_SETTLE = 0.15
"""Seconds for a frame to be announced and painted, after the last condition held."""
_RADIUS = 12

W = TypeVar("W", bound=QObject)


class StepFailed(Exception):
    """A step of the tour did not come to what it should show."""


class Guide:
    """Drives one window as a person does: by clicks and keys on what is visible."""

    def __init__(self, window: QWidget, theme: Theme, folder: Path) -> None:
        self._window = window
        self._theme = theme
        self._folder = folder
        self.pictures: list[Path] = []
        self.faults: list[str] = []
        """What of each picture could not be read whole, and parts that were shown as windows."""
        self._strays = StrayWindows(window)

    def resize(self, width: int, height: int) -> None:
        """Give the window that size, or as much more as its text is larger."""
        scale = self._theme.text_scale
        self._window.resize(round(width * scale), round(height * scale))

    async def until(
        self, condition: Callable[[], bool], what: str, patience: float = _PATIENCE
    ) -> None:
        """Wait until a condition holds; `what` says what was waited for.

        Raises:
            StepFailed: it did not come within that many seconds.
        """
        deadline = asyncio.get_running_loop().time() + patience
        while not condition():
            if asyncio.get_running_loop().time() > deadline:
                raise StepFailed(f"this did not happen: {what}")
            await asyncio.sleep(_LOOK_EVERY)
        await asyncio.sleep(_SETTLE)

    def find(self, kind: type[W], name: str, inside: QWidget | None = None) -> W:
        """Return the visible part of that name.

        Raises:
            StepFailed: there is none, or it cannot be seen.
        """
        found = (inside or self._window).findChild(kind, name)
        if found is None or (isinstance(found, QWidget) and not found.isVisible()):
            raise StepFailed(f"{name} is not to be seen")
        return found

    async def dialog(self, kind: type[W], name: str) -> W:
        """Wait for a dialog and return it."""

        def shown() -> list[QWidget]:
            tops = QApplication.topLevelWidgets()
            return [w for w in tops if w.objectName() == name and w.isVisible()]

        await self.until(lambda: bool(shown()), f"{name} opens")
        dialog = shown()[0]
        if not isinstance(dialog, kind):
            raise StepFailed(f"{name} is not a {kind.__name__}")
        return dialog

    async def closed(self, dialog: QDialog) -> None:
        """Wait until a dialog is gone, and go back to the window, as a window manager would."""
        await self.until(lambda: not dialog.isVisible(), f"{dialog.objectName()} closes")
        self._window.activateWindow()

    def click(self, widget: QWidget) -> None:
        """Click a widget in its middle."""
        if not (widget.isVisible() and widget.isEnabled()):
            raise StepFailed(f"{widget.objectName() or widget} cannot be clicked")
        hands.click(widget)

    def click_row(self, view: QAbstractItemView, index: QModelIndex, *, add: bool = False) -> None:
        """Click a row of a list or table; `add` holds Ctrl down."""
        view.scrollTo(index)
        keys = Qt.KeyboardModifier.ControlModifier if add else Qt.KeyboardModifier.NoModifier
        place = view.visualRect(index).center()
        hands.click(view.viewport(), place, keys)

    def press_row(self, view: QAbstractItemView, text: str) -> None:
        """Make the row of that text current and press Space, which ticks what can be ticked."""
        model = view.model()
        for row in range(model.rowCount()):
            if model.index(row, 0).data() == text:
                view.setCurrentIndex(model.index(row, 0))
                hands.press(view, Qt.Key.Key_Space)
                return
        raise StepFailed(f"{text} is not in the list")

    def write(self, field: QWidget, text: str) -> None:
        """Replace what stands in a field, key by key."""
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        hands.press(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        hands.press(field, Qt.Key.Key_Delete)
        hands.write(field, text)

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        """Press a key."""
        hands.press(widget, key)

    async def picture(self, name: str, dialog: QDialog | None = None) -> None:
        """Save what can be seen as a PNG; a dialog stands in the middle, as on a desktop."""
        await asyncio.sleep(_SETTLE)
        picture = self._window.grab()
        if dialog is not None:
            self._place(picture, dialog)
        mode = "dark" if self._theme.tokens.is_dark else "light"
        path = self._folder / f"{len(self.pictures) + 1:02}-{name}-{mode}.png"
        if not picture.save(str(path)):
            raise StepFailed(f"{path.name} cannot be written")
        self.pictures.append(path)
        faults = [*cut_off(dialog or self._window), *self._strays.take()]
        self.faults += [f"{path.name}: {line}" for line in faults]

    def _place(self, picture: QPixmap, dialog: QDialog) -> None:
        """Paint a dialog over the window's picture, which a window manager would do."""
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scrim = QColor(0, 0, 0, 117) if self._theme.tokens.is_dark else QColor(28, 28, 26, 66)
        painter.fillRect(self._window.rect(), scrim)
        area = QRect(QPoint(), dialog.size())
        area.moveCenter(self._window.rect().center())
        shape = QPainterPath()
        radius = self._theme.px(_RADIUS)
        shape.addRoundedRect(QRectF(area), radius, radius)
        painter.save()
        painter.setClipPath(shape)
        painter.drawPixmap(area.topLeft(), dialog.grab())
        painter.restore()
        painter.setPen(QPen(QColor(self._theme.tokens.border_strong), 1))
        painter.drawPath(shape)
        painter.end()
