"""Whatever happens to an answer: the words so far stay, the ending is right, nothing is left."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.conversation import Ending, Target
from desktop.domain.host import Host
from desktop.ollama.errors import Busy, OllamaError, Refused, ServerRefused, StreamBroken
from tests.chat_floor import HERE, MODEL, chat_floor, chats_at, finished
from tests.conformance.replay_recording import read_recording
from tests.conformance.replayer import Replayer
from tests.faults.schedule import LINES, Call, Fault, plan
from tests.faults.spoiler import Spoiler
from tests.raw_server import END, RawServer, chunk, head

EXCHANGES = Path(__file__).parents[2] / "conformance" / "exchanges"
RUNNER_KILLED = "an error was encountered while running the model: unexpected EOF"
BEGIN = head(200, "Transfer-Encoding: chunked", "Connection: close")
"""The question for the model's card is answered so too; its connection must not be used again."""
ANSWER = BEGIN + b"".join(chunk(line.encode() + b"\n") for line in LINES[Call.CHAT]) + END
WORDS = [json.loads(line)["message"]["content"] for line in LINES[Call.CHAT]]
PREFIXES = {"".join(WORDS[:count]) for count in range(len(WORDS) + 1)}


def _row(text: str) -> bytes:
    line = json.dumps({"message": {"role": "assistant", "content": text}, "done": False})
    return chunk(line.encode() + b"\n")


def _cuts() -> list[object]:
    every = 197
    return [
        pytest.param(at, marks=() if at % every == 0 else pytest.mark.full)
        for at in range(len(ANSWER))
    ]


async def _asked_raw(*pieces: bytes) -> tuple[str, Ending | None, OllamaError | None]:
    """Ask a server that sends these bytes; the words, their ending, and what went wrong."""
    async with RawServer(*pieces) as server, chats_at(server.address) as chats:
        talk = chats.new(MODEL)
        talk.send("Hello")
        await finished(talk)
        last, failure = talk.snapshot.path[-1], talk.snapshot.failure
        error = failure.error if failure is not None else None
        if failure is not None:
            assert failure.entry_id == last.id
        return (
            (last.text, last.ending, error) if len(talk.snapshot.path) == 2 else ("", None, error)
        )


@pytest.mark.parametrize("at", _cuts())
async def test_a_stream_cut_at_any_byte_keeps_the_words_that_came(at: int) -> None:
    words, ending, error = await _asked_raw(ANSWER[:at])
    assert words in PREFIXES
    if ending is Ending.COMPLETE:
        assert (words, error) == ("".join(WORDS), None)
    else:
        assert ending is (Ending.BROKEN if words else None)
        assert isinstance(error, OllamaError)


@pytest.mark.parametrize("text", [RUNNER_KILLED, "model runner has unexpectedly stopped"])
async def test_an_error_line_after_half_an_answer_is_its_trouble(text: str) -> None:
    line = chunk(json.dumps({"error": text}).encode() + b"\n")
    async with (
        RawServer(BEGIN + _row("Half ") + _row("an"), line + END) as server,
        chats_at(server.address) as chats,
    ):
        talk = chats.new(MODEL)
        talk.send("Hello")
        await finished(talk)
        last, failure = talk.snapshot.path[-1], talk.snapshot.failure
        assert (last.text, last.ending, last.trouble) == ("Half an", Ending.BROKEN, text)
        assert failure is not None
        assert isinstance(failure.error, ServerRefused)
        assert failure.entry_id == last.id


async def test_an_error_before_the_first_word_leaves_the_message_alone() -> None:
    async with chat_floor() as floor:
        floor.server.faults.busy = True
        talk = floor.chats.new(MODEL)
        question = await floor.sent(talk)
        await floor.end(talk)
        assert talk.snapshot.path == (question,)
        failure = talk.snapshot.failure
        assert failure is not None
        assert (failure.entry_id, failure.target, type(failure.error)) == (
            question.id,
            MODEL,
            Busy,
        )
        floor.server.faults.clear()
        talk.retry()
        assert talk.snapshot.failure is None
        answer = await floor.end(talk)
        assert (answer.parent, answer.ending) == (question.id, Ending.COMPLETE)


async def test_an_answer_that_fails_beside_another_shows_that_one_again() -> None:
    async with chat_floor() as floor:
        talk = floor.chats.new(MODEL)
        first = await floor.answered(talk)
        floor.server.faults.busy = True
        talk.regenerate(first.id)
        assert await floor.end(talk) == first
        assert talk.snapshot.failure is not None
        assert talk.snapshot.failure.entry_id == first.parent
        assert list(talk.entries) == [first.parent, first.id]


async def test_a_server_that_dies_breaks_the_answer_and_is_asked_again() -> None:
    async with chat_floor(is_slow=True) as floor:
        talk = floor.chats.new(MODEL)
        await floor.sent(talk)
        words = await floor.words(talk)
        await floor.server.stop()
        broken = await floor.end(talk)
        assert broken.ending is Ending.BROKEN
        assert broken.text.startswith(words)
        assert talk.snapshot.failure is not None
        assert isinstance(talk.snapshot.failure.error, StreamBroken)
        talk.continue_answer(broken.id)
        assert await floor.end(talk) == broken
        assert isinstance(talk.snapshot.failure.error, Refused)
        await floor.server.start()
        talk.continue_answer(broken.id)
        whole = await floor.end(talk)
        assert (whole.id, whole.ending, whole.trouble) == (broken.id, Ending.COMPLETE, "")
        assert whole.text.startswith(broken.text)
        assert whole.figures.eval_count
        assert whole.has_uncounted


