"""What an answer says that is not the one that was asked for."""

import re

import msgspec

from desktop.ollama.decoding import UNREADABLE, not_ollama
from desktop.ollama.errors import (
    Busy,
    EndpointMissing,
    Forbidden,
    ModelMissing,
    OllamaError,
    ServerRefused,
)

_MODEL_MISSING = re.compile(r"model ['\"].*['\"] not found")


class _Failed(msgspec.Struct, gc=False):
    error: msgspec.Raw = msgspec.Raw()


class _Detail(msgspec.Struct, gc=False):
    message: str


_failed = msgspec.json.Decoder(_Failed)
_texts = msgspec.json.Decoder(str | None)
_details = msgspec.json.Decoder(_Detail)


def refusal(status: int, media_type: str, body: bytes, *, is_head: bool = False) -> OllamaError:
    """Return the error that an answer with a status of 400 or more stands for."""
    text = error_text(body)
    if is_head and media_type == "application/json":
        text = ""  # What it would have said is not sent.
    if text is not None:
        return refused(status, text)
    plain = body.decode(errors="replace")
    if status == 403 and not body and not media_type:
        return Forbidden(status, "")
    if status in (404, 405) and (media_type == "text/plain" or plain in _GO_SAYS):
        return EndpointMissing(status, plain)
    return not_ollama(f"an answer of another kind ({status})", body, status)


_GO_SAYS = ("404 page not found", "405 method not allowed")


def refused(status: int, text: str) -> ServerRefused:
    """Return the error for a text of the server's own; 200 is the status of a line (fact 1).

    A 404 with JSON is a missing model whatever it says (fact 8), but for a
    blob's; in a stream only the text can tell.
    """
    if status == 404 and not text.startswith("blob "):
        return ModelMissing(status, text)
    if status == 200 and _MODEL_MISSING.match(text):
        return ModelMissing(status, text)
    if status == 503 and "busy" in text.lower():
        return Busy(status, text)
    return ServerRefused(status, text)


def error_text(raw: bytes) -> str | None:
    """Return the text of the error that a line or body of JSON is; None if it is none.

    Ollama's own is a text; that of /v1 is an object with a message (fact 67).
    """
    if b'"error"' not in raw:
        return None
    try:
        value = bytes(_failed.decode(raw).error)
    except UNREADABLE:
        return None
    return _text(value) if value else None


def _text(value: bytes) -> str | None:
    try:
        return _texts.decode(value)
    except UNREADABLE:
        pass
    try:
        return _details.decode(value).message
    except UNREADABLE:
        return value.decode(errors="replace")
