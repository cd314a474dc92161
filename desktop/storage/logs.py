"""The log file: rotating, written by a thread of its own, without secrets."""

import logging
import queue
from collections.abc import Callable
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler

from typing_extensions import override

from desktop.domain.redaction import redact
from desktop.storage.paths import Paths

MAX_BYTES = 1_000_000
"""Of one file; the newest and four older ones are kept."""
_OLDER_FILES = 4
_QUIET = ("httpx", "httpcore", "asyncio", "qasync", "hpack")
"""What other packages say in passing holds addresses and headers."""


class RedactingFormatter(logging.Formatter):
    """Takes secrets out of the whole text, exceptions too.

    Further lines are indented, so that no text from a server looks like a record of its own.
    """

    @override
    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record)).replace("\n", "\n    ")


class QuietFile(RotatingFileHandler):
    """A log file that gives up records where the disk is full, instead of filling the terminal."""

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """Leave the record out. It was put together on the caller's side, which still complains."""


def install_logging(paths: Paths, level: int = logging.INFO) -> Callable[[], None]:
    """Write log records to the file, and return what ends that once the rest is written.

    Secrets are taken out on the caller's thread, before anything is queued.
    Where the folder cannot be made, the program runs without a log file.
    """
    try:
        paths.logs.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return lambda: None
    file = QuietFile(
        paths.log_file, maxBytes=MAX_BYTES, backupCount=_OLDER_FILES, encoding="utf-8", delay=True
    )
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    records: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
    sender = QueueHandler(records)
    sender.setFormatter(RedactingFormatter())
    listener = QueueListener(records, file)
    return _attach(sender, listener, file, level)


def _attach(
    sender: QueueHandler, listener: QueueListener, file: RotatingFileHandler, level: int
) -> Callable[[], None]:
    root = logging.getLogger()
    before = root.level
    root.setLevel(level)
    root.addHandler(sender)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    listener.start()

    def close() -> None:
        root.removeHandler(sender)
        root.setLevel(before)
        listener.stop()
        file.close()

    return close
