"""Coming to the front when another program was clicked: each desktop wants to be shown why."""

import ctypes
import os
import sys
from collections.abc import Generator, Mapping, MutableMapping
from contextlib import contextmanager

TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""Variables by which Wayland and X11 know the click that started a program."""
_LONGEST = 1024


def tokens_of(environ: Mapping[str, str]) -> dict[str, str]:
    """Return what this program was given by whoever started it."""
    return {name: environ[name] for name in TOKENS if environ.get(name)}


@contextmanager
def with_tokens(tokens: Mapping[str, str], environ: MutableMapping[str, str]) -> Generator[None]:
    """Let a window be activated on behalf of a click elsewhere.

    Qt reads XDG_ACTIVATION_TOKEN when it asks a Wayland compositor to
    activate a window. Afterwards no child of ours inherits it.
    """
    for name in TOKENS:
        if value := tokens.get(name, "")[:_LONGEST].replace("\0", ""):
            environ[name] = value
    try:
        yield
    finally:
        for name in TOKENS:
            environ.pop(name, None)


def let_come_forward(process: int) -> None:
    """Let that process raise its window, which Windows refuses to all but the one in front."""
    if sys.platform == "win32" and process != os.getpid():
        ctypes.windll.user32.AllowSetForegroundWindow(process)
