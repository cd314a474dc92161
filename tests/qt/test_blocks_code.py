"""Code: appended while it grows, coloured in a thread once it is whole, never wrapped."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollBar

from desktop.chat.blocks import Block, BlockKind
from desktop.ui.bridge.theme import Theme, ThemeMode
from desktop.ui.chat.blocks.code import CodeView
from desktop.ui.chat.blocks.colouring import CodeKey, Ink, colour
from desktop.ui.chat.blocks.kept import Kept
from desktop.ui.chat.blocks.sideways import Sideways
from desktop.ui.chat.blocks.walking import blocks
from tests.clock import until

Run = Callable[[Coroutine[Any, Any, None]], None]


def code(text: str, language: str = "", *, is_closed: bool = True) -> Block:
    return Block(BlockKind.CODE, f"```{language}\n{text}\n```", text, language, is_closed)


def inks(text: str, language: str) -> list[tuple[str, Ink]]:
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    return [
        (
            lines[number][2 * span.start : 2 * (span.start + span.length)].decode("utf-16-le"),
            span.ink,
        )
        for number, spans in enumerate(colour(CodeKey(language, text)))
        for span in spans
    ]


def test_parts_of_code_are_told_apart() -> None:
    found = inks('async def get(n=5):  # 😀\n    return sleep(n, "😀x", 2.5)', "python")
    assert ("get", Ink.NAME) in found
    assert ("sleep", Ink.NAME) in found
    assert ("return", Ink.KEYWORD) in found
    assert ("5", Ink.NUMBER) in found
    assert ("2.5", Ink.NUMBER) in found
    assert ("# 😀", Ink.COMMENT) in found
    assert ("😀x", Ink.STRING) in found


@pytest.mark.parametrize("language", ["", "no-such-language", "../../etc/passwd", "text"])
def test_a_language_nobody_knows_is_not_guessed(language: str) -> None:
    assert not any(colour(CodeKey(language, "def f(): return 1")))


def test_very_long_code_stays_plain() -> None:
    assert colour(CodeKey("python", "x = 1\n" * 10_000)) == ()


def test_code_that_grows_is_appended_to(theme: Theme) -> None:
    view = CodeView(theme, "text", Kept())
    view.show_block(code("def f(", is_closed=False))
    document = view.surface.document
    view.show_block(code("def f(a):\n  pass", is_closed=False))
    assert view.surface.document is document
    assert document.toPlainText() == "def f(a):\n  pass"
    view.show_block(code("other", is_closed=False))
    assert view.surface.document.toPlainText() == "other"


def coloured(document: QTextDocument) -> set[str]:
    return {
        part.format.foreground().color().name().upper()
        for block in blocks(document)
        for part in block.layout().formats()
    }


def test_closed_code_is_coloured_and_follows_the_theme(theme: Theme, run: Run) -> None:
    async def check() -> None:
        kept = Kept()
        view = CodeView(theme, "text", kept)
        view.show_block(code("def f(): return 1", "python"))
        assert coloured(view.surface.document) == set()
        await until(lambda: not kept.code.is_busy)
        light = {theme.tokens.code_keyword, theme.tokens.code_name, theme.tokens.code_number}
        assert coloured(view.surface.document) == light
        theme.set_mode(ThemeMode.DARK)
        assert theme.tokens.code_keyword in coloured(view.surface.document)
        again = CodeView(theme, "text", kept)
        again.show_block(code("def f(): return 1", "python"))
        assert theme.tokens.code_keyword in coloured(again.surface.document)

    run(check())


def _turn(view: CodeView, turned: QPoint, keys: Qt.KeyboardModifier) -> bool:
    event = QWheelEvent(
        QPointF(20, 60), view.mapToGlobal(QPointF(20, 60)), QPoint(), turned,
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    sideways = view.findChild(Sideways)
    assert sideways is not None
    QApplication.sendEvent(sideways, event)  # Qt passes on only what its own devices send.
    return event.isAccepted()


def test_wide_code_scrolls_sideways_and_leaves_the_page_its_wheel(theme: Theme) -> None:
    view = CodeView(theme, "text", Kept())
    view.show_block(code("x" * 400, is_closed=False))
    view.resize(300, view.height_for(300))
    view.show()
    bar = view.findChild(QScrollBar)
    assert bar is not None
    assert bar.maximum() > 300
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    assert not _turn(view, QPoint(0, -120), none)
    assert bar.value() == 0
    assert _turn(view, QPoint(0, -120), shift)
    assert _turn(view, QPoint(-120, 0), none)
    assert bar.value() == 120
    view.close()
