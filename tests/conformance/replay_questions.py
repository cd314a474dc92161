"""Puts a recorded question by the client's typed method for it, or else by the general call."""

import re
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from desktop.domain.chat import ChatRequest, GenerateRequest, Message, ToolCall
from desktop.domain.create import CreateRequest
from desktop.domain.model import SampleMessage
from desktop.ollama.client import OllamaClient
from tests.conformance.replay_recording import Recording


@dataclass(frozen=True)
class Question:
    """How to ask. `put` yields what the client gives, piece by piece.

    `method` is the name of the typed method, or "exchange"; `is_stream` says
    that each line of the answer is a piece.
    """

    method: str
    is_stream: bool
    put: Callable[[OllamaClient], AsyncGenerator[Any, None]]


def question_of(recording: Recording) -> Question:
    """Return the way to ask what was recorded."""
    asked: Mapping[str, Any] = recording.asked if isinstance(recording.asked, dict) else {}
    key = f"{recording.method} {recording.path}"
    if key in _STREAMS:
        method, open_stream = _STREAMS[key]
        return Question(method, True, lambda client: open_stream(client, asked))
    if key in _SINGLES:
        method, ask = _SINGLES[key]
        return Question(method, False, lambda client: _single(ask(client, asked)))
    if match := re.fullmatch(r"(HEAD|POST) /api/blobs/([^/?]+)", key):
        return _blob_question(match[1], match[2])
    return Question("exchange", True, lambda client: _general(client, recording))


def _blob_question(method: str, digest: str) -> Question:
    if method == "HEAD":
        return Question("has_blob", False, lambda client: _single(client.has_blob(digest)))
    return Question("upload_blob", False, lambda client: _single(_upload(client, digest)))


async def _single(answer: Awaitable[Any]) -> AsyncGenerator[Any, None]:
    yield await answer


async def _general(client: OllamaClient, recording: Recording) -> AsyncGenerator[bytes, None]:
    asked = recording.asked
    body = asked.encode() if isinstance(asked, str) else asked
    headers = {
        name: value
        for name, value in recording.asked_headers.items()
        if name.lower() not in ("host", "content-length", "connection", "accept-encoding")
    }
    async with (
        client.exchange(recording.method, recording.path, body, headers=headers) as answer,
        aclosing(answer.lines()) as lines,
    ):
        async for line in lines:
            yield line


async def _upload(client: OllamaClient, digest: str) -> None:
    async def content() -> AsyncIterator[bytes]:
        for _ in range(4):
            yield b"x" * 1000

    await client.upload_blob(digest, content(), 4000, lambda sent: None)


def _text(asked: Mapping[str, Any], *names: str) -> str:
    return next((asked[name] for name in names if isinstance(asked.get(name), str)), "")


def _name(asked: Mapping[str, Any]) -> str:
    return _text(asked, "model", "name")


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _common(asked: Mapping[str, Any], named: set[str]) -> dict[str, Any]:
    keep_alive, think, stream = asked.get("keep_alive"), asked.get("think"), asked.get("stream")
    return {
        "options": _dict(asked.get("options")),
        "keep_alive": keep_alive if isinstance(keep_alive, str | int) else None,
        "format": asked.get("format"),
        "think": think if isinstance(think, bool | str) else None,
        "stream": stream if isinstance(stream, bool) else True,
        "more": {name: value for name, value in asked.items() if name not in named | _ASKING},
    }


_ASKING = {"model", "name", "options", "keep_alive", "format", "think", "stream"}


def _chat(asked: Mapping[str, Any]) -> ChatRequest:
    messages = tuple(_message(message) for message in _list(asked.get("messages")))
    tools = _list(asked.get("tools"))
    more = _common(asked, {"messages", "tools"})
    return ChatRequest(_name(asked), messages=messages, tools=tools, **more)


def _message(sent: Mapping[str, Any]) -> Message:
    return Message(
        role=_text(sent, "role"),
        content=_text(sent, "content"),
        thinking=_text(sent, "thinking"),
        images=tuple(_list(sent.get("images"))),
        tool_calls=tuple(_tool_call(call) for call in _list(sent.get("tool_calls"))),
        tool_name=_text(sent, "tool_name"),
    )


