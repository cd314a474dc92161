"""Several questions at once."""

import asyncio

import pytest

from desktop.runtime.together import together


async def answer(value: int, after: asyncio.Event | None = None) -> int:
    if after is not None:
        await after.wait()
    return value


async def test_answers_stand_in_the_order_of_the_questions():
    later = asyncio.Event()
    asyncio.get_running_loop().call_soon(later.set)
    assert await together([answer(1, later), answer(2)]) == [1, 2]


async def test_nothing_is_asked_where_there_is_no_question():
    assert await together(answer(each) for each in ()) == []


async def test_one_that_fails_ends_the_others_and_is_told_as_if_alone():
    ended: list[str] = []

    async def wait() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("yes")

    async def fail() -> None:
        await asyncio.sleep(0)
        raise LookupError("no")

    with pytest.raises(LookupError, match="no"):
        await together([wait(), fail()])
    assert ended == ["yes"]


async def test_a_cancellation_in_the_moment_of_a_failure_is_not_lost():
    """A task group took the failure for all of it, and whoever asked went on for ever."""

    async def fails() -> None:
        await asyncio.sleep(0)
        raise ValueError

    async def asks() -> None:
        await together([fails(), asyncio.sleep(10)])

    for turns in range(6):
        asking = asyncio.create_task(asks())
        for _ in range(turns):
            await asyncio.sleep(0)
        is_asking = not asking.done()
        asking.cancel()
        await asyncio.wait({asking})
        assert asking.cancelled() or not is_asking
