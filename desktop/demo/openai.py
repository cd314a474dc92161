"""The part of /v1 that other programs use: models, chat and embeddings (facts 27 and 67)."""

import json
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import cast

from desktop.demo.body import Body, read_body
from desktop.demo.chat import chat
from desktop.demo.gojson import dump
from desktop.demo.machine import Machine
from desktop.demo.naming import shown
from desktop.demo.reply import BARE_JSON, Answer, Refusal, Reply, Streaming, json_reply
from desktop.demo.store import StoredModel
from desktop.demo.vectors import embed
from desktop.demo.wire import Request
from desktop.domain.model import JsonValue

_KINDS = {404: "not_found_error", 500: "api_error", 501: "api_error", 503: "api_error"}


async def models(machine: Machine, _request: Request) -> Answer:
    """List the models; an empty list is null."""
    rows = [_model(model, model.name.short) for model in machine.store.models]
    return json_reply({"object": "list", "data": rows or None}, content_type=BARE_JSON)


async def one_model(machine: Machine, request: Request) -> Answer:
    """Answer for one model, with its name as it was sent."""
    text = request.path.removeprefix("/v1/models/")
    model = shown(machine, Body({"model": text}, "ShowRequest"))
    return json_reply(_model(model, text), content_type=BARE_JSON)


async def completions(machine: Machine, request: Request) -> Answer:
    """Chat, in the other shape."""
    body = read_body(request.body, "ChatCompletionRequest")
    if not body.sequence("messages"):
        raise Refusal(400, "[] is too short - 'messages'")
    stream = body.boolean("stream")
    asked: dict[str, JsonValue] = {
        "model": body.model,
        "messages": [_flat(message) for message in body.sequence("messages")],
        "stream": stream,
        "tools": body.sequence("tools"),
    }
    if isinstance(limit := body.value("max_tokens"), int):
        asked["options"] = {"num_predict": limit}
    inner = Request("POST", "/api/chat", request.headers, dump(asked))
    answer = await chat(machine, inner)
    created = int(machine.now().timestamp())
    if isinstance(answer, Streaming):
        return Streaming(_events(answer.pieces, created), "text/event-stream")
    return json_reply(_whole(json.loads(answer.body), created), content_type=BARE_JSON)


async def vectors(machine: Machine, request: Request) -> Answer:
    """Embed, in the other shape."""
    answer = await embed(machine, request)
    row = json.loads(answer.body if isinstance(answer, Reply) else b"{}")
    data = [
        {"object": "embedding", "embedding": values, "index": index}
        for index, values in enumerate(row["embeddings"])
    ]
    count = row.get("prompt_eval_count", 0)
    usage = {"prompt_tokens": count, "total_tokens": count}
    whole = {"object": "list", "data": data, "model": row["model"], "usage": usage}
    return json_reply(whole, content_type=BARE_JSON)


def refused(refusal: Refusal) -> Reply:
    """Answer with an error in the shape of /v1."""
    kind = _KINDS.get(refusal.status, "invalid_request_error")
    error = {"message": refusal.message, "type": kind, "param": None, "code": None}
    return json_reply({"error": error}, refusal.status, BARE_JSON)


def _model(model: StoredModel, name: str) -> dict[str, object]:
    created = int(model.modified_at.timestamp())
    return {"id": name, "object": "model", "created": created, "owned_by": model.name.namespace}


def _flat(message: JsonValue) -> JsonValue:
    """Join a content that comes in parts."""
    if not isinstance(message, dict) or not isinstance(parts := message.get("content"), list):
        return message
    texts = [str(part.get("text", "")) for part in parts if isinstance(part, dict)]
    return {**message, "content": "".join(texts)}


def _head(row: Mapping[str, object], created: int, kind: str) -> dict[str, object]:
    return {
        "id": "chatcmpl-1",
        "object": kind,
        "created": created,
        "model": row.get("model", ""),
        "system_fingerprint": "fp_ollama",
    }


def _whole(row: Mapping[str, object], created: int) -> dict[str, object]:
    message = _message(row)
    reason = "tool_calls" if "tool_calls" in message else row.get("done_reason")
    choice = {"index": 0, "message": message, "finish_reason": reason}
    prompt, words = _count(row, "prompt_eval_count"), _count(row, "eval_count")
    usage = {"prompt_tokens": prompt, "completion_tokens": words, "total_tokens": prompt + words}
    return {**_head(row, created, "chat.completion"), "choices": [choice], "usage": usage}


def _count(row: Mapping[str, object], name: str) -> int:
    return cast("int", row.get(name, 0))


def _message(row: Mapping[str, object]) -> dict[str, object]:
    """Write a message with its tools' arguments as text (fact 27)."""
    message = dict(cast("Mapping[str, object]", row["message"]))
    calls = cast("list[dict[str, object]]", message.get("tool_calls", []))
    if calls:
        message["tool_calls"] = [_call(call) for call in calls]
    return message


def _call(call: Mapping[str, object]) -> dict[str, object]:
    function = cast("Mapping[str, object]", call["function"])
    text = dump(function["arguments"]).decode()
    named = {"name": function["name"], "arguments": text}
    return {"id": call["id"], "index": 0, "type": "function", "function": named}


async def _events(pieces: AsyncGenerator[bytes, None], created: int) -> AsyncGenerator[bytes, None]:
    """Yield server-sent events; an error ends them without [DONE] (fact 5)."""
    has_tools = False
    async with aclosing(pieces):
        async for piece in pieces:
            row: Mapping[str, object] = json.loads(piece)
            delta = {} if row["done"] else _message(row)
            has_tools = has_tools or "tool_calls" in delta
            reason = (
                ("tool_calls" if has_tools else row.get("done_reason")) if row["done"] else None
            )
            choice = {"index": 0, "delta": delta, "finish_reason": reason}
            event = {**_head(row, created, "chat.completion.chunk"), "choices": [choice]}
            yield b"data: " + dump(event) + b"\n\n"
    yield b"data: [DONE]\n\n"
