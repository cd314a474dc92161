"""Text blocks: what is made of markdown, and what must not be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlock

from desktop.chat.blocks import Block, BlockKind, Splitter, split
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.kept import Kept
from desktop.ui.chat.blocks.kinds import block_view, plain_text
from desktop.ui.chat.blocks.view import BlockView
from desktop.ui.chat.blocks.walking import blocks
from tests.qt.block_shape import lines, shape

TABLE = "| a | b |\n|:--|--:|\n| `x` | **y** |\n| [z](http://z.example) | ü |"
CORPUS = (
    "Words *slanted*, **bold** and `code`,\nand a [link](https://example.org).\n\n"
    "# Heading\n\n- one\n- two\n  - deeper\n\n    with a paragraph\n- three\n\n"
    "> quote\n> > nested\n>\n> - in a list\n\n1. first\n2. second\n\n   more\n\n- [ ] to do\n"
    "- [x] done\n\n" + TABLE + "\n\n```python\ndef f():\n    return 1\n```\n\nLast 向量 words 😀.\n"
)


def baseline(block: QTextBlock) -> float:
    """Return where the letters of a block's first line stand."""
    line = block.layout().lineAt(0)
    return block.layout().position().y() + line.y() + line.ascent()


def block_left(block: QTextBlock) -> float:
    return block.layout().position().x() + block.layout().lineAt(0).naturalTextRect().left()


def view_of(theme: Theme, text: str, kind: BlockKind = BlockKind.TEXT) -> BlockView:
    view = block_view(theme, kind)
    view.show_block(Block(kind, text))
    return view


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# One *two*", ["# **One *****two***"]),
        ("a **b** `c`", ["a **b** `c`"]),
        ("- a\n  - b\n- c", ["- a", "  - b", "- c"]),
        ("> a\n> b\n\n> c", ["> a b", "> c"]),
        ("[a](https://b.example/c)", ["[a](https://b.example/c)"]),
        ("[a](javascript:alert(1))", ["a (javascript:alert(1))"]),
        ("[a **b**](file:///etc/x)", ["a **b (file:///etc/x)**"]),
        ("<https://b.example> www.c.example",
         ["[https://b.example](https://b.example) [www.c.example](http://www.c.example)"]),
        ("![cat](http://b.example/x.png)", ["cat [Image blocked: b.example]"]),
        ("![](file:///etc/passwd)", ["[Image blocked: a file on this computer]"]),
        ("![](data:image/png;base64,AAAA)", ["[Image blocked: data in the text]"]),
        ("![](//share/x.png)", ["[Image blocked: the share //share/x.png]"]),
        ("![](http://bücher.example/x)", ["[Image blocked: xn--bcher-kva.example]"]),
        ("[![a](http://c.example)](https://b.example)", ["a [Image blocked: c.example]"]),
        ("<b>raw</b> <img src=x>", ["<b>raw</b> <img src=x>"]),
        ("a\u202eb &#x202e; &#xFFFC;", ["a‹U+202E›b ‹U+202E› ‹U+FFFC›"]),
        ("`![](x)` ![a $x=1$](y)", ["`![](x)` a $x=1$ [Image blocked: y]"]),
        ("`a\u200bb`", ["`a‹U+200B›b`"]),
        ("costs $5 and $6", ["costs $5 and $6"]),
    ],
)  # fmt: skip
def test_markdown_becomes(theme: Theme, markdown: str, expected: list[str]) -> None:
    prepared = [block for block in split(markdown) if block.kind is BlockKind.TEXT]
    kept = Kept()
    found: list[str] = []
    for block in prepared:
        view = block_view(theme, block.kind, kept=kept)
        view.show_block(block)
        found += lines(view.surface.document)
    assert found == expected


def test_a_definition_that_stands_elsewhere_is_used(theme: Theme) -> None:
    block = Block(BlockKind.TEXT, "see [here]", definitions="[here]: https://b.example")
    view = block_view(theme, BlockKind.TEXT)
    view.show_block(block)
    assert lines(view.surface.document) == ["see [here](https://b.example)"]


def test_a_table_s_header_is_aligned_as_its_column(theme: Theme) -> None:
    document = view_of(theme, TABLE, BlockKind.TABLE).surface.document
    rows = [row for row in shape(document) if row[7]]
    assert [row[4] for row in rows] == [129, 130, 129, 130, 129, 130]


def test_a_table_of_very_many_columns_stays_text(theme: Theme) -> None:
    source = "|a" * 200 + "|\n" + "|-" * 200 + "|"
    view = view_of(theme, source, BlockKind.TABLE)
    assert view.surface.document.toPlainText() == source
    assert view.height_for(300) > 0


