"""Shows a formula on lines of its own, in the middle; its source until it is drawn."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from typing_extensions import override

from desktop.chat.blocks import Block
from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.guarding import DISPLAY, FORMULA, LATEX, OBJECT, SOURCE
from desktop.ui.chat.blocks.kept import Kept
from desktop.ui.chat.blocks.prose import ProseView
from desktop.ui.chat.blocks.reading import SafeDocument, plain_document
from desktop.ui.chat.blocks.sideways import Sideways
from desktop.ui.chat.blocks.styling import BlockTone


class DisplayView(ProseView):
    """A document of one formula; one that is wider than the column scrolls sideways."""

    def __init__(self, theme: Theme, tone: BlockTone, kept: Kept) -> None:
        super().__init__(theme, tone, kept)
        self._sideways = Sideways(self.surface, self)

    @override
    def _show(self, block: Block, before: Block | None) -> None:
        self._object = self._formula_object()
        self._awaited = set()
        self._has_drawn = False
        if block.is_closed and self._is_drawn(block.text, is_display=True):
            document = self._picture(block)
            self._draw_formulas(document)
        else:
            document = plain_document(block.source, self._look.mono)
        self._put(document, block)

    def _picture(self, block: Block) -> SafeDocument:
        middle = QTextBlockFormat()
        middle.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        shown = QTextCharFormat()
        shown.setObjectType(FORMULA)
        shown.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        shown.setProperty(SOURCE, visible(block.source, keep_newlines=True))
        shown.setProperty(LATEX, block.text)
        shown.setProperty(DISPLAY, True)
        document = SafeDocument()
        document.setDefaultFont(self._look.body)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        document.setDefaultTextOption(option)
        cursor = QTextCursor(document)
        cursor.setBlockFormat(middle)
        cursor.insertText(OBJECT, shown)
        return document

    @override
    def _lay_out(self, width: int) -> int:
        document = self.surface.document
        document.setTextWidth(max(width, self._natural_width()))
        size = document.size()
        return self._sideways.height_for(width, QSize(ceil(size.width()), ceil(size.height())))

    def _natural_width(self) -> int:
        block = self._block
        if block is None or not block.is_closed:
            return 0
        drawing = self._kept.formulas.drawing(self._object.key(block.text, is_display=True))
        return ceil(drawing.width) if drawing else 0

    @override
    def _arrange(self) -> None:
        self._sideways.setGeometry(self.rect())
        self._sideways.arrange()
