"""The bodies of requests; what is empty is left out, as Ollama's own client does."""

from collections.abc import Mapping

from desktop.domain.chat import Asking, ChatRequest, GenerateRequest, Message, ToolCall
from desktop.domain.create import CreateRequest
from desktop.domain.model import JsonValue


def chat_body(request: ChatRequest) -> dict[str, JsonValue]:
    """Return the body of /api/chat; messages are always there, even when there are none."""
    return {
        "model": request.model,
        "messages": [_message(message) for message in request.messages],
        **_sent({"tools": list(request.tools)}),
        **_asking(request),
    }


def generate_body(request: GenerateRequest) -> dict[str, JsonValue]:
    """Return the body of /api/generate."""
    own: dict[str, JsonValue] = {
        "prompt": request.prompt,
        "suffix": request.suffix,
        "system": request.system,
        "template": request.template,
        "images": list(request.images),
        "raw": request.raw_prompt,
    }
    return {"model": request.model, **_sent(own), **_asking(request)}


def create_body(request: CreateRequest) -> dict[str, JsonValue]:
    """Return the body of /api/create."""
    own: dict[str, JsonValue] = {
        "from": request.base,
        "files": dict(request.files),
        "adapters": dict(request.adapters),
        "draft_files": dict(request.drafts),
        "template": request.template,
        "system": request.system,
        "license": list(request.licenses),
        "parameters": dict(request.parameters),
        "messages": [{"role": m.role, "content": m.content} for m in request.messages],
        "renderer": request.renderer,
        "parser": request.parser,
        "requires": request.requires,
        "quantize": request.quantize,
    }
    return {"model": request.model, **_sent(own), **request.more}


def _asking(request: Asking) -> dict[str, JsonValue]:
    body = _sent({"options": dict(request.options)})
    if request.keep_alive is not None:
        body["keep_alive"] = request.keep_alive
    if request.format is not None:
        body["format"] = request.format
    if request.think is not None:
        body["think"] = request.think
    if not request.stream:
        body["stream"] = False
    return {**body, **request.more}


def _message(message: Message) -> dict[str, JsonValue]:
    optional: dict[str, JsonValue] = {
        "thinking": message.thinking,
        "images": list(message.images),
        "tool_calls": [_tool_call(call) for call in message.tool_calls],
        "tool_name": message.tool_name,
    }
    return {"role": message.role, "content": message.content, **_sent(optional)}


def _tool_call(call: ToolCall) -> dict[str, JsonValue]:
    function: JsonValue = {"name": call.name, "arguments": dict(call.arguments)}
    return {**_sent({"id": call.id}), "function": function}


def _sent(fields: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    return {name: value for name, value in fields.items() if value}
