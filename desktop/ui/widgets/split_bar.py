"""A bar in parts: what lies on the GPU and on the CPU, or what a sum is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.marks import Ink, ink_color
from desktop.ui.widgets.paint import clip_to_ends

HIGH = 6
_APART = 2
_LEAST = 2
"""Pixels of a part that is too small to be seen as what it is."""


@dataclass(frozen=True, slots=True)
class Part:
    """An amount in any unit, the same for all parts of a bar, and its colour."""

    amount: float
    ink: Ink


def part_widths(amounts: Sequence[float], room: int, apart: int, whole: float) -> tuple[int, ...]:
    """Return how wide each part is in whole pixels, 0 where there is nothing of it.

    Where the parts are the whole they and the gaps fill the room to its last
    pixel. A small part is widened to be seen, at the cost of the largest.
    """
    there = [place for place, amount in enumerate(amounts) if amount > 0]
    total = max(whole, sum(amounts[place] for place in there))
    if not there or total <= 0:
        return (0,) * len(amounts)
    room = max(0, room - apart * (len(there) - 1))
    found = [0] * len(amounts)
    done, end = 0.0, 0
    for place in there:
        done += amounts[place]
        found[place] = max(_LEAST, round(room * done / total) - end)
        end = round(room * done / total)
    largest = max(there, key=lambda place: found[place])
    found[largest] = max(_LEAST, found[largest] - max(0, sum(found) - end))
    return tuple(found)


def paint_parts(
    painter: QPainter, rect: QRect, parts: Sequence[Part], theme: Theme, whole: float = 0.0
) -> None:
    """Paint the parts side by side, 2 apart; where `whole` is more than all, a track is left."""
    painter.save()
    clip_to_ends(painter, rect)
    apart = theme.px(_APART)
    widths = part_widths([part.amount for part in parts], rect.width(), apart, whole)
    left = rect.left()
    for part, wide in zip(parts, widths, strict=True):
        if wide:
            painter.fillRect(left, rect.top(), wide, rect.height(), ink_color(theme, part.ink))
            left += wide + apart
    painter.fillRect(rect.adjusted(left - rect.left(), 0, 0, 0), theme.color("track"))
    painter.restore()


class SplitBar(QWidget):
    """A bar of parts, `height` high; say the figures in words beside it."""

    def __init__(
        self, theme: Theme, height: float = HIGH, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = height
        self._parts: tuple[Part, ...] = ()
        self._whole = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._refresh()
        theme.changed.connect(self._refresh)

    @property
    def parts(self) -> tuple[Part, ...]:
        return self._parts

    def show_parts(self, parts: Sequence[Part], whole: float = 0.0) -> None:
        """Show those parts, of a whole where that is more than they are together."""
        if (tuple(parts), whole) != (self._parts, self._whole):
            self._parts, self._whole = tuple(parts), whole
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_parts(QPainter(self), self.rect(), self._parts, self._theme, self._whole)

    def _refresh(self) -> None:
        self.setFixedHeight(self._theme.px(self._height))
        self.update()


class SplitLine(QWidget):
    """A split bar with its figures in words above: "8.7 GB on the GPU, 1.7 GB on the CPU"."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ElidedLabel(theme, "", "small")
        self.bar = SplitBar(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.words)
        column.addWidget(self.bar)

    def show_split(self, words: str, parts: Sequence[Part], whole: float = 0.0) -> None:
        """Say that, and show it."""
        if words != self.words.text():
            self.words.setText(words)
        self.bar.show_parts(parts, whole)
