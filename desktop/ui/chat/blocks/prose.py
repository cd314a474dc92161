"""Shows text: paragraphs, headings, lists, quotes and rules, with formulas in their lines."""

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from typing_extensions import override

from desktop.chat.blocks import Block
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.appending import appended, last_word
from desktop.ui.chat.blocks.formulas import FormulaObject
from desktop.ui.chat.blocks.guarding import FORMULA, guard
from desktop.ui.chat.blocks.item_marks import item_marks
from desktop.ui.chat.blocks.kept import Kept
from desktop.ui.chat.blocks.ornaments import is_lined, quote_rules, rules
from desktop.ui.chat.blocks.reading import Marked, SafeDocument, marked, read
from desktop.ui.chat.blocks.styling import BlockTone, style
from desktop.ui.chat.blocks.view import BlockView


class ProseView(BlockView):
    """One document, read anew whenever its block changes; a closed block is read once."""

    def __init__(self, theme: Theme, tone: BlockTone, kept: Kept) -> None:
        super().__init__(theme, tone, kept)
        self._is_grown = False
        """Whether words were put at the end since the text was read."""
        self._has_lines = False
        """Whether there are quotes, whose rules grow with them; items' marks stay."""
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)

    @override
    def _show(self, block: Block, before: Block | None) -> None:
        self._is_grown = False
        given = marked(block)
        document = self._read(given)
        style(document, self._look)
        self._draw_formulas(document)
        self._put(document, block)

    @override
    def _grow(self, block: Block, before: Block, /) -> bool:
        more = appended(before, block)
        end = self.surface.document.lastBlock().text()
        if more is None or not end.endswith(last_word(before.source)):
            return False
        self.surface.append(more, block.source)
        self._is_grown = True
        return True

    def _read(self, given: Marked) -> SafeDocument:
        """Read markdown and make it safe, with formulas as pictures where they are drawn."""
        self._object: FormulaObject = self._formula_object()
        self._awaited = set()
        self._has_drawn = False
        document = read(given)
        guard(document, given, self._placing)
        return document

    def _is_drawn(self, latex: str, is_display: bool) -> bool:
        key = self._object.key(latex, is_display)
        drawing = self._kept.formulas.drawing(key)
        if drawing is None:
            self._awaited.add(key)
        self._has_drawn |= bool(drawing)
        return bool(drawing)

    def _placing(self, latex: str, is_display: bool) -> QTextCharFormat.VerticalAlignment | None:
        if not self._is_drawn(latex, is_display):
            return None
        return self._object.placing(latex, is_display, self._look.body)

    def _draw_formulas(self, document: SafeDocument) -> None:
        """Have formulas painted by us; a document without any gets its layout when it is sized."""
        if self._has_drawn:
            document.setTextWidth(self._laid_width)
            document.documentLayout().registerHandler(FORMULA, self._object)
            document.markContentsDirty(0, document.characterCount())

    @override
    def _lay_out(self, width: int) -> int:
        document = self.surface.document
        is_wider = document.textWidth() != width
        if is_wider:
            document.setTextWidth(width)
        height = ceil(document.size().height())
        if is_wider or not self._is_grown or self._has_lines:
            self._decorate()
        return height

    def _decorate(self) -> None:
        document = self.surface.document
        formats = document.allFormats()
        self._has_lines = any(map(is_lined, formats))
        lines = (*quote_rules(document, self._look), *rules(document)) if self._has_lines else ()
        has_items = any(form.isListFormat() for form in formats)
        marks = item_marks(document, self._look) if has_items else ()
        self.surface.decorate((*lines, *marks))

    @override
    def _arrange(self) -> None:
        self.surface.setGeometry(self.rect())
