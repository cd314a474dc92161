"""Shows code: never wrapped, coloured once its fence has closed, with a button that copies it."""

from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from typing_extensions import override

from desktop.chat.blocks import Block
from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Tokens
from desktop.ui.chat.blocks.code_copy import CopyButton
from desktop.ui.chat.blocks.colouring import LONGEST, CodeKey, Ink
from desktop.ui.chat.blocks.kept import Kept
from desktop.ui.chat.blocks.reading import SafeDocument
from desktop.ui.chat.blocks.sideways import Sideways
from desktop.ui.chat.blocks.styling import BlockTone
from desktop.ui.chat.blocks.view import BlockView
from desktop.ui.chat.blocks.walking import blocks
from desktop.ui.widgets.labels import ElidedLabel

_EDGE = 12
_HEAD = 32
_BELOW = 10


class CodeView(BlockView):
    """A well with the language at its left and Copy at its right.

    While code grows only what has come is put at its end, so that the last line
    of a long file costs what the first did.
    """

    def __init__(self, theme: Theme, tone: BlockTone, kept: Kept) -> None:
        super().__init__(theme, tone, kept)
        self._shown = ""
        self._key: CodeKey | None = None
        self._language = ElidedLabel(theme, "", "small", "muted", parent=self)
        self._copy = CopyButton(theme, self)
        self._sideways = Sideways(self.surface, self)
        kept.code.ready.connect(self._on_coloured)
        self._document = self._new_document()
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.update()
        else:
            least = min(event.size().height(), event.oldSize().height())
            self.update(0, least - self._look.px(_BELOW), self.width(), self.height())

    @override
    def _grow(self, block: Block, before: Block, /) -> bool:
        piece = block.text[len(before.text) :]
        is_more = block.language == before.language and block.text.startswith(before.text)
        if not is_more or not piece.isascii():
            return False
        end = "\n" if before.text.endswith("\n") else ""  # It was not shown yet.
        more = (end + visible(piece, keep_newlines=True)).removesuffix("\n")
        self.surface.append(more, block.source)
        self._shown += more
        self._copy.offer(self._shown)
        return True

    @override
    def _show(self, block: Block, before: Block | None) -> None:
        self._language.setText(block.language[:60])
        text = _shown(block)
        is_longer = before is not None and not before.is_closed and text.startswith(self._shown)
        more, self._shown = text[len(self._shown) :], text
        self._copy.offer(text)
        if is_longer:
            self.surface.append(more, block.source)
        else:
            self._document = self._new_document()
            self._document.setPlainText(text)
        self.surface.show_document(self._document, block.source, language=block.language)
        self._key = self._wanted_key(block)
        if block.is_closed:
            self.surface.setAccessibleName(text)
            self._colour()

    def _new_document(self) -> SafeDocument:
        document = SafeDocument()
        document.setDefaultFont(self._look.mono)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTabStopDistance(4 * self._theme.metrics("mono").horizontalAdvance(" "))
        document.setDefaultTextOption(option)
        return document

    @override
    def _lay_out(self, width: int) -> int:
        px = self._look.px
        size = self.surface.document.size()
        content = QSize(ceil(size.width()), ceil(size.height()))
        return self._sideways.height_for(width - 2 * px(_EDGE), content) + px(_HEAD) + px(_BELOW)

    @override
    def _arrange(self) -> None:
        px = self._look.px
        copy = self._copy.sizeHint()
        top = max(0, (px(_HEAD) - copy.height()) // 2) + 1
        left = self.width() - px(6) - copy.width()
        self._copy.setGeometry(QRect(left, top, copy.width(), copy.height()))
        self._language.setGeometry(px(_EDGE), 1, max(0, left - 2 * px(_EDGE)), px(_HEAD))
        inner = self.rect().adjusted(px(_EDGE), px(_HEAD), -px(_EDGE), -px(_BELOW))
        self._sideways.setGeometry(inner)
        self._sideways.arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.setBrush(self._theme.color("code_bg"))
        radius = self._theme.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _wanted_key(self, block: Block) -> CodeKey | None:
        is_wanted = block.is_closed and block.language and len(self._shown) <= LONGEST
        return CodeKey(block.language, self._shown) if is_wanted else None

    def _on_coloured(self, key: CodeKey) -> None:
        if key == self._key:
            self._colour()

    def _colour(self) -> None:
        """Colour the lines, if it is known how; the letters stay where they are."""
        lines = self._kept.code.get(self._key) if self._key is not None else None
        if not lines:
            return
        inks = _inks(self._theme.tokens)
        for block, spans in zip(blocks(self._document), lines, strict=False):
            block.layout().setFormats(
                [_range(span.start, span.length, inks[span.ink]) for span in spans]
            )
        self._document.markContentsDirty(0, self._document.characterCount())
        self.surface.update()


def _shown(block: Block) -> str:
    return visible(block.text, keep_newlines=True).removesuffix("\n")


def _inks(tokens: Tokens) -> dict[Ink, QTextCharFormat]:
    found = {
        Ink.KEYWORD: tokens.code_keyword,
        Ink.STRING: tokens.code_string,
        Ink.NUMBER: tokens.code_number,
        Ink.NAME: tokens.code_name,
        Ink.COMMENT: tokens.code_comment,
    }
    return {ink: _inked(colour) for ink, colour in found.items()}


def _inked(colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    return made


def _range(start: int, length: int, ink: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, ink
    return made
