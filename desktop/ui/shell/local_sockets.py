"""How two programs of one person talk on Unix: a socket that is a file in a folder of theirs.

Qt's own local sockets would bring its whole network library, of which nothing else is needed on
Linux: 3.4 MB. On Windows there are no such files: see `local_pipes`, whose classes are the same.
"""

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QSocketNotifier

_AT_ONCE = 64 * 1024
_LINE = 256
"""Bytes that an answer of one line has at most."""


class Door(QObject):
    """Where later starts come in; `came` is called with each."""

    def __init__(self, came: "Callable[[Visitor], None]", parent: QObject) -> None:
        super().__init__(parent)
        self._came = came
        self._name: Path | None = None
        self._socket: socket.socket | None = None
        self._bell: QSocketNotifier | None = None

    def open(self, name: str) -> str:
        """Be found under that name, whoever had it before; return what is wrong, or ""."""
        door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            Path(name).unlink(missing_ok=True)
            door.bind(name)
            os.chmod(name, 0o600)  # Nobody was let in until now.
            door.listen()
        except OSError as problem:
            door.close()
            return str(problem)
        self._name, self._socket = Path(name), door
        self._bell = _bell(door, self, self._answer)
        return ""

    def close(self) -> None:
        """Be found no more; twice is no harm."""
        if self._socket is not None and self._bell is not None and self._name is not None:
            self._bell.setEnabled(False)
            self._socket.close()
            self._socket = None
            with suppress(OSError):  # A folder for this session may be gone with it.
                self._name.unlink()

    def _answer(self) -> None:
        if self._socket is None:
            return
        try:
            connection, _ = self._socket.accept()
        except OSError:  # It has gone already.
            return
        self._came(Visitor(connection, self))


class Visitor(QObject):
    """A later start: `said` is called with what it says, piece by piece."""

    def __init__(self, connection: socket.socket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = connection
        self._bell = _bell(connection, self, self._read)
        self.said: Callable[[bytes], None] = lambda _said: None

    def _read(self) -> None:
        try:
            said = self._socket.recv(_AT_ONCE)
        except BlockingIOError:
            return
        except OSError:
            said = b""
        if said:
            self.said(said)
        else:
            self.leave()

    def say(self, answer: bytes) -> None:
        """Say some bytes, which always have room."""
        with suppress(OSError):
            self._socket.sendall(answer)

    def leave(self) -> None:
        """Say no more and hear no more; twice is no harm."""
        self._bell.setEnabled(False)
        self._socket.close()
        self.deleteLater()


def _bell(of: socket.socket, owner: QObject, rung: Callable[[], None]) -> QSocketNotifier:
    of.setblocking(False)
    bell = QSocketNotifier(of.fileno(), QSocketNotifier.Type.Read, owner)
    bell.activated.connect(rung)
    return bell


class Call:
    """Talks to the first program, and waits for each answer until the deadline."""

    def __init__(self, deadline: QDeadlineTimer) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._deadline = deadline

    def reach(self, name: str) -> bool:
        """Return False where nobody is found under that name."""
        self._hurry()
        try:
            self._socket.connect(name)
        except OSError:
            return False
        return True

    def say(self, message: bytes) -> None:
        """Say something; whether it was heard, an answer shows."""
        self._hurry()
        with suppress(OSError):
            self._socket.sendall(message)

    def line(self) -> bytes:
        """Return the next line, or what of it came in time."""
        line = b""
        while not line.endswith(b"\n") and len(line) < _LINE:
            self._hurry()
            try:
                piece = self._socket.recv(1)
            except OSError:
                break
            if not piece:
                break
            line += piece
        return line

    def end(self) -> None:
        """Hang up."""
        self._socket.close()

    def _hurry(self) -> None:
        self._socket.settimeout(max(1, self._deadline.remainingTime()) / 1000)
