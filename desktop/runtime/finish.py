"""Work that must not stop halfway, whoever is cancelled meanwhile."""

import asyncio
from collections.abc import Coroutine
from typing import TypeVar

T = TypeVar("T")

WITHIN = 5.0
"""Seconds that such work may take at most; closing a connection takes none that one could see."""


async def finish(work: Coroutine[object, object, T], within: float = WITHIN) -> T:
    """Do the work to its end; a cancellation that comes meanwhile is raised after it.

    Closing is what a cancelled task does, and a second cancellation would leave
    it half done: a connection that stays open, for which a server goes on
    computing. A task of its own, which nobody else knows, is out of reach.
    After `within` seconds the work itself is cancelled, and ends as it can.

    Raises:
        TimeoutError: it was, so that nobody is told of a cancellation that nobody asked for.
    """
    loop = asyncio.get_running_loop()
    task = loop.create_task(work, name="finish")
    until = loop.time() + within
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            done, _ = await asyncio.wait({task}, timeout=max(0.0, until - loop.time()))
        except asyncio.CancelledError as error:
            cancelled = error
            continue
        if not done:
            task.cancel()
            until = loop.time() + within
    if cancelled is not None:
        if not task.cancelled():
            task.exception()  # Looked at, or it would be logged; what was cancelled asks no more.
        raise cancelled
    if task.cancelled():
        raise TimeoutError
    return task.result()
