"""A text of any length to read and copy, put on screen in pieces so that nothing freezes."""

import re
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme

PIECE = 8 * 1024
"""Characters that are put in at a time."""
_SLICE = 0.006
"""Seconds of one frame that are spent on it."""
_LONGEST_LINE = 2000
"""A paragraph of megabytes would be laid out in one go; longer ones are broken here."""
_PLAIN = re.compile(r"[\x20-\x7e\n\t]*")


class LongText(QPlainTextEdit):
    """Shows the beginning at once and the rest as time allows, while it can be scrolled already.

    Invisible and direction characters are written out. What is selected is
    copied as it is shown; `text` is what was handed in.
    """

    def __init__(
        self, theme: Theme, name: str, *, is_code: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_code = is_code
        self._text = self._rest = ""
        self._next = 0
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(name)
        self.setProperty("box", "code" if is_code else "")
        self.setTextInteractionFlags(
            self.textInteractionFlags().TextSelectableByMouse
            | self.textInteractionFlags().TextSelectableByKeyboard
        )
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._refresh()
        theme.changed.connect(self._refresh)

    @property
    def text(self) -> str:
        return self._text

    @property
    def is_whole(self) -> bool:
        """Whether all of it has been put on screen."""
        return self._next >= len(self._rest)

    def show_text(self, text: str) -> None:
        """Show another text, from its beginning; the same one again changes nothing."""
        if text == self._text:
            return
        self._text = text
        self._rest = text.replace("\r\n", "\n")
        self._next = 0
        self.clear()
        self._go_on()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _go_on(self) -> None:
        until = time.perf_counter() + _SLICE
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        while not self.is_whole:
            piece = self._rest[self._next : self._next + PIECE]
            self._next += len(piece)
            cursor.insertText(_shown(piece))
            if time.perf_counter() > until:
                break
        if self.is_whole:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _refresh(self) -> None:
        self.setFont(self._theme.font("mono" if self._is_code else "small"))


def _shown(piece: str) -> str:
    if not _PLAIN.fullmatch(piece):
        piece = visible(piece, keep_newlines=True)
    if len(piece) <= _LONGEST_LINE:
        return piece
    return "\n".join(_broken(line) for line in piece.split("\n"))


def _broken(line: str) -> str:
    steps = range(0, len(line), _LONGEST_LINE)
    return "\n".join(line[start : start + _LONGEST_LINE] for start in steps)
