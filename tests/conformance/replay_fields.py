"""Whether every recorded field can be read back from what the client gives."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from desktop.domain.chat import Chunk, Embeddings, Figures, ToolCall
from desktop.domain.create import CreateStep
from desktop.domain.listing import Listing
from desktop.domain.model import Capability, InstalledModel, LoadedModel, ModelCard, ModelDetails
from desktop.domain.pull import PullStep
from desktop.ollama.answers import ServerStatus, Version
from tests.conformance.replay_shapes import is_damaged

_MAX_ROWS = 10_000
_WORDS = {capability.value for capability in Capability}


def differences(result: Any, recorded: Any) -> list[str]:
    """Name each recorded field that the result does not give back."""
    found = [] if json.loads(result.raw) == recorded else ["raw"]
    return found + [
        f"{name}: {given!r} instead of {sent!r}"
        for name, given, sent in _fields(result, recorded)
        if given != sent
    ]


_Fields = Iterator[tuple[str, Any, Any]]


def _fields(result: Any, sent: Mapping[str, Any]) -> _Fields:
    match result:
        case Version():
            return iter([("version", result.version, sent["version"])])
        case ServerStatus():
            return _status(result, sent.get("cloud") or {})
        case Listing():
            return _listing(result, sent.get("models") or [])
        case ModelCard():
            return _card(result, sent)
        case PullStep() | CreateStep():
            return _plain(result, sent, ("status", "digest"), ("total", "completed"))
        case Chunk():
            return _chunk(result, sent)
        case Embeddings():
            return _embeddings(result, sent)
        case _:
            return iter([("type", type(result), "one that is known")])


def _plain(
    result: Any, sent: Mapping[str, Any], texts: tuple[str, ...], numbers: tuple[str, ...] = ()
) -> _Fields:
    for name in texts:
        yield name, getattr(result, name), sent.get(name) or ""
    for name in numbers:
        yield name, getattr(result, name), int(sent.get(name) or 0)


def _status(result: ServerStatus, cloud: Mapping[str, Any]) -> _Fields:
    yield "disabled", result.is_cloud_disabled, bool(cloud.get("disabled"))
    yield "source", result.source, cloud.get("source") or ""


def _listing(result: Listing[Any], sent: list[Any]) -> _Fields:
    rows, damaged = iter(result.rows), iter(result.damaged)
    for row in sent[:_MAX_ROWS]:
        if is_damaged(row):
            given = next(damaged, None)
            yield "damaged", given and json.loads(given.raw), row
            continue
        model = next(rows, None)
        if not isinstance(model, InstalledModel | LoadedModel):
            yield "row", model, row
            continue
        yield "raw", json.loads(model.raw), row
        yield from _model(model, row)
    yield "rows too many", [*rows, *damaged], []
    yield "left out", result.left_out, max(0, len(sent) - _MAX_ROWS)


def _model(model: InstalledModel | LoadedModel, row: Mapping[str, Any]) -> _Fields:
    yield "name", model.name, row.get("name") or row["model"]
    yield from _plain(model, row, ("digest",), ("size",))
    yield from _details(model.details, row.get("details") or {})
    if isinstance(model, LoadedModel):
        yield from _plain(model, row, (), ("size_vram", "context_length"))
        yield "expires_at", model.expires_at, instant(row.get("expires_at"))
    else:
        yield from _remote(model, row)
        yield "modified_at", model.modified_at, instant(row.get("modified_at"))


def _remote(model: InstalledModel | ModelCard, sent: Mapping[str, Any]) -> _Fields:
    yield from _plain(model, sent, ("remote_model", "remote_host"))
    words = set(sent.get("capabilities") or ()) & _WORDS
    cloud = {"cloud"} if sent.get("remote_model") or sent.get("remote_host") else set()
    yield "capabilities", {word.value for word in model.capabilities}, words | cloud


def _details(details: ModelDetails, sent: Mapping[str, Any]) -> _Fields:
    texts = ("format", "family", "parameter_size", "quantization_level", "parent_model")
    yield from _plain(details, sent, texts, ("context_length", "embedding_length"))
    yield "families", list(details.families), sent.get("families") or []


def _card(card: ModelCard, sent: Mapping[str, Any]) -> _Fields:
    yield from _plain(card, sent, ("modelfile", "parameters", "template", "system"))
    licence = sent.get("license") or ""
    yield "license", card.license, licence if isinstance(licence, str) else "\n".join(licence)
    yield from _details(card.details, sent.get("details") or {})
    messages = [{"role": message.role, "content": message.content} for message in card.messages]
    yield "messages", messages, sent.get("messages") or []
    yield "model_info", card.metadata, sent.get("model_info") or {}
    tensors = [{"name": t.name, "type": t.type, "shape": list(t.shape)} for t in card.tensors]
    yield "tensors", tensors, sent.get("tensors") or []
    yield "modified_at", card.modified_at, instant(sent.get("modified_at"))
    yield from _remote(card, sent)


def _chunk(chunk: Chunk, sent: Mapping[str, Any]) -> _Fields:
    message = sent.get("message") or {}
    text = message.get("content") if message else sent.get("response")
    thinking = message.get("thinking") if message else sent.get("thinking")
    yield "text", chunk.text, text or ""
    yield "thinking", chunk.thinking, thinking or ""
    yield "role", chunk.role, message.get("role") or ""
    yield from _plain(chunk, sent, ("model", "done_reason"))
    yield "done", chunk.done, bool(sent.get("done"))
    yield "tool_calls", list(chunk.tool_calls), [_call(c) for c in message.get("tool_calls") or ()]
    if chunk.done:
        yield from _figures(chunk.figures, sent)


def _call(sent: Mapping[str, Any]) -> ToolCall:
    function = sent.get("function") or {}
    arguments = function.get("arguments")
    arguments = arguments if isinstance(arguments, dict) else {}
    return ToolCall(function.get("name") or "", arguments, sent.get("id") or "")


def _figures(figures: Figures, sent: Mapping[str, Any]) -> _Fields:
    return _plain(figures, sent, (), tuple(Figures.__dataclass_fields__))


def _embeddings(result: Embeddings, sent: Mapping[str, Any]) -> _Fields:
    vectors = [sent["embedding"]] if sent.get("embedding") else sent.get("embeddings") or []
    yield "vectors", [list(vector) for vector in result.vectors], vectors
    yield from _plain(result, sent, ("model",))
    yield from _figures(result.figures, sent)


def instant(text: Any) -> datetime | None:
    """The time that a text of Go's names, to the microsecond; digit by digit, without a library."""
    match = re.fullmatch(
        r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)", text or ""
    )
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(match[group]) for group in range(1, 7))
    micro = int((match[7] or "0").ljust(9, "0")[:6])
    moment = datetime(year, month, day, hour, minute, second, micro, tzinfo=UTC)
    if match[8] == "Z":
        return moment
    sign = -1 if match[8][0] == "-" else 1
    return moment - sign * timedelta(hours=int(match[8][1:3]), minutes=int(match[8][4:]))
