"""A ring around whatever has the keyboard's focus, outside its edge."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.paint import paint_ring

_GAP = 2
_WIDTH = 2
_FOLLOWED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class FocusRing(QWidget):
    """One transparent widget over a window; it follows the focus and lets every click through.

    It appears only after Tab, Backtab or a shortcut, which Qt notes on the
    window. Widgets that show their focus themselves set the property `ring`
    to False, and True asks for it however the focus came. `ringRadius` is the
    radius of their own edge, and `ringInside` draws it on that edge where
    there is no room outside.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        self.setObjectName("focusRing")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101  widgets cannot exist without it
        app.focusChanged.connect(self._on_focus_changed)

    @property
    def target(self) -> QWidget | None:
        """The widget that the ring is around, if it is shown."""
        return self._target

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._target is None or not isValid(self._target):
            return
        radius = self._theme.px(float(self._target.property("ringRadius") or 7))
        outside = 0 if self._target.property("ringInside") else _GAP + _WIDTH / 2
        paint_ring(
            QPainter(self), QRectF(self.rect()), self._theme.color("focus"), radius + outside
        )

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._release()
        window = self.window()
        by_keyboard = window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if now is not None and now.window() is window and _wants_ring(now, by_keyboard):
            self._follow(now)
        self._place()

    def _follow(self, target: QWidget) -> None:
        self._target = target
        widget: QWidget | None = target
        while widget is not None and widget is not self.window():
            widget.installEventFilter(self)
            self._followed.append(widget)
            widget = widget.parentWidget()

    def _release(self) -> None:
        for widget in self._followed:
            if isValid(widget):  # A window that closes takes some of them along.
                widget.removeEventFilter(self)
        self._target = None
        self._followed.clear()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        if seen_part(target).isEmpty():
            self.hide()
            return
        outside = 0 if target.property("ringInside") else _GAP + _WIDTH
        corner = target.mapTo(self.window(), QPoint(0, 0))
        area = QRect(corner, target.size())
        self.setGeometry(area.adjusted(-outside, -outside, outside, outside))
        self.raise_()
        self.show()
        self.update()


def seen_part(widget: QWidget) -> QRect:
    """Return what of a widget lies within all that it is in, in its window's coordinates.

    Not its `visibleRegion`, which is empty where what it holds covers it.
    """
    area, part = widget.rect(), widget
    while not part.isWindow() and (around := part.parentWidget()) is not None:
        area = area.translated(part.pos()) & around.rect()
        part = around
    return area


def _wants_ring(widget: QWidget, by_keyboard: bool) -> bool:
    if isinstance(widget, QAbstractItemView):
        return False
    wish = widget.property("ring")
    return wish is True or (by_keyboard and wish is not False)
