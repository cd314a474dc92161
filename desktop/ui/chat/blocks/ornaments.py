"""Lines that belong to a document and are no text: rules of quotes, hairlines of tables."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextDocument, QTextFormat, QTextTable

from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.chat.blocks.styling import DEEPEST, QUOTE_INDENT, RULE, TextStyle
from desktop.ui.chat.blocks.walking import blocks

_LEVEL = QTextFormat.Property.BlockQuoteLevel


@dataclass(frozen=True, slots=True)
class Ornament:
    """A filled rectangle in a role's colour."""

    place: QRectF
    role: Role

    def paint(self, painter: QPainter, theme: Theme) -> None:
        painter.fillRect(self.place, theme.color(self.role))


def is_lined(given: QTextFormat) -> bool:
    """Whether what has that format is a quote or a rule; asking all formats spares a walk."""
    return given.hasProperty(_LEVEL) or given.hasProperty(RULE)


def quote_rules(document: QTextDocument, look: TextStyle) -> tuple[Ornament, ...]:
    """Return a rule left of each quote, one for each level; the document is laid out."""
    found: list[Ornament] = []
    layout = document.documentLayout()
    before: QTextBlock | None = None
    for block in blocks(document):
        level = min(DEEPEST, block.blockFormat().intProperty(_LEVEL))
        if not level:
            before = None
            continue
        room = layout.blockBoundingRect(block)
        shared = min(level, before.blockFormat().intProperty(_LEVEL)) if before else 0
        for step in range(level):
            above = layout.blockBoundingRect(before) if before and step < shared else room
            top = above.bottom() if step < shared else room.top()
            left = block.blockFormat().indent() * document.indentWidth()
            place = QRectF(
                left + step * look.px(QUOTE_INDENT), top, max(2, look.px(2)), room.bottom() - top
            )
            found.append(Ornament(place, "border_strong"))
        before = block
    return tuple(found)


def rules(document: QTextDocument) -> tuple[Ornament, ...]:
    """Return a hairline in the middle of each block that is a rule; the document is laid out."""
    layout = document.documentLayout()
    places = [
        layout.blockBoundingRect(block)
        for block in blocks(document)
        if block.blockFormat().hasProperty(RULE)
    ]
    width = document.textWidth()
    return tuple(
        Ornament(QRectF(0, round(place.center().y()), width, 1), "border_strong")
        for place in places
    )


def row_lines(document: QTextDocument, table: QTextTable, above: int) -> tuple[Ornament, ...]:
    """Return a hairline above each row but the first; `above` is the room over a cell's text."""
    layout = document.documentLayout()
    width = document.size().width()
    tops = [
        layout.blockBoundingRect(table.cellAt(row, 0).firstCursorPosition().block()).top()
        for row in range(1, table.rows())
    ]
    return tuple(Ornament(QRectF(0, round(top - above), width, 1), "border") for top in tops)
