"""What every view of a block has: a surface, a height for a width, links that are asked for."""

from abc import abstractmethod

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.chat.blocks import Block
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.copying import whole_text
from desktop.ui.chat.blocks.formulas import FormulaKey, FormulaObject
from desktop.ui.chat.blocks.kept import Kept
from desktop.ui.chat.blocks.reading import SafeDocument
from desktop.ui.chat.blocks.styling import BlockTone, text_style
from desktop.ui.chat.blocks.surface import Surface


class BlockView(QWidget):
    """Shows one block. `link_wanted` is asked about before anything is opened (`LinkQuestion`).

    `grew` says that the height changed by itself: a formula was drawn, or the
    theme has changed. Nothing in a block can load anything from anywhere.
    """

    link_wanted = Signal(str)
    grew = Signal()

    def __init__(self, theme: Theme, tone: BlockTone, kept: Kept) -> None:
        super().__init__()
        self._theme = theme
        self._tone: BlockTone = tone
        self._kept = kept
        self._look = text_style(theme, tone)
        self._block: Block | None = None
        self._awaited: set[FormulaKey] = set()
        self._laid_width = -1
        self._height = -1
        self.surface = Surface(theme, self)
        self.surface.link_wanted.connect(self.link_wanted)
        kept.formulas.aside.ready.connect(self._on_drawn)
        theme.changed.connect(self._on_theme_changed)

    def show_block(self, block: Block) -> None:
        """Show a block; one that only grew costs what has come, as far as its kind allows."""
        if block != self._block and not self.grow(block):
            before, self._block = self._block, block
            self._show(block, before)
            self._height = -1

    def grow(self, block: Block) -> bool:
        """Show a block if that only puts words at the end of what is shown; else do nothing."""
        before = self._block
        if before is None or before.is_closed or block.is_closed or not self._grow(block, before):
            return False
        self._block, self._height = block, -1
        return True

    def height_for(self, width: int) -> int:
        """Return the height at a width, in pixels; asked for again it costs nothing."""
        if self._height < 0 or self._laid_width != width:
            self._laid_width = width
            self._height = self._lay_out(width)
            if (width, self._height) == (self.width(), self.height()):
                self._arrange()  # Of another size it will be told so, and arranges itself then.
        return self._height

    @abstractmethod
    def _show(self, block: Block, before: Block | None) -> None:
        """Show a block where `before` was shown so far."""

    def _grow(self, _block: Block, _before: Block, /) -> bool:
        """Put what is new at the end, if nothing else has changed."""
        return False

    @abstractmethod
    def _lay_out(self, width: int) -> int:
        """Lay out what is shown and return its height."""

    @abstractmethod
    def _arrange(self) -> None:
        """Put the parts where they belong; the layout is that of the width of the moment."""

    def _formula_object(self) -> FormulaObject:
        look = self._look
        return FormulaObject(self._kept.formulas, look.formula_size, look.text.name())

    def _put(self, document: SafeDocument, block: Block) -> None:
        ink = "text" if self._tone == "text" else "muted"
        self.surface.show_document(document, block.source, ink)
        if block.is_closed:
            self.surface.note_links()
            self.surface.setAccessibleName(whole_text(document))

    def _show_again(self) -> None:
        if self._block is None:
            return
        before = self._height
        self._show(self._block, None)
        self._height = -1
        if self._laid_width >= 0 and self.height_for(self._laid_width) != before:
            self.grew.emit()

    def _on_drawn(self, key: FormulaKey) -> None:
        if key in self._awaited:
            self._show_again()

    def _on_theme_changed(self) -> None:
        self._look = text_style(self._theme, self._tone)
        self._show_again()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.height_for(self.width())
        self._arrange()
