"""Explains what went wrong in each exchange of a folder that failed on the server."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path

from desktop.diagnostics.explain import Code, explain
from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import OllamaError
from tests.conformance.replay_expected import expected
from tests.conformance.replay_questions import question_of
from tests.conformance.replay_recording import Ending, Recording, read_recording
from tests.conformance.replayer import Replayer

_FAILURES = (Ending.REFUSED, Ending.NOT_OLLAMA, Ending.BROKEN)
"""A redirect, a client that hung up and one that did not wait are no failures of a server's."""
_AT_ONCE = 16
_GIVEN_UP = 30.0


@dataclass(frozen=True)
class Explained:
    """How many failures were found, how many of them nobody knows, and what could not be read."""

    failures: int = 0
    unknown: int = 0
    unreadable: int = 0


def has_failed(recording: Recording) -> bool:
    """Whether the server refused, died or ended too early."""
    if isinstance(recording.asked, dict) and recording.asked.get("_debug_render_only"):
        return False  # It runs no model, so that its answer is whole without being done.
    return expected(recording, question_of(recording)).ending in _FAILURES


async def code_of(recording: Recording) -> Code:
    """Ask what was asked, get what was answered, and explain that."""
    question = question_of(recording)
    async with (
        asyncio.timeout(_GIVEN_UP),
        Replayer(recording) as server,
        open_http(server.address) as http,
    ):
        try:
            async with aclosing(question.put(OllamaClient(http))) as pieces:
                async for _ in pieces:
                    pass
        except OllamaError as error:
            return explain(error).code
    return Code.UNKNOWN


async def explain_files(files: Sequence[Path], say: Callable[[str], None]) -> Explained:
    """Say NAME CODE for each failure, in the order of the files."""
    gate = asyncio.Semaphore(_AT_ONCE)

    async def explained(file: Path) -> str | None:
        try:
            recording = read_recording(file)
            if not has_failed(recording):
                return None
        except (ValueError, KeyError, TypeError, AttributeError):
            return ""
        async with gate:
            try:
                code = await code_of(recording)
            except TimeoutError:
                code = Code.UNKNOWN
        return code.name

    codes = await asyncio.gather(*map(explained, files))
    for file, code in zip(files, codes, strict=True):
        if code:
            say(f"{file.stem} {code}")
    found = [code for code in codes if code]
    return Explained(len(found), found.count(Code.UNKNOWN.name), codes.count(""))
