"""Folding of values that go over several lines."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from desktop.ui.workshop.editor.colouring import standing_before
from desktop.ui.workshop.editor.standing import from_number


@dataclass(frozen=True, slots=True)
class _Fold:
    """A head that is shown and the last line that is hidden; both move with the text."""

    head: QTextCursor
    tail: QTextCursor


class Folds(QObject):
    """Hides the lines of a value below the one that opens it.

    A fold opens by itself as soon as its head or a hidden line is changed.
    """

    changed = Signal()

    def __init__(self, document: QTextDocument, layout: QPlainTextDocumentLayout) -> None:
        super().__init__(document)
        self._document = document
        self._layout = layout
        self._folds: list[_Fold] = []
        document.contentsChange.connect(self._on_change)

    def can_fold(self, block: QTextBlock) -> bool:
        """Whether a value begins on this line and goes on below it."""
        opens = from_number(block.userState()).is_open and not standing_before(block).is_open
        return opens and block.next().isValid()

    def is_folded(self, block: QTextBlock) -> bool:
        return self._fold_of(block) is not None

    def hidden_lines(self, block: QTextBlock) -> int:
        """Return how many lines are hidden below this one."""
        fold = self._fold_of(block)
        return fold.tail.blockNumber() - fold.head.blockNumber() if fold else 0

    def fold(self, block: QTextBlock) -> None:
        """Hide the value that begins on this line, or in which this line lies."""
        head = self._head_of(block)
        if head is None or self.is_folded(head):
            return
        last = head.next()
        while last.next().isValid() and from_number(last.userState()).is_open:
            last = last.next()
        fold = _Fold(QTextCursor(head), QTextCursor(last))
        self._folds.append(fold)
        self._show(fold, is_shown=False)

    def unfold(self, block: QTextBlock) -> None:
        """Show what is hidden below this line, or this line itself."""
        for fold in [one for one in self._folds if _holds(one, block.blockNumber())]:
            self._folds.remove(fold)
            self._show(fold, is_shown=True)

    def toggle(self, block: QTextBlock) -> None:
        if self.is_folded(block):
            self.unfold(block)
        else:
            self.fold(block)

    def fold_all(self) -> None:
        block = self._document.begin()
        while block.isValid():
            if self.can_fold(block):
                self.fold(block)
            block = block.next()

    def unfold_all(self) -> None:
        for fold in list(self._folds):
            self.unfold(fold.head.block())

    def forget(self) -> None:
        """Begin without a fold: the text is another, and no line of it is hidden."""
        self._folds.clear()

    def _fold_of(self, block: QTextBlock) -> _Fold | None:
        number = block.blockNumber()
        return next((fold for fold in self._folds if fold.head.blockNumber() == number), None)

    def _head_of(self, block: QTextBlock) -> QTextBlock | None:
        while standing_before(block).is_open:
            block = block.previous()
        return block if self.can_fold(block) else None

    def _show(self, fold: _Fold, *, is_shown: bool) -> None:
        block, behind = fold.head.block().next(), fold.tail.block().next()
        start = block.position()
        while block.isValid() and block != behind:
            block.setVisible(is_shown)
            block.setLineCount(max(1, block.layout().lineCount()) if is_shown else 0)
            block = block.next()
        end = fold.tail.block().position() + fold.tail.block().length()
        self._document.markContentsDirty(start, end - start)
        self._layout.documentSizeChanged.emit(self._layout.documentSize())
        self.changed.emit()

    def _on_change(self, position: int, removed: int, added: int) -> None:
        if not removed and not added:
            return
        first = self._document.findBlock(position).blockNumber()
        last = self._document.findBlock(position + added).blockNumber()
        for fold in list(self._folds):
            if fold.head.blockNumber() <= last and first <= fold.tail.blockNumber():
                self._folds.remove(fold)
                self._show(fold, is_shown=True)


def _holds(fold: _Fold, number: int) -> bool:
    return fold.head.blockNumber() <= number <= fold.tail.blockNumber()
