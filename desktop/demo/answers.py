"""Canned words: what the stand-in says, cut into tokens."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from desktop.domain.model import JsonValue

_TOKEN = re.compile(r"\s*\S{1,6}|\s+")

_WORDS = (
    "This is the demo host: I am {model} in name only, and these words were written "
    "beforehand.\n\nYou said: “{prompt}”\n\nA real model would answer here. What you can try "
    "with me is everything around it:\n\n"
    "1. **Stop me** in the middle of a sentence.\n"
    "2. Look at the `tokens per second` when I am done.\n"
    "3. Unload me, and see that I am gone from memory.\n\n"
    '```python\nfor word in answer:\n    print(word, end="")\n```\n\n'
    "When you add a host of your own, the answers become real."
)
_THOUGHTS = (
    "The person wants to see how thinking looks. I have no thoughts of my own, so I will "
    "show these, and then answer."
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """An answer before it is sent: its tokens, and whether it was cut at num_predict."""

    thinking: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    tool_calls: tuple[JsonValue, ...] = ()
    is_cut: bool = False

    @property
    def count(self) -> int:
        return len(self.thinking) + len(self.words)


def speak(model: str, prompt: str, limit: int, stops: Sequence[str], *, thinks: bool) -> Spoken:
    """Return the canned answer to a prompt, of at most `limit` tokens if that is more than 0."""
    short = prompt if len(prompt) <= 200 else prompt[:200] + "…"
    thinking = tokens(_THOUGHTS) if thinks else ()
    return cut(thinking, tokens(_stopped(_WORDS.format(model=model, prompt=short), stops)), limit)


def as_json(limit: int) -> Spoken:
    """Return an answer for a request that wants JSON."""
    return cut((), tokens('{"demo": true, "words": 0}'), limit)


def cut(thinking: tuple[str, ...], words: tuple[str, ...], limit: int) -> Spoken:
    """Cut an answer off where num_predict says; 0 and less mean nothing (fact 23)."""
    if limit <= 0 or len(thinking) + len(words) <= limit:
        return Spoken(thinking, words)
    return Spoken(thinking[:limit], words[: max(0, limit - len(thinking))], is_cut=True)


def call(tools: Sequence[JsonValue]) -> Spoken:
    """Call the first of the tools, with an argument for each of its parameters (fact 27)."""
    function = _mapping(_mapping(tools[0]).get("function"))
    properties = _mapping(_mapping(function.get("parameters")).get("properties"))
    arguments = {name: _argument(_mapping(schema)) for name, schema in properties.items()}
    made: JsonValue = {
        "id": "call_demo0001",
        "function": {"index": 0, "name": function.get("name", ""), "arguments": arguments},
    }
    return Spoken(words=("",), tool_calls=(made,))


def tokens(text: str) -> tuple[str, ...]:
    """Cut a text into pieces about as long as real tokens; joined they are the text again."""
    return tuple(match[0] for match in _TOKEN.finditer(text))


def _stopped(text: str, stops: Sequence[str]) -> str:
    found = [text.index(stop) for stop in stops if stop and stop in text]
    return text[: min(found)] if found else text


def _mapping(value: JsonValue) -> Mapping[str, JsonValue]:
    return cast("Mapping[str, JsonValue]", value) if isinstance(value, dict) else {}


def _argument(schema: Mapping[str, JsonValue]) -> JsonValue:
    made: dict[str, JsonValue] = {"integer": 7, "number": 7.5, "boolean": True, "array": []}
    return made.get(str(schema.get("type")), "Rome")