def _tool_call(sent: Mapping[str, Any]) -> ToolCall:
    function = _dict(sent.get("function"))
    return ToolCall(_text(function, "name"), _dict(function.get("arguments")), _text(sent, "id"))


def _generate(asked: Mapping[str, Any]) -> GenerateRequest:
    named = {"prompt", "suffix", "system", "template", "images", "raw"}
    return GenerateRequest(
        _name(asked),
        prompt=_text(asked, "prompt"),
        suffix=_text(asked, "suffix"),
        system=_text(asked, "system"),
        template=_text(asked, "template"),
        images=tuple(_list(asked.get("images"))),
        raw_prompt=asked.get("raw") is True,
        **_common(asked, named),
    )


def _create(asked: Mapping[str, Any]) -> CreateRequest:
    licence = asked.get("license")
    named = {"model", "name", "from", "files", "adapters", "template", "system", "license"}
    named |= {"parameters", "messages", "quantize"}
    return CreateRequest(
        _name(asked),
        base=_text(asked, "from"),
        files=_dict(asked.get("files")),
        adapters=_dict(asked.get("adapters")),
        template=_text(asked, "template"),
        system=_text(asked, "system"),
        licenses=[licence] if isinstance(licence, str) else _list(licence),
        parameters=_dict(asked.get("parameters")),
        messages=[
            SampleMessage(_text(message, "role"), _text(message, "content"))
            for message in _list(asked.get("messages"))
        ],
        quantize=_text(asked, "quantize"),
        more={name: value for name, value in asked.items() if name not in named},
    )


def _embed(client: OllamaClient, asked: Mapping[str, Any]) -> Awaitable[Any]:
    sent = asked.get("input", "")
    texts = (
        sent if isinstance(sent, str) else [text for text in _list(sent) if isinstance(text, str)]
    )
    return client.embed(
        _name(asked),
        texts,
        truncate=asked.get("truncate"),
        dimensions=asked.get("dimensions"),
        keep_alive=asked.get("keep_alive"),
        options=_dict(asked.get("options")),
    )


_Stream = Callable[[OllamaClient, Mapping[str, Any]], AsyncGenerator[Any, None]]
_Single = Callable[[OllamaClient, Mapping[str, Any]], Awaitable[Any]]

_STREAMS: dict[str, tuple[str, _Stream]] = {
    "POST /api/pull": (
        "pull",
        lambda client, asked: client.pull(_name(asked), insecure=asked.get("insecure") is True),
    ),
    "POST /api/push": (
        "push",
        lambda client, asked: client.push(_name(asked), insecure=asked.get("insecure") is True),
    ),
    "POST /api/create": ("create", lambda client, asked: client.create(_create(asked))),
    "POST /api/generate": ("generate", lambda client, asked: client.generate(_generate(asked))),
    "POST /api/chat": ("chat", lambda client, asked: client.chat(_chat(asked))),
}
_SINGLES: dict[str, tuple[str, _Single]] = {
    "GET /api/version": ("version", lambda client, _: client.version()),
    "GET /api/status": ("status", lambda client, _: client.status()),
    "GET /api/tags": ("tags", lambda client, _: client.tags()),
    "GET /api/ps": ("ps", lambda client, _: client.ps()),
    "POST /api/show": (
        "show",
        lambda client, asked: client.show(_name(asked), verbose=asked.get("verbose") is True),
    ),
    "POST /api/copy": (
        "copy",
        lambda client, asked: client.copy(_text(asked, "source"), _text(asked, "destination")),
    ),
    "DELETE /api/delete": ("delete", lambda client, asked: client.delete(_name(asked))),
    "POST /api/embed": ("embed", _embed),
    "POST /api/embeddings": (
        "embeddings",
        lambda client, asked: client.embeddings(_name(asked), _text(asked, "prompt")),
    ),
}
