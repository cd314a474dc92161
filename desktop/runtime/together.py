"""Several questions at once, which end together."""

import asyncio
from collections.abc import Coroutine, Iterable
from typing import TypeVar

T = TypeVar("T")


async def together(questions: Iterable[Coroutine[object, object, T]]) -> list[T]:
    """Return all answers, in the order of the questions.

    When one fails, its error is raised, as it is when asked alone; the others are
    cancelled first and have ended, as they have when whoever asks is cancelled. With
    asyncio.gather they would run on without an owner, and asyncio.TaskGroup loses a
    cancellation that comes in the moment when one fails.
    """
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(question, name="together") for question in questions]
    if not tasks:
        return []
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks:
            task.cancel()
        if left := [task for task in tasks if not task.done()]:
            await asyncio.wait(left)
        errors = [error for task in tasks if (error := _error(task)) is not None]
    if errors:
        raise errors[0]
    return [task.result() for task in tasks]


def _error(task: asyncio.Task[T]) -> BaseException | None:
    """Return what a task failed with; one that was cancelled or goes on has not failed."""
    return task.exception() if task.done() and not task.cancelled() else None
