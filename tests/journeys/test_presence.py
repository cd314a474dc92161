"""The program in a tray: its window closed, jobs going on, and the ways to its end."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from desktop.demo.pace import Pace
from desktop.demo.server import DemoServer
from desktop.jobs.job import JobState
from desktop.presence import NOTHING, Presence, Surroundings, present
from desktop.services import Services
from desktop.session import Session
from desktop.storage.desktop_entry import DesktopSettings
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from desktop.ui.shell.leaving import LeavingQuestion
from tests.clock import until
from tests.journeys.test_session import session_shown

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")
IN_TRAY = DesktopSettings(shows_tray=True, closes_to_tray=True)


class Desk:
    """A desktop whose tray comes and goes, and which writes down when it is kept awake."""

    def __init__(self) -> None:
        self.has_tray = True
        self.awake: list[str] = []

    async def keep(self, why: str) -> None:
        self.awake.append(why)
        try:
            await until(lambda: False, 3600)
        finally:
            self.awake.append("")

    @property
    def around(self) -> Surroundings:
        return Surroundings(keeper=self.keep, tray_is_there=lambda: self.has_tray)


def _set(services: Services, desktop: DesktopSettings) -> None:
    services.settings.update(replace(services.settings.settings, desktop=desktop))


@asynccontextmanager
async def shown(
    theme: Theme, paths: Paths, desk: Desk, host: str = "127.0.0.1:9"
) -> AsyncGenerator[tuple[Session, Services, Presence]]:
    async with (
        session_shown(theme, paths, host) as (session, services),
        present(session, services, desk.around) as presence,
    ):
        yield session, services, presence


def test_a_closed_window_goes_to_the_tray_and_says_so_once(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with shown(theme, paths, Desk()) as (session, services, presence):
            _set(services, IN_TRAY)
            ended: list[bool] = []
            session.ended.connect(lambda: ended.append(True))
            session.program.window.close()
            assert not session.program.window.isVisible()
            assert services.settings.settings.desktop.knows_tray
            session.program.window.close()
            presence.tray.menu.opening.trigger()
            assert session.program.window.isVisible()
            assert not ended
            presence.tray.menu.quitting.trigger()
            assert ended == [True]

    run(drive())


def test_without_a_tray_closing_never_hides(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        desk = Desk()
        desk.has_tray = False
        async with shown(theme, paths, desk) as (session, services, _):
            _set(services, IN_TRAY)
            ended: list[bool] = []
            session.ended.connect(lambda: ended.append(True))
            session.program.window.close()
            await until(lambda: ended == [True])

    run(drive())


def test_a_window_in_a_tray_that_goes_away_comes_back(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        desk = Desk()
        async with shown(theme, paths, desk) as (session, services, presence):
            _set(services, IN_TRAY)
            session.program.window.close()
            desk.has_tray = False
            presence.tray.look()
            assert session.program.window.isVisible()

    run(drive())


def test_jobs_go_on_in_the_tray_and_quitting_there_asks_once(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        desk = Desk()
        async with (
            DemoServer(pace=Pace(speed=1000.0)) as server,
            shown(theme, paths, desk, server.address.authority) as (session, services, presence),
        ):
            _set(services, IN_TRAY)
            job = services.jobs.pull(services.registry.hosts[0].id, "llama3.2:1b")
            await until(lambda: desk.awake == ["Models are being pulled, created or pushed"])
            window = session.program.window
            window.close()
            assert not window.isVisible()
            await until(lambda: "One pull" in presence.tray.menu.jobs.text())
            presence.tray.menu.quitting.trigger()
            presence.tray.menu.quitting.trigger()
            questions = window.findChildren(LeavingQuestion)
            assert len(questions) == 1
            assert not questions[0].background.isHidden()
            questions[0].background.click()
            await until(lambda: not window.isVisible())
            assert services.settings.settings.desktop.knows_tray
            assert services.jobs.get(job)
            services.jobs.cancel(job)
            await until(lambda: desk.awake[-1] == "")

    run(drive())


def test_a_job_that_ends_unseen_is_told_and_its_click_leads_there(
    theme: Theme, paths: Paths, run, monkeypatch: pytest.MonkeyPatch
):
    async def drive() -> None:
        async with shown(theme, paths, Desk()) as (session, services, presence):
            posted: list[str] = []
            monkeypatch.setattr(presence.notices, "_by_icon", lambda n: posted.append(n.key))
            session.program.window.hide()
            job = services.jobs.pull(services.registry.hosts[0].id, "llama3.2:1b")
            await until(lambda: services.jobs.jobs[0].state is JobState.FAILED)
            await until(lambda: posted == [str(job)])
            presence.notices._key = str(job)
            presence.tray.icon.messageClicked.emit()
            assert session.program.window.isVisible()
            assert session.program.window.page == "jobs"

    run(drive())


def test_the_tray_goes_on_when_the_window_is_built_anew(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with shown(theme, paths, Desk()) as (session, services, _):
            _set(services, IN_TRAY)
            session.program.window.close()
            before = session.program.window
            desktop = services.settings.settings.desktop
            _set(services, replace(desktop, text_scale=1.5, knows_tray=False))
            await until(lambda: session.program.window is not before, 20)
            assert not session.program.window.isVisible()
            session.show()
            session.program.window.close()
            assert not session.program.window.isVisible()
            assert services.settings.settings.desktop.knows_tray

    run(drive())


def test_without_a_desktop_it_is_as_before(theme: Theme, paths: Paths, run):
    async def drive() -> None:
        async with (
            session_shown(theme, paths) as (session, services),
            present(session, services, NOTHING) as presence,
        ):
            _set(services, IN_TRAY)
            assert not session.hides()
            assert not presence.tray.is_shown

    run(drive())
