"""Whatever happens to an answer: an end in time, an error with a name, and nothing made up."""

import asyncio
import json
import os
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from desktop.diagnostics.explain import explain
from desktop.domain.chat import ChatRequest, GenerateRequest, Message
from desktop.domain.create import CreateRequest
from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import OllamaError
from desktop.ollama.patience import Patience, Silence
from tests.faults.schedule import LINES, Call, Fault, Plan, plan
from tests.faults.spoiler import Spoiler

_SHORT = Silence(0.15, 0.15)
QUICK = Patience(1.0, 1.0, _SHORT, 1.0, _SHORT, _SHORT, _SHORT, _SHORT)
DEADLINE = 8.0
"""Seconds after which a schedule counts as hanging; the longest wait of its own is one."""
SIZE = 300_000


def stream_of(client: OllamaClient, call: Call) -> AsyncGenerator[Any, None]:
    match call:
        case Call.PULL:
            return client.pull("x")
        case Call.PUSH:
            return client.push("me/x")
        case Call.CREATE:
            return client.create(CreateRequest("x", base="y"))
        case Call.CHAT:
            return client.chat(ChatRequest("x", messages=[Message("user", "hello")]))
        case Call.GENERATE:
            return client.generate(GenerateRequest("x", prompt="hello"))
        case Call.UPLOAD:
            return upload(client)


async def upload(client: OllamaClient) -> AsyncGenerator[Any, None]:
    """Yield what was heard of the progress, once the upload has ended well."""
    heard: list[int] = []

    async def content() -> AsyncIterator[bytes]:
        for _ in range(3):
            yield bytes(SIZE // 3)

    await client.upload_blob("sha256:1", content(), SIZE, heard.append)
    yield heard


def said(call: Call, piece: Any) -> str:
    if call in (Call.CHAT, Call.GENERATE):
        return piece.text
    return piece.status if call is not Call.UPLOAD else ""


def good(call: Call) -> list[str]:
    rows = [json.loads(line) for line in LINES.get(call, [])]
    return [
        row.get("status") or row.get("response") or row.get("message", {}).get("content", "")
        for row in rows
    ]


async def carried_out(chosen: Plan) -> tuple[list[str], OllamaError | None]:
    delivered: list[str] = []
    async with Spoiler(chosen) as server, open_http(server.address) as http:
        try:
            async with aclosing(stream_of(OllamaClient(http, QUICK), chosen.call)) as pieces:
                async for piece in pieces:
                    delivered.append(said(chosen.call, piece))  # noqa: PERF401  kept on error
        except OllamaError as error:
            return delivered, error
    return delivered, None


async def check(seed: int) -> None:
    chosen = plan(seed)
    before = len(os.listdir("/proc/self/fd"))
    try:
        async with asyncio.timeout(DEADLINE):
            delivered, error = await carried_out(chosen)
    except TimeoutError:
        pytest.fail(f"{chosen}: it hangs")
    await asyncio.sleep(0)
    expected = good(chosen.call)
    if chosen.call is not Call.UPLOAD:
        assert delivered == expected[: len(delivered)], chosen
    if chosen.fault is Fault.NONE and not (chosen.call is Call.UPLOAD and chosen.is_upload_cut):
        assert error is None, chosen
    if error is None and chosen.call is not Call.UPLOAD:
        assert delivered == expected, chosen
    if error is not None:
        assert explain(error).raw is not None
    assert len(os.listdir("/proc/self/fd")) == before, chosen


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system lists no descriptors")
@pytest.mark.parametrize("seed", range(100))
async def test_a_spoiled_answer_ends_in_time_and_makes_nothing_up(seed: int):
    await check(seed)


@pytest.mark.full
@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system lists no descriptors")
@pytest.mark.parametrize("seed", range(100, 1000))
async def test_a_spoiled_answer_of_many_ends_in_time(seed: int):
    await check(seed)