def test_letters_of_every_font_stand_on_one_line_in_a_table_s_row(theme: Theme) -> None:
    view = view_of(theme, "| a | 向量 |\n|---|---|\n| one | 向量 `x` |", BlockKind.TABLE)
    view.resize(400, view.height_for(400))
    found = [block for block in blocks(view.surface.document) if block.text()]
    assert len({round(block.layout().lineAt(0).ascent(), 1) for block in found}) > 1
    lines_at = [baseline(block) - block.layout().position().y() for block in found]
    assert lines_at == pytest.approx([lines_at[0]] * 4, abs=0.1)


def test_what_stands_before_items_is_on_their_lines_and_begins_at_one_edge(theme: Theme) -> None:
    view = view_of(theme, "- one\n- [ ] two `x`\n- 向量\n\n7. seven")
    view.resize(400, view.height_for(400))
    found = [block for block in blocks(view.surface.document) if block.text()]
    bullet, box, _, number = (mark.place for mark in view.surface.ornaments)
    assert bullet.left() == box.left() > 0
    assert box.right() + 3 < block_left(found[1])
    assert number.bottom() == pytest.approx(baseline(found[3]))
    assert number.right() + 3 < block_left(found[3])
    assert bullet.bottom() < baseline(found[0]) < bullet.bottom() + 8


def test_a_list_that_grows_keeps_the_marks_it_has(theme: Theme) -> None:
    view = block_view(theme, BlockKind.TEXT)
    view.show_block(Block(BlockKind.TEXT, "- one\n- two words", is_closed=False))
    view.height_for(400)
    before = view.surface.ornaments
    view.show_block(Block(BlockKind.TEXT, "- one\n- two words more", is_closed=False))
    view.height_for(400)
    assert view.surface.ornaments is before
    view.height_for(300)
    assert view.surface.ornaments is not before


def test_a_wider_column_is_not_higher(theme: Theme) -> None:
    view = view_of(theme, "many words " * 40)
    assert view.height_for(300) > view.height_for(700) == view.height_for(700)


def test_a_switch_of_theme_is_painted_anew(theme: Theme) -> None:
    view = view_of(theme, "a [link](https://b.example)")
    view.height_for(300)
    before = view.surface.document
    theme.changed.emit()
    assert view.surface.document is not before
    assert shape(view.surface.document) == shape(before)


@settings(max_examples=25, deadline=None)
@given(cuts=st.lists(st.integers(1, 60), min_size=1, max_size=30))
def test_a_growing_answer_ends_as_if_shown_at_once(theme_for_all: Theme, cuts: list[int]) -> None:
    theme, kept = theme_for_all, Kept()
    splitter, views = Splitter(), list[BlockView]()
    kinds: list[BlockKind] = []
    at = step = 0
    while at < len(CORPUS):
        size = cuts[step % len(cuts)]
        splitter.feed(CORPUS[at : at + size])
        at, step = at + size, step + 1
        _show(theme, kept, splitter, views, kinds)
    splitter.finish()
    _show(theme, kept, splitter, views, kinds)
    assert [shape(view.surface.document) for view in views] == _at_once(theme, kept)


@pytest.fixture(scope="module")
def theme_for_all(_theme: Theme) -> Theme:
    return _theme


def _at_once(theme: Theme, kept: Kept) -> list[object]:
    found: list[object] = []
    for block in split(CORPUS):
        view = block_view(theme, block.kind, kept=kept)
        view.show_block(_plain(block))
        found.append(shape(view.surface.document))
    return found


def _show(
    theme: Theme, kept: Kept, splitter: Splitter, views: list[BlockView], kinds: list[BlockKind]
) -> None:
    """Show what there is as the transcript does: a view a block, another one for another kind."""
    blocks = [*splitter.closed, *([splitter.open] if splitter.open else [])]
    del views[len(blocks) :], kinds[len(blocks) :]
    for place, block in enumerate(blocks):
        if place == len(views) or kinds[place] is not block.kind:
            del views[place:], kinds[place:]
            views.append(block_view(theme, block.kind, kept=kept))
            kinds.append(block.kind)
        views[place].show_block(_plain(block))


def _plain(block: Block) -> Block:
    """Leave out the language, so that no thread is needed to colour code."""
    if block.kind is not BlockKind.CODE:
        return block
    return Block(block.kind, block.source, block.text, "", block.is_closed)


def test_plain_text_is_what_a_surface_copies(theme: Theme) -> None:
    for block in split(CORPUS):
        view = block_view(theme, block.kind)
        view.show_block(_plain(block))
        view.surface.select(0, view.surface.length)
        assert plain_text(block) == view.surface.selected_text()
