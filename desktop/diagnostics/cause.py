"""One row of the table of causes, and the words of an error that it looks at."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from desktop.diagnostics.codes import Code, Remedy
from desktop.ollama.errors import NotOllama, OllamaError, ServerRefused

_ENOUGH = 16_000
"""Characters of a text that are looked at; a crash of the engine brings its whole output."""
_DEEPEST = 3
"""Levels of JSON within JSON; a real server has two."""


@dataclass(frozen=True, slots=True)
class Cause:
    """An error of this kind, whose call, status and words fit if they are given."""

    code: Code
    remedies: tuple[Remedy, ...] = ()
    kind: type[OllamaError] = ServerRefused
    text: re.Pattern[str] | None = None
    statuses: frozenset[int] = frozenset()
    paths: tuple[str, ...] = ()
    when: Callable[[OllamaError], bool] | None = None

    def fits(self, error: OllamaError, text: str) -> bool:
        """Whether this row is about that error, whose words are `text`."""
        if not isinstance(error, self.kind):
            return False
        if self.statuses and getattr(error, "status", 0) not in self.statuses:
            return False
        if self.paths and not error.path.startswith(self.paths):
            return False
        if self.text is not None and self.text.search(text) is None:
            return False
        return self.when is None or self.when(error)


def words(*texts: str) -> re.Pattern[str]:
    """Match any of these texts, wherever it stands and however it is capitalised."""
    return re.compile("|".join(map(re.escape, texts)), re.IGNORECASE)


def pattern(*texts: str) -> re.Pattern[str]:
    """Match any of these regular expressions."""
    return re.compile("|".join(texts), re.IGNORECASE | re.DOTALL)


def text_of(error: OllamaError) -> str:
    """Return the words that came with an error: the server's own where there are any."""
    match error:
        case ServerRefused():
            return error.message
        case NotOllama() if error.sample:
            return error.sample
        case _:
            return str(error)


def readable(raw: str) -> str:
    """Return a text with what stands in it as JSON written out: its type and its message.

    An engine's refusal comes as JSON within the text of the server's own (fact 7).
    """
    text = raw[:_ENOUGH]
    for _ in range(_DEEPEST):
        inner = nested(text)
        message = inner.get("message")
        if not isinstance(message, str):
            break
        text = f"{inner.get('type', '')}: {message}"
    return text


def nested(raw: str) -> dict[str, object]:
    """Return the error that a text is as JSON, or nothing."""
    begin = raw.find("{")
    if begin < 0:
        return {}
    try:
        value, _ = json.JSONDecoder().raw_decode(raw, begin)
    except (ValueError, RecursionError):
        return {}
    found = cast("dict[str, object]", value)
    error = found.get("error")
    return cast("dict[str, object]", error) if isinstance(error, dict) else found
