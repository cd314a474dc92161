"""JSON and times as Go writes them, so that the stand-in's bytes look like a real server's."""

import json
import re
from datetime import datetime, timedelta, tzinfo

FOREVER = 9_223_372_036.0
"""Seconds in Go's longest duration: a keep-alive of -1 ends in the year 2319 (fact 72)."""

_ESCAPES = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})
_UNITS = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0, "h": 3600.0}
_PIECE = re.compile(r"([0-9]*\.?[0-9]+|[0-9]+\.)(ns|us|µs|ms|s|m|h)")


class BadDuration(ValueError):
    """A text that is no duration of Go's; its message is Go's own."""


def dump(value: object) -> bytes:
    """Write JSON without spaces, text as UTF-8 and <, > and & escaped (fact 29)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPES).encode("utf-8", "backslashreplace")


def stamp(moment: datetime, zone: tzinfo, nanoseconds: int = 0) -> str:
    """Write RFC 3339 with up to nine digits and trailing zeros cut (fact 63)."""
    local = moment.astimezone(zone)
    digits = f"{local.microsecond:06d}{nanoseconds % 1000:03d}".rstrip("0")
    offset = local.strftime("%z")
    place = "Z" if offset == "+0000" else f"{offset[:3]}:{offset[3:5]}"
    return f"{local:%Y-%m-%dT%H:%M:%S}{'.' if digits else ''}{digits}{place}"


def seconds(value: object) -> float:
    """Read a keep-alive: a number of seconds or a text such as 1h30m; negative means for ever.

    Raises:
        BadDuration: it is neither.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return FOREVER if value < 0 else min(float(value), FOREVER)
    text = str(value)
    sign, rest = (text[0], text[1:]) if text[:1] in {"-", "+"} else ("", text)
    if rest == "0":
        return 0.0
    pieces = list(_PIECE.finditer(rest))
    if not rest or "".join(piece[0] for piece in pieces) != rest:
        is_bare = re.fullmatch(r"[0-9.]+", rest) and any(c.isdigit() for c in rest)
        raise BadDuration(f'time: {"missing unit in" if is_bare else "invalid"} duration "{text}"')
    total = sum(float(piece[1]) * _UNITS[piece[2]] for piece in pieces)
    return FOREVER if sign == "-" and total else min(total, FOREVER)


def later(moment: datetime, by: float) -> datetime:
    """Return the moment that many seconds later, however many they are."""
    return moment + timedelta(seconds=min(by, FOREVER))
