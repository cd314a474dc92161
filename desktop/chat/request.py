"""From a path of messages and its parameters to the request that is sent."""

import base64
import json
import re
from collections.abc import Iterable, Mapping, Sequence

from desktop.domain.chat import ChatRequest, Message
from desktop.domain.conversation import (
    AnswerFormat,
    Attachment,
    AttachmentId,
    AttachmentKind,
    Entry,
    Parameters,
    Role,
)
from desktop.domain.model import JsonValue

OPTIONS = (
    "temperature",
    "top_p",
    "top_k",
    "min_p",
    "seed",
    "num_ctx",
    "num_predict",
    "num_gpu",
    "repeat_penalty",
)
"""The parameters that go into `options` as they are."""

_BACKTICKS = re.compile(r"`{3,}")


def chat_request(
    model: str,
    parameters: Parameters,
    path: Sequence[Entry],
    contents: Mapping[AttachmentId, bytes],
    *,
    can_think: bool = True,
) -> ChatRequest:
    """Return what is sent for a path that ends in what is to be answered, or continued.

    A last message that is the model's own is continued by Ollama, word for
    word. Thinking is not sent again: models are trained without it. One that
    cannot think is not told to, for which a server would refuse everything.
    """
    return ChatRequest(
        model=model,
        options=options_of(parameters),
        keep_alive=None if parameters.keep_alive == "" else parameters.keep_alive,
        format=format_of(parameters),
        think=parameters.think if can_think else None,
        messages=(*_system(parameters), *_messages(path, contents)),
    )


def options_of(parameters: Parameters) -> dict[str, JsonValue]:
    """Return the options that are set; what is None stays the model's own."""
    options: dict[str, JsonValue] = {}
    for name in OPTIONS:
        value: int | float | None = getattr(parameters, name)
        if value is not None:
            options[name] = value
    if parameters.stop is not None:
        options["stop"] = list(parameters.stop)
    return options


def format_of(parameters: Parameters) -> JsonValue:
    """Return what the answer has to be; the server refuses a schema that is no JSON."""
    if parameters.format is AnswerFormat.TEXT:
        return None
    if parameters.format is AnswerFormat.JSON:
        return "json"
    try:
        schema: JsonValue = json.loads(parameters.schema)
    except (ValueError, RecursionError):
        return parameters.schema
    return schema


def quoted(attachment: Attachment, content: bytes) -> str:
    """Return a text file as a fenced block under its name, in a fence that it cannot close."""
    text = content.decode("utf-8", "replace").removeprefix("\ufeff")
    longest = max((len(match[0]) for match in _BACKTICKS.finditer(text)), default=2)
    fence = "`" * (longest + 1)
    name = " ".join(attachment.name.replace("`", "'").split())
    heading = f"{name}:\n" if name else ""
    end = "" if text.endswith("\n") else "\n"
    return f"{heading}{fence}\n{text}{end}{fence}"


def _system(parameters: Parameters) -> tuple[Message, ...]:
    """An empty system message stands for none: without one the model's own would be used."""
    return () if parameters.system is None else (Message("system", parameters.system),)


def _messages(path: Iterable[Entry], contents: Mapping[AttachmentId, bytes]) -> list[Message]:
    """Leave out answers without a word, such as one that was stopped while it thought."""
    return [_message(entry, contents) for entry in path if entry.text or entry.role is Role.USER]


def _message(entry: Entry, contents: Mapping[AttachmentId, bytes]) -> Message:
    texts: list[str] = []
    images: list[str] = []
    for attachment in entry.attachments:
        content = contents.get(attachment.id, b"")
        if attachment.kind is AttachmentKind.TEXT:
            texts.append(quoted(attachment, content))
        elif content:
            images.append(base64.b64encode(content).decode("ascii"))
    texts.append(entry.text)
    text = "\n\n".join(text for text in texts if text)
    return Message(entry.role.value, text, images=tuple(images))
