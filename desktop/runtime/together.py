"""Several questions at once, which end together."""

import asyncio
from collections.abc import Coroutine, Iterable
from typing import TypeVar

T = TypeVar("T")


async def together(questions: Iterable[Coroutine[object, object, T]]) -> list[T]:
    """Return all answers, in the order of the questions.

    When one fails, its error is raised, as it is when asked alone; the others are
    cancelled first and have ended, as they have when whoever asks is cancelled. With
    asyncio.gather they would run on without an owner.
    """
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(question, name="together") for question in questions]
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from errors
    return [task.result() for task in tasks]
