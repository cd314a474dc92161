"""A sentence in a narrow place that leaves no single word to its last line."""

from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.labels import Label, Tone
from desktop.ui.widgets.wrapping import LONGEST_WORD

_SHORT = 0.25
"""A last line of less than that part of the room stands lost."""
_SLACK = 1


class BalancedLabel(Label):
    """Breaks its lines earlier where the last one would be lost; it never takes more lines.

    Chinese breaks between any two characters, so that often one is left over.
    """

    _held_back = 0

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        font: TypeRole = "body",
        tone: Tone = "text",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, font, tone, wraps=True, parent=parent)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._balance()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._balance()

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint() - QSize(self._held_back, 0)

    @override
    def heightForWidth(self, arg__1: int) -> int:
        return super().heightForWidth(arg__1 + self._held_back)

    def _balance(self) -> None:
        held_back = max(0, self.width() - self._best(self.width()))
        if held_back != self._held_back:
            self._held_back = held_back
            self.setContentsMargins(0, 0, held_back, 0)

    def _best(self, room: int) -> int:
        """Return the least width that needs no more lines, or all there is."""
        lines = self._lines(room)
        if len(lines) < 2 or lines[-1] >= room * _SHORT:
            return room
        low, high = room // 2, room
        while low < high:
            middle = (low + high) // 2
            tried = self._lines(middle)
            if len(tried) > len(lines) or max(tried) > middle:
                low = middle + 1
            else:
                high = middle
        return min(room, high + _SLACK)

    def _lines(self, width: int) -> list[int]:
        """Return how wide each line of the text is, broken at a width."""
        text = self.text()
        if len(text) > LONGEST_WORD or "\n" in text or width <= 0:
            return []
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        widths: list[int] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            widths.append(ceil(line.naturalTextWidth()))
        layout.endLayout()
        return widths
