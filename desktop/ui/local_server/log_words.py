"""What is said of a line of a log: who wrote it, how bad it is, when it was written."""

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.text import visible
from desktop.system.log_line import LogLine, Severity, Writer
from desktop.ui import units
from desktop.ui.bridge.tokens import Role

_WRITERS: dict[Writer, object] = {
    Writer.SERVER: QT_TRANSLATE_NOOP("ServerLog", "server"),
    Writer.REQUEST: QT_TRANSLATE_NOOP("ServerLog", "request"),
    Writer.ENGINE: QT_TRANSLATE_NOOP("ServerLog", "engine"),
}
_SEVERITIES: dict[Severity, object] = {
    Severity.DEBUG: QT_TRANSLATE_NOOP("ServerLog", "detail"),
    Severity.INFO: QT_TRANSLATE_NOOP("ServerLog", "note"),
    Severity.WARNING: QT_TRANSLATE_NOOP("ServerLog", "warning"),
    Severity.ERROR: QT_TRANSLATE_NOOP("ServerLog", "error"),
}
ICONS: dict[Severity, tuple[str, Role]] = {
    Severity.WARNING: ("triangle-alert", "warning"),
    Severity.ERROR: ("circle-x", "danger"),
}
LONGEST = 400
"""Characters of a line that are painted; a row has no room for more."""
_COLOURS = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
"""A terminal's own commands, of which nothing is left in a list."""


def writer_word(writer: Writer) -> str:
    """Return who wrote a line, in a word."""
    return QCoreApplication.translate("ServerLog", str(_WRITERS[writer]))


def severity_word(severity: Severity) -> str:
    """Return how bad a line is, in a word."""
    return QCoreApplication.translate("ServerLog", str(_SEVERITIES[severity]))


def row_text(line: LogLine) -> str:
    """Return what a row says: the message, and what stands beside it."""
    text = line.message
    if (request := line.request) is not None:
        text = f"{request.status}  {text}"
    elif line.fields:
        pairs = (f"{key}={value}" for key, value in line.fields)
        text = f"{text}  {' '.join(pairs)}"
    return visible(_COLOURS.sub("", text[: 2 * LONGEST])[:LONGEST])


def row_time(line: LogLine) -> str:
    """Return the time of day; the day is left to the line's whole text."""
    return "" if line.time is None else f"{line.time.astimezone():%H:%M:%S}"


def lines_words(count: int) -> str:
    """Say how many lines there are."""
    if count == 1:
        return QCoreApplication.translate("ServerLog", "1 line")
    text = QCoreApplication.translate("ServerLog", "{number} lines")
    return text.format(number=units.number(count))
