"""A short message for what was done, at the bottom of the sheet."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label

SHOWN_MS = 6000
_BESIDE = 16
ABOVE = 46
"""Clear of a page's footer, which is 34 high."""


class Toast(QFrame):
    """Shows one message over a widget for 6 s, longer while the pointer is on it.

    Only for what was done and needs no answer; it is read out, too. A later
    message takes the place of an earlier one.
    """

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._over = over
        self._above = ABOVE
        self._do: Callable[[], None] | None = None
        self.setObjectName("toast")
        self._label = Label(theme, "", "body", "inverse")
        self._button = Button(theme, "", "quiet")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label)
        self._row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self._button.clicked.connect(self._on_clicked)
        over.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The message that is shown now."""
        return self._label.text() if self.isVisible() else ""

    def keep_above(self, height: int) -> None:
        """Leave so much room below it, before scaling: what stands there is needed meanwhile."""
        self._above = height
        if not self.isHidden():
            self._place()

    def say(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Show that message; `action` is what its button says, where there is something to do."""
        self._label.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._do = do
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        event = QAccessibleAnnouncementEvent(self, self._label.text())
        QAccessible.updateAccessibility(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _place(self) -> None:
        px, has_button = self._theme.px, not self._button.isHidden()
        self._row.setContentsMargins(px(14), px(8), px(8 if has_button else 14), px(8))
        self.setMinimumHeight(self._theme.px(34))
        self.setMaximumWidth(max(1, self._over.width() - 2 * self._theme.px(_BESIDE)))
        self.adjustSize()
        left = (self._over.width() - self.width()) // 2
        self.move(left, self._over.height() - self.height() - self._theme.px(self._above))

    def _on_clicked(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()
