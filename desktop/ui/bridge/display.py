"""Whether there is a screen to show a window on."""

import os
import re
import socket
import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path

_NEEDS_NO_SCREEN = {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown.

    A variable alone proves little: a shell left over from a graphical session
    still has DISPLAY set, and Qt ends the process where nobody answers there.
    So the display's own socket is knocked at.
    """
    if not sys.platform.startswith("linux"):
        return True
    if environment.get("QT_QPA_PLATFORM", "").partition(":")[0] in _NEEDS_NO_SCREEN:
        return True
    return _wayland_answers(environment) or _x11_answers(environment.get("DISPLAY", ""))


def use_offscreen_without_display(environment: MutableMapping[str, str]) -> bool:
    """Have Qt draw into memory where there is no screen; returns whether it will."""
    if has_display(environment):
        return environment.get("QT_QPA_PLATFORM", "").startswith("offscreen")
    environment["QT_QPA_PLATFORM"] = "offscreen"
    return True


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    if not name or not (folder or os.path.isabs(name)):
        return False
    return _answers(str(Path(folder) / name))


def _x11_answers(display: str) -> bool:
    match = re.fullmatch(r"([^:]*):(\d+)(?:\.\d+)?", display)
    if not match:
        return False
    if match[1] not in {"", "unix"}:
        return True  # A display on another machine, such as ssh forwards: only Qt can tell.
    path = f"/tmp/.X11-unix/X{match[2]}"  # noqa: S108  where X keeps its sockets
    return _answers(path) or _answers(f"\0{path}")


def _answers(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(1)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True
