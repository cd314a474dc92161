"""The view for each kind of block, and a block's plain text without any view."""

from typing import assert_never

from desktop.chat.blocks import Block, BlockKind
from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.code import CodeView
from desktop.ui.chat.blocks.copying import whole_text
from desktop.ui.chat.blocks.display import DisplayView
from desktop.ui.chat.blocks.guarding import guard
from desktop.ui.chat.blocks.kept import Kept
from desktop.ui.chat.blocks.prose import ProseView
from desktop.ui.chat.blocks.reading import is_too_wide, marked, read
from desktop.ui.chat.blocks.styling import BlockTone
from desktop.ui.chat.blocks.table import TableView
from desktop.ui.chat.blocks.view import BlockView


def block_view(
    theme: Theme, kind: BlockKind, tone: BlockTone = "text", kept: Kept | None = None
) -> BlockView:
    """Return a view for blocks of that kind; views that share `kept` share what was drawn."""
    kept = kept or Kept()
    match kind:
        case BlockKind.TEXT:
            return ProseView(theme, tone, kept)
        case BlockKind.CODE:
            return CodeView(theme, tone, kept)
        case BlockKind.TABLE:
            return TableView(theme, tone, kept)
        case BlockKind.MATH:
            return DisplayView(theme, tone, kept)
        case _:
            assert_never(kind)


def plain_text(block: Block) -> str:
    """Return what a surface would copy of a whole block."""
    match block.kind:
        case BlockKind.CODE:
            return visible(block.text, keep_newlines=True).removesuffix("\n")
        case BlockKind.MATH:
            return visible(block.source, keep_newlines=True)
        case BlockKind.TABLE if is_too_wide(block.source):
            return visible(block.source, keep_newlines=True)
        case BlockKind.TEXT | BlockKind.TABLE:
            given = marked(block)
            document = read(given)
            guard(document, given)
            return whole_text(document).strip("\n")
        case _:
            assert_never(block.kind)
