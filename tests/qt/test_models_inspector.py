from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.ui.bridge.theme import Theme
from desktop.ui.models.facts import FactList
from desktop.ui.models.inspector import WIDTH, Part
from desktop.ui.models.long_text import LongText
from tests.clock import until
from tests.qt.models_window import Shown, models_window

Run = Callable[[Coroutine[Any, Any, Any]], Any]
Scene = Callable[[Shown], Coroutine[Any, Any, None]]


def play(run: Run, theme: Theme, folder: Path, scene: Scene) -> None:
    """Open the window over the tower's library, and let the scene happen in it."""

    async def main() -> None:
        async with models_window(theme, folder) as shown:
            shown.window.resize(1440, 900)
            await shown.wait("tower")
            await scene(shown)

    run(main())


def cards_asked(shown: Shown) -> int:
    return sum("/api/show" in request for request in shown.servers["tower"].requests)


def texts(facts: FactList) -> list[str]:
    model = facts.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


async def open_part(shown: Shown, name: str, part: Part) -> None:
    shown.choose(name)
    shown.page.inspector.tabs.choose(part)
    await until(lambda: shown.page.cards.card is not None)


def test_rows_that_are_passed_by_are_not_asked_about(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        before = cards_asked(shown)
        shown.choose("gpt-oss:20b")
        for _ in range(6):
            QTest.keyClick(shown.page.table, Qt.Key.Key_Down)
        await until(lambda: shown.page.cards.card is not None)
        assert cards_asked(shown) - before == 1

    play(run, theme, tmp_path, scene)


def test_the_template_and_the_modelfile_are_shown_and_copied(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Shown) -> None:
        await open_part(shown, "qwen2.5:14b", Part.MODELFILE)
        section = shown.page.inspector.texts[Part.MODELFILE]
        await until(lambda: section.text.is_whole and section.text.text)
        assert section.text.toPlainText() == section.text.text
        section.copy.click()
        assert QGuiApplication.clipboard().text() == section.text.text

    play(run, theme, tmp_path, scene)


def test_what_a_model_does_not_have_is_said(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        await open_part(shown, "qwen2.5:14b", Part.SYSTEM)
        section = shown.page.inspector.texts[Part.SYSTEM]
        await until(lambda: section.says == "It has no system prompt.")
        assert not section.text.isVisible()

    play(run, theme, tmp_path, scene)


def test_metadata_is_searched_by_several_words(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        await open_part(shown, "qwen2.5:14b", Part.METADATA)
        metadata = shown.page.inspector.metadata
        await until(lambda: len(texts(metadata.list)) > 5)
        metadata.search.setText("LENGTH context")
        assert [text.partition(":")[0] for text in texts(metadata.list)] == ["qwen2.context_length"]

    play(run, theme, tmp_path, scene)


def test_the_tokenizers_lists_come_on_request_alone(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        await open_part(shown, "qwen2.5:14b", Part.METADATA)
        metadata = shown.page.inspector.metadata
        await until(metadata.more.isVisible)
        metadata.search.setText("tokenizer.ggml.tokens")
        assert texts(metadata.list) == ["tokenizer.ggml.tokens: not sent"]
        metadata.more.click()
        await until(lambda: "entries" in "".join(texts(metadata.list)))
        metadata.list.setFocus()
        metadata.list.setCurrentIndex(metadata.list.model().index(0, 0))
        QTest.keyClick(metadata.list, Qt.Key.Key_Return)
        assert texts(metadata.list)[0].startswith("0: ")

    play(run, theme, tmp_path, scene)


def test_a_card_that_cannot_be_read_says_why_and_is_read_again(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Shown) -> None:
        await shown.servers["tower"].stop()
        shown.choose("qwen2.5:14b")
        await until(shown.page.inspector.notice.isVisible)
        await shown.servers["tower"].start()
        shown.page.inspector.notice.retry.click()
        await until(lambda: shown.page.cards.card is not None)
        assert not shown.page.inspector.notice.isVisible()

    play(run, theme, tmp_path, scene)


def test_in_a_narrower_window_space_opens_it_and_escape_closes_it(
    run: Run, theme: Theme, tmp_path: Path
):
    async def scene(shown: Shown) -> None:
        shown.window.resize(theme.px(1280), theme.px(800))
        await until(lambda: shown.page.place.is_overlay)
        assert not shown.page.inspector.isVisible()
        shown.choose("qwen2.5:14b")
        shown.page.table.setFocus()
        QTest.keyClick(shown.page.table, Qt.Key.Key_Space)
        await until(shown.page.inspector.isVisible)
        QTest.keyClick(shown.page.inspector, Qt.Key.Key_Escape)
        assert not shown.page.inspector.isVisible()
        assert shown.page.table.hasFocus()

    play(run, theme, tmp_path, scene)


def test_a_long_text_is_put_in_a_piece_at_a_time(theme: Theme, qtbot):
    text = "A line of a licence, with \u202e in it.\n" * 60_000
    view = LongText(theme, "Licence")
    qtbot.addWidget(view)
    view.show_text(text)
    assert not view.is_whole
    qtbot.waitUntil(lambda: view.is_whole, timeout=20_000)
    assert view.document().blockCount() == 60_001
    assert "\u202e" not in view.toPlainText()
    assert view.text == text


def test_a_line_without_an_end_is_broken_on_screen_and_whole_in_a_copy(theme: Theme, qtbot):
    view = LongText(theme, "System prompt")
    qtbot.addWidget(view)
    view.show_text("word " * 20_000)
    qtbot.waitUntil(lambda: view.is_whole, timeout=20_000)
    assert view.document().blockCount() > 10
    assert view.text == "word " * 20_000


def test_the_inspector_has_three_buttons_side_by_side(run: Run, theme: Theme, tmp_path: Path):
    async def scene(shown: Shown) -> None:
        header = shown.page.inspector.header
        shown.page.inspector.setMinimumWidth(theme.px(WIDTH - 1))
        for name, loading in (("qwen2.5:14b", header.unload), ("qwq:32b", header.load)):
            shown.choose(name)
            await until(lambda here=loading: here.isVisible() and header.customise.isVisible())
            assert header.chat.isVisible()

    play(run, theme, tmp_path, scene)
