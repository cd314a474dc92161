"""From bytes that a stranger sent to typed values, with every way it can fail."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeAlias, TypeVar

import msgspec

from desktop.ollama.errors import NotOllama, StreamBroken

T = TypeVar("T")

UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""All that msgspec raises on hostile bytes (libraries.md, NDJSON)."""
Number: TypeAlias = int | float | None
"""A number as any server may write it: 12, 12.0 or null."""
Text: TypeAlias = str | None
_SAMPLE = 300


def decoded(decoder: msgspec.json.Decoder[T], raw: bytes) -> T:
    """Return what the bytes say.

    Raises:
        StreamBroken: they end in the middle.
        NotOllama: they are no JSON, or a field has another type.
    """
    try:
        return decoder.decode(raw)
    except UNREADABLE as error:
        if is_cut_short(raw, error):
            raise StreamBroken("the answer ends in the middle") from error
        raise not_ollama(f"not an answer of Ollama's: {error}", raw) from error


def is_cut_short(raw: bytes, error: Exception) -> bool:
    """Whether bytes that could not be read are the beginning of JSON."""
    return bool(raw.strip()) and "truncated" in str(error)


def not_ollama(message: str, raw: bytes, status: int = 200) -> NotOllama:
    """Return the error for bytes that are not an answer of Ollama's, with their beginning."""
    return NotOllama(message, status=status, sample=raw[:_SAMPLE].decode(errors="replace"))


def whole(number: Number) -> int:
    """Return a number of bytes, tokens or nanoseconds; 0 where none was sent (fact 31)."""
    return int(number or 0)


def moment(text: Text) -> datetime | None:
    """Read a time as Go writes it: RFC 3339 with up to nine digits (fact 63), None if it is not.

    Digits beyond the microsecond are dropped; a time without a zone is taken as UTC.
    """
    if not text or not text.isascii():
        return None
    head, point, tail = text.partition(".")
    digits = len(tail) - len(tail.lstrip("0123456789"))
    short = f"{head}.{tail[: min(digits, 6)]:0<6}{tail[digits:]}" if point else head
    try:
        found = datetime.fromisoformat(short)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def http_date(text: str) -> datetime | None:
    """Read a time as a header writes it, to the second; None if it is not one.

    One without a zone is taken as UTC.
    """
    try:
        found = parsedate_to_datetime(text)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError):
        return None
