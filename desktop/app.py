"""The composition root: it joins the services and the window, and runs the program."""

import logging
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.assets import resources
from desktop.domain.proxy import SystemProxy
from desktop.net.environment import system_proxy_from
from desktop.net.newer import find_source
from desktop.presence import NOTHING, Surroundings, present
from desktop.services import Outside, Services
from desktop.services_opening import open_services
from desktop.session import Session
from desktop.starting import Start, make_application
from desktop.storage.logs import install_logging
from desktop.storage.paths import Paths
from desktop.storage.secrets import Secrets
from desktop.storage.settings import SettingsFile
from desktop.system.awake import usual_keeper
from desktop.system.session_bus import find_bus
from desktop.ui.bridge import loop
from desktop.ui.bridge.collector import Collector
from desktop.ui.bridge.end_signals import EndSignals
from desktop.ui.bridge.system_proxy import ask_qt
from desktop.ui.bridge.theme import Theme, ThemeMode
from desktop.ui.bridge.translations import ENGLISH, Translations
from desktop.ui.shell.app_icon import app_icon
from desktop.ui.shell.crash import CrashReports
from desktop.ui.shell.single_instance import Wanted
from desktop.ui.shell.taskbar import windows_taskbar

__all__ = ["make_application", "run", "run_window"]

_log = logging.getLogger(__name__)
Ready: TypeAlias = Callable[[Session, Services], None]


def this_computer(app: QApplication, language: str = "") -> str:
    """Return what the first host is called where Ollama is asked on this computer.

    It is a name like any other from then on; "" is the system's language.
    """
    translations = Translations(app)
    translations.use(language)
    here = QCoreApplication.translate("App", "This computer")
    translations.use(ENGLISH)
    return here


def system_proxy() -> SystemProxy:
    """Return what says which proxy this computer has; on Linux that is its environment."""
    has_settings = sys.platform in ("win32", "darwin")
    return ask_qt if has_settings else system_proxy_from(os.environ)


def run(start: Start, *, theme: str | None = None) -> int:
    """Show the window until it is closed, and return the exit status.

    `theme` is "light" or "dark" for this run alone; None means as it is set.
    """
    app, paths, wanted, instance = start.app, start.paths, start.wanted, start.instance
    app.setWindowIcon(app_icon())
    close_log = install_logging(paths)
    _log.info("Paddock %s on Python %s, %s", __version__, sys.version.split()[0], sys.platform)
    outside = Outside(
        ollama_host=os.environ.get("OLLAMA_HOST"),
        here=this_computer(app),
        system_proxy=system_proxy(),
        newest=find_source(resources()),
    )
    around = Surroundings(find_bus(os.environ), usual_keeper(), taskbar=windows_taskbar)
    try:
        ready = partial(begin_work, start)
        window = run_window(
            app, paths, outside, demo=wanted.demo, forced_theme=theme, on_ready=ready, around=around
        )
        loop.run(app, window)
    finally:
        instance.close()
        close_log()
    return 0


async def run_window(
    app: QApplication,
    paths: Paths,
    outside: Outside,
    *,
    demo: bool = False,
    forced_theme: str | None = None,
    on_ready: Ready = lambda _session, _services: None,
    around: Surroundings = NOTHING,
) -> None:
    """Open the services and the window, and close both once the window is closed.

    `on_ready` is called when the window is shown, for what drives the program from outside.
    """
    settings = SettingsFile(paths.settings_file)
    translations = Translations(app)
    translations.use(settings.settings.desktop.language)
    theme = Theme(app, ThemeMode(forced_theme or settings.settings.theme.value))
    theme.set_text_scale(settings.settings.desktop.text_scale)
    try:
        async with (
            Secrets(paths.secrets_file) as secrets,
            open_services(settings, outside, paths, secrets) as services,
        ):
            if demo:
                services.demo.start()
            session = Session(theme, services, paths, translations)
            async with present(session, services, around):
                await _until_ended(app, session, services, on_ready)
    finally:
        settings.close()


async def _until_ended(
    app: QApplication, session: Session, services: Services, on_ready: Ready
) -> None:
    closing = loop.Closing(app, session.leave)
    session.ended.connect(closing.ask)
    signals = EndSignals(session.end)
    forget = report_crashes(session, services)
    session.show()
    Collector(session.program.window)
    on_ready(session, services)
    _log.info("the window is shown")
    await closing.wait()
    signals.close()
    forget()
    session.close()


def begin_work(start: Start, session: Session, services: Services) -> None:
    """Open what was named on the command line, and whatever is asked for later."""
    instance = start.instance

    def open_file(path: Path) -> None:
        session.show()
        session.program.for_workshop.open_file(path)

    def do(wanted: Wanted) -> None:
        session.come_forward(wanted.tokens)
        session.program.for_workshop.open_files(wanted.files)
        if wanted.demo:
            services.demo.start()

    session.program.for_workshop.open_files(start.wanted.files)
    start.app.file_wanted.connect(open_file)
    instance.wanted.connect(do)
    instance.listen()
    session.ended.connect(instance.fall_silent)
    if start.is_beside:
        say_runs_beside(session)


def say_runs_beside(session: Session) -> None:
    """Say to who does not see the terminal that there is another window with the same settings."""
    session.program.window.toast.say(
        QCoreApplication.translate(
            "App",
            "Paddock runs already and does not answer. What is set here may be lost when it does.",
        )
    )


def report_crashes(session: Session, services: Services) -> Callable[[], None]:
    """Show every unforeseen exception in the one dialog; returns what ends that."""
    theme = session.program.theme
    facts = partial(crash_facts, theme)
    reports = CrashReports(
        theme,
        lambda: session.program.window,
        facts,
        lambda: session.program.save_report(),
    )
    services.crashed.subscribe(lambda crash: reports.add(crash.task, crash.error))
    loop.on_crash(reports.add)
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            before(kind, error, trace)
            return
        _log.error("unforeseen", exc_info=(kind, error, trace))
        reports.add("", error)

    sys.excepthook = hook

    def forget() -> None:
        sys.excepthook = before

    return forget


def crash_facts(theme: Theme) -> str:
    """Return the line that heads a crash report: versions and platform, and nothing personal."""
    python = sys.version.split()[0]
    return f"Paddock {__version__}, Python {python}, {sys.platform}, k {theme.k:.2f}"
