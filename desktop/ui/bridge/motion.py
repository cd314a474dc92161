"""Whether the system asks for less motion, where it can be asked without waiting."""

import configparser
import ctypes
import ctypes.util
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

_CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION of Windows: whether controls and windows are animated."""
_NO = frozenset({"0", "false", "no"})


def system_reduces_motion(
    environment: Mapping[str, str], home: Path, platform: str = sys.platform
) -> bool:
    """Return whether motion is switched off in the system's settings.

    Windows and macOS are asked; elsewhere the files are read in which GTK and
    KDE keep it. What cannot be asked has not asked for anything.
    """
    ways: dict[str, Callable[[], bool]] = {"win32": _asked_windows, "darwin": _asked_macos}
    way = ways.get(platform)
    if way is None:
        given = environment.get("XDG_CONFIG_HOME", "")
        return kept_in_files(Path(given) if given else home / ".config")
    try:
        return way()
    except (OSError, AttributeError):  # A library or a function of it is not there.
        return False


def kept_in_files(folder: Path) -> bool:
    """Return whether GTK's or KDE's settings in that folder switch animations off."""
    for version in ("gtk-4.0", "gtk-3.0"):
        file = folder / version / "settings.ini"
        if _value(file, "Settings", "gtk-enable-animations").casefold() in _NO:
            return True
    factor = _value(folder / "kdeglobals", "KDE", "AnimationDurationFactor")
    try:
        return bool(factor) and float(factor) == 0
    except ValueError:
        return False


def _value(file: Path, section: str, key: str) -> str:
    """Return what stands there, or "" where the file is missing or says nothing that is read."""
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read(file, encoding="utf-8")
    except (OSError, UnicodeDecodeError, configparser.Error):
        return ""
    return parser.get(section, key, fallback="").strip()


def _asked_windows() -> bool:
    moves = ctypes.c_int(1)
    ask = ctypes.CDLL("user32").SystemParametersInfoW
    return bool(ask(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(moves), 0)) and not moves.value


def _asked_macos() -> bool:
    """Ask NSWorkspace, which Qt's own plugin has loaded, through the Objective-C runtime."""
    objc = ctypes.CDLL(ctypes.util.find_library("objc"))
    for name in ("objc_getClass", "sel_registerName"):
        function = getattr(objc, name)
        function.restype, function.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
    address = ctypes.cast(objc.objc_msgSend, ctypes.c_void_p).value or 0
    give = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(address)
    tell = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)(address)
    workspace = give(objc.objc_getClass(b"NSWorkspace"), objc.sel_registerName(b"sharedWorkspace"))
    wish = objc.sel_registerName(b"accessibilityDisplayShouldReduceMotion")
    return bool(workspace) and tell(workspace, wish)
