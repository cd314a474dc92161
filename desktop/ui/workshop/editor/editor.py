"""The editor of a Modelfile: the text with its gutter, its find bar and its completion."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.modelfile import Span
from desktop.domain.modelfile_check import Finding, Fix
from desktop.ui.bridge.theme import Theme
from desktop.ui.workshop.editor.actions import EditorActions
from desktop.ui.workshop.editor.area import CodeArea
from desktop.ui.workshop.editor.buffer import TextBuffer
from desktop.ui.workshop.editor.changes import comment_toggled, whole_lines
from desktop.ui.workshop.editor.colouring import Colouring
from desktop.ui.workshop.editor.completion import Completion
from desktop.ui.workshop.editor.find_bar import FindBar
from desktop.ui.workshop.editor.finder import Finder
from desktop.ui.workshop.editor.gutter import Gutter
from desktop.ui.workshop.editor.marks import MOST, marked_span, wave
from desktop.ui.workshop.trap_words import sentence


class ModelfileEditor(QWidget):
    """Edits one text. Offsets and spans are in characters of what `text()` returns.

    Qt's document ends every line the same way. `text()` gives each the end that
    most lines had in `set_text`, so a file with CR LF stays one, and a file with
    both gets one. The three characters that the document cannot hold are left
    out; Ollama's parser drops them too. So after `set_text` work with `text()`.

    `text_changed` follows every change but `set_text`: typing, undo, and `apply`.
    Parsing is the page's, some 150 ms later; findings for a text that is no
    longer there are not shown.
    """

    text_changed = Signal()
    cursor_moved = Signal(int)
    """The line of the cursor, from 1."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelfileEditor")
        self._theme = theme
        self._findings: tuple[Finding, ...] = ()
        self._marked: list[tuple[QTextCursor, bool]] = []
        self._is_beginning = False
        self.area = CodeArea(theme)
        self.gutter = Gutter(theme, self.area)
        self.find_bar = FindBar(theme)
        self.actions_of_text = EditorActions(self)
        self._buffer = TextBuffer(self.area.document())
        self._colouring = Colouring(theme, self.area.document())
        self._finder = Finder(theme, self.area, self._buffer, self.find_bar)
        self.completion = Completion(theme, self.area)
        self._build()
        self._connect_actions()
        self.area.takes_key = self._takes_key
        self.area.tip_of = self._tip_of
        self.gutter.tip_of = self._tip_of_line
        self.area.installEventFilter(self)
        self.area.textChanged.connect(self._on_text)
        self.area.cursorPositionChanged.connect(lambda: self.cursor_moved.emit(self.cursor_line))
        self.gutter.pressed.connect(self.go_to_line)
        self._colouring.finished.connect(self.gutter.update)
        self._finder.changed.connect(self._mark)
        theme.changed.connect(self._mark)
        self.setFocusProxy(self.area)

    def text(self) -> str:
        """Return the text as it is to be saved, with its own line ends."""
        return self._buffer.text()

    def set_text(self, text: str) -> None:
        """Show another text, with nothing to undo and no findings."""
        self._is_beginning = True
        self.area.folds.forget()
        self.completion.close()
        self._buffer.begin(text)
        self.area.moveCursor(QTextCursor.MoveOperation.Start)
        self._is_beginning = False
        self.show_findings(self.text(), ())

    def apply(self, text: str) -> None:
        """Change what differs, as one step to undo; the cursor and what is in view stay."""
        bar, across = self.area.verticalScrollBar(), self.area.horizontalScrollBar()
        down, right = bar.value(), across.value()
        if self._buffer.apply(text):
            bar.setValue(down)
            across.setValue(right)

    def apply_fix(self, fix: Fix) -> None:
        """Mend what a finding says. A line of which nothing is left goes with its end."""
        text = self.text()
        span = whole_lines(text, fix.span) if not fix.text else fix.span
        self.apply(text[: span.start] + fix.text + text[span.end :])
        self.go_to(Span(span.start, span.start + len(fix.text)))

    def show_findings(self, text: str, findings: Sequence[Finding]) -> None:
        """Mark what is wrong with that text, if it is still the one that is shown."""
        if text != self.text():
            return
        self._findings = tuple(findings)
        self._marked = [
            (self._buffer.cursor(marked_span(text, one)), one.is_error)
            for one in self._findings[:MOST]
        ]
        dots: dict[int, bool] = {}
        for one in self._findings:
            dots[one.line] = dots.get(one.line, False) or one.is_error
        self.gutter.show_dots(dots)
        self._mark()

    def set_models(self, names: Sequence[str]) -> None:
        """Offer these names after FROM."""
        self.completion.set_models(names)

    @property
    def cursor_line(self) -> int:
        """The line that the cursor is on, from 1."""
        return self.area.textCursor().blockNumber() + 1

    @property
    def ending(self) -> str:
        """What each line ends with in `text()`: LF, CR LF or CR."""
        return self._buffer.ending

    def go_to(self, span: Span) -> None:
        """Select a piece of the text and bring it into view, unfolded."""
        cursor = self._buffer.cursor(span)
        start = QTextCursor(self.area.document())
        start.setPosition(cursor.selectionStart())
        self.area.folds.unfold(start.block())
        self.area.setTextCursor(cursor)
        if not self.area.viewport().rect().contains(self.area.cursorRect()):
            self.area.centerCursor()

    def go_to_line(self, line: int) -> None:
        """Go to the beginning of a line, from 1, and take the focus."""
        block = self.area.document().findBlockByNumber(max(0, line - 1))
        offset = self._buffer.offset(block.position() if block.isValid() else 0)
        self.go_to(Span(offset, offset))
        self.area.setFocus()

    def go_to_problem(self, by: int) -> None:
        """Go to the next finding behind the cursor (1), or the one before it (-1)."""
        here = self._buffer.offset(self.area.textCursor().selectionStart())
        spans = [one.span for one in self._findings]
        if by > 0:
            later = [span for span in spans if span.start > here] or spans[:1]
            target = later[:1]
        else:
            target = ([span for span in spans if span.start < here] or spans)[-1:]
        for span in target:
            self.go_to(span)
            self.area.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep keys that mean something here from being a page's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            is_list_s = self.completion.is_open and not event.text().isprintable()
            if self.actions_of_text.of_key(event) is not None or is_list_s:
                event.accept()
                return True
        if isinstance(event, QContextMenuEvent):
            self.menu().exec(event.globalPos())
            return True
        return super().eventFilter(watched, event)

    def menu(self) -> QMenu:
        """Return what can be done, by name: the platform's own entries, then the editor's."""
        menu = self.area.createStandardContextMenu()
        menu.setFont(self._theme.font())
        actions = self.actions_of_text
        for group in (
            (actions.find, actions.replace),
            (actions.complete, actions.comment),
            (actions.fold, actions.unfold, actions.fold_all, actions.unfold_all, actions.wrap),
        ):
            menu.addSeparator()
            menu.addActions(list(group))
        return menu

    def toggle_comment(self) -> None:
        """Make the selected lines comments, or take the marks off, as one step to undo."""
        cursor = self.area.textCursor()
        document = self.area.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        end = max(cursor.selectionStart(), cursor.selectionEnd() - 1)
        numbers = range(first, document.findBlock(end).blockNumber() + 1)
        lines = [document.findBlockByNumber(number).text() for number in numbers]
        self._buffer.replace_lines(first, comment_toggled(lines))

    def _takes_key(self, event: QKeyEvent) -> bool:
        if self.completion.takes_key(event):
            return True
        action = self.actions_of_text.of_key(event)
        if action is None:
            return False
        action.trigger()
        return True

    def _tip_of(self, position: int) -> str:
        marks = zip(self._findings, self._marked, strict=False)
        under = (
            sentence(one)
            for one, (cursor, _) in marks
            if cursor.selectionStart() <= position <= cursor.selectionEnd()
        )
        return "\n".join(under)

    def _tip_of_line(self, line: int) -> str:
        return "\n".join(sentence(one) for one in self._findings if one.line == line)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.gutter)
        row.addWidget(self.area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addLayout(row, 1)

    def _connect_actions(self) -> None:
        actions, area, folds = self.actions_of_text, self.area, self.area.folds
        for action, work in (
            (actions.undo, area.undo),
            (actions.redo, area.redo),
            (actions.find, lambda: self._finder.open(replaces=False)),
            (actions.replace, lambda: self._finder.open(replaces=True)),
            (actions.find_next, lambda: self._finder.step(1)),
            (actions.find_previous, lambda: self._finder.step(-1)),
            (actions.next_problem, lambda: self.go_to_problem(1)),
            (actions.previous_problem, lambda: self.go_to_problem(-1)),
            (actions.complete, self.completion.open),
            (actions.comment, self.toggle_comment),
            (actions.fold, lambda: folds.fold(area.textCursor().block())),
            (actions.unfold, lambda: folds.unfold(area.textCursor().block())),
            (actions.fold_all, folds.fold_all),
            (actions.unfold_all, folds.unfold_all),
        ):
            actions.do(action, work)
        actions.wrap.toggled.connect(area.set_wrapped)
        for action, available in (
            (actions.undo, area.undoAvailable),
            (actions.redo, area.redoAvailable),
        ):
            action.setEnabled(False)
            available.connect(action.setEnabled)

    def _mark(self) -> None:
        waves = [wave(self._theme, cursor, is_error=bad) for cursor, bad in self._marked]
        self.area.setExtraSelections([*self._finder.selections(), *waves])

    def _on_text(self) -> None:
        if not self._is_beginning:
            self.text_changed.emit()
