"""What an answer says that is not the one that was asked for."""

import re
from collections.abc import Mapping
from datetime import datetime

import msgspec

from desktop.ollama.decoding import UNREADABLE, http_date, not_ollama
from desktop.ollama.errors import (
    Busy,
    EndpointMissing,
    Forbidden,
    ModelMissing,
    OllamaError,
    ServerRefused,
    SignInWanted,
)

LONGEST_RETRY_AFTER = 600.0
"""Seconds; a server that asks for more patience is not taken at its word."""
_MODEL_MISSING = re.compile(r"model ['\"].*['\"] not found")


class _Failed(msgspec.Struct, gc=False):
    error: msgspec.Raw = msgspec.Raw()
    signin_url: object = None


class _Detail(msgspec.Struct, gc=False):
    message: str


_failed = msgspec.json.Decoder(_Failed)
_texts = msgspec.json.Decoder(str | None)
_details = msgspec.json.Decoder(_Detail)


def refusal(
    status: int, media_type: str, body: bytes, *, is_head: bool = False, challenge: str = ""
) -> OllamaError:
    """Return the error that an answer with a status of 400 or more stands for.

    `challenge` is its WWW-Authenticate. Ollama sends none: its own 401 is JSON
    and about its account at ollama.com, so a challenge is a gate's before it.
    """
    text = error_text(body)
    if status in (401, 403) and challenge:
        return sign_in_wanted(status, challenge, body.decode(errors="replace"))
    if is_head and media_type == "application/json":
        text = ""  # What it would have said is not sent.
    if text is not None:
        error = refused(status, text)
        error.signin_url = _signin_url(body)
        return error
    plain = body.decode(errors="replace")
    if status == 401:
        return sign_in_wanted(status, "", plain)
    if status == 403 and not body and not media_type:
        return Forbidden(status, "")
    if status in (404, 405) and (media_type == "text/plain" or plain in _GO_SAYS):
        return EndpointMissing(status, plain)
    return not_ollama(f"an answer of another kind ({status})", body, status)


def sign_in_wanted(status: int, challenge: str, text: str) -> SignInWanted:
    """Return the error for a gate that wants credentials, or other ones."""
    return SignInWanted(
        f"a sign-in is wanted ({status})",
        status=status,
        challenge=challenge[:_CHALLENGE],
        sample=text[:_CHALLENGE],
    )


_CHALLENGE = 500
"""Characters of what a gate says that are kept."""
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


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds that a Retry-After asks for, from 0 to 600; None if there is none.

    It is a whole number of seconds or a time (RFC 9110, 10.2.3). A time is the
    server's, so it is measured from its own Date where it sends one (fact 58);
    `now` is what the time is here.
    """
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdecimal():
        return min(LONGEST_RETRY_AFTER, float(text))
    if (then := http_date(text)) is None:
        return None
    seconds = (then - (http_date(headers.get("date", "")) or now)).total_seconds()
    return min(LONGEST_RETRY_AFTER, max(0.0, seconds))


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


def _signin_url(body: bytes) -> str:
    try:
        url = _failed.decode(body).signin_url
    except UNREADABLE:
        return ""
    return url if isinstance(url, str) else ""


def _text(value: bytes) -> str | None:
    try:
        return _texts.decode(value)
    except UNREADABLE:
        pass
    try:
        return _details.decode(value).message
    except UNREADABLE:
        return value.decode(errors="replace")
