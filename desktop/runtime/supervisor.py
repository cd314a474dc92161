"""Owns tasks: a crash is reported and cancels nobody else, and closing ends them all."""

import asyncio
import logging
from collections.abc import Coroutine
from dataclasses import dataclass
from types import TracebackType
from typing import Self, TypeVar

from desktop.runtime.event import Event

T = TypeVar("T")

_log = logging.getLogger(__name__)
_LETTING_GO = 0.3
"""Seconds that a task which was cancelled already has to end in peace."""


@dataclass(frozen=True, slots=True)
class Crash:
    """A task that ended with an exception nobody had foreseen."""

    task: str
    error: BaseException


class Supervisor:
    """Starts tasks and answers for them until it is closed.

    Unlike asyncio.TaskGroup, one task's crash leaves its siblings running: a
    bug in the polling of one host must not end a pull on another.
    """

    def __init__(self) -> None:
        self.crashed = Event[Crash]()
        self._tasks: set[asyncio.Task[object]] = set()
        self._closing = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    @property
    def task_count(self) -> int:
        """How many tasks are still running."""
        return len(self._tasks)

    def start(self, work: Coroutine[object, object, T], *, name: str) -> asyncio.Task[T]:
        """Run `work` as a task of that name, which appears in logs and crash reports.

        After `close` has begun nothing is started: the task that is returned
        is already cancelled, so that late callers need no special case.
        """
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._on_done)
        if self._closing:
            task.cancel()
        return task

    async def close(self) -> None:
        """Cancel every task and return when the last one has ended.

        One that was cancelled before is letting go of its connection, and is not
        disturbed in that unless it takes long.
        """
        self._closing = True
        ending = {task for task in self._tasks if task.cancelling()}
        for task in self._tasks - ending:
            task.cancel()
        if ending:
            _, still = await asyncio.wait(ending, timeout=_LETTING_GO)
            for task in still:
                task.cancel()
        while self._tasks:  # What is started meanwhile is cancelled as it starts.
            await asyncio.wait(self._tasks)

    def _on_done(self, task: asyncio.Task[object]) -> None:
        self._tasks.discard(task)
        if task.cancelled() or (error := task.exception()) is None:
            return
        _log.error("task %s crashed", task.get_name(), exc_info=error)
        self.crashed.emit(Crash(task.get_name(), error))
