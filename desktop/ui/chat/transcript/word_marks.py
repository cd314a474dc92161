"""The words that a search led to, marked for some seconds in the message they stand in."""

from PySide6.QtCore import QObject, QTimer

from desktop.domain.conversation import NO_ENTRY, EntryId
from desktop.domain.search_text import marks
from desktop.ui.chat.blocks.surface import Surface
from desktop.ui.chat.transcript.content import Content, Key, Own, Prose
from desktop.ui.chat.transcript.message import Message
from desktop.ui.chat.transcript.row import Row
from desktop.ui.chat.transcript.selection import FIRST
from desktop.ui.chat.transcript.stage import Stage
from desktop.ui.chat.transcript.views.tools import text_of

_SEEN_MS = 8000
_LONGEST = 20_000
"""Characters of one row that are looked through, which takes some 10 ms."""


class WordMarks(QObject):
    """Marks words on the rows of one message that have widgets, and on those that get one."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage
        self._entry_id = NO_ENTRY
        self._asked = ""
        self._ends = QTimer(self, singleShot=True, interval=_SEEN_MS)
        self._ends.timeout.connect(self.clear)
        stage.realised.connect(self._show_on)

    def show_in(self, entry_id: EntryId, asked: str) -> None:
        """Mark the words that were asked for in that message."""
        self.clear()
        if asked:
            self._entry_id, self._asked = entry_id, asked
            self._ends.start()
            self._show()

    def clear(self) -> None:
        """Mark nothing any more."""
        if self._asked:
            self._ends.stop()
            self._asked = ""
            self._show()

    def _show(self) -> None:
        for row in self._stage.rows:
            self._show_on(row)

    def _show_on(self, row: Row) -> None:
        text = text_of(row.view)
        if text is not None and (row.entry_id == self._entry_id or text.marks):
            is_meant = bool(self._asked) and row.entry_id == self._entry_id
            text.mark(_found(text, self._asked) if is_meant else ())


def first_place(message: Message, asked: str, room: int) -> Key:
    """Return where to begin to read an open message: at its top if the words stand near it."""
    for number, row in enumerate(message.rows):
        if asked and marks(_text(row.content)[:_LONGEST], asked):
            top = message.heights.top(number) if message.heights is not None else 0
            return row.key if top > room else FIRST
    return FIRST


def _text(content: Content) -> str:
    if isinstance(content, Own):
        return content.text
    if isinstance(content, Prose) and not content.is_thought:
        return content.block.source
    return ""


def _found(text: Surface, asked: str) -> tuple[tuple[int, int], ...]:
    """Return where the words begin and end in a document, in its UTF-16 units."""
    plain = text.document.toPlainText()[:_LONGEST]
    spans = [(start, start + length) for start, length in marks(plain, asked)]
    if plain.isascii():
        return tuple(spans)
    return tuple((_units(plain[:start]), _units(plain[:end])) for start, end in spans)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
