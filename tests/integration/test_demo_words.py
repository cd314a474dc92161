"""What the stand-in says: chat, generate, tools, thoughts, vectors and the other shape of /v1."""

import json
import math

import pytest

from desktop.demo.library import demo_library
from desktop.demo.pace import AT_ONCE
from desktop.demo.server import DemoServer, Setting
from tests.demo_client import client_of, error, post, rows

CHAT, THINKER, CODER = "llama3.2:3b", "qwen3:4b", "qwen2.5-coder:7b"
EMBEDDER, CLOUD = "nomic-embed-text", "gpt-oss:120b-cloud"
HELLO = [{"role": "user", "content": "hello"}]
TOOL = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "parameters": {
            "properties": {"city": {"type": "string"}, "days": {"type": "integer"}, "odd": 5}
        },
    },
}
SHORT = {"num_predict": 4}


def _server(*, has_cloud: bool = True) -> DemoServer:
    return DemoServer(demo_library(), pace=AT_ONCE, setting=Setting(has_cloud=has_cloud))


async def test_a_chat_comes_word_by_word_and_ends_with_figures() -> None:
    async with _server() as server, client_of(server) as client:
        found = await rows(client, "/api/chat", model=CHAT, messages=HELLO, options=SHORT)
    assert [row["done"] for row in found] == [False] * 4 + [True]
    assert found[-1]["done_reason"] == "length"
    assert found[-1]["eval_count"] == 4


async def test_a_stop_word_ends_an_answer() -> None:
    async with _server() as server, client_of(server) as client:
        options = {"stop": [" demo"]}
        found = await post(client, "/api/chat", model=CHAT, messages=HELLO, options=options)
    last = json.loads(found.text.splitlines()[-1])
    assert last["done_reason"] == "stop"
    assert "demo" not in found.text


@pytest.mark.parametrize(("think", "thinks"), [(None, True), (True, True), (False, False)])
async def test_a_thinking_model_thinks_unless_told_not_to(think: bool | None, thinks: bool) -> None:
    body = {"model": THINKER, "messages": HELLO, "stream": False, "think": think}
    async with _server() as server, client_of(server) as client:
        message = (await post(client, "/api/chat", **body)).json()["message"]
        prompt = {"model": THINKER, "prompt": "hello", "stream": False, "think": think}
        answer = (await post(client, "/api/generate", **prompt)).json()
    assert ("thinking" in message) is thinks
    assert ("thinking" in answer) is thinks
    assert message["content"]


async def test_thoughts_are_streamed_before_words() -> None:
    async with _server() as server, client_of(server) as client:
        found = await rows(client, "/api/generate", model=THINKER, prompt="x", options=SHORT)
    assert [bool(row.get("thinking")) for row in found] == [True] * 4 + [False]


async def test_a_tools_call_comes_whole() -> None:
    async with _server() as server, client_of(server) as client:
        found = await rows(client, "/api/chat", model=CHAT, messages=HELLO, tools=[TOOL])
        body = {"model": CHAT, "messages": HELLO, "tools": [TOOL], "stream": False}
        joined = (await post(client, "/api/chat", **body)).json()
        told = [*HELLO, {"role": "tool", "content": "sunny", "tool_name": "get_weather"}]
        after = await post(client, "/api/chat", **{**body, "messages": told})
    call = joined["message"]["tool_calls"][0]["function"]
    assert call["arguments"] == {"city": "Rome", "days": 7, "odd": "Rome"}
    assert len(found) == 2
    assert "tool_calls" not in after.json()["message"]


@pytest.mark.parametrize("path", ["/api/chat", "/api/generate"])
async def test_json_is_answered_where_json_is_wanted(path: str) -> None:
    body = {"model": CHAT, "messages": HELLO, "prompt": "x", "format": "json", "stream": False}
    async with _server() as server, client_of(server) as client:
        answer = (await post(client, path, **body)).json()
    text = answer["message"]["content"] if path == "/api/chat" else answer["response"]
    assert json.loads(text)["demo"] is True
    assert json.loads(text)["words"] == 1


@pytest.mark.parametrize("path", ["/api/chat", "/api/generate"])
async def test_the_rendered_prompt_can_be_looked_at(path: str) -> None:
    body = {"model": "storyteller", "messages": HELLO, "prompt": "hello"}
    async with _server() as server, client_of(server) as client:
        answer = (await post(client, path, _debug_render_only=True, **body)).json()
    text = answer["_debug_info"]["rendered_template"]
    assert "storyteller" in text
    assert "hello" in text


async def test_a_prompt_with_a_suffix_is_taken_by_a_model_that_inserts() -> None:
    async with _server() as server, client_of(server) as client:
        body = {"model": CODER, "prompt": "a", "suffix": "b", "stream": False, "raw": True}
        assert "context" not in (await post(client, "/api/generate", **body)).json()


