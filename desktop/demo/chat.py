"""The endpoint chat: messages in, a message out; without messages it loads or unloads."""

from collections.abc import Mapping
from typing import cast

from desktop.demo.answers import Spoken, call, go_on, speak
from desktop.demo.asking import Asked, admit, check
from desktop.demo.body import Body, read_body, unmarshal
from desktop.demo.generate import check_format
from desktop.demo.images import check_images
from desktop.demo.machine import Machine
from desktop.demo.prompt import of_messages
from desktop.demo.reply import Answer, Refusal, json_reply
from desktop.demo.telling import Delta, Row, answered, head, loaded, tell
from desktop.demo.wire import Request
from desktop.domain.model import JsonValue

_EMPTY: Row = {"message": {"role": "assistant", "content": ""}}


async def chat(machine: Machine, request: Request) -> Answer:
    """Answer messages, or load or unload a model if there are none."""
    body = read_body(request.body, "ChatRequest")
    stream = body.boolean("stream", default=True)
    messages = read_messages(body)
    if not body.model:
        raise Refusal(400, "model is required")
    asked = admit(machine, body, "/api/chat")
    if not messages and asked.keep == 0:
        return await loaded(machine, asked, _EMPTY)
    check(asked, "chat", tools=bool(body.sequence("tools")))
    check_format(body)
    if not messages:
        return await loaded(machine, asked, _EMPTY)
    for message in messages:
        check_images(asked, _images(message), "Message.images")
    if body.boolean("_debug_render_only"):
        return _rendered(machine, asked, messages)
    system = asked.model.manifest.parts.system
    may_be_cut = body.boolean("truncate", default=True)
    prompt = of_messages(messages, system, may_be_cut=may_be_cut)
    rows = tell(machine, asked, reply_to(asked, messages), prompt, _row, {})
    return await answered(rows, _joined, stream=stream)


def read_messages(body: Body) -> list[Mapping[str, JsonValue]]:
    """Read the messages; any role is taken, but only text for content (fact 28).

    Raises:
        Refusal: a message or its content has the wrong type.
    """
    messages: list[Mapping[str, JsonValue]] = []
    for message in body.sequence("messages"):
        if not isinstance(message, dict):
            raise Refusal(400, unmarshal(message, "ChatRequest.messages", "api.Message"))
        content = message.get("content")
        if content is not None and not isinstance(content, str):
            raise Refusal(400, unmarshal(content, "Alias.content", "string"))
        messages.append(cast("Mapping[str, JsonValue]", message))
    return messages


def reply_to(asked: Asked, messages: list[Mapping[str, JsonValue]]) -> Spoken:
    """Choose the canned answer: a tool's call, the rest of an answer that was begun, or words."""
    last = messages[-1]
    tools = asked.body.sequence("tools")
    if tools and last.get("role") == "user":
        return call(tools)
    said = _said(last)
    if last.get("role") != "assistant" or not said:
        return speak(asked, said, _images(last))
    questions = [message for message in messages if message.get("role") == "user"]
    question = questions[-1] if questions else last
    return go_on(asked, _said(question), _images(question), said)


def _said(message: Mapping[str, JsonValue]) -> str:
    return str(message.get("content") or "")


def _images(message: Mapping[str, JsonValue]) -> list[JsonValue]:
    images = message.get("images")
    return images if isinstance(images, list) else []


def _row(delta: Delta) -> Row:
    message: Row = {"role": "assistant", "content": delta.text}
    if delta.thinking:
        message["thinking"] = delta.thinking
    if delta.tool_calls:
        message["tool_calls"] = list(delta.tool_calls)
    return {"message": message}


def _joined(rows: list[Row]) -> Row:
    last = dict(rows[-1])
    messages = [cast("Row", row["message"]) for row in rows]
    joined: Row = {"role": "assistant"}
    joined["content"] = "".join(str(message["content"]) for message in messages)
    if thinking := "".join(str(message.get("thinking", "")) for message in messages):
        joined["thinking"] = thinking
    for message in messages:
        if "tool_calls" in message:
            joined["tool_calls"] = message["tool_calls"]
    last["message"] = joined
    return last


def _rendered(machine: Machine, asked: Asked, messages: list[Mapping[str, JsonValue]]) -> Answer:
    """Show the prompt as a template would make it, and ask nobody (fact 77)."""
    parts = asked.model.manifest.parts
    said = [("system", parts.system)] if parts.system else []
    said += [(str(m.get("role", "")), str(m.get("content", ""))) for m in messages]
    text = "".join(f"<|im_start|>{role}\n{content}<|im_end|>\n" for role, content in said)
    return json_reply(
        {
            **head(machine, asked),
            "message": {"role": "", "content": ""},
            "done": False,
            "_debug_info": {"rendered_template": text + "<|im_start|>assistant\n"},
        }
    )
