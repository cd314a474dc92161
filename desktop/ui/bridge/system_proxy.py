"""The system's proxy on Windows and macOS, where the settings, their exceptions and scripts count.

Qt asks WinHTTP and CFNetwork, which know all of these. But PySide keeps the
interpreter's lock while it asks (measured with PySide6 6.11 on Linux, where a
look-up was slowed to 0.5 s: a counting thread did not count once), so a thread
would not do: fetching a script (PAC) would stop the window for seconds. It is
asked in a short-lived process instead.

Only the way through that process was tried, on Linux, where Qt reads the
variables; what Windows and macOS answer was not. On Linux the program asks
`net.environment`, which knows networks in no_proxy and names the variable.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from desktop.domain.proxy import Login, ProxyAddress, SystemAnswer

_SCRIPT = Path(__file__).with_name("ask_proxy.py")
_PATIENCE = 20.0
"""Seconds after which the process is ended; whoever waits has given up long before."""


def ask_qt(url: str) -> SystemAnswer:
    """Return what Qt finds for a URL. It blocks, so call it in a thread; it never raises."""
    try:
        process = subprocess.run(  # noqa: S603  a program of ours, and a URL that is no option
            asking(url, sys.executable),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return SystemAnswer()
    return read_answer(process.stdout)


def asking(url: str, executable: str) -> list[str]:
    """Return the command that asks; an installed app's own program runs no scripts."""
    if Path(executable).stem.lower() == "paddock":
        return [executable, "--system-proxy", url]
    return [executable, "-P", str(_SCRIPT), url]


def read_answer(line: bytes) -> SystemAnswer:
    """Read what the process printed; what cannot be read means no proxy."""
    try:
        answer = cast("Mapping[str, object]", json.loads(line))
        kind, host, port = str(answer["kind"]), str(answer["host"]), int(str(answer["port"]))
        login = Login(str(answer["user"]), str(answer["password"]))
    except (ValueError, KeyError, TypeError):
        return SystemAnswer()
    if not kind or not host or not port:
        return SystemAnswer()
    return SystemAnswer(ProxyAddress(kind, host.lower().strip("[]"), port), login=login)
