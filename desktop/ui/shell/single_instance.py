"""One running program for each person and settings: a second start hands over and ends."""

import json
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, QTimer, Signal

from desktop.storage.meeting import Meeting, Place
from desktop.ui.shell.foreground import let_come_forward

if sys.platform == "win32":
    from desktop.ui.shell.local_pipes import Call, Door, Visitor
else:
    from desktop.ui.shell.local_sockets import Call, Door, Visitor

PATIENCE_MS = 2000
"""How long a second start waits for the first one, before it shows a window of its own."""
BEGINNING_MS = 8000
"""How long a program may take to begin, on a slow disk: it cannot answer before."""
_LONGEST = 256 * 1024
"""Bytes of a message, which names files."""
_GREETING, _TAKEN = b"paddock ", b"taken\n"
_PAUSE_MS = 40

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a second start was asked for.

    `tokens` lets the first one's window come to the front: variables of the
    environment, by which a desktop knows what a person clicked.
    """

    files: tuple[Path, ...] = ()
    demo: bool = False
    tokens: Mapping[str, str] = field(default_factory=dict[str, str])


class SingleInstance(QObject):
    """Holds the place of the first program, and hears what later starts want.

    `wanted` is emitted for each; what comes before somebody listens waits.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._place: Place | None = None
        self._door = Door(self._greet, self)
        self._kept: list[Wanted] | None = []

    def take(
        self,
        meeting: Meeting,
        wanted: Wanted,
        patience_ms: int = PATIENCE_MS,
        beginning_ms: int = BEGINNING_MS,
    ) -> bool:
        """Return True where this is the first program, and False where the first took it over.

        One that has just begun is waited for longer: people click twice.

        Raises:
            FirstHangs: there is a first one, which does not answer.
            OSError: nobody's place can be held here.
        """
        place = Place(meeting.lock)
        deadline = QDeadlineTimer(max(patience_ms, beginning_ms - round(place.age * 1000)))
        while not deadline.hasExpired():
            if place.take():
                self._place = place
                if problem := self._door.open(meeting.name):
                    _log.warning("later starts are not heard: %s", problem)
                return True
            if hand_over(meeting.name, wanted, deadline):
                return False
            QThread.msleep(_PAUSE_MS)  # The first one is just beginning, or ending.
        raise FirstHangs(meeting.name)

    def listen(self) -> None:
        """Emit `wanted` from now on, and first what has come."""
        kept, self._kept = self._kept or [], None
        for wanted in kept:
            self.wanted.emit(wanted)

    def fall_silent(self) -> None:
        """Hear nobody any more: this program is ending, and later starts wait for that."""
        self._door.close()

    def close(self) -> None:
        """Let the next start be the first one; nothing of this one may write any more."""
        self._door.close()
        if self._place is not None:
            self._place.leave()

    def _greet(self, visitor: Visitor) -> None:
        _Visit(visitor, self)
        visitor.say(_GREETING + b"%d\n" % os.getpid())

    def tell(self, wanted: Wanted) -> None:
        """Pass on what a later start wants."""
        if self._kept is None:
            self.wanted.emit(wanted)
        else:
            self._kept.append(wanted)


class FirstHangs(Exception):
    """A program that runs already does not answer."""


class _Visit(QObject):
    """One later start: a line is read, and no more than is bearable."""

    def __init__(self, visitor: Visitor, owner: SingleInstance) -> None:
        super().__init__(visitor)
        self._visitor = visitor
        self._owner = owner
        self._line = bytearray()
        visitor.said = self._read
        QTimer.singleShot(PATIENCE_MS, visitor, visitor.leave)

    def _read(self, said: bytes) -> None:
        self._line += said
        if len(self._line) > _LONGEST:
            self._visitor.leave()
        elif b"\n" in self._line:
            wanted = read_message(bytes(self._line).partition(b"\n")[0])
            self._line.clear()
            if wanted is not None:
                self._visitor.say(_TAKEN)
                self._owner.tell(wanted)
            self._visitor.leave()


def hand_over(name: str, wanted: Wanted, deadline: QDeadlineTimer) -> bool:
    """Tell the first program what is wanted; False where nobody took it before the deadline."""
    call = Call(deadline)
    try:
        greeting = call.line() if call.reach(name) else b""
        if not greeting.startswith(_GREETING) or not greeting[len(_GREETING) :].strip().isdigit():
            return False
        let_come_forward(int(greeting[len(_GREETING) :]))
        call.say(message(wanted) + b"\n")
        return call.line() == _TAKEN
    finally:
        call.end()


def message(wanted: Wanted) -> bytes:
    """Write it as one line, with as many files as there is room for."""
    files = [os.fsencode(path).hex() for path in wanted.files]
    while True:
        said = {"files": files, "demo": wanted.demo, "tokens": dict(wanted.tokens)}
        text = json.dumps(said).encode()
        if len(text) < _LONGEST or not files:
            return text
        files = files[: len(files) // 2]


def read_message(line: bytes) -> Wanted | None:
    """Read what another program sent; None where it is not what a second start sends."""
    try:
        said: Any = json.loads(line)
        files = tuple(Path(os.fsdecode(bytes.fromhex(name))) for name in said["files"])
        tokens = {str(name): str(value) for name, value in said["tokens"].items()}
        return Wanted(files, bool(said["demo"]), tokens)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def absolute(files: Sequence[Path]) -> tuple[Path, ...]:
    """Return files as another program finds them, whose folder is another one."""
    return tuple(path.absolute() for path in files)
