"""Pictures that stand in a layout: an icon, a state's dot, a turning loader, a bar."""

from PySide6.QtCore import QPointF, QRect, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.paint import Dot, paint_bar, paint_dot, paint_icon

_TURN_MS = 50
_STEP_DEGREES = 18


class Icon(QWidget):
    """An icon in a role's colour; decoration, so it has no name for a screen reader."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        length: float = 16,
        role: Role = "muted",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._length = length
        self._role: Role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._refresh()
        theme.changed.connect(self._refresh)

    def show_icon(self, name: str, role: Role) -> None:
        self._name, self._role = name, role
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self.rect(), self._name, self._role, self._theme, self._length)

    def _refresh(self) -> None:
        self.setFixedSize(self._theme.px(self._length), self._theme.px(self._length))
        self.update()


class StateDot(QWidget):
    """A host's state as a dot; say it in words beside it."""

    def __init__(self, theme: Theme, dot: Dot, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dot = dot
        self._refresh()
        theme.changed.connect(self._refresh)

    def show_dot(self, dot: Dot) -> None:
        self._dot = dot
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        centre = QPointF(self.width() / 2, self.height() / 2)
        paint_dot(QPainter(self), centre, self._dot, self._theme)

    def _refresh(self) -> None:
        self.setFixedSize(self._theme.px(12), self._theme.px(12))


class Loader(QWidget):
    """A turning circle, where the result will stand; say beside it what is awaited.

    Where the system asks for less motion it stands still.
    """

    def __init__(self, theme: Theme, length: float = 16, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._length = length
        self._angle = 0
        self._timer = QTimer(self, interval=_TURN_MS)
        self._timer.timeout.connect(self._turn)
        self.setFixedSize(theme.px(length), theme.px(length))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._timer.isActive() and self._may_move():
            self._timer.start()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.rotate(self._angle)
        box = QRect(-self.width() // 2, -self.height() // 2, self.width(), self.height())
        paint_icon(painter, box, "loader-circle", "link", self._theme, self._length)

    def _may_move(self) -> bool:
        duration = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self.style().styleHint(duration, None, self) > 0

    def _turn(self) -> None:
        if not self.isVisible():
            self._timer.stop()
            return
        self._angle = (self._angle + _STEP_DEGREES) % 360
        self.update()


class Bar(QWidget):
    """A progress bar as a widget, for dialogs; lists paint theirs in a delegate."""

    def __init__(
        self,
        theme: Theme,
        height: float = 5,
        role: Role = "progress",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role: Role = role
        self._fraction: float | None = None
        self.setFixedHeight(theme.px(height))

    def show_fraction(self, fraction: float | None) -> None:
        self._fraction = fraction
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colour, track = self._theme.color(self._role), self._theme.color("track")
        paint_bar(QPainter(self), self.rect(), self._fraction, colour, track)
