"""What is copied out of blocks, as plain text and as markdown."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from desktop.chat.blocks import Block, BlockKind, split
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.copying import fenced
from desktop.ui.chat.blocks.kinds import block_view, plain_text
from desktop.ui.chat.blocks.surface import Surface


def _surface(theme: Theme, text: str, kind: BlockKind = BlockKind.TEXT) -> Surface:
    view = block_view(theme, kind)
    view.show_block(Block(kind, text))
    view.resize(400, view.height_for(400))
    view.surface.setParent(None)
    view.surface.resize(400, 200)
    return view.surface


def test_a_list_is_copied_with_its_marks(theme: Theme) -> None:
    text = "- a\n  - b\n\n1. one\n2. two\n\n- [ ] to do\n- [x] done"
    found = [plain_text(block) for block in split(text)]
    assert "\n".join(found) == "- a\n  - b\n1. one\n2. two\n☐ to do\n☑ done"


def test_a_table_s_cells_are_divided_by_tabs() -> None:
    table = Block(BlockKind.TABLE, "| a | b |\n|---|---|\n| *c* | d |")
    assert plain_text(table) == "a\tb\nc\td"


def test_a_part_begins_and_ends_in_the_middle_of_words(theme: Theme) -> None:
    surface = _surface(theme, "one 😀 two\n\nthree")
    surface.select(4, 8)
    assert surface.selected_text() == "😀 t"
    surface.select(8, 14)
    assert surface.selected_text() == "wo\nthr"


def test_all_of_a_block_is_copied_as_it_was_written(theme: Theme) -> None:
    source = "__bold__ and `code`"
    surface = _surface(theme, source)
    surface.select(0, surface.length)
    assert surface.selected_markdown() == source
    assert surface.selected_text() == "bold and code"


def test_a_part_is_copied_as_markdown_that_means_the_same(theme: Theme) -> None:
    surface = _surface(theme, "see **bold** and `code`, [l](https://b.example) end")
    surface.select(4, surface.length - 4)
    assert surface.selected_markdown() == ("**bold** and `code`, [l](https://b.example)")


def test_nothing_selected_is_nothing_copied(theme: Theme) -> None:
    surface = _surface(theme, "words")
    assert (surface.selected_text(), surface.selected_markdown()) == ("", "")


def test_a_blocked_picture_is_copied_as_words(theme: Theme) -> None:
    surface = _surface(theme, "a ![cat](https://b.example/x.png?secret) b")
    surface.select(0, surface.length - 1)
    assert surface.selected_text() == "a cat [Image blocked: b.example] "
    assert "![" not in surface.selected_markdown()
    assert "secret" not in surface.selected_markdown()


def test_a_place_is_found_under_the_pointer(theme: Theme) -> None:
    surface = _surface(theme, "one two three")
    assert surface.position_at(QPoint(0, 5)) == 0
    assert surface.position_at(QPoint(390, 5)) == surface.length
    middle = theme.metrics("body").horizontalAdvance("one t")
    surface.select(*surface.word_at(QPoint(middle, 8)))
    assert surface.selected_text() == "two"
    surface.select(*surface.paragraph_at(QPoint(middle, 8)))
    assert surface.selected_text() == "one two three"


def test_a_part_of_code_is_copied_between_fences(theme: Theme) -> None:
    view = block_view(theme, BlockKind.CODE)
    view.show_block(Block(BlockKind.CODE, "```c\na * b\nc\n```", "a * b\nc", "c", is_closed=False))
    view.surface.select(0, 5)
    assert view.surface.selected_markdown() == "```c\na * b\n```"


@pytest.mark.parametrize(("code", "fence"), [("a", "```"), ("```", "````"), ("x ````` y", "`" * 6)])
def test_a_fence_is_longer_than_any_in_the_code(code: str, fence: str) -> None:
    assert fenced(code, "py") == f"{fence}py\n{code}\n{fence}"


def test_the_copy_button_gives_text_and_nothing_else(theme: Theme) -> None:
    view = block_view(theme, BlockKind.CODE)
    code = "<img src='http://b.example/x.png'>\n![x](http://b.example)\u202e"
    view.show_block(Block(BlockKind.CODE, fenced(code, "html"), code, is_closed=False))
    button = view.findChild(QPushButton)
    assert button is not None
    button.click()
    given = QGuiApplication.clipboard().mimeData()
    assert given.formats() == ["text/plain"]
    assert given.text() == code.replace("\u202e", "‹U+202E›")


def test_a_task_that_is_done_has_a_tick_and_is_copied_as_done(theme: Theme) -> None:
    surface = _surface(theme, "- [x] done\n- [ ] to do\n- plain")
    assert [getattr(mark, "is_ticked", None) for mark in surface.ornaments] == [True, False, None]
    surface.select(1, surface.length)
    assert surface.selected_markdown() == "- [x] one\n- [ ] to do\n- plain"
