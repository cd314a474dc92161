"""What the stand-in's chat does for who looks at it: scripts, pictures, JSON, a full context."""

import asyncio
import base64
import json
from collections.abc import Sequence
from typing import Any

import pytest

from desktop.chat.json_schema import ProblemKind, problems
from desktop.demo.faults import Faults
from desktop.demo.library import demo_library
from desktop.demo.pace import AT_ONCE, Pace
from desktop.demo.server import DemoServer
from tests.clock import until
from tests.demo_client import client_of, error, post, rows

UNSUPPORTED = ProblemKind.UNSUPPORTED
CHAT, THINKER, SEER = "llama3.2:3b", "qwen3:4b", "gemma3:4b"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x80\x00\x00\x01\xe0" + bytes(2000)
JPEG = b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc0\x00\x0b\x08\x00\x40\x00\x60" + bytes(9)


async def said(messages: Sequence[object], model: str = CHAT, **fields: object) -> dict[str, Any]:
    body = {"model": model, "messages": messages, "stream": False, **fields}
    async with DemoServer(demo_library(), pace=AT_ONCE) as server, client_of(server) as client:
        return (await post(client, "/api/chat", **body)).json()


def user(text: str, **fields: object) -> dict[str, object]:
    return {"role": "user", "content": text, **fields}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How should my client retry requests?", ["### Retry", "**jitter**", "|:--|", "```python"]),
        ("Proof that √2 is irrational", ["$$", "$p$"]),
        ("向量检索怎么做", ["向量检索的基本步骤", "```python"]),
        ("你好", ["演示主机"]),
        ("Show me SQL", ["```sql"]),
        ("What is\nlove?", ["demo host", "> What is\n> love?"]),
    ],
)
async def test_the_answer_fits_the_question(question: str, words: list[str]) -> None:
    answer = (await said([user(question)]))["message"]["content"]
    assert [word for word in words if word not in answer] == []


async def test_more_is_thought_where_more_is_wanted() -> None:
    lengths: list[int] = []
    for think in (False, "low", True, "high"):
        message = (await said([user("Retry?")], THINKER, think=think))["message"]
        lengths.append(len(message.get("thinking", "")))
    assert lengths == sorted(set(lengths))
    assert lengths[0] == 0


@pytest.mark.parametrize(("content", "seen"), [(PNG, "PNG, 640 × 480"), (JPEG, "JPEG, 96 × 64")])
async def test_a_picture_is_described_by_its_head(content: bytes, seen: str) -> None:
    image = base64.b64encode(content).decode()
    answer = await said([user("What is this?", images=[image])], SEER)
    assert seen in answer["message"]["content"]
    assert answer["prompt_eval_count"] > 256


SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["name", "kind", "parts"],
    "properties": {
        "name": {"type": "string", "maxLength": 5},
        "kind": {"enum": ["a", "b"]},
        "when": {"type": "string", "format": "date"},
        "size": {"type": "integer", "minimum": 10},
        "rate": {"type": ["number", "null"], "maximum": 0.5},
        "is_good": {"type": "boolean"},
        "parts": {"type": "array", "items": {"$ref": "#/$defs/part"}, "minItems": 3},
        "one": {"anyOf": [{"type": "integer"}, {"type": "string"}]},
    },
    "$defs": {
        "part": {
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": {"const": 7},
                "inner": {"type": "array", "items": {"$ref": "#/$defs/part"}},
            },
        }
    },
}


async def test_json_fits_the_schema_that_is_asked_for() -> None:
    answer = (await said([user("Give me one")], format=SCHEMA))["message"]["content"]
    found = json.loads(answer)
    assert [one for one in problems(found, SCHEMA) if one.kind is not UNSUPPORTED] == []
    assert found["when"] == "2026-11-20"
    assert found["kind"] == "a"
    assert len(found["parts"]) == 3


async def test_a_begun_answer_goes_on_where_it_ends() -> None:
    question = user("How should my client retry requests?")
    whole = await said([question], THINKER)
    begun = {"role": "assistant", "content": whole["message"]["content"][:100]}
    rest = await said([question, begun], THINKER)
    assert begun["content"] + rest["message"]["content"] == whole["message"]["content"]
    assert "thinking" not in rest["message"]
    other = await said([question, {"role": "assistant", "content": "Never"}])
    assert other["message"]["content"].startswith(" … and")


async def test_the_oldest_messages_are_left_out_without_a_word() -> None:
    old = [user(" hello" * 400), {"role": "assistant", "content": " well" * 200}]
    options = {"num_ctx": 512, "num_predict": 3}
    whole = await said([*old, user("and?")], options={**options, "num_ctx": 4096})
    cut = await said([*old, user("and?")], options=options)
    alone = await said([user("hello " * 4000)], options=options)
    assert whole["prompt_eval_count"] == 400 + 200 + 3 * 4 + 1
    assert cut["prompt_eval_count"] == 200 + 2 * 4 + 1
    assert alone["prompt_eval_count"] == 259


async def test_a_prompt_that_may_not_be_cut_is_refused() -> None:
    async with DemoServer(demo_library(), pace=AT_ONCE) as server, client_of(server) as client:
        options = {"num_ctx": 512}
        body = {"model": CHAT, "messages": [user("hello " * 4000)], "truncate": False}
        status, text = await error(client, "/api/chat", options=options, **body)
    assert status == 400
    assert json.loads(text)["error"]["n_ctx"] == 512


async def test_a_full_context_ends_an_answer() -> None:
    answer = await said([user("Tell me at length")], options={"num_ctx": 64})
    assert answer["done_reason"] == "length"
    assert answer["prompt_eval_count"] + answer["eval_count"] == 64


async def test_a_second_question_waits_for_the_first_to_be_answered() -> None:
    faults = Faults(hold_after=3)
    async with (
        DemoServer(demo_library(), faults, Pace(token_pause=0.0)) as server,
        client_of(server) as client,
    ):
        first = asyncio.ensure_future(rows(client, "/api/chat", model=CHAT, messages=[user("a")]))
        await until(lambda: any(runner.busy for runner in server.machine.runners.loaded()))
        second = asyncio.ensure_future(rows(client, "/api/chat", model=CHAT, messages=[user("b")]))
        await until(lambda: server.machine.runners.loaded()[0].busy == 2)
        assert not second.done()
        faults.clear()
        assert (await first)[-1]["done"]
        assert (await second)[-1]["done"]


async def test_a_model_that_is_not_in_memory_takes_its_time() -> None:
    pace = Pace(token_pause=0.0, load_speed=50e9)
    async with DemoServer(demo_library(), pace=pace) as server, client_of(server) as client:
        body = {"model": SEER, "messages": [user("hello")], "stream": False}
        cold = (await post(client, "/api/chat", **body)).json()
        warm = (await post(client, "/api/chat", **body)).json()
    assert cold["load_duration"] > 3_338_792_448 / 50e9 * 0.9e9
    assert warm["load_duration"] < cold["load_duration"] / 3
