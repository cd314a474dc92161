"""Pictures that stand in a layout: an icon, a state's dot, a turning loader, a bar."""

from PySide6.QtCore import QElapsedTimer, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.paint import Dot, paint_bar, paint_dot, paint_icon

_TURN_MS = 50
_STEP_DEGREES = 18
_SECOND_MS = 1000
_TOLD_FROM_MS = 2000
"""What takes less needs no time told."""
_GAP = 6


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

    With less motion it stands still, and where no words beside it count the seconds
    (`counts`) they are at its right from the second one on, so that it is seen to be alive.
    """

    def __init__(
        self,
        theme: Theme,
        length: float = 16,
        *,
        counts: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._length = length
        self._counts = counts
        self._angle = 0
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        self._refresh()
        theme.changed.connect(self._refresh)

    @property
    def is_turning(self) -> bool:
        return self._timer.isActive() and not self._theme.reduces_motion

    @property
    def seconds(self) -> str:
        """The time that is told beside the still icon, "" where none is."""
        if not (self._counts and self._theme.reduces_motion and self._since.isValid()):
            return ""
        gone = self._since.elapsed()
        return units.duration(gone // 1000) if gone >= _TOLD_FROM_MS else ""

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._since.start()
        self._refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = self._theme.px(self._length)
        painter.save()
        painter.translate(side / 2, self.height() / 2)
        painter.rotate(self._angle)
        box = QRect(-side // 2, -side // 2, side, side)
        paint_icon(painter, box, "loader-circle", "link", self._theme, self._length)
        painter.restore()
        if text := self.seconds:
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.color("muted"))
            area = self.rect().adjusted(side + self._theme.px(_GAP), 0, 0, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)

    def _refresh(self) -> None:
        is_still = self._theme.reduces_motion
        self._angle = 0 if is_still else self._angle
        self._timer.setInterval(_SECOND_MS if is_still else _TURN_MS)
        if self.isVisible() and (self._counts or not is_still):
            self._timer.start()
        else:
            self._timer.stop()
        self._measure()

    def _turn(self) -> None:
        if self._theme.reduces_motion:
            self._measure()
        else:
            self._angle = (self._angle + _STEP_DEGREES) % 360
        self.update()

    def _measure(self) -> None:
        side, metrics = self._theme.px(self._length), self._theme.metrics("small")
        words = metrics.horizontalAdvance(self.seconds) + self._theme.px(_GAP)
        high = max(side, metrics.height()) if self.seconds else side
        self.setFixedSize(side + (words if self.seconds else 0), high)
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
