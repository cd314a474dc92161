"""Every check, one after the other, and the line that says what was found."""

import json
import platform
from collections.abc import Callable
from pathlib import Path

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

import desktop
from desktop import __version__
from desktop.app import make_application
from desktop.selftest.bundled import bundled, versions
from desktop.selftest.kept import demo, storage
from desktop.selftest.shown import icons, languages_speak, plugins
from desktop.selftest.started import Started, start_window
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.translations import languages

JsonLine = dict[str, object]


def run_selftest() -> int:
    """Run every check, print what was found, and return 0 if all is well.

    The window comes first, so that the time until it shows data is the time
    that a person waits.
    """
    app = make_application()
    started = _started(app)
    checks: dict[str, Callable[[], str]] = {
        "window": lambda: started.problem,
        "icons": lambda: icons(Theme(app), started.lacking),
        "plugins": plugins,
        "translations": lambda: languages_speak(app),
        "bundled": bundled,
        "storage": storage,
        "demo": demo,
    }
    problems = {name: problem for name, check in checks.items() if (problem := found_by(check))}
    print(json.dumps(_line(app.platformName(), started, sorted(checks), problems)))
    return 1 if problems else 0


def found_by(check: Callable[[], str]) -> str:
    """Return what a check found; a file that is not there is found by its absence."""
    try:
        return check()
    except OSError as error:
        return str(error)


def _started(app: QApplication) -> Started:
    try:
        return start_window(app)
    except OSError as error:
        return Started(str(error), None)


def _line(
    platform_name: str, started: Started, checked: list[str], problems: dict[str, str]
) -> JsonLine:
    return {
        "paddock": __version__,
        "python": platform.python_version(),
        "pyside": PySide6.__version__,
        "qt": qVersion(),
        "platform": platform_name,
        "languages": languages(),
        "libraries": versions(),
        "folder": str(Path(desktop.__file__).parent),
        "window_ms": started.milliseconds,
        "checked": checked,
        "problems": problems,
        "ok": not problems,
    }
