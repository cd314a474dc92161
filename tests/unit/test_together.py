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
