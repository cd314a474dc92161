"""How long a model stays loaded: a Go duration, seconds, -1 for ever, 0 for not at all."""

import re
from math import inf

_PIECE = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(ms|h|m|s)")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0}
_LONGEST = 290 * 365 * 86_400
"""Seconds that Go's durations hold."""


def read_keep_alive(text: str) -> str | int | None:
    """Return what a person typed, as Ollama takes it; None where it is no time.

    A bare number is seconds. Units may be written out: 30 min, 2 hours.
    """
    tidy = re.sub(r"\s+", "", text.lower())
    if re.fullmatch(r"-?\d{1,9}", tidy):
        return int(tidy)
    tidy = re.sub(r"(?<=\d)(?:hours?|hrs?)", "h", tidy)
    tidy = re.sub(r"(?<=\d)(?:minutes?|mins?)", "m", tidy)
    tidy = re.sub(r"(?<=\d)(?:seconds?|secs?)", "s", tidy)
    return tidy if seconds(tidy) is not None else None


def seconds(value: str | int) -> float | None:
    """Return how many seconds that is, infinite for ever; None for a text that is no duration."""
    if isinstance(value, int):
        return inf if value < 0 else float(value)
    sign, digits = (-1, value[1:]) if value.startswith("-") else (1, value)
    pieces = list(_PIECE.finditer(digits))
    if not pieces or "".join(piece[0] for piece in pieces) != digits:
        return 0.0 if digits == "0" else None
    total = sum(float(piece[1]) * _SECONDS[piece[2]] for piece in pieces)
    if total > _LONGEST:
        return None
    return inf if sign < 0 and total else total
