"""Formulas: drawn in a thread, on the line's baseline, and their source wherever that fails."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage

from desktop.chat.blocks import Block, BlockKind
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.formulas import Drawing, FormulaKey, draw, measured
from desktop.ui.chat.blocks.guarding import OBJECT
from desktop.ui.chat.blocks.kept import Kept
from desktop.ui.chat.blocks.kinds import block_view
from tests.clock import until

Run = Callable[[Coroutine[Any, Any, None]], None]


def drawn(latex: str) -> Drawing:
    return draw(FormulaKey(latex, False, 16, "#123456"))


def test_a_formula_has_a_baseline_and_the_theme_s_colour() -> None:
    letter, fraction = drawn("x"), drawn(r"\frac{a}{b}")
    assert letter.descent < 2 < fraction.descent < fraction.ascent
    assert "#123456" in letter.svg


@pytest.mark.parametrize("latex", ["", "  ", "\\\\", "x" * 3000])
def test_what_is_no_formula_has_no_picture(latex: str) -> None:
    assert not drawn(latex)


@pytest.mark.parametrize(
    "latex",
    [r"\includegraphics{/etc/passwd}", r"\input{/etc/passwd}", r"\href{http://b.example}{x}",
     r"\color{url(http://b.example)} x", '"><image href="http://b.example/x"/>'],
)  # fmt: skip
def test_a_picture_refers_to_nothing(latex: str) -> None:
    svg = drawn(latex).svg
    assert "href=" not in svg
    assert "url(" not in svg
    assert "<image" not in svg


@pytest.mark.parametrize("shape", ["<image href='x'/>", "<use href='x'/>", "<style>x</style>"])
def test_a_picture_with_more_than_shapes_is_not_shown(shape: str) -> None:
    svg = f'<svg viewBox="0 -9 9 9">{shape}</svg>'
    assert not measured(svg)
    assert measured(svg.replace(shape, "<path d='M 0 0'/>"))


def test_a_line_s_formulas_are_shown_once_they_are_drawn(theme: Theme, run: Run) -> None:
    async def check() -> None:
        kept = Kept()
        view = block_view(theme, BlockKind.TEXT, kept=kept)
        grown: list[int] = []
        view.show_block(Block(BlockKind.TEXT, r"so $\frac{a}{b}$ and $\frac{a$ is"))
        view.grew.connect(lambda: grown.append(view.height_for(300)))
        height = view.height_for(300)
        assert view.surface.document.toPlainText() == r"so $\frac{a}{b}$ and $\frac{a$ is"
        await until(lambda: not kept.formulas.aside.is_busy)
        assert view.surface.document.toPlainText() == rf"so {OBJECT} and $\frac{{a$ is"
        assert grown[-1] > height
        view.surface.select(0, view.surface.length)
        assert view.surface.selected_text() == r"so $\frac{a}{b}$ and $\frac{a$ is"
        view.surface.select(1, view.surface.length)
        assert view.surface.selected_markdown() == r"o $\frac{a}{b}$ and $\frac{a$ is"
        view.resize(300, view.height_for(300))
        x = theme.metrics("body").horizontalAdvance("so ") + 4
        assert view.surface.tip_at(QPoint(x, 14)) == r"$\frac{a}{b}$"
        assert not view.grab().isNull()
        view.deleteLater()  # Kept by what listens to it, it would follow themes without a loop.

    run(check())


def test_a_displayed_formula_is_a_picture_and_its_source_is_copied(theme: Theme, run: Run) -> None:
    async def check() -> None:
        kept = Kept()
        view = block_view(theme, BlockKind.MATH, kept=kept)
        view.show_block(Block(BlockKind.MATH, "$$\nx^2\n$$", "x^2"))
        assert view.surface.document.toPlainText() == "$$\nx^2\n$$"
        await until(lambda: not kept.formulas.aside.is_busy)
        assert view.surface.document.toPlainText() == OBJECT
        view.surface.select(0, 1)
        assert view.surface.selected_text() == "$$\nx^2\n$$"
        view.resize(300, view.height_for(300))
        assert not view.grab().isNull()
        view.deleteLater()  # Kept by what listens to it, it would follow themes without a loop.

    run(check())


@pytest.mark.parametrize("words", ["2", "2 and a tall $\\displaystyle\\sum_{i=1}^{n} i$"])
def test_a_formula_stands_on_the_line_of_the_words_beside_it(
    theme: Theme, run: Run, words: str
) -> None:
    async def check() -> None:
        kept = Kept()
        view = block_view(theme, BlockKind.TEXT, kept=kept)
        view.show_block(Block(BlockKind.TEXT, f"$2$ {words}"))
        view.height_for(300)
        await until(lambda: not kept.formulas.aside.is_busy)
        view.resize(300, view.height_for(300))
        half = theme.metrics("body").horizontalAdvance("2 ")
        image = view.grab().toImage()
        ground = image.pixelColor(299, 0)
        lowest = [
            max(y for y in range(image.height()) for x in columns if _is_ink(image, x, y, ground))
            for columns in (range(half), range(half + 1, half + 8))
        ]
        assert lowest[0] == pytest.approx(lowest[1], abs=1)
        view.deleteLater()

    run(check())


def test_a_root_leaves_the_lines_where_they_are(theme: Theme, run: Run) -> None:
    async def check() -> None:
        kept = Kept()
        heights: list[int] = []
        for root in ("n", r"$\sqrt{n}$ and $p$"):
            view = block_view(theme, BlockKind.TEXT, kept=kept)
            view.show_block(Block(BlockKind.TEXT, f"The line has {root} in it"))
            view.height_for(400)
            await until(lambda: not kept.formulas.aside.is_busy)
            heights.append(view.height_for(400))
            view.deleteLater()
        assert heights[1] - heights[0] <= 3

    run(check())


@pytest.mark.parametrize(
    ("name", "arrow"),
    [("implies", "Longrightarrow"), ("impliedby", "Longleftarrow"), ("iff", "Longleftrightarrow")],
)
def test_an_arrow_between_statements_has_room(name: str, arrow: str) -> None:
    assert drawn(rf"A \{name} B").width > drawn(rf"A \{arrow} B").width + 8


def _is_ink(image: QImage, x: int, y: int, ground: QColor) -> bool:
    return abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 90
