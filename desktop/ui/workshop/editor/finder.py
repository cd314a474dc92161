"""Finds and replaces in the editor's text, with the bar that asks."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

from desktop.domain.modelfile import Span
from desktop.ui.bridge.theme import Theme
from desktop.ui.workshop.editor.area import CodeArea
from desktop.ui.workshop.editor.buffer import TextBuffer
from desktop.ui.workshop.editor.find_bar import FindBar
from desktop.ui.workshop.editor.marks import MOST, Selection, matches

_PAUSE_MS = 120


class Finder(QObject):
    """Keeps where the text occurs that is looked for, and which of these is selected."""

    changed = Signal()
    """What is to be marked is another."""

    def __init__(self, theme: Theme, area: CodeArea, buffer: TextBuffer, bar: FindBar) -> None:
        super().__init__(area)
        self._theme = theme
        self._area = area
        self._buffer = buffer
        self._bar = bar
        self._found: list[tuple[int, int]] = []
        self._current = -1
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        area.textChanged.connect(self._on_text)
        bar.query_changed.connect(self._on_query)
        bar.stepped.connect(self.step)
        bar.replace_wanted.connect(self.replace)
        bar.replace_all_wanted.connect(self.replace_all)
        bar.closed.connect(self.close)

    def open(self, *, replaces: bool) -> None:
        """Show the bar, with what is selected to be looked for."""
        self._bar.open(self._area.textCursor().selectedText(), replaces=replaces)

    def close(self) -> None:
        self._bar.hide()
        self._found, self._current = [], -1
        self._area.setFocus()
        self.changed.emit()

    def selections(self) -> list[Selection]:
        """Return the marks of what was found around the place where one is."""
        first = max(0, self._current - MOST // 2)
        positions = [
            (self._buffer.position(start), self._buffer.position(end))
            for start, end in self._found[first : first + MOST]
        ]
        return matches(self._theme, self._area.document(), positions, self._current - first)

    def step(self, by: int) -> None:
        """Select the next one behind the cursor, or the one before it; round at either end."""
        if self._bar.isHidden() and self._bar.query.text:
            self._bar.open("", replaces=False)
        self._look()
        if not self._found:
            return
        cursor = self._area.textCursor()
        start = self._buffer.offset(cursor.selectionStart())
        end = self._buffer.offset(cursor.selectionEnd())
        if by > 0:
            later = (place for place, one in enumerate(self._found) if one[0] >= end)
            self._select(next(later, 0))
        else:
            earlier = (place for place, one in enumerate(self._found) if one[1] <= start)
            self._select(max(earlier, default=len(self._found) - 1))

    def replace(self) -> None:
        """Replace the selected one, and select the next; without one, only select."""
        self._look()
        if self._current >= 0:
            start, end = self._found[self._current]
            self._buffer.cursor(Span(start, end)).insertText(self._bar.replacement.text())
            self._area.setTextCursor(self._behind(start + len(self._bar.replacement.text())))
        self.step(1)

    def replace_all(self) -> None:
        """Replace each of them in one step to undo."""
        text = self._buffer.text()
        self._buffer.apply(self._bar.query.replaced(text, self._bar.replacement.text()))
        self._look()

    def _behind(self, offset: int) -> QTextCursor:
        return self._buffer.cursor(Span(offset, offset))

    def _on_query(self) -> None:
        self._look()
        if self._found and self._current < 0:
            cursor = self._area.textCursor()
            cursor.setPosition(cursor.selectionStart())
            self._area.setTextCursor(cursor)
            self.step(1)

    def _on_text(self) -> None:
        if not self._bar.isHidden():
            self._pause.start()

    def _look(self) -> None:
        self._pause.stop()
        self._found = self._bar.query.occurrences(self._buffer.text())
        cursor = self._area.textCursor()
        selected = (
            self._buffer.offset(cursor.selectionStart()),
            self._buffer.offset(cursor.selectionEnd()),
        )
        self._current = self._found.index(selected) if selected in self._found else -1
        self._show()

    def _select(self, place: int) -> None:
        self._current = place
        cursor = self._buffer.cursor(Span(*self._found[place]))
        self._area.folds.unfold(cursor.block())
        self._area.setTextCursor(cursor)
        if not self._is_seen():
            self._area.centerCursor()
        self._show()

    def _is_seen(self) -> bool:
        return self._area.viewport().rect().contains(self._area.cursorRect())

    def _show(self) -> None:
        self._bar.show_count(self._current + 1, len(self._found))
        self.changed.emit()
