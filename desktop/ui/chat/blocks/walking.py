"""Walking over a document: its blocks, their runs, the lists and tables they are in."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtGui import (
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextList,
    QTextTable,
)


@contextmanager
def editing(document: QTextDocument) -> Generator[QTextCursor]:
    """Give a cursor for many changes that are announced as one.

    Outside of such a group each move of a cursor works out where it is on the screen.
    """
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    yield cursor
    cursor.endEditBlock()


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Walk over the paragraphs of a document, cells of tables included."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """Walk over a block's runs of one format; places and lengths count UTF-16 units."""
    step = block.begin()
    while not step.atEnd():
        yield step.fragment()
        step += 1


def list_of(block: QTextBlock) -> QTextList | None:
    """Return the list that a block is an item of; the stubs deny that there may be none."""
    return cast("QTextList | None", block.textList())


def table_at(place: QTextBlock | int, document: QTextDocument) -> QTextTable | None:
    """Return the table that a place is in, if it is in one."""
    cursor = QTextCursor(document)
    cursor.setPosition(place if isinstance(place, int) else place.position())
    return cast("QTextTable | None", cursor.currentTable())
