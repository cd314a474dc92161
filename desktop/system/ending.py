"""Ending a process by the number that is known, and nobody else."""

import asyncio
import contextlib

import psutil

from desktop.runtime.threads import abandonable

PATIENCE = 10.0
"""Seconds that a server is given to end by itself: it ends its engines first."""
_LOOK_AGAIN = 0.05


class NotEnded(Exception):
    """The process could not be ended: it is somebody else's."""


def is_alive(pid: int, created: float) -> bool:
    """Whether that very process still runs; one that has ended and was not fetched does not."""
    return _found(pid, created) is not None


async def end_process(pid: int, created: float, patience: float = PATIENCE) -> None:
    """End a process and what it started, first kindly, and return when they are gone.

    Another process that has the number by now is left alone.

    Raises:
        NotEnded: this person may not end it.
    """
    if (process := await abandonable(_found, pid, created)) is None:
        return
    with contextlib.suppress(psutil.Error):
        family = [process, *process.children(recursive=True)]
        _tell(family[:1], kindly=True)
        await _until_gone(family, patience)
        _tell(family, kindly=False)
        await _until_gone(family, patience)
        return
    if is_alive(pid, created):
        raise NotEnded(f"process {pid} cannot be ended")


def _found(pid: int, created: float) -> psutil.Process | None:
    try:
        process = psutil.Process(pid)
        if process.create_time() != created or process.status() == psutil.STATUS_ZOMBIE:
            return None
    except psutil.NoSuchProcess:
        return None
    return process


def _tell(processes: list[psutil.Process], *, kindly: bool) -> None:
    """psutil looks at the time of creation itself before it signals."""
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            if kindly:
                process.terminate()
            else:
                process.kill()


async def _until_gone(processes: list[psutil.Process], patience: float) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(patience):
            while any(_runs(process) for process in processes):  # noqa: ASYNC110  nobody tells
                await asyncio.sleep(_LOOK_AGAIN)


def _runs(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False
