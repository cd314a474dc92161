"""Checks that an installation is whole, and says so in one JSON line."""

import asyncio
import json
import platform
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.assets import resources
from desktop.demo.server import DemoServer
from desktop.domain.host import Host, HostId
from desktop.ollama.clients import Clients
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.theme import Theme

JsonLine = dict[str, object]
_ICON = 16


def run_selftest() -> int:
    """Run every check, print what was found, and return 0 if all is well."""
    app = QApplication(sys.argv[:1])
    checks: dict[str, Callable[[], str]] = {
        "icons": lambda: _icons(Theme(app)),
        "storage": _storage,
        "demo": _demo,
    }
    problems = {name: problem for name, check in checks.items() if (problem := check())}
    line: JsonLine = {
        "paddock": __version__,
        "python": platform.python_version(),
        "pyside": PySide6.__version__,
        "qt": qVersion(),
        "platform": app.platformName(),
        "checked": sorted(checks),
        "problems": problems,
        "ok": not problems,
    }
    print(json.dumps(line))
    return 1 if problems else 0


def _icons(theme: Theme) -> str:
    """Draw every icon: a missing SVG plugin shows as an empty picture, not as an error."""
    names = theme.icons.names()
    if not names or not (resources() / "icons" / "LICENSE").is_file():
        return "the icons or their licence are missing"
    empty = [name for name in names if _is_empty(theme.icon(name).pixmap(_ICON).toImage())]
    return f"these icons are empty: {', '.join(empty)}" if empty else ""


def _is_empty(image: QImage) -> bool:
    return not any(
        image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())
    )


def _storage() -> str:
    """Write settings and read them back, in a folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        file = SettingsFile(path, pause=0)
        file.update(replace(file.settings, pulls_per_host=3))
        file.close()
        if file.write_problem is not None:
            return f"the settings cannot be written: {file.write_problem.strerror}"
        again = SettingsFile(path)
        again.close()
        return "" if again.settings.pulls_per_host == 3 else "the settings read back differ"


def _demo() -> str:
    """Ask the stand-in for its models, over a real socket on loopback."""

    async def ask() -> int:
        async with DemoServer() as server, Clients() as clients:
            host = Host(HostId("selftest"), server.address)
            clients.put(host)
            return len((await clients.client(host.id).tags()).rows)

    return "" if asyncio.run(ask()) else "the demo host lists no models"
