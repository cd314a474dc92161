"""Every page in both languages, measured: nothing is cut off, and nothing lies over another text.

The tour does the same for each step of the main job; this is its short walk.
"""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.services import Outside, Services
from desktop.services_opening import open_services
from desktop.session import Session
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.tour.measuring import cut_off
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.translations import ENGLISH, Translations
from tests.clock import until

PAGES = ("models", "chat", "workshop", "memory", "hosts", "jobs", "settings", "help", "about")
_SETTLE = 0.2
"""Seconds for a frame to be announced and painted."""


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("language", [ENGLISH, "zh_CN"])
def test_every_page_shows_its_texts_whole(
    theme: Theme, paths: Paths, speaking: Path, run, language: str, scale: float
):
    async def drive() -> list[str]:
        settings = SettingsFile(paths.settings_file, pause=0)
        before = settings.settings
        desktop = replace(before.desktop, language=language, text_scale=scale)
        settings.update(replace(before, desktop=desktop))
        app = QApplication.instance()
        assert app is not None
        translations = Translations(app, speaking)
        translations.use(language)
        theme.follow_language()
        theme.set_text_scale(scale)
        try:
            async with open_services(settings, Outside(ollama_host="127.0.0.1:9"), paths) as all_of:
                all_of.demo.start()
                return await _walk(Session(theme, all_of, paths, translations), all_of)
        finally:
            translations.use(ENGLISH)
            theme.follow_language()
            theme.set_text_scale(1.0)
            settings.close()

    assert run(drive()) == []


async def _walk(session: Session, services: Services) -> list[str]:
    """Look at every page once its hosts have answered."""
    found: list[str] = []
    window = session.program.window
    session.show()
    window.resize(1440, 900)
    try:
        await until(lambda: any(one.models_known for one in services.registry.snapshots), 20)
        for page in PAGES:
            window.show_page(page)
            await asyncio.sleep(_SETTLE)
            found += [f"{page}: {line}" for line in cut_off(window)]
    finally:
        session.end()
        session.close()
    return found
