"""One run of the doctor: each step on the way to a host, up to the first that fails."""

from collections.abc import Callable
from contextlib import suppress

from desktop.diagnostics.answer_steps import answer_a_token, ask, list_models
from desktop.diagnostics.checkup import Checkup
from desktop.diagnostics.line import Line
from desktop.diagnostics.record import Found, Record
from desktop.diagnostics.way_steps import connect, look_at_address, look_up, tell_route
from desktop.runtime.clock import Clock


async def examine(
    line: Line, clock: Clock, put: Callable[[Checkup], None], token_model: str = ""
) -> None:
    """Go through the steps; `put` hears of the checkup each time that it changed."""
    record = Record(line.host, clock, put)
    with suppress(Found):  # It is in the record.
        await _go(record, line, token_model)
    record.finish()


async def _go(record: Record, line: Line, token_model: str) -> None:
    look_at_address(record, line.host)
    way = await line.way()
    numbers = await look_up(record, line, way)
    tell_route(record, line.host, way)
    await connect(record, line, way, numbers)
    async with line.client() as client:
        await ask(record, line, client, way)
        await list_models(record, line.host, client)
        await answer_a_token(record, line.host, client, token_model)
