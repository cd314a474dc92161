"""What is seen: icons, the plugins of Qt that draw and show, and texts in every language."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo
from PySide6.QtGui import QImage, QImageReader

from desktop.assets import resources
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.translations import Translations, languages

_ICON = 16
_PICTURES = frozenset({"gif", "jpeg", "png", "svg", "webp"})
_PLATFORMS = {"win32": ("windows",), "darwin": ("cocoa",)}
_PLATFORMS_ELSEWHERE = ("wayland", "xcb")


def icons(theme: Theme) -> str:
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


def plugins() -> str:
    """Look for what reads pictures, and for what shows a window on each kind of screen."""
    formats = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    there = [path.stem.removeprefix("lib").removeprefix("q") for path in folder.glob("*")]
    wanted = _PLATFORMS.get(sys.platform, _PLATFORMS_ELSEWHERE)
    missing = sorted(_PICTURES - formats) + [name for name in wanted if name not in there]
    return f"these plugins of Qt are missing: {', '.join(missing)}" if missing else ""


def languages_speak(app: QCoreApplication) -> str:
    """Load every language there is a file for; one that does not load would be English."""
    translations = Translations(app)
    before = translations.language
    silent = [name for name in languages() if translations.use(name) != name]
    translations.use(before)
    return f"these languages do not load: {', '.join(silent)}" if silent else ""
