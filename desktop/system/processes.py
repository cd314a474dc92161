"""Ollama's own processes: the server, the app, and the runners that hold the models."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import psutil

from desktop.domain.readings import ProcessReading

_OWN = "ollama"
_RUNNERS = ("llama-server", "ollama_llama_server", "ollama-runner", "mlx-runner")
_LOOK_AT_ALL = 15
"""Looks after which every process is asked for its name again; one may have become another."""
_MOST_PARENTS = 8


@dataclass(frozen=True, slots=True)
class Known:
    """What is kept of a process: its name in lower case, and who started it."""

    name: str
    parent: int


class OllamaProcesses:
    """Finds them again and again, at a small price: only what is new is asked for its name.

    To ask every process of a desktop each two seconds would alone cost more
    than all else that is read.
    """

    def __init__(self) -> None:
        self._known: dict[int, Known] = {}
        self._looks = 0

    def read(self) -> tuple[ProcessReading, ...]:
        """Return Ollama's processes, by their ids; it blocks for a few milliseconds."""
        if self._looks % _LOOK_AT_ALL == 0:
            self._known.clear()
        self._looks += 1
        there = set(psutil.pids())
        for gone in self._known.keys() - there:
            del self._known[gone]
        for pid in there - self._known.keys():
            if (known := _look_at(pid)) is not None:
                self._known[pid] = known
        return tuple(_measured(self._known))


def own_processes(known: Mapping[int, Known]) -> dict[int, bool]:
    """Return the ids of Ollama's processes, each with whether it is a runner.

    A program that Ollama's command started, such as an editor, is not Ollama's;
    a `llama-server` that somebody else started is not either.
    """
    named = {pid for pid, each in known.items() if each.name.startswith(_OWN)}
    own: dict[int, bool] = {}
    for pid, each in known.items():
        is_runner = each.name.startswith(_RUNNERS)
        below = any(parent in named for parent in _parents(pid, known))
        if is_runner and (below or pid in named):
            own[pid] = True
        elif pid in named:  # Until 0.30 a runner was `ollama runner`, started by the server.
            own[pid] = known[pid].parent in named
    return own


def _parents(pid: int, known: Mapping[int, Known]) -> Iterator[int]:
    for _ in range(_MOST_PARENTS):
        if (each := known.get(pid)) is None:
            return
        pid = each.parent
        yield pid


def _look_at(pid: int) -> Known | None:
    try:
        process = psutil.Process(pid)
        with process.oneshot():
            return Known(process.name().lower(), process.ppid())
    except (psutil.Error, OSError):
        return None


def _measured(known: Mapping[int, Known]) -> Iterator[ProcessReading]:
    for pid, is_runner in sorted(own_processes(known).items()):
        try:
            memory = psutil.Process(pid).memory_info().rss
        except psutil.NoSuchProcess:
            continue
        except (psutil.Error, OSError):
            memory = None  # Another person's: it is there, and its size is not told.
        yield ProcessReading(pid, known[pid].name, memory, is_runner)
