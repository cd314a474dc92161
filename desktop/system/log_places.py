"""Where the log of this computer's server is, by who runs it."""

import sys
from collections.abc import Mapping
from pathlib import Path

from desktop.runtime.clock import Clock
from desktop.system.log_sources import Journal, LogFile, LogSource
from desktop.system.own_server import Started
from desktop.system.server_state import RunBy, ServerState

_OF_APP: Mapping[str, str] = {
    "darwin": "~/.ollama/logs/server.log",
    "win32": "~/AppData/Local/Ollama/server.log",
}
"""Where the desktop app has it written, which keeps a few older ones beside it."""


def log_source(
    state: ServerState, clock: Clock, own: Started | None = None, platform: str = sys.platform
) -> LogSource | None:
    """Return what tells the server's log; None where nobody keeps it where this program reads.

    `own` is the server that this program started, if it did. A service's journal holds what it
    said before it ended, so that it is told of a service that does not run as well.
    """
    if own is not None and state.pid in (None, own.pid):
        return LogFile(own.log, clock)
    if state.run_by in (RunBy.SYSTEM_UNIT, RunBy.USER_UNIT, RunBy.NOBODY) and state.unit:
        return Journal(state.unit.service, is_of_user=state.unit.is_of_user)
    place = _OF_APP.get(platform)
    if place is None or state.run_by not in (RunBy.APP, RunBy.NOBODY):
        return None
    return LogFile(Path(place).expanduser(), clock)


def place_of(source: LogSource) -> str:
    """Return where a log is, as a person would look there: a file, or a command."""
    match source:
        case LogFile():
            return str(source.path)
        case Journal():
            return " ".join(source.command[: source.command.index("-f")])
        case _:
            return ""
