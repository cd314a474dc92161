"""Why there is no log to be read here, and by which command there would be."""

import shlex
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.system.local_snapshot import LocalSnapshot
from desktop.system.server_process import Container
from desktop.system.server_state import RunBy

_ALLOW_JOURNAL = 'sudo usermod --append --groups systemd-journal "$USER"'


@dataclass(frozen=True, slots=True)
class Absence:
    """What stands in place of a log; the command is for the person to copy."""

    heading: str
    lines: str
    command: str = ""
    icon: str = "file-text"


def no_log(known: LocalSnapshot) -> Absence:
    """Say why there is no log that this program could read."""
    state = known.state
    if state is None or not state.is_found:
        return Absence(
            QCoreApplication.translate("ServerLog", "No log"),
            QCoreApplication.translate("ServerLog", "There is no Ollama here yet."),
        )
    if state.run_by is RunBy.CONTAINER:
        return _in_container(state.container)
    if state.is_running:
        return Absence(
            QCoreApplication.translate("ServerLog", "The log is elsewhere"),
            QCoreApplication.translate(
                "ServerLog",
                "Somebody started this server by hand, and it writes to the terminal it was "
                "started in.\nStop it and start it here, and its log is kept.",
            ),
        )
    return Absence(
        QCoreApplication.translate("ServerLog", "No log yet"),
        QCoreApplication.translate("ServerLog", "It begins when Ollama is started here."),
    )


def unreadable(place: str, problem: str) -> Absence:
    """Say why a log that there is cannot be read."""
    if place.startswith("journalctl"):
        lines, command = _no_journal(), _ALLOW_JOURNAL
    else:
        command = f'sudo chown "$USER" {shlex.quote(place)}'
        lines = QCoreApplication.translate(
            "ServerLog", "This account may not read its file. This command makes it yours."
        )
    heading = QCoreApplication.translate("ServerLog", "The log cannot be read")
    return Absence(heading, f"{lines}\n{problem}", command, "shield-alert")


def no_lines(known: LocalSnapshot, place: str) -> Absence:
    """Say that a log is empty; a journal that hides its lines looks the same."""
    unit = None if known.state is None else known.state.unit
    heading = QCoreApplication.translate("ServerLog", "Nothing was written yet")
    if not place.startswith("journalctl") or unit is None or unit.is_of_user:
        lines = QCoreApplication.translate(
            "ServerLog", "Lines appear here as the server writes them."
        )
        return Absence(heading, lines)
    if_so = QCoreApplication.translate("ServerLog", "If the server has run already:")
    return Absence(heading, f"{if_so}\n{_no_journal()}", _ALLOW_JOURNAL)


def _in_container(container: Container | None) -> Absence:
    command = ""
    if container is not None and container.engine and container.name:
        command = f"{container.engine} logs --follow {container.name}"
    return Absence(
        QCoreApplication.translate("ServerLog", "The log is in the container"),
        QCoreApplication.translate(
            "ServerLog", "The container's engine keeps it, and shows it in a terminal."
        ),
        command,
    )


def _no_journal() -> str:
    return QCoreApplication.translate(
        "ServerLog",
        "This account may not read the system's journal. The administrator can allow it with this "
        "command; it holds once you log in again.",
    )
