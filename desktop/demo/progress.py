"""Turns the steps of a pull, push or create into an answer, streamed or not."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import TypeAlias

from desktop.demo.reply import BARE_JSON, Answer, Refusal, Streaming, json_reply, line

Step: TypeAlias = Mapping[str, object]
Steps: TypeAlias = AsyncGenerator[Step, None]


async def told(steps: Steps, *, stream: bool) -> Answer:
    """Answer with every step, or with the last one alone (facts 1, 2 and 44)."""
    if stream:
        return Streaming(_lines(steps))
    last: Step = {}
    try:
        async with aclosing(steps):
            async for step in steps:
                last = step
    except Refusal as refusal:
        raise Refusal(refusal.status, refusal.message, BARE_JSON) from None
    return json_reply(last, content_type=BARE_JSON)


async def _lines(steps: Steps) -> AsyncGenerator[bytes, None]:
    async with aclosing(steps):
        async for step in steps:
            yield line(step)