@pytest.mark.parametrize(
    ("fields", "status", "text"),
    [
        ({"model": CHAT, "messages": [7]}, 400, "json: cannot unmarshal number"),
        ({"model": CHAT, "messages": HELLO, "keep_alive": "10"}, 400, "time: missing unit"),
        ({"model": EMBEDDER, "messages": HELLO}, 400, f'"{EMBEDDER}" does not support chat'),
        ({"model": "bad name!", "messages": HELLO}, 404, "model 'bad name!' not found"),
        ({"model": CLOUD, "messages": HELLO}, 500, "Post "),
        ({"model": "some:cloud", "messages": HELLO}, 502, "Post "),
    ],
)
async def test_a_question_that_cannot_be_answered(
    fields: dict[str, object], status: int, text: str
) -> None:
    async with _server() as server, client_of(server) as client:
        code, message = await error(client, "/api/chat", **fields)
    assert code == status
    assert message.startswith(text)


async def test_a_server_without_cloud_says_so() -> None:
    async with _server(has_cloud=False) as server, client_of(server) as client:
        chat = await error(client, "/api/chat", model=CLOUD, messages=HELLO)
        show = await error(client, "/api/show", model=CLOUD)
        status = (await client.get("/api/status")).json()
    assert chat == (403, "ollama cloud is disabled: remote model is unavailable")
    assert show == (403, "ollama cloud is disabled: remote model details are unavailable")
    assert status == {"cloud": {"disabled": True, "source": "env"}}


async def test_nobody_is_signed_in() -> None:
    async with _server() as server, client_of(server) as client:
        assert await error(client, "/api/me") == (503, "account unavailable")
        found = (await client.get("/api/experimental/model-recommendations")).json()
    assert found["recommendations"]


async def test_the_same_text_has_the_same_unit_vector() -> None:
    async with _server() as server, client_of(server) as client:
        body = {"model": EMBEDDER, "input": ["sea", "land"]}
        vectors = (await post(client, "/api/embed", **body)).json()["embeddings"]
        again = (await post(client, "/api/embed", **body)).json()["embeddings"]
        older = (await post(client, "/api/embeddings", model=EMBEDDER, prompt="sea")).json()
    assert vectors == again
    assert vectors[0] != vectors[1]
    assert math.isclose(sum(x * x for x in vectors[0]), 1.0, rel_tol=1e-5)
    assert older["embedding"] == pytest.approx(vectors[0], rel=1e-6)


async def test_too_long_a_text_is_refused_only_if_it_may_not_be_cut() -> None:
    async with _server() as server, client_of(server) as client:
        body = {"model": EMBEDDER, "input": "the people " * 2000, "dimensions": 3}
        cut = (await post(client, "/api/embed", **body)).json()
        refused = await error(client, "/api/embed", truncate=False, **body)
    assert [len(vector) for vector in cut["embeddings"]] == [3]
    assert refused == (400, "the input length exceeds the context length")


async def test_the_other_shape_has_models_and_vectors() -> None:
    async with _server() as server, client_of(server) as client:
        models = (await client.get("/v1/models")).json()["data"]
        one = (await client.get(f"/v1/models/{CHAT}")).json()
        vectors = (await post(client, "/v1/embeddings", model=EMBEDDER, input=["a", "b"])).json()
    assert {row["owned_by"] for row in models} == {"library"}
    assert one["id"] == CHAT
    assert [row["index"] for row in vectors["data"]] == [0, 1]


async def test_the_other_shape_chats() -> None:
    parts = [{"role": "user", "content": [{"type": "text", "text": "hello"}]}]
    async with _server() as server, client_of(server) as client:
        body = {"model": CHAT, "messages": parts, "max_tokens": 4}
        whole = (await post(client, "/v1/chat/completions", **body)).json()
        stream = (await post(client, "/v1/chat/completions", stream=True, **body)).text
        called = (await post(client, "/v1/chat/completions", tools=[TOOL], **body)).json()
        events = (
            await post(client, "/v1/chat/completions", tools=[TOOL], stream=True, **body)
        ).text
        empty = (await post(client, "/v1/chat/completions", model=CHAT)).json()
    assert whole["choices"][0]["finish_reason"] == "length"
    assert whole["usage"]["completion_tokens"] == 4
    assert stream.count("data: ") == 6
    assert stream.endswith("data: [DONE]\n\n")
    assert called["choices"][0]["finish_reason"] == "tool_calls"
    arguments = called["choices"][0]["message"]["tool_calls"][0]["function"]["arguments"]
    assert json.loads(arguments)["city"] == "Rome"
    assert '"finish_reason":"tool_calls"' in events
    assert empty["error"]["message"] == "[] is too short - 'messages'"
