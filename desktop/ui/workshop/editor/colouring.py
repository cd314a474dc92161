"""Colours the lines of a document, the changed ones at once and a long rest in pieces."""

import time

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
)

from desktop.ui.bridge.theme import Theme
from desktop.ui.workshop.editor.line_reading import Ink, Token, read_line
from desktop.ui.workshop.editor.standing import UNREAD, Standing, from_number, to_number
from desktop.ui.workshop.editor.text_map import units

_SLICE = 0.006
"""Seconds of one turn of the loop that are spent on it."""


class Colouring(QObject):
    """Reads every line from a change on, until a line leaves open what it did before.

    Each block keeps as its state what its line leaves open (`standing_before`).
    `finished` is emitted when every line has been read.
    """

    finished = Signal()

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        self._document = document
        self._formats: dict[Ink, QTextCharFormat] = {}
        self._next: int | None = 0
        self._until = QTextCursor(document)
        """Behind the last character that was changed; it moves with the text."""
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        document.contentsChange.connect(self._on_change)
        theme.changed.connect(self.colour_all)
        self.colour_all()

    @property
    def is_finished(self) -> bool:
        return self._next is None

    def colour_all(self) -> None:
        """Colour every line anew: the text is another, or the theme."""
        tokens = self._theme.tokens
        colours = {
            Ink.KEYWORD: tokens.code_keyword,
            Ink.NAME: tokens.code_name,
            Ink.NUMBER: tokens.code_number,
            Ink.STRING: tokens.code_string,
            Ink.COMMENT: tokens.code_comment,
        }
        for ink, colour in colours.items():
            self._formats[ink] = QTextCharFormat()
            self._formats[ink].setForeground(QColor(colour))
        self._next = 0
        self._until.movePosition(QTextCursor.MoveOperation.End)
        self._go_on()

    def _on_change(self, position: int, _removed: int, added: int) -> None:
        block = self._document.findBlock(position)
        first, end = block.blockNumber(), position + added
        while block.isValid() and block.position() <= end:
            block.setUserState(UNREAD)
            block = block.next()
        self._next = first if self._next is None else min(self._next, first)
        self._until.setPosition(
            min(max(end, self._until.position()), self._document.characterCount() - 1)
        )
        self._go_on()

    def _go_on(self) -> None:
        until = time.perf_counter() + _SLICE
        if self._next is None:
            return
        block = self._document.findBlockByNumber(self._next)
        first = block.position()
        number = to_number(standing_before(block))
        while block.isValid():
            was = block.userState()
            number = self._colour(block, number)
            is_settled = was == number and block.position() > self._until.position()
            end, block = block.position() + block.length(), block.next()
            if is_settled or time.perf_counter() > until:
                break
        else:
            is_settled, end = True, self._document.characterCount() - 1
        self._document.markContentsDirty(first, end - first)
        if is_settled:
            self._finish()
        else:
            self._next = block.blockNumber() if block.isValid() else None
            if not self._timer.isActive():
                self._timer.start()

    def _finish(self) -> None:
        self._next = None
        self._until.setPosition(0)
        self._timer.stop()
        self.finished.emit()

    def _colour(self, block: QTextBlock, number: int) -> int:
        line = block.text()
        reading = read_line(line, from_number(number))
        block.layout().setFormats(self._ranges(line, reading.tokens))
        number = to_number(reading.end)
        block.setUserState(number)
        return number

    def _ranges(self, line: str, tokens: tuple[Token, ...]) -> list[QTextLayout.FormatRange]:
        is_odd = not line.isascii()
        ranges: list[QTextLayout.FormatRange] = []
        for token in tokens:
            one = QTextLayout.FormatRange()
            one.start = units(line[: token.start]) if is_odd else token.start
            behind = units(line[: token.end]) if is_odd else token.end
            one.length = behind - one.start
            one.format = self._formats[token.ink]
            ranges.append(one)
        return ranges


def standing_before(block: QTextBlock) -> Standing:
    """Return what is open where a line begins, as far as the lines before it were read."""
    return from_number(block.previous().userState())
