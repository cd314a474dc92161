"""The text of the editor as it will be saved, beside the document that shows it."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.domain.modelfile import Span
from desktop.ui.workshop.editor.changes import differing_middle
from desktop.ui.workshop.editor.text_map import LF, TextMap, ending_of, holdable

_SEPARATOR = "\u2029"


class TextBuffer:
    """Keeps the end that a file's lines have, and knows what place is what.

    A document has one kind of line end. So a text's most common one is kept, and
    every line of `text` ends with it: a file with CR LF stays one.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._ending = LF
        self._is_read = self._was_applied = False
        self._text = ""
        self._map = TextMap("")
        document.contentsChange.connect(self._forget)

    @property
    def ending(self) -> str:
        return self._ending

    def text(self) -> str:
        """Return the text as it is to be saved."""
        self._read()
        return self._text

    def begin(self, text: str) -> None:
        """Make this the text, with nothing to undo."""
        self._ending = ending_of(text)
        self._document.setPlainText(holdable(text))
        self._document.setModified(False)

    def apply(self, text: str) -> bool:
        """Put in place what differs; return whether anything did.

        It is a step to undo of its own. Only what is applied right behind what was
        applied last joins it, as letters do that are typed in a row.
        """
        shown = self._shown()
        change = differing_middle(shown, holdable(text))
        if change is None:
            return False
        if not self._was_applied:
            self._document.setModified(False)  # Qt joins no step to one before this.
        places = TextMap(shown)
        cursor = QTextCursor(self._document)
        cursor.setPosition(places.position(change.start))
        cursor.setPosition(places.position(change.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(change.text)
        self._was_applied = True
        return True

    def replace_lines(self, first: int, lines: Sequence[str]) -> None:
        """Make these the lines from that one on (from 0), each where it differs, in one step."""
        step = QTextCursor(self._document)
        step.beginEditBlock()
        for number, line in enumerate(lines, first):
            block = self._document.findBlockByNumber(number)
            shown = block.text()
            if change := differing_middle(shown, line):
                places = TextMap(shown)
                start, end = places.position(change.start), places.position(change.end)
                step.setPosition(block.position() + start)
                step.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
                step.insertText(change.text)
        step.endEditBlock()

    def position(self, offset: int) -> int:
        """Return where a character of `text` stands in the document."""
        self._read()
        return self._map.position(offset)

    def offset(self, position: int) -> int:
        """Return which character of `text` stands there in the document."""
        self._read()
        return self._map.offset(position)

    def cursor(self, span: Span) -> QTextCursor:
        """Return a cursor that selects a piece of `text`."""
        cursor = QTextCursor(self._document)
        cursor.setPosition(self.position(span.start))
        cursor.setPosition(self.position(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _shown(self) -> str:
        return self._document.toRawText().replace(_SEPARATOR, LF)

    def _read(self) -> None:
        if self._is_read:
            return
        self._is_read = True
        shown = self._shown()
        self._text = shown if self._ending == LF else shown.replace(LF, self._ending)
        self._map = TextMap(self._text)

    def _forget(self, _position: int, _removed: int, _added: int) -> None:
        self._is_read = self._was_applied = False
