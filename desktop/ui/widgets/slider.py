"""A slider: a thin track, filled up to a round knob."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.paint import paint_ground

_TRACK = 4


class Slider(QSlider):
    """Lies flat, goes where it is clicked; the wheel changes it only while it has the focus.

    Its value is a place, from 0 to `setMaximum`; what that means is its owner's.
    `show_place(None)` shows the track alone, where no place is the right one.
    """

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._is_known = True
        self.valueChanged.connect(self._on_moved)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", 8)
        self._refresh()
        theme.changed.connect(self._refresh)

    @property
    def is_known(self) -> bool:
        """Whether there is a knob: some place is the right one."""
        return self._is_known

    def show_place(self, place: int | None) -> None:
        """Move the knob without telling anybody; None for an unknown place."""
        was_blocked = self.blockSignals(True)
        self.setValue(place or 0)
        self.blockSignals(was_blocked)
        self._is_known = place is not None
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_SliderHandle
        control = QStyle.ComplexControl.CC_Slider
        knob = QRectF(self.style().subControlRect(control, option, part, self))
        painter = QPainter(self)
        high = self._theme.px(_TRACK)
        track = QRectF(0, (self.height() - high) / 2, self.width(), high)
        paint_ground(painter, track, self._theme.color("track"), high / 2)
        if not self._is_known:
            return
        is_reversed = self.isRightToLeft()
        track.setLeft(knob.center().x() if is_reversed else 0)
        track.setRight(self.width() if is_reversed else knob.center().x())
        role = "progress" if self.isEnabled() else "control"
        paint_ground(painter, track, self._theme.color(role), high / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.knob_edge), 1))
        painter.setBrush(self._theme.color("knob"))
        side = min(knob.width(), knob.height()) - 1
        circle = QRectF(0, 0, side, side)
        circle.moveCenter(knob.center())
        painter.drawEllipse(circle)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(e)
        else:
            e.ignore()

    def _on_moved(self) -> None:
        self._is_known = True

    def _refresh(self) -> None:
        self.setFixedHeight(self._theme.px(20))
        self.update()
