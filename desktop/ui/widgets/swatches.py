"""A few colours to choose one from, or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme

_TARGET = 24
_DOT, _RING = 14, 20


@dataclass(frozen=True, slots=True)
class Swatch:
    """A colour's name, and its place in the theme's series; no place means no colour."""

    name: str
    series: int | None


class Swatches(QWidget):
    """Chooses by index; the arrow keys go from one to the next, as among radio buttons."""

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, swatches: Sequence[Swatch], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, swatch in enumerate(swatches):
            button = _SwatchButton(theme, swatch)
            self._group.addButton(button, index)
            row.addWidget(button)
        self._group.idToggled.connect(self._on_toggled)
        self.choose(0)

    @property
    def current(self) -> int:
        return self._group.checkedId()

    def choose(self, index: int) -> None:
        self._group.button(index).setChecked(True)

    def button(self, index: int) -> QAbstractButton:
        """Return the button of one colour."""
        return self._group.button(index)

    def _on_toggled(self, index: int, is_chosen: bool) -> None:
        if is_chosen:
            self.chosen.emit(index)


class _SwatchButton(QAbstractButton):
    """A dot, ringed where it is chosen; none is a hollow one with a stroke through it."""

    def __init__(self, theme: Theme, swatch: Swatch) -> None:
        super().__init__()
        self._theme = theme
        self._swatch = swatch
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(swatch.name)
        self.setToolTip(swatch.name)
        self.setProperty("ringRadius", _TARGET / 2)
        self._refresh()
        theme.changed.connect(self._refresh)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        if self.isChecked():
            painter.setPen(QPen(self._theme.color("link"), self._theme.px(2)))
            painter.drawEllipse(centre, self._theme.k * _RING / 2, self._theme.k * _RING / 2)
        radius = self._theme.k * _DOT / 2
        if self._swatch.series is None:
            painter.setPen(QPen(self._theme.color("control"), self._theme.px(1.5)))
            painter.drawEllipse(centre, radius, radius)
            slope = QPointF(radius, -radius) * 0.7
            painter.drawLine(centre - slope, centre + slope)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.tokens.series[self._swatch.series]))
            painter.drawEllipse(centre, radius, radius)

    def _refresh(self) -> None:
        side = max(_TARGET, self._theme.px(_TARGET))
        self.setFixedSize(side, side)
        self.update()
