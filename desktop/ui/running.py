"""What this program runs on, for a report."""

import platform
import sys

import PySide6
from PySide6.QtGui import QGuiApplication

from desktop import __version__


def running_versions() -> dict[str, str]:
    """Return the versions of the program and of what is below it; nothing of the person."""
    return {
        "Paddock": __version__,
        "Python": sys.version.split()[0],
        "Qt for Python": PySide6.__version__,
        "System": platform.platform(),
        "Windows by": QGuiApplication.platformName(),
    }
