"""Every page and every main dialog, as a screen reader and a pointer meet them."""

from pathlib import Path

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from tests.accessibility.furnished import PAGES, closed, dialogs, furnished, on_page, opened
from tests.accessibility.reading import (
    hidden_from_tab,
    interface,
    name_of,
    nameless,
    said_of,
    small_targets,
    wordless_rows,
)


def wrong_with(top: QWidget) -> list[str]:
    return [
        *(f"no name: {one}" for one in nameless(top)),
        *(f"no words: {one}" for one in wordless_rows(top)),
        *(f"too small: {one}" for one in small_targets(top)),
        *(f"not reached: {one}" for one in hidden_from_tab(top)),
    ]


def test_every_page_can_be_read_and_hit(run, theme: Theme, paths: Paths, tmp_path: Path):
    async def scenario() -> None:
        async with furnished(theme, paths, tmp_path) as shown:
            wrong: list[str] = []
            for page in PAGES:
                wrong += [f"{page}: {one}" for one in wrong_with(await on_page(shown, page))]
            assert not wrong, "\n".join(wrong)

    run(scenario())


def test_every_dialog_can_be_read_and_hit_and_left(run, theme: Theme, paths: Paths, tmp_path: Path):
    async def scenario() -> None:
        async with furnished(theme, paths, tmp_path) as shown:
            await on_page(shown, "models")
            wrong: list[str] = []
            for name, do in dialogs(shown):
                dialog = await opened(shown, name, do)
                wrong += [f"{name}: {one}" for one in wrong_with(dialog)]
                assert dialog.windowTitle(), name
                await closed(shown, dialog)
            assert not wrong, "\n".join(wrong)

    run(scenario())


def test_a_row_of_the_models_reads_as_a_sentence(run, theme: Theme, paths: Paths, tmp_path: Path):
    async def scenario() -> None:
        async with furnished(theme, paths, tmp_path) as shown:
            await on_page(shown, "models")
            table = shown.program.models.table
            assert " on " in said_of(table, 0)
            assert said_of(table, 0).count(", ") >= 2
            assert name_of(table)
            assert interface(table).role() is QAccessible.Role.Table

    run(scenario())


def test_the_rail_says_which_page_is_chosen(run, theme: Theme, paths: Paths, tmp_path: Path):
    async def scenario() -> None:
        async with furnished(theme, paths, tmp_path) as shown:
            for page in ("models", "hosts", "jobs"):
                window = await on_page(shown, page)
                item = shown.program.window.rail_item(page)
                told = interface(item)
                assert told.role() is QAccessible.Role.RadioButton
                assert told.state().checked
                item.setFocus()
                assert interface(item).state().focused
                assert name_of(item)
                assert name_of(window)

    run(scenario())
