"""Work that is done to its end, also by a task that is cancelled."""

import asyncio

import pytest

from desktop.runtime.finish import finish


class Closing:
    """Takes until `may_end`, and remembers how it ended."""

    def __init__(self, error: Exception | None = None) -> None:
        self.has_begun = asyncio.Event()
        self.may_end = asyncio.Event()
        self.ended = ""
        self._error = error

    async def work(self) -> str:
        self.has_begun.set()
        try:
            await self.may_end.wait()
        except asyncio.CancelledError:
            self.ended = "cancelled"
            raise
        self.ended = "whole"
        if self._error is not None:
            raise self._error
        return "closed"


async def test_it_returns_or_raises_what_the_work_does():
    closing, failing = Closing(), Closing(LookupError("no"))
    closing.may_end.set()
    failing.may_end.set()
    assert await finish(closing.work()) == "closed"
    with pytest.raises(LookupError, match="no"):
        await finish(failing.work())


@pytest.mark.parametrize("error", [None, LookupError("no")])
@pytest.mark.parametrize("times", [1, 3])
async def test_who_is_cancelled_meanwhile_ends_after_the_work(times: int, error: Exception | None):
    closing = Closing(error)
    task = asyncio.create_task(finish(closing.work()))
    await closing.has_begun.wait()
    for _ in range(times):
        task.cancel()
        await asyncio.sleep(0)
    assert not task.done()
    closing.may_end.set()
    await asyncio.wait({task})
    assert task.cancelled()
    assert closing.ended == "whole"


async def test_a_time_out_around_it_stays_a_time_out():
    closing = Closing()

    async def close_in_time() -> None:
        async with asyncio.timeout(0):
            await finish(closing.work())

    task = asyncio.create_task(close_in_time())
    await closing.has_begun.wait()
    await asyncio.sleep(0)
    closing.may_end.set()
    with pytest.raises(TimeoutError):
        await task
    assert closing.ended == "whole"


async def test_work_that_does_not_end_is_cancelled_itself():
    closing = Closing()
    with pytest.raises(TimeoutError):
        await finish(closing.work(), within=0.01)
    assert closing.ended == "cancelled"
