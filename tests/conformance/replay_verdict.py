"""Replays one exchange and says whether what came out is what the recording says."""

import asyncio
import json
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import (
    NotOllama,
    OllamaError,
    Redirected,
    ServerRefused,
    StreamBroken,
    TimedOut,
)
from desktop.ollama.patience import Patience, Silence
from tests.conformance.replay_asked import misasked
from tests.conformance.replay_expected import expected
from tests.conformance.replay_fields import differences
from tests.conformance.replay_questions import Question, question_of
from tests.conformance.replay_recording import Ending, Expected, Recording
from tests.conformance.replayer import Replayer

_SILENCE = 0.3
"""Seconds after which no answer is a time-out, where the recording says that none came."""
_GIVEN_UP = 30.0
"""Seconds beyond what was recorded after which a replay counts as hanging."""


@dataclass
class Outcome:
    """What the client gave, in the order it came, and how it ended."""

    pieces: list[Any] = field(default_factory=list)
    error: BaseException | None = None
    was_cancelled: bool = False


async def failure_of(recording: Recording, speed: float = 0) -> str:
    """Replay an exchange; return why it fails, or "" if it passes."""
    limit = _GIVEN_UP + (recording.ends_at / 1000 / speed if speed else 0)
    try:
        async with asyncio.timeout(limit):
            return await _replay(recording, speed)
    except TimeoutError:
        return f"nothing came of it within {limit:g} s"


async def _replay(recording: Recording, speed: float) -> str:
    question = question_of(recording)
    wanted = expected(recording, question)
    async with Replayer(recording, speed) as server, open_http(server.address) as http:
        client = OllamaClient(http, _patience(recording, speed))
        outcome = await _ask(client, question, wanted, server)
        if problem := _problem(outcome, wanted, question, recording):
            return problem
        if wanted.ending is Ending.CANCELLED:
            await server.client_left.wait()
        return misasked(server.asked, recording, question)


def _patience(recording: Recording, speed: float) -> Patience:
    seconds = _GIVEN_UP + (recording.ends_at / 1000 / speed if speed else 0)
    if recording.ended.startswith("timeout"):
        seconds = _SILENCE
    silence = Silence(seconds, seconds)
    return Patience(ordinary=silence, run=silence, transfer=silence, create=silence, delete=silence)


async def _ask(
    client: OllamaClient, question: Question, wanted: Expected, server: Replayer
) -> Outcome:
    """Put the question, and hang up where the recorded client did."""
    outcome = Outcome()
    enough = asyncio.Event()

    async def collect() -> None:
        async with aclosing(question.put(client)) as pieces:
            async for piece in pieces:
                outcome.pieces.append(piece)
                if len(outcome.pieces) >= len(wanted.lines):
                    enough.set()

    task = asyncio.create_task(collect(), name="question")
    try:
        if wanted.ending is Ending.CANCELLED:
            await _first(task, enough if wanted.lines else server.was_asked)
            task.cancel()
        await asyncio.wait({task})
    finally:
        task.cancel()
    outcome.was_cancelled = task.cancelled()
    outcome.error = None if task.cancelled() else task.exception()
    return outcome


async def _first(task: asyncio.Task[None], event: asyncio.Event) -> None:
    """Return when the event is set, or when the task has ended without that."""
    waiting = asyncio.create_task(event.wait(), name="hang up")
    await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()


def _problem(outcome: Outcome, wanted: Expected, question: Question, recording: Recording) -> str:
    if problem := _wrong_ending(outcome, wanted):
        return problem
    if question.is_stream:
        return _wrong_lines(outcome.pieces, wanted.lines, question)
    if wanted.ending is not Ending.RESULT:
        return f"a result before the error: {outcome.pieces!r}" if outcome.pieces else ""
    return _wrong_result(outcome.pieces, recording, question)


def _wrong_ending(outcome: Outcome, wanted: Expected) -> str:
    error = outcome.error
    if error is not None and not isinstance(error, OllamaError):
        return f"{error!r} is not of the error tree"
    if outcome.was_cancelled is not (wanted.ending is Ending.CANCELLED):
        return f"cancelled is {outcome.was_cancelled}, and {wanted.ending.name} was to come"
    match wanted.ending, error:
        case ((Ending.RESULT | Ending.CANCELLED), None):
            return ""
        case Ending.REFUSED, ServerRefused():
            given = (type(error), error.status, error.message)
            asked = (wanted.kind, wanted.status, wanted.text)
            return "" if given == asked else f"{given!r} instead of {asked!r}"
        case Ending.REDIRECTED, Redirected():
            given = (error.status, error.location)
            return "" if given == (wanted.status, wanted.text) else f"{given!r}"
        case Ending.NOT_OLLAMA, NotOllama() if not isinstance(error, Redirected):
            return "" if error.status == wanted.status else f"status {error.status}"
        case (Ending.BROKEN, StreamBroken()) | (Ending.TIMED_OUT, TimedOut()):
            return ""
        case _:
            return f"{error!r} instead of {wanted.ending.name}"


def _wrong_lines(pieces: list[Any], wanted: list[str], question: Question) -> str:
    """Compare what was delivered with the lines, before whatever end."""
    is_general = question.method == "exchange"
    raws = [piece if is_general else piece.raw for piece in pieces]
    if raws != [line.encode() for line in wanted]:
        return f"{len(raws)} lines delivered, {len(wanted)} recorded, or not the same"
    for piece, line in zip(pieces, wanted, strict=True):
        if not is_general and (found := differences(piece, json.loads(line))):
            return "; ".join(found)
    return ""


def _wrong_result(pieces: list[Any], recording: Recording, question: Question) -> str:
    if len(pieces) != 1:
        return f"{len(pieces)} results"
    result = pieces[0]
    if question.method == "has_blob":
        return "" if result is (recording.status == 200) else f"{result!r}"
    if result is None:
        return ""
    return "; ".join(differences(result, json.loads(recording.text)))
