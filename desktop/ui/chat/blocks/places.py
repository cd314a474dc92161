"""Where things are in a document, and how a part of it is marked."""

from math import floor

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QTextCharFormat, QTextCursor, QTextDocument

from desktop.ui.chat.blocks.guarding import SOURCE


def top_of_last_line(document: QTextDocument) -> int:
    """Return where the last line begins, in pixels; 0 where nothing is laid out."""
    block = document.lastBlock()
    line = block.layout().lineForTextPosition(max(0, block.length() - 1))
    top = document.documentLayout().blockBoundingRect(block).top()
    return floor(top + line.y()) if line.isValid() else 0


def word_around(document: QTextDocument, position: int) -> tuple[int, int]:
    """Return where the word begins and ends that a place is in."""
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    return cursor.selectionStart(), cursor.selectionEnd()


def paragraph_around(document: QTextDocument, position: int) -> tuple[int, int]:
    """Return where the paragraph begins and ends that a place is in."""
    block = document.findBlock(position)
    return block.position(), block.position() + block.length() - 1


def formula_at(document: QTextDocument, point: QPointF) -> str:
    """Return the source of the formula that is drawn at a point, "" where none is."""
    position = document.documentLayout().hitTest(point, Qt.HitTestAccuracy.ExactHit)
    if position < 0:
        return ""
    cursor = QTextCursor(document)
    cursor.setPosition(min(position + 1, document.characterCount() - 1))
    return cursor.charFormat().stringProperty(SOURCE)


def marked_part(
    document: QTextDocument, start: int, end: int, style: QTextCharFormat
) -> QAbstractTextDocumentLayout.Selection:
    """Return a stretch of a document in another style, as it is painted."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    made = QAbstractTextDocumentLayout.Selection()
    made.cursor = cursor
    made.format = style
    return made
