"""The program on the desktop beside its window: tray, notices, dock, and a computer kept awake."""

import sys
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.services import Services
from desktop.session import Session
from desktop.storage.desktop_entry import DesktopSettings
from desktop.system.awake import Awake, Keeper
from desktop.system.launcher import Launcher
from desktop.system.notices import INTERFACE, PATH, Click, DesktopNotices, Notice
from desktop.system.session_bus import SessionBus
from desktop.ui.shell.at_a_glance import Glance, glance
from desktop.ui.shell.foreground import TOKENS
from desktop.ui.shell.job_notices import JobNotices, job_of
from desktop.ui.shell.notice_ways import NoticeWays
from desktop.ui.shell.taskbar import TaskbarProgress
from desktop.ui.shell.tray import Tray, tray_is_there
from desktop.ui.shell.tray_menu import TrayDoors

_PAUSE_MS = 500


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a desktop has to give, and a test gives differently.

    `bus` is where its message bus listens, `keeper` what keeps the computer
    awake; each None where there is none.
    """

    bus: str | None = None
    keeper: Keeper | None = None
    tray_is_there: Callable[[], bool] = tray_is_there
    taskbar: Callable[[], TaskbarProgress | None] = lambda: None


NOTHING = Surroundings(tray_is_there=lambda: False)
"""No desktop at all."""


@asynccontextmanager
async def present(
    session: Session, services: Services, around: Surroundings
) -> AsyncGenerator["Presence", None]:
    """Be on the desktop until left; then nothing of it is there any more."""
    async with AsyncExitStack() as stack:
        bus = await stack.enter_async_context(SessionBus(around.bus, {INTERFACE: PATH}))
        notices = await stack.enter_async_context(DesktopNotices(bus))
        launcher = await stack.enter_async_context(Launcher(bus))
        awake = await stack.enter_async_context(Awake(around.keeper))
        for owner in (bus, notices, launcher, awake):
            owner.crashed.subscribe(services.crashed.emit)
        has_bus = notices if around.bus else None
        presence = Presence(session, services, around, has_bus, launcher, awake)
        try:
            yield presence
        finally:
            presence.close()


class Presence(QObject):
    """Follows the jobs and the settings; what it shows is asked of the services each time."""

    def __init__(
        self,
        session: Session,
        services: Services,
        around: Surroundings,
        notices: DesktopNotices | None,
        launcher: Launcher,
        awake: Awake,
    ) -> None:
        super().__init__()
        self._session = session
        self._services = services
        self._launcher = launcher
        self._awake = awake
        self._taskbar = around.taskbar()
        jobs, registry = services.jobs, services.registry
        self.tray = Tray(jobs, registry, self._doors(), is_there=around.tray_is_there)
        self.notices = NoticeWays(self.tray.icon, notices)
        self._endings = JobNotices(jobs, registry, is_wanted=self._tells, post=self.notices.post)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._show_progress)
        self._forget = (
            jobs.changed.subscribe(lambda _: self._follow_jobs()),
            services.settings.changed.subscribe(lambda _: self._follow_settings()),
        )
        self._join()
        self._follow_settings()
        self._follow_jobs()

    def close(self) -> None:
        """Leave the desktop as it was."""
        for forget in self._forget:
            forget()
        self._soon.stop()
        self._session.hides = self._session.has_tray = lambda: False
        self._show(Glance())
        self._endings.close()
        self.notices.close()
        self.tray.close()

    def _join(self) -> None:
        self._session.hides = lambda: self._desktop.closes_to_tray and self.tray.is_shown
        self._session.has_tray = lambda: self.tray.is_shown
        self._session.replaced.connect(self._on_replaced)
        self._session.hidden.connect(self._on_hidden)
        self.notices.clicked.connect(self._on_clicked)
        self.tray.lost.connect(self._on_tray_lost)
        if sys.platform == "darwin" and isinstance(app := QApplication.instance(), QApplication):
            app.applicationStateChanged.connect(self._on_state)

    @property
    def _desktop(self) -> DesktopSettings:
        return self._services.settings.settings.desktop

    def _doors(self) -> TrayDoors:
        return TrayDoors(
            open=self._session.show,
            show_jobs=lambda: self._show_page("jobs"),
            show_memory=lambda: self._show_page("memory"),
            unload=self._services.registry.unload,
            quit=self._session.leave,
        )

    def _show_page(self, key: str) -> None:
        self._session.show()
        self._session.program.window.show_page(key)

    def _on_replaced(self) -> None:
        self.tray.say_again()

    def _follow_settings(self) -> None:
        if self._desktop.shows_tray:
            self.notices.keep()
        self.tray.want(self._desktop.shows_tray)
        self._stay_awake()

    def _follow_jobs(self) -> None:
        self._stay_awake()
        if not self._soon.isActive():
            self._soon.start()

    def _stay_awake(self) -> None:
        is_busy = any(not job.state.is_finished for job in self._services.jobs.jobs)
        why = self.tr("Models are being pulled, created or pushed")
        self._awake.want(is_busy and self._desktop.stays_awake, why)

    def _show_progress(self) -> None:
        self._show(glance(self._services.jobs.jobs))

    def _show(self, seen: Glance) -> None:
        self._launcher.show(seen.fraction)
        if isinstance(app := QGuiApplication.instance(), QGuiApplication):
            app.setBadgeNumber(seen.number)
        if self._taskbar is not None:
            self._taskbar.show(
                int(self._session.program.window.winId()),
                is_busy=seen.active > 0,
                fraction=seen.fraction,
                failed=seen.failed > 0,
            )

    def _tells(self) -> bool:
        """Whether a person wants to be told, and looks elsewhere."""
        window = self._session.program.window
        is_seen = window.isVisible() and not window.isMinimized()
        looks = is_seen and QApplication.activeWindow() is not None
        return self._desktop.notifies and not looks

    def _on_clicked(self, click: Click) -> None:
        self._session.come_forward(dict.fromkeys(TOKENS[:1], click.token))
        job_id = job_of(click.key)
        if job_id is not None and self._services.jobs.get(job_id) is not None:
            self._session.program.for_jobs.show(job_id)

    def _on_hidden(self) -> None:
        """Say once where the window went."""
        if self._session.has_tray() and not self._desktop.knows_tray:
            title = self.tr("Paddock goes on in the tray")
            line = self.tr("Its icon there opens the window again, and ends the program.")
            self.notices.post(Notice(title, line))
            settings = self._services.settings
            known = replace(self._desktop, knows_tray=True)
            settings.update(replace(settings.settings, desktop=known))

    def _on_state(self, state: Qt.ApplicationState) -> None:
        """Show a hidden window again when its icon in the dock of macOS is clicked."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._on_tray_lost()

    def _on_tray_lost(self) -> None:
        """Never leave a program running that nobody can reach."""
        if not self._session.program.window.isVisible():
            self._session.show()
