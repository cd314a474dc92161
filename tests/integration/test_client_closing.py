"""An answer that is given up is closed to its end, however often its task is cancelled."""

import asyncio
import gc
import sys
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing, contextmanager
from typing import Any

import pytest

from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import ServerRefused, StreamBroken
from tests.clock import until
from tests.raw_server import END, STREAM, RawServer, chunk

STEP = b'{"status":"pulling x","digest":"sha256:1","total":100,"completed":1}\n'
ANSWERS = {"none yet": (), "a stream": (STREAM, chunk(STEP))}


@contextmanager
def none_left() -> Iterator[None]:
    """Fail where an asynchronous generator of the block is left to the collector."""
    left: list[str] = []

    def finalize(generator: AsyncGenerator[Any, None]) -> None:
        left.append(repr(generator))

    before = sys.get_asyncgen_hooks()
    sys.set_asyncgen_hooks(finalizer=finalize)
    try:
        yield
        gc.collect()
    finally:
        sys.set_asyncgen_hooks(*before)
    assert not left


async def pull(client: OllamaClient) -> None:
    async with aclosing(client.pull("x")) as steps:
        async for _ in steps:
            await asyncio.sleep(0)


async def turns(count: int) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


async def cancel(task: asyncio.Task[None], *turns_before: int) -> None:
    """Cancel a task after so many turns of the loop, and perhaps again; return at its end."""
    for count in turns_before:
        await turns(count)
        task.cancel()
    await asyncio.wait({task})


@pytest.mark.parametrize("between", range(5))
@pytest.mark.parametrize("answer", ANSWERS)
async def test_two_cancellations_leave_no_connection(answer: str, between: int):
    for before in range(6):
        server = RawServer(*ANSWERS[answer], is_held=True, is_endless=answer != "none yet")
        async with server, open_http(server.address) as http:
            task = asyncio.create_task(pull(OllamaClient(http)))
            await server.was_asked.wait()
            await cancel(task, before, between)
            assert task.cancelled()
            await until(server.client_left.is_set)


@pytest.mark.parametrize("between", range(5))
async def test_two_cancellations_leave_no_generator(between: int):
    with none_left():
        for before in range(12):
            server = RawServer(STREAM, chunk(STEP), is_endless=True)
            async with server, open_http(server.address) as http:
                task = asyncio.create_task(pull(OllamaClient(http)))
                await server.was_asked.wait()
                await cancel(task, before, between)


async def test_a_cancellation_while_a_refusal_is_let_go_of_leaves_no_generator():
    """The pull had ended with an error; it was cancelled as its connection was being closed."""
    refusal = chunk(b'{"error":"pull model manifest: file does not exist"}\n')
    ends: set[type | None] = set()
    with none_left():
        for before in range(12):
            async with RawServer(STREAM, refusal, END) as server, open_http(server.address) as http:
                task = asyncio.create_task(pull(OllamaClient(http)))
                await server.was_asked.wait()
                await cancel(task, before)
                ends.add(None if task.cancelled() else type(task.exception()))
    assert ends == {None, ServerRefused}


async def test_a_client_whose_closing_is_cancelled_leaves_no_connection():
    """httpx closes once and httpcore forgets what it closes, so that nobody could do the rest."""
    for before in range(4):
        async with RawServer(STREAM, chunk(STEP), is_held=True) as server:
            http = open_http(server.address)
            tasks = [asyncio.create_task(pull(OllamaClient(http))) for _ in range(3)]
            await until(lambda: len(server.requests) == 3)
            closing = asyncio.create_task(http.aclose())
            await turns(before)
            closing.cancel()
            await asyncio.wait({closing})
            await http.aclose()
            await until(lambda: not server.clients)
            await asyncio.wait(tasks)
            assert {type(task.exception()) for task in tasks} == {StreamBroken}
