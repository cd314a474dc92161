"""What is seen: icons, the plugins of Qt that draw and show, and texts in every language."""

import sys
from collections.abc import Sequence
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


def icons(theme: Theme, lacking: Sequence[str]) -> str:
    """Draw every icon: a missing SVG plugin shows as an empty picture, not as an error.

    `lacking` are those that the window wanted and that are not there.
    """
    if lacking:
        return f"these icons are missing: {', '.join(lacking)}"
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
    """Load every language there is a file for, and miss those that only the gallery has."""
    translations, there = Translations(app), languages()
    before = translations.language
    silent = [name for name in there if translations.use(name) != name]
    translations.use(before)
    galleries = (path.name for path in (resources() / "gallery").iterdir() if path.is_dir())
    silent += sorted(name for name in galleries if not any(one.startswith(name) for one in there))
    return f"these languages do not load: {', '.join(silent)}" if silent else ""
