"""Ending as another program asks for it: SIGTERM, Ctrl+C in a terminal, a terminal that closes."""

import contextlib
import signal
import socket
from collections.abc import Callable
from types import FrameType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
"""Those of them that a system has not are left out."""


class EndSignals(QObject):
    """Calls `end` for each such signal until it is closed.

    Python sees a signal only between two of its own instructions, and Qt's loop
    may sleep for long: so the system writes a byte, for which the loop wakes.
    """

    def __init__(self, end: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._ours, self._systems = socket.socketpair()
        for one in (self._ours, self._systems):
            one.setblocking(False)
        self._woken = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._woken.activated.connect(self._empty)
        self._wakeup = signal.set_wakeup_fd(self._systems.fileno(), warn_on_full_buffer=False)
        self._before: dict[int, Any] = {}
        for name in _NAMES:
            if (number := getattr(signal, name, None)) is not None:
                self._before[number] = signal.signal(number, self._hear)

    def close(self) -> None:
        """Leave signals to whoever had them before."""
        for number, before in self._before.items():
            signal.signal(number, signal.SIG_DFL if before is None else before)
        self._before.clear()
        signal.set_wakeup_fd(self._wakeup)
        self._woken.setEnabled(False)
        self._ours.close()
        self._systems.close()

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        self._end()

    def _empty(self) -> None:
        """Take the bytes away; the signal itself is heard as soon as Python runs, which it does."""
        with contextlib.suppress(BlockingIOError):
            while self._ours.recv(64):
                pass
