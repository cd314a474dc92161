"""Sends a canned answer word by word, with the figures that a server counts (facts 22 and 23)."""

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import TypeAlias

from desktop.demo.answers import Spoken
from desktop.demo.asking import Asked
from desktop.demo.machine import Machine
from desktop.demo.prompt import Prompt
from desktop.demo.reply import Answer, Streaming, json_reply, line
from desktop.domain.model import JsonValue

Row: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class Delta:
    """A piece of an answer, as it is sent."""

    text: str = ""
    thinking: str = ""
    tool_calls: tuple[JsonValue, ...] = ()


async def tell(
    machine: Machine,
    asked: Asked,
    spoken: Spoken,
    prompt: Prompt,
    row: Callable[[Delta], Row],
    more: Row,
) -> AsyncGenerator[Row, None]:
    """Load the model if need be, and yield the rows of its answer, the last one with figures.

    An answer ends where the context is full.

    Raises:
        Refusal: the prompt is too long for the context and may not be cut.
    """
    begin = machine.clock.monotonic()
    async with machine.runners.use(asked.model, asked.weights, asked.context, asked.keep) as runner:
        loaded = machine.clock.monotonic()
        seen = prompt.within(runner.context)
        spoken = spoken.within(max(1, runner.context - seen))
        for delta in _deltas(spoken):
            await machine.clock.sleep(machine.token_pause)
            yield {**head(machine, asked), **row(delta), "done": False}
        reason = "length" if spoken.is_cut else "stop"
        last = {**head(machine, asked), **row(Delta()), "done": True, "done_reason": reason}
        figures = _figures(begin, loaded, machine.clock.monotonic(), seen, spoken.count)
        yield {**last, **more, **figures}


def _deltas(spoken: Spoken) -> list[Delta]:
    thoughts = [Delta(thinking=word) for word in spoken.thinking]
    calls = [Delta(tool_calls=spoken.tool_calls)] if spoken.tool_calls else []
    return thoughts + [Delta(word) for word in spoken.words if word] + calls


def head(machine: Machine, asked: Asked) -> Row:
    """Write who answers: the name as it was sent (fact 25), and when."""
    return {"model": asked.body.model, "created_at": machine.created_at()}


def _figures(begin: float, loaded: float, end: float, prompt: int, words: int) -> Row:
    evaluated = int((loaded - begin) * 1e9)
    told = int((end - loaded) * 1e9)
    return {
        "total_duration": evaluated + told + 1_100_000,
        "load_duration": evaluated + 1_000_000,
        "prompt_eval_count": prompt,
        "prompt_eval_duration": 90_000 * prompt,
        "eval_count": max(1, words),
        "eval_duration": max(1_000, told),
    }


async def loaded(machine: Machine, asked: Asked, row: Row) -> Answer:
    """Load or unload a model, as a request without words wants it (fact 22)."""
    if asked.keep == 0:
        machine.runners.unload(asked.model)
        return json_reply({**head(machine, asked), **row, "done": True, "done_reason": "unload"})
    async with machine.runners.use(asked.model, asked.weights, asked.context, asked.keep):
        pass
    return json_reply({**head(machine, asked), **row, "done": True, "done_reason": "load"})


async def answered(
    rows: AsyncGenerator[Row, None], join: Callable[[list[Row]], Row], *, stream: bool
) -> Answer:
    """Answer line by line, or with one object that joins them."""
    if stream:
        return Streaming(_lines(rows))
    async with aclosing(rows):
        return json_reply(join([row async for row in rows]))


async def _lines(rows: AsyncGenerator[Row, None]) -> AsyncGenerator[bytes, None]:
    async with aclosing(rows):
        async for row in rows:
            yield line(row)
