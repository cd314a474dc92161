"""Tasks that live no longer than a widget."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from PySide6.QtCore import QObject

T = TypeVar("T")


class TaskScope:
    """Owns the tasks that a widget started; they are cancelled when it is destroyed.

    Views call `start` with plain functions and need no asyncio. Once the
    owner is gone, neither function is called, whatever had already ended.
    """

    def __init__(self, owner: QObject) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self._is_over = False
        owner.destroyed.connect(self._end)

    @property
    def is_busy(self) -> bool:
        return bool(self._tasks)

    def start(
        self,
        work: Coroutine[Any, Any, T],
        on_done: Callable[[T], None],
        on_error: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Await `work`, then hand its result to `on_done` or what it raised to `on_error`.

        Without `on_error` an exception goes to the loop's exception handler,
        which reports it as a crash; so does one that these functions raise.
        """
        if self._is_over:
            work.close()
            return
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(lambda ended: self._on_ended(ended, on_done, on_error))

    def cancel(self) -> None:
        """Give up what is running, as before asking again for something else."""
        for task in tuple(self._tasks):
            task.cancel()
        self._tasks.clear()

    def _end(self) -> None:
        self._is_over = True
        self.cancel()

    def _on_ended(
        self,
        task: asyncio.Task[T],
        on_done: Callable[[T], None],
        on_error: Callable[[BaseException], None] | None,
    ) -> None:
        is_wanted = task in self._tasks
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if not is_wanted:
            return
        if error is None:
            on_done(task.result())
        elif on_error is not None:
            on_error(error)
        else:
            task.get_loop().call_exception_handler(
                {"message": "a view's task crashed", "exception": error, "task": task}
            )
