"""Lines of a stream, and small answers, from JSON to what they are."""

from typing import Any, cast

import msgspec

from desktop.domain.chat import Chunk, Embeddings, Figures, ToolCall
from desktop.domain.create import CreateStep
from desktop.domain.model import JsonValue
from desktop.domain.pull import PullStep
from desktop.ollama.decoding import Number, Text, decoded, whole


class _Step(msgspec.Struct, gc=False):
    status: Text = None
    digest: Text = None
    total: Number = None
    completed: Number = None


class _Function(msgspec.Struct):
    name: Text = None
    arguments: Any = None


class _Call(msgspec.Struct):
    id: Text = None
    function: _Function | None = None


class _Message(msgspec.Struct, gc=False):
    role: Text = None
    content: Text = None
    thinking: Text = None
    tool_calls: list[_Call] | None = None


class _Figures(msgspec.Struct, gc=False):
    total_duration: Number = None
    load_duration: Number = None
    prompt_eval_count: Number = None
    prompt_eval_duration: Number = None
    eval_count: Number = None
    eval_duration: Number = None


class _Chunk(_Figures, gc=False):
    model: Text = None
    message: _Message | None = None
    response: Text = None
    thinking: Text = None
    done: bool | None = None
    done_reason: Text = None


class _Embeddings(_Figures, gc=False):
    model: Text = None
    embeddings: list[list[int | float]] | None = None
    embedding: list[int | float] | None = None


_steps = msgspec.json.Decoder(_Step)
_chunks = msgspec.json.Decoder(_Chunk)
_vectors = msgspec.json.Decoder(_Embeddings)


def pull_step(line: bytes) -> PullStep:
    """Read a line of /api/pull or /api/push."""
    row = decoded(_steps, line)
    total, completed = whole(row.total), whole(row.completed)
    return PullStep(row.status or "", row.digest or "", total, completed, line)


def create_step(line: bytes) -> CreateStep:
    """Read a line of /api/create."""
    row = decoded(_steps, line)
    total, completed = whole(row.total), whole(row.completed)
    return CreateStep(row.status or "", row.digest or "", total, completed, line)


def chunk(line: bytes) -> Chunk:
    """Read a line of /api/chat or /api/generate."""
    row = decoded(_chunks, line)
    message = row.message or _Message(content=row.response, thinking=row.thinking)
    return Chunk(
        text=message.content or "",
        thinking=message.thinking or "",
        role=message.role or "",
        model=row.model or "",
        tool_calls=tuple(map(_tool_call, message.tool_calls or ())),
        done=bool(row.done),
        done_reason=row.done_reason or "",
        figures=_figures(row) if row.done else _NO_FIGURES,
        raw=line,
    )


def embeddings(body: bytes) -> Embeddings:
    """Read the answer of /api/embed, or that of /api/embeddings, which is one vector."""
    row = decoded(_vectors, body)
    vectors = [row.embedding] if row.embedding else row.embeddings or []
    return Embeddings(
        vectors=tuple(tuple(map(float, vector)) for vector in vectors),
        model=row.model or "",
        figures=_figures(row),
        raw=body,
    )


_NO_FIGURES = Figures()


def _figures(row: _Figures) -> Figures:
    return Figures(
        whole(row.total_duration),
        whole(row.load_duration),
        whole(row.prompt_eval_count),
        whole(row.prompt_eval_duration),
        whole(row.eval_count),
        whole(row.eval_duration),
    )


def _tool_call(call: _Call) -> ToolCall:
    function = call.function or _Function()
    sent = function.arguments
    arguments = cast("dict[str, JsonValue]", sent) if isinstance(sent, dict) else {}
    return ToolCall(function.name or "", arguments, call.id or "")
