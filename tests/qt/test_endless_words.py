"""Words without an end: pasted, answered, and deep within lists."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextOption

from desktop.chat.blocks import Block, BlockKind, split
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.kinds import block_view
from desktop.ui.widgets.text_area import TextArea
from desktop.ui.widgets.wrapping import LONGEST_WORD, wrap_mode
from tests.qt.composer_scene import Desk, desk_at

_WORD = "0123456789" * 20_000
"""It takes two seconds where Qt looks for places to break it at, and a tenth where it does not."""
_AT_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


@pytest.fixture
def desk(theme: Theme, run: object) -> Iterator[Desk]:
    with desk_at(theme) as desk:
        yield desk


def test_only_a_text_with_an_endless_word_is_broken_anywhere() -> None:
    assert wrap_mode("word " * LONGEST_WORD) is _AT_WORDS
    assert wrap_mode("向量" * LONGEST_WORD) is _AT_WORDS
    assert wrap_mode("x" * LONGEST_WORD) is _AT_WORDS
    assert wrap_mode(f"a {'x' * (LONGEST_WORD + 1)} b") is QTextOption.WrapMode.WrapAnywhere


def test_the_fields_take_an_endless_word_at_once(theme: Theme, desk: Desk) -> None:
    mime = QMimeData()
    mime.setText(_WORD)
    area = TextArea(theme, "Schema")
    began = time.process_time()
    desk.composer.input.insertFromMimeData(mime)
    area.insertFromMimeData(mime)
    assert desk.composer.input.toPlainText() == area.text == _WORD
    assert time.process_time() - began < 1.5


@pytest.mark.parametrize("before", ["", "".join(f"{'  ' * n}- {n}\n" for n in range(200))])
def test_a_block_with_an_endless_word_is_laid_out_at_once(theme: Theme, before: str) -> None:
    view = block_view(theme, BlockKind.TEXT)
    began = time.process_time()
    view.show_block(Block(BlockKind.TEXT, f"{before}{_WORD}"))
    assert view.height_for(600) > 0
    assert time.process_time() - began < 1.5


def test_an_endless_word_is_cut_into_blocks() -> None:
    encoded = "Zm9vYmFy0123" * 10_000
    blocks = split(encoded)
    assert "".join(block.source for block in blocks) == encoded
    assert max(len(block.source) for block in blocks) < 15_000
    assert all(block.continues for block in blocks[1:])
