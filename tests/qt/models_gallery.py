"""Pictures of the models page: python -m tests.qt.models_gallery DIR."""

import asyncio
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.demo.library import Library, empty_library
from desktop.ui.bridge.loop import run
from desktop.ui.bridge.theme import Theme, ThemeMode
from tests.qt.models_window import Shown, models_window


async def _picture(shown: Shown, folder: Path, name: str) -> None:
    await asyncio.sleep(0.35)
    dialog = QApplication.activeModalWidget()
    (dialog or shown.window).grab().save(str(folder / f"{name}.png"))


async def _main_job(theme: Theme, folder: Path, mode: str) -> None:
    with tempfile.TemporaryDirectory() as home:
        async with models_window(theme, Path(home), dead=("lab-gpu",)) as shown:
            await shown.wait("tower", "This computer")
            shown.choose("qwen2.5:14b")
            shown.window.resize(1440, 900)
            await asyncio.sleep(0.4)
            await _picture(shown, folder, f"table-{mode}")
            for part in range(1, 9):
                shown.page.inspector.tabs.choose(part)
                await _picture(shown, folder, f"inspector-{part}-{mode}")
            shown.page.inspector.tabs.choose(0)
            shown.choose("qwen2.5:14b", "deepseek-r1:32b")
            shown.page.actions_on_models.delete.trigger()
            await _picture(shown, folder, f"delete-{mode}")
            _dismiss()
            shown.choose("qwen2.5:14b")
            shown.page.actions_on_models.rename.trigger()
            await _picture(shown, folder, f"rename-{mode}")
            _dismiss()
            shown.page.toolbar.search.setText("qwen vision")
            await _picture(shown, folder, f"filtered-{mode}")
            shown.page.toolbar.clear()
            shown.side.choose(shown.hosts["lab-gpu"])
            await _picture(shown, folder, f"down-{mode}")
            shown.side.choose(shown.hosts["tower"])
            await shown.servers["tower"].stop()
            shown.registry.refresh()
            await asyncio.sleep(0.6)
            await _picture(shown, folder, f"last-seen-{mode}")
            shown.window.resize(1280, 800)
            shown.choose("qwen2.5:14b")
            shown.page._open_inspector()
            await _picture(shown, folder, f"overlay-{mode}")
            shown.page._close_inspector()
            shown.window.resize(1000, 680)
            shown.side.choose("")
            await _picture(shown, folder, f"small-{mode}")


async def _others(theme: Theme, folder: Path, mode: str) -> None:
    libraries: dict[str, Library] = {"tower": empty_library()}
    with tempfile.TemporaryDirectory() as home:
        async with models_window(theme, Path(home), libraries) as shown:
            await shown.wait("tower")
            await _picture(shown, folder, f"empty-{mode}")
    theme.set_text_scale(1.5)
    with tempfile.TemporaryDirectory() as home:
        async with models_window(theme, Path(home), dead=("lab-gpu",)) as shown:
            shown.window.resize(1440, 900)
            await shown.wait("tower", "This computer")
            shown.choose("qwen2.5:14b")
            await _picture(shown, folder, f"text-150-{mode}")
    theme.set_text_scale(1.0)


def _dismiss() -> None:
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()


async def _all(app: QApplication, folder: Path) -> None:
    theme = Theme(app, ThemeMode.LIGHT)
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        theme.set_mode(mode)
        await _main_job(theme, folder, mode.value)
        await _others(theme, folder, mode.value)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    run(app, _all(app, target))
