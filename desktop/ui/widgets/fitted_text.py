"""Text to read in the typewriter's letters, in a box as high as the text is."""

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.text_height import line_height, text_height
from desktop.ui.widgets.wrapping import wrap_mode

_PADDING = 8


class FittedText(QPlainTextEdit):
    """Breaks long lines; beyond `most` lines it scrolls. Tab leaves it."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        most: int,
        font: TypeRole = "mono",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._most = most
        self._font: TypeRole = font
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setProperty("box", "code")
        self._refresh()
        theme.changed.connect(self._refresh)

    def show_text(self, text: str) -> None:
        """Replace the text; the same one keeps what is selected in it."""
        if text != self.toPlainText():
            self.setWordWrapMode(wrap_mode(text))
            self.setPlainText(text)
        self._fit()

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._fit()

    def _fit(self) -> None:
        lines = self._lines()
        inside = min(self._most, max(1, lines)) * line_height(self.font())
        if lines <= self._most:
            inside = max(inside, text_height(self.document()))
        around = 2 * (self.document().documentMargin() + self._theme.px(_PADDING) + 1)
        self.setFixedHeight(ceil(inside + around))
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if lines > self._most
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )

    def _lines(self) -> int:
        """Count the lines on the screen; a block has some only once it was asked for its place."""
        layout, block, lines = self.document().documentLayout(), self.document().begin(), 0
        while block.isValid() and lines <= self._most:
            layout.blockBoundingRect(block)
            lines += block.layout().lineCount()
            block = block.next()
        return lines

    def _refresh(self) -> None:
        self.setFont(self._theme.font(self._font))
        self._fit()
