"""How two programs of one person talk on Windows: a named pipe, by Qt's local sockets.

The classes are those of `local_sockets`, which serves everywhere else.
"""

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_AT_ONCE = 64 * 1024
_LINE = 256
_GRACE_MS = 1000


class Door(QObject):
    """Where later starts come in; `came` is called with each."""

    def __init__(self, came: "Callable[[Visitor], None]", parent: QObject) -> None:
        super().__init__(parent)
        self._came = came
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def open(self, name: str) -> str:
        """Be found under that name, whoever had it before; return what is wrong, or ""."""
        QLocalServer.removeServer(name)
        return "" if self._server.listen(name) else self._server.errorString()

    def close(self) -> None:
        """Be found no more; twice is no harm."""
        self._server.close()

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            self._came(Visitor(self._server.nextPendingConnection()))


class Visitor(QObject):
    """A later start: `said` is called with what it says, piece by piece."""

    def __init__(self, connection: QLocalSocket) -> None:
        super().__init__(connection)
        self._socket = connection
        self.said: Callable[[bytes], None] = _unheard
        connection.readyRead.connect(self._read)
        connection.disconnected.connect(connection.deleteLater)

    def _read(self) -> None:
        while said := self._socket.read(_AT_ONCE).data():
            self.said(bytes(said))

    def say(self, answer: bytes) -> None:
        """Say some bytes, which always have room."""
        self._socket.write(answer)

    def leave(self) -> None:
        """Say no more and hear no more; twice is no harm."""
        self.said = _unheard
        self._socket.disconnectFromServer()  # Once all is said.
        QTimer.singleShot(_GRACE_MS, self._socket, self._socket.abort)


def _unheard(_said: bytes) -> None:
    """Hear it from nobody, or no more: what has come is still read."""


class Call:
    """Talks to the first program, and waits for each answer until the deadline."""

    def __init__(self, deadline: QDeadlineTimer) -> None:
        self._socket = QLocalSocket()
        self._deadline = deadline

    def reach(self, name: str) -> bool:
        """Return False where nobody is found under that name."""
        self._socket.connectToServer(name)
        return self._socket.waitForConnected(self._left())

    def say(self, message: bytes) -> None:
        """Say something; whether it was heard, an answer shows."""
        self._socket.write(message)

    def line(self) -> bytes:
        """Return the next line, or what of it came in time."""
        while not self._socket.canReadLine():
            if not self._socket.waitForReadyRead(self._left()):
                break
        return bytes(self._socket.readLine(_LINE).data())

    def end(self) -> None:
        """Hang up."""
        self._socket.abort()

    def _left(self) -> int:
        return max(1, self._deadline.remainingTime())
