"""Every page and every main dialog, by the keyboard alone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from tests.accessibility.furnished import PAGES, closed, dialogs, furnished, on_page, opened
from tests.accessibility.reading import name_of
from tests.accessibility.tabbing import is_seen, shows_focus, tabbed


def unseen_in(top: QWidget, least: int) -> list[str]:
    """Walk round by Tab; name what does not show its focus, or where little is reached."""
    reached = 0
    wrong: list[str] = []
    for part in tabbed(top):
        reached += 1
        what = f"{part.objectName() or type(part).__name__} ({name_of(part)})"
        if not is_seen(part):
            wrong.append(f"not on the screen: {what}")
        elif not shows_focus(part):
            wrong.append(f"no focus to be seen: {what}")
    return wrong if reached >= least else [*wrong, f"only {reached} parts are reached"]


def test_tab_walks_every_page_and_the_focus_is_seen(
    run, theme: Theme, paths: Paths, tmp_path: Path
):
    async def scenario() -> None:
        async with furnished(theme, paths, tmp_path) as shown:
            wrong: list[str] = []
            for page in PAGES:
                window = await on_page(shown, page)
                window.activateWindow()
                shown.program.window.rail_item(page).setFocus(Qt.FocusReason.TabFocusReason)
                wrong += [f"{page}: {one}" for one in unseen_in(window, least=3)]
            assert not wrong, "\n".join(wrong)

    run(scenario())


def test_tab_walks_every_dialog_and_the_focus_is_seen(
    run, theme: Theme, paths: Paths, tmp_path: Path
):
    async def scenario() -> None:
        async with furnished(theme, paths, tmp_path) as shown:
            await on_page(shown, "models")
            wrong: list[str] = []
            for name, do in dialogs(shown):
                dialog = await opened(shown, name, do)
                wrong += [f"{name}: {one}" for one in unseen_in(dialog, least=2)]
                await closed(shown, dialog)
            assert not wrong, "\n".join(wrong)

    run(scenario())
