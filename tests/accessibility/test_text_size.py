"""Text at 150 and 200 %, in a window of 1440 × 900: nothing is cut off, and all of it fits."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFrame, QScrollArea

from desktop.storage.paths import Paths
from desktop.tour.measuring import cut_off
from desktop.ui.bridge.theme import Theme
from tests.accessibility.furnished import PAGES, closed, dialogs, furnished, on_page, opened

WIDE, HIGH = 1440, 900


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_larger_text_is_whole_and_fits(
    run, theme: Theme, paths: Paths, tmp_path: Path, scale: float
):
    async def scenario() -> None:
        theme.set_text_scale(scale)
        async with furnished(theme, paths, tmp_path) as shown:
            window = shown.program.window
            window.resize(WIDE, HIGH)
            wrong: list[str] = []
            for page in PAGES:
                wrong += [f"{page}: {one}" for one in cut_off(await on_page(shown, page))]
                sheet = window.findChild(QFrame, "sheet")
                assert sheet is not None
                area = sheet.findChild(QScrollArea)
                assert area is not None
                if area.horizontalScrollBar().maximum():
                    wrong.append(f"{page}: the sheet scrolls sideways")
            await on_page(shown, "models")
            for name, do in dialogs(shown):
                dialog = await opened(shown, name, do)
                wrong += [f"{name}: {one}" for one in cut_off(dialog)]
                if dialog.width() > WIDE or dialog.height() > HIGH:
                    wrong.append(f"{name}: {dialog.width()} × {dialog.height()}")
                await closed(shown, dialog)
            assert window.size().toTuple() == (WIDE, HIGH)
            assert not wrong, "\n".join(wrong)

    run(scenario())
