"""Words and vectors: what a server streams, and what it refuses."""

import math
from collections.abc import AsyncGenerator

import pytest

from desktop.domain.chat import ChatRequest, Chunk, GenerateRequest, Message
from desktop.domain.model import JsonValue
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import ModelMissing, ServerRefused
from tests.conformance.target import Target

HELLO = (Message("user", "hello there"),)
SHORT: dict[str, JsonValue] = {"num_predict": 8, "seed": 1}
TOOL: JsonValue = {"type": "function", "function": {"name": "f", "parameters": {}}}


async def test_an_answer_ends_with_figures(client: OllamaClient, target: Target) -> None:
    request = ChatRequest(target.chat, messages=HELLO, options=SHORT)
    chunks = await _all(client.chat(request))
    last = chunks[-1]
    assert last.done
    assert last.done_reason in {"stop", "length"}
    assert 0 < last.figures.eval_count <= 8
    assert last.figures.total_duration > 0
    assert all(chunk.role == "assistant" for chunk in chunks)


async def test_a_prompt_is_answered(client: OllamaClient, target: Target) -> None:
    request = GenerateRequest(target.chat, prompt="hello there", options=SHORT)
    chunks = await _all(client.generate(request))
    assert "".join(chunk.text for chunk in chunks)
    assert chunks[-1].done


async def test_an_answer_can_come_in_one_piece(client: OllamaClient, target: Target) -> None:
    request = ChatRequest(target.chat, messages=HELLO, options=SHORT, stream=False)
    (whole,) = await _all(client.chat(request))
    assert whole.text
    assert whole.done


async def test_the_name_comes_back_as_it_was_sent(client: OllamaClient, target: Target) -> None:
    name = target.chat.upper()
    request = GenerateRequest(name, prompt="x", options=SHORT, stream=False)
    assert (await _all(client.generate(request)))[0].model == name


async def test_loading_and_unloading_are_said_in_one_object(
    client: OllamaClient, target: Target
) -> None:
    loaded = await _all(client.chat(ChatRequest(target.chat)))
    unloaded = await _all(client.chat(ChatRequest(target.chat, keep_alive=0)))
    assert [chunk.done_reason for chunk in loaded] == ["load"]
    assert [chunk.done_reason for chunk in unloaded] == ["unload"]


async def test_leaving_an_answer_early_is_in_order(client: OllamaClient, target: Target) -> None:
    stream = client.chat(ChatRequest(target.chat, messages=HELLO, options={"num_predict": 200}))
    assert not (await anext(stream)).done
    await stream.aclose()
    assert (await client.version()).version


@pytest.mark.parametrize(
    ("fields", "status", "text"),
    [
        ({"think": True}, 400, '"{name}" does not support thinking'),
        ({"tools": [TOOL]}, 400, "registry.ollama.ai/library/{name}:latest does not support tools"),
        (
            {"options": {"temperature": "hot"}},
            500,
            'option "temperature" must be of type float32',
        ),
        ({"keep_alive": "forever"}, 400, 'time: invalid duration "forever"'),
    ],
)
async def test_a_question_that_cannot_be_answered_is_refused(
    client: OllamaClient, target: Target, fields: dict[str, JsonValue], status: int, text: str
) -> None:
    request = ChatRequest(target.chat, messages=HELLO, more=fields)
    with pytest.raises(ServerRefused) as caught:
        await _all(client.chat(request))
    expected = (status, text.format(name=target.chat))
    assert (caught.value.status, caught.value.message) == expected


async def test_a_model_that_is_not_there_cannot_be_asked(
    client: OllamaClient, target: Target
) -> None:
    name = target.name("nosuch")
    with pytest.raises(ModelMissing) as caught:
        await _all(client.chat(ChatRequest(name, messages=HELLO)))
    assert caught.value.message == f"model '{name}' not found"


async def test_every_text_has_a_vector_of_length_one(client: OllamaClient, target: Target) -> None:
    found = await client.embed(target.embedder, ["the people", "water"])
    assert [len(vector) for vector in found.vectors] == [64, 64]
    for vector in found.vectors:
        assert math.isclose(sum(x * x for x in vector), 1.0, rel_tol=1e-3)


async def test_no_text_has_no_vector(client: OllamaClient, target: Target) -> None:
    assert (await client.embed(target.embedder, [])).vectors == ()


async def test_the_older_form_gives_one_vector(client: OllamaClient, target: Target) -> None:
    (vector,) = (await client.embeddings(target.embedder, "the people")).vectors
    assert len(vector) == 64


async def test_a_model_that_embeds_does_not_chat(client: OllamaClient, target: Target) -> None:
    with pytest.raises(ServerRefused) as caught:
        await _all(client.chat(ChatRequest(target.embedder, messages=HELLO)))
    assert caught.value.message == f'"{target.embedder}" does not support chat'


async def test_embedding_with_an_unknown_model_is_refused(
    client: OllamaClient, target: Target
) -> None:
    name = target.name("nosuch")
    with pytest.raises(ModelMissing) as caught:
        await client.embed(name, "x")
    assert caught.value.message == f'model "{name}" not found, try pulling it first'


async def _all(stream: AsyncGenerator[Chunk, None]) -> list[Chunk]:
    return [chunk async for chunk in stream]
