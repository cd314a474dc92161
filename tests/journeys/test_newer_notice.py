"""The notice of a newer version: asked once where one looks, then a quiet line."""

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop.domain.release import Release
from desktop.storage.desktop_entry import NewerCheck
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.system.newer_versions import NewerVersions
from desktop.ui.bridge.theme import Theme
from desktop.ui.settings.newer_banner import NewerBanner
from tests.clock import until
from tests.journeys.hostile import said
from tests.journeys.program_shown import program_shown

NEWER = Release("99.1", "https://example.org/paddock", date(2026, 11, 20))


@asynccontextmanager
async def banner_shown(
    theme: Theme, paths: Paths, fetch: Callable[[], Release]
) -> AsyncGenerator[tuple[NewerBanner, NewerVersions, SettingsFile]]:
    async def answer() -> Release:
        return fetch()

    settings = SettingsFile(paths.settings_file, pause=0)
    window = QMainWindow()
    try:
        async with NewerVersions(answer, "0.1.0") as newer:
            inner = QWidget()
            banner = NewerBanner(theme, settings, newer)
            QVBoxLayout(inner).addWidget(banner)
            window.setCentralWidget(inner)
            window.show()
            yield banner, newer, settings
    finally:
        window.deleteLater()
        settings.close()


def test_nothing_is_asked_for_before_a_person_said_yes(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        asked: list[bool] = []

        def fetch() -> Release:
            asked.append(True)
            return NEWER

        async with banner_shown(theme, paths, fetch) as (banner, newer, settings):
            assert banner.yes.isVisible()
            assert not banner.page.isVisible()
            assert not asked
            QTest.keyClick(banner.yes, Qt.Key.Key_Space)
            assert settings.settings.desktop.newer_check is NewerCheck.YES
            assert not banner.isVisible()
            newer.begin()
            newer.begin()
            await until(lambda: newer.newer is not None)
            assert banner.page.isVisible()
            assert "99.1 of 20 Nov 2026" in said(banner)
            assert len(asked) == 1

    run(drive())


def test_a_no_is_kept_and_asked_no_more(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with banner_shown(theme, paths, lambda: NEWER) as (banner, _, settings):
            QTest.keyClick(banner.no, Qt.Key.Key_Space)
            assert settings.settings.desktop.newer_check is NewerCheck.NO
            assert not banner.isVisible()

    run(drive())


def test_a_build_without_an_address_has_no_such_thing(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with program_shown(theme, paths) as shown:
            assert shown.services.newer is None
            page = shown.program.for_finding.settings
            assert page.findChild(QWidget, "newerBanner") is None
            assert page.findChild(QWidget, "setting.newerCheck") is None

    run(drive())