async def test_a_host_that_is_removed_breaks_the_answer() -> None:
    async with chat_floor(is_slow=True) as floor:
        talk = floor.chats.new(MODEL)
        await floor.sent(talk)
        await floor.words(talk)
        floor.clients.drop(HERE)
        broken = await floor.end(talk)
        assert broken.ending is Ending.BROKEN
        assert talk.snapshot.failure is not None
        assert talk.snapshot.failure.host_is_gone
        talk.regenerate(broken.id)
        await floor.end(talk)
        assert talk.snapshot.failure is not None
        assert talk.snapshot.failure.host_is_gone


async def test_a_host_that_is_edited_breaks_the_answer_and_is_asked_at_its_new_address() -> None:
    async with chat_floor(is_slow=True) as floor, RawServer(ANSWER) as other:
        talk = floor.chats.new(MODEL)
        await floor.sent(talk)
        await floor.words(talk)
        floor.clients.put(Host(HERE, other.address))
        broken = await floor.end(talk)
        assert broken.ending is Ending.BROKEN
        talk.retry()
        assert (await floor.end(talk)).text == "".join(WORDS)


async def test_what_the_program_s_end_cuts_off_is_marked_and_kept_and_leaves_nothing() -> None:
    async with chat_floor(is_slow=True, is_kept=True) as floor:
        talk = floor.chats.new(MODEL)
        await floor.sent(talk)
        words = await floor.words(talk)
        await floor.close()
        last = talk.snapshot.path[-1]
        assert last.ending is Ending.KILLED
        assert last.text.startswith(words)
        assert (await floor.on_disk(talk)).path[-1] == last


async def test_a_deleted_conversation_is_answered_no_more() -> None:
    async with chat_floor(is_slow=True) as floor:
        talk = floor.chats.new(MODEL)
        await floor.sent(talk)
        await floor.words(talk)
        floor.chats.delete(talk.id)
        assert talk.snapshot.turn is None
        assert floor.chats.summaries == ()
        floor.chats.restore(talk.id)
        assert [row.id for row in floor.chats.summaries] == [talk.id]


SEEDS = range(int(os.environ.get("PADDOCK_SCHEDULES", "1000")))
SCHEDULES = [seed for seed in SEEDS if plan(seed).call is Call.CHAT]


@pytest.mark.parametrize(
    "seed",
    [
        pytest.param(s, marks=() if n % 13 == 0 else pytest.mark.full)
        for n, s in enumerate(SCHEDULES)
    ],
)
async def test_a_spoiled_answer_keeps_only_words_that_were_said(seed: int) -> None:
    chosen = plan(seed)
    async with Spoiler(chosen) as server, chats_at(server.address, is_quick=True) as chats:
        talk = chats.new(MODEL)
        talk.send("Hello")
        await finished(talk)
        path, failure = talk.snapshot.path, talk.snapshot.failure
        if failure is None:
            assert (path[-1].ending, path[-1].text) == (Ending.COMPLETE, "".join(WORDS))
        elif len(path) == 2:
            assert (path[-1].ending, failure.entry_id) == (Ending.BROKEN, path[-1].id)
        assert chosen.fault is Fault.GARBLE or "".join(e.text for e in path[1:]) in PREFIXES


def _recorded() -> list[str]:
    files = sorted(EXCHANGES.glob("chat_*.json"))
    return [
        file.stem for file in files if json.loads(file.read_text("utf-8"))["response"]["status"]
    ]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=() if n % 3 == 0 else pytest.mark.full)
        for n, name in enumerate(_recorded())
    ],
)
async def test_a_recorded_answer_ends_as_it_did(name: str) -> None:
    recording = read_recording(EXCHANGES / f"{name}.json")
    # It answers the question for the model's card too, and one question on each connection.
    recording = replace(recording, headers=[*recording.headers, ("Connection", "close")])
    async with Replayer(recording) as server, chats_at(server.address, is_quick=True) as chats:
        talk = chats.new(Target(HERE, "tiny"))
        talk.send("Hello")
        await finished(talk)
        rows = [json.loads(line) for line in recording.text.splitlines() if line.strip()]
        said = "".join(row.get("message", {}).get("content", "") for row in rows)
        thought = "".join(row.get("message", {}).get("thinking", "") for row in rows)
        reason = next((row["done_reason"] for row in rows if row.get("done")), "")
        answers = talk.snapshot.path[1:]
        assert "".join(answer.text for answer in answers) == said
        assert "".join(answer.thinking for answer in answers) == thought
        assert [answer.done_reason for answer in answers if reason] == [reason] * bool(reason)
        assert (talk.snapshot.failure is None) == bool(reason)
