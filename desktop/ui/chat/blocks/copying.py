"""What is copied out of a document: plain text, or markdown that makes the same again."""

import re
import secrets
from collections.abc import Iterator

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
    QTextListFormat,
)

from desktop.ui.chat.blocks.guarding import OBJECT, SOURCE
from desktop.ui.chat.blocks.reading import MARKDOWN, SafeDocument
from desktop.ui.chat.blocks.styling import RULE
from desktop.ui.chat.blocks.walking import blocks, fragments, list_of, table_at

_QT_RULE = QTextFormat.Property.BlockTrailingHorizontalRulerWidth
_Marker = QTextBlockFormat.MarkerType
_BOXES = {_Marker.Checked: "☑ ", _Marker.Unchecked: "☐ "}
_WORD = secrets.token_hex(6)


def text_between(document: QTextDocument, start: int, end: int) -> str:
    """Return the plain text between two places, formulas as their source, items with their marks.

    Places count UTF-16 units, as Qt does. Cells of a row are divided by tabs.
    """
    parts: list[str] = []
    before: QTextBlock | None = None
    for block in blocks(document):
        if not block.isVisible() or not _overlaps(block, start, end):
            continue
        if before is not None:
            parts.append("\t" if _is_same_row(document, before, block) else "\n")
        if start <= block.position():
            parts.append(_mark(block))
        parts += _clipped(block, start, end)
        before = block
    return "".join(parts)


def whole_text(document: QTextDocument) -> str:
    """Return all of a document as it is copied."""
    return text_between(document, 0, document.characterCount())


def markdown_between(document: QTextDocument, start: int, end: int) -> str:
    """Return markdown for a part of a document, with its formulas as they were written."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(min(end, document.characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
    part = SafeDocument()
    QTextCursor(part).insertFragment(QTextDocumentFragment(cursor))
    sources = _mark_formulas(part)
    text = part.toMarkdown(MARKDOWN).strip("\n")
    return re.sub(f"\ue000{_WORD}([0-9]+)\ue001", lambda found: sources[int(found[1])], text)


def fenced(code: str, language: str) -> str:
    """Return code between fences that are longer than any run of backticks in it."""
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{code}\n{fence}"


def _overlaps(block: QTextBlock, start: int, end: int) -> bool:
    return block.position() < end and start <= block.position() + block.length() - 1


def _is_same_row(document: QTextDocument, first: QTextBlock, second: QTextBlock) -> bool:
    table = table_at(second, document)
    if table is None or table_at(first, document) != table:
        return False
    return table.cellAt(first.position()).row() == table.cellAt(second.position()).row()


def _mark(block: QTextBlock) -> str:
    if any(block.blockFormat().hasProperty(rule) for rule in (_QT_RULE, RULE)):
        return "---"
    listed = list_of(block)
    if listed is None:
        return ""
    room = "  " * max(0, listed.format().indent() - 1)
    if box := _BOXES.get(block.blockFormat().marker()):
        return room + box
    is_bullet = listed.format().style() in (
        QTextListFormat.Style.ListDisc,
        QTextListFormat.Style.ListCircle,
        QTextListFormat.Style.ListSquare,
    )
    return room + ("- " if is_bullet else f"{listed.itemText(block)} ")


def _clipped(block: QTextBlock, start: int, end: int) -> Iterator[str]:
    for fragment in fragments(block):
        first = max(start - fragment.position(), 0)
        last = min(end - fragment.position(), fragment.length())
        if first >= last:
            continue
        source = fragment.charFormat().stringProperty(SOURCE)
        if source and fragment.text() == OBJECT * fragment.length():
            yield source * (last - first)
        else:
            yield _slice(fragment.text(), first, last)


def _slice(text: str, first: int, last: int) -> str:
    """Return a part of a text by UTF-16 units; half of a character is left out."""
    units = text.encode("utf-16-le", "surrogatepass")[2 * first : 2 * last]
    return units.decode("utf-16-le", "ignore")


def _mark_formulas(part: QTextDocument) -> list[str]:
    """Put a word in each formula's place, which the writer of markdown leaves as it is."""
    found = [
        (fragment.position(), fragment.length(), source)
        for block in blocks(part)
        for fragment in fragments(block)
        if (source := fragment.charFormat().stringProperty(SOURCE))
    ]
    cursor = QTextCursor(part)
    for number, (position, length, _) in reversed(list(enumerate(found))):
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"\ue000{_WORD}{number}\ue001", QTextCharFormat())
    return [source for _, _, source in found]
