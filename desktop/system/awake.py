"""Keeping this computer from going to sleep while there is work, each system in its own way."""

import asyncio
import ctypes
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Coroutine, Sequence
from typing import TypeAlias

from desktop.runtime.task_owner import TaskOwner
from desktop.system.command import end

Keeper: TypeAlias = Callable[[str], Coroutine[object, object, None]]
"""Keeps the computer awake until it is cancelled; is told why, in a person's words.

It ends by itself where that cannot be done.
"""
_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001
"""ES_CONTINUOUS and ES_SYSTEM_REQUIRED of winbase.h; the screen may go dark."""

_log = logging.getLogger(__name__)


class Awake(TaskOwner):
    """Holds sleep off between `want(True)` and `want(False)`; used as `async with`.

    Whatever holds it ends with this program, also where that is killed: a child
    sees its input close, and Windows forgets the wish of a thread that is gone.
    """

    def __init__(self, keeper: Keeper | None) -> None:
        """`keeper` is None on a system for which there is none."""
        super().__init__()
        self._keeper = keeper
        self._task: asyncio.Task[None] | None = None
        self._is_wanted = False

    @property
    def is_held(self) -> bool:
        """Whether something holds sleep off, as far as is known."""
        return self._task is not None and not self._task.done()

    def want(self, wanted: bool, why: str = "") -> None:
        """Hold sleep off, or no longer; a way that failed is tried again with the next wish."""
        if wanted == self._is_wanted or self._keeper is None:
            return
        self._is_wanted = wanted
        if self._task is not None:
            self._task.cancel()
        self._task = self._tasks.start(self._keeper(why), name="awake") if wanted else None


def usual_keeper(platform: str = sys.platform) -> Keeper | None:
    """Return what keeps this computer awake; None on a system that is not known."""
    if platform.startswith("linux"):
        return lambda why: keep_by_child(_inhibit(why))
    if platform == "darwin":
        return lambda _: keep_by_child(("caffeinate", "-i", "-w", str(os.getpid())))
    if platform == "win32":
        return lambda _: keep_by_state(_set_state)
    return None


async def keep_by_child(command: Sequence[str]) -> None:
    """Run a program that keeps the computer awake for as long as it runs.

    Its input is a pipe of ours: what reads from it ends with this program.
    """
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        _log.info("sleep is not held off: %s: %s", command[0], error.strerror)
        return
    try:
        status = await process.wait()
        _log.info("sleep is not held off: %s ended with %d", command[0], status)
    finally:
        await end(process)


async def keep_by_state(set_state: Callable[[int], bool]) -> None:
    """Say to Windows that this thread needs the system, until cancelled; on the loop's thread."""
    if not set_state(_CONTINUOUS | _SYSTEM_REQUIRED):
        _log.info("sleep is not held off: SetThreadExecutionState refused")
        return
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        set_state(_CONTINUOUS)


def _inhibit(why: str) -> tuple[str, ...]:
    """Return a command that logind counts as a reason not to sleep; `cat` ends with its input.

    Only sleep is held off: the screen may go dark, and a closed lid still counts.
    """
    words = ("--what=sleep", "--who=Paddock", f"--why={why}", "--mode=block")
    return ("systemd-inhibit", *words, "cat")


def _set_state(state: int) -> bool:
    if sys.platform == "win32":
        return bool(ctypes.windll.kernel32.SetThreadExecutionState(state))
    return False
