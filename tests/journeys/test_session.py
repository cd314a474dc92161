"""The window while the program runs: built anew for other settings, and left."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from desktop.app import say_runs_beside
from desktop.demo.pace import Pace
from desktop.demo.server import DemoServer
from desktop.services import Outside, Services
from desktop.services_opening import open_services
from desktop.session import Session
from desktop.storage.desktop_entry import DesktopSettings
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.translations import ENGLISH, Translations
from desktop.ui.jobs.pull_dialog import PullDialog
from desktop.ui.shell.leaving import LeavingQuestion
from tests.clock import until


def _set(services: Services, desktop: DesktopSettings) -> None:
    services.settings.update(replace(services.settings.settings, desktop=desktop))


@asynccontextmanager
async def session_shown(
    theme: Theme, paths: Paths, host: str = "127.0.0.1:9"
) -> AsyncGenerator[tuple[Session, Services]]:
    settings = SettingsFile(paths.settings_file, pause=0)
    app = QCoreApplication.instance()
    assert app is not None
    translations, numbers = Translations(app), QLocale()
    try:
        async with open_services(settings, Outside(ollama_host=host), paths) as services:
            session = Session(theme, services, paths, translations)
            session.show()
            try:
                yield session, services
            finally:
                session.end()
                session.close()
    finally:
        translations.use(ENGLISH)
        QLocale.setDefault(numbers)
        settings.close()


def test_larger_text_builds_the_window_anew_and_keeps_its_page(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with session_shown(theme, paths) as (session, services):
            before = session.program.window
            before.show_page("jobs")
            _set(services, DesktopSettings(text_scale=1.5))
            await until(lambda: session.program.window is not before, 20)
            await until(lambda: not isValid(before), 20)
            assert session.program.window.page == "jobs"
            assert session.program.window.isVisible()
            assert theme.text_scale == 1.5

    run(drive())


def test_an_unknown_language_is_english(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with session_shown(theme, paths) as (session, services):
            before = session.program.window
            _set(services, DesktopSettings(language="tlh"))
            await until(lambda: session.program.window is not before, 20)
            assert session.program.window.rail_item("jobs").text() == "Jobs"

    run(drive())


def test_quitting_with_a_pull_asks_once_and_stays_if_told_so(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with (
            DemoServer(pace=Pace(speed=1000.0)) as server,
            session_shown(theme, paths, server.address.authority) as (session, services),
        ):
            ended: list[bool] = []
            session.ended.connect(lambda: ended.append(True))
            window = session.program.window
            services.jobs.pull(services.registry.hosts[0].id, "llama3.2:1b")
            window.close()
            await until(lambda: window.findChild(LeavingQuestion) is not None)
            assert window.isVisible()
            window.close()
            questions = window.findChildren(LeavingQuestion)
            assert len(questions) == 1
            assert questions[0].windowTitle() == questions[0].title.text()
            questions[0].cancel.click()
            await until(lambda: window.findChild(LeavingQuestion) is None)
            assert not ended
            window.commands.action("quit").trigger()
            await until(lambda: window.findChild(LeavingQuestion) is not None)
            window.findChildren(LeavingQuestion)[0].primary.click()
            assert ended == [True]
            assert not window.isVisible()

    run(drive())


def test_a_command_that_is_dropped_opens_the_pull_dialog_and_pulls_nothing(
    theme: Theme, paths: Paths, run
):
    async def drive() -> None:
        async with session_shown(theme, paths) as (session, services):
            window, mime = session.program.window, QMimeData()
            mime.setText("ollama run llama3.2:3b --verbose")
            nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
            enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, *nothing)
            QApplication.sendEvent(window, enter)
            drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, *nothing)
            QApplication.sendEvent(window, drop)
            dialog = window.findChild(PullDialog)
            assert isinstance(dialog, PullDialog)
            texts = [field.text() for field in dialog.findChildren(QLineEdit)]
            assert "ollama run llama3.2:3b --verbose" in texts
            assert not services.jobs.jobs
            dialog.reject()

    run(drive())


def test_signing_out_asks_nothing_and_hides_nothing(
    theme: Theme, paths: Paths, run, monkeypatch: pytest.MonkeyPatch
):
    async def drive() -> None:
        async with (
            DemoServer(pace=Pace(speed=1000.0)) as server,
            session_shown(theme, paths, server.address.authority) as (session, services),
        ):
            ended: list[bool] = []
            session.ended.connect(lambda: ended.append(True))
            session.hides = lambda: True
            services.jobs.pull(services.registry.hosts[0].id, "llama3.2:1b")
            monkeypatch.setattr(QApplication, "isSavingSession", lambda _: True)
            session.program.window.close()
            await until(lambda: ended == [True])
            assert session.program.window.findChild(LeavingQuestion) is None

    run(drive())


def test_without_jobs_closing_the_window_ends_the_program(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with session_shown(theme, paths) as (session, _):
            ended: list[bool] = []
            session.ended.connect(lambda: ended.append(True))
            session.program.window.close()
            await until(lambda: ended == [True])
            assert not any(widget.isVisible() for widget in QApplication.topLevelWidgets())

    run(drive())


def test_a_window_beside_one_that_hangs_says_so(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with session_shown(theme, paths) as (session, _services):
            say_runs_beside(session)
            assert "does not answer" in session.program.window.toast.text

    run(drive())


def test_a_pull_goes_on_at_the_next_start_once_its_host_answers(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with DemoServer(pace=Pace(speed=1000.0)) as server:
            where = server.address.authority
            async with session_shown(theme, paths, where) as (_, services):
                services.jobs.pull(services.registry.hosts[0].id, "llama3.2:1b")
                await until(lambda: services.settings.settings.desktop.lost_pulls)
            async with session_shown(theme, paths, where) as (_, services):
                await until(lambda: services.jobs.jobs)
                assert services.registry.snapshots[0].is_up
                assert [job.model for job in services.jobs.jobs] == ["llama3.2:1b"]

    run(drive())
