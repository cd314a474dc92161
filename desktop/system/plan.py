"""What is to be done to a server, as a person sees it before any of it is done.

The steps that are shown are the steps that are run, word for word. This program never has the
administrator's rights: a step that needs them begins with what asks for them, as a part of it.
"""

import os
import shlex
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path, PurePath

_END = "EOF"


class Asking(Enum):
    """How the administrator's rights are asked for."""

    PKEXEC = auto()
    """A window of the system's asks."""
    SUDO = auto()
    """A terminal asks: such a step can be copied into one and not be run from here."""
    NOT_NEEDED = auto()
    """Whoever runs this is the administrator already, as in a container."""

    @property
    def words(self) -> tuple[str, ...]:
        return _ASKING[self]


_ASKING: Mapping[Asking, tuple[str, ...]] = {
    Asking.PKEXEC: ("pkexec",),
    Asking.SUDO: ("sudo",),
    Asking.NOT_NEEDED: (),
}


class Caution(Enum):
    """What a person should know before a plan is carried out."""

    OPEN_TO_ONE_NETWORK = auto()
    OPEN_TO_EVERYBODY = auto()
    """It would listen on every network, and Ollama has no sign-in."""
    ENDS_ANSWERS = auto()
    """The server is started anew: what it is doing now is cut off."""
    SECRET_IS_READABLE = auto()
    """The sign-in of a proxy can be read by everybody who uses this computer."""
    UNTIL_LOGOUT = auto()
    """The system forgets it when the person logs out."""
    OVERRIDDEN_BY_FILE = auto()
    """The service reads a file of variables as well, which has the last word."""


@dataclass(frozen=True, slots=True)
class WriteFile:
    """A file of the person's own that is written, its folder made where there is none."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """A command that is run, without a shell; `feed` is what it reads."""

    command: tuple[str, ...]
    feed: str = ""
    needs_administrator: bool = False


@dataclass(frozen=True, slots=True)
class EndProcess:
    """A process of the person's own that is told to end, and those that it started with it.

    `created`, in seconds since 1970, tells it from another that was given its number since.
    """

    pid: int
    created: float


Step = WriteFile | Run | EndProcess


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps in their order. Where one fails, those after it are not begun."""

    steps: tuple[Step, ...]
    cautions: frozenset[Caution] = frozenset()

    @property
    def needs_administrator(self) -> bool:
        return any(isinstance(step, Run) and step.needs_administrator for step in self.steps)

    @property
    def can_be_run(self) -> bool:
        """Whether no step wants a terminal to ask on."""
        commands = (step.command for step in self.steps if isinstance(step, Run))
        return bool(self.steps) and not any(command[0] == "sudo" for command in commands)

    @property
    def shown(self) -> str:
        """The plan as lines for a shell, which would do the same if they were pasted there."""
        return "\n".join(shown(step) for step in self.steps)


def shown(step: Step) -> str:
    """Return one step as a person reads it."""
    match step:
        case WriteFile(path, text):
            folder = f"mkdir -p {_quoted(path.parent)}"
            return f"{folder}\n{_fed(f'cat > {_quoted(path)}', text)}"
        case Run(command, feed):
            line = _line(command)
            return _fed(line, feed) if feed else line
        case EndProcess(pid):
            return f"taskkill /PID {pid} /T" if sys.platform == "win32" else f"kill {pid}"


def way_to_ask(
    environ: Mapping[str, str], find: Callable[[str], str | None] = shutil.which
) -> Asking:
    """Return how the administrator's rights are asked for here: with a window where one can be."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return Asking.NOT_NEEDED
    has_screen = any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return Asking.PKEXEC if has_screen and find("pkexec") else Asking.SUDO


def as_administrator(asking: Asking, *command: str, feed: str = "") -> Run:
    """Return a step that asks for the administrator's rights as a part of itself."""
    return Run((*asking.words, *command), feed, needs_administrator=True)


def as_one(asking: Asking, lines: Sequence[str], feed: str = "") -> Run:
    """Return commands for a shell as one step, so that the administrator is asked for once."""
    return as_administrator(asking, "sh", "-ec", "; ".join(lines), feed=feed)


def _fed(line: str, text: str) -> str:
    return f"{line} <<'{_END}'\n{text.removesuffix(chr(10))}\n{_END}"


def _line(command: tuple[str, ...]) -> str:
    if sys.platform == "win32":
        return " ".join(_for_windows(word) for word in command)
    return shlex.join(command)


def _for_windows(word: str) -> str:
    plain = word and not any(letter in word for letter in " \t\"'`$&|;()<>")
    return word if plain else "'" + word.replace("'", "''") + "'"


def _quoted(path: PurePath) -> str:
    return shlex.quote(str(path))
