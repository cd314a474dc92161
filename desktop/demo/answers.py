"""Turns what is asked into what is said: thoughts and words, cut into tokens."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from desktop.demo.asking import Asked
from desktop.demo.scripts import Script, choose
from desktop.demo.scripts.json_values import made_for
from desktop.demo.scripts.pictures import describe
from desktop.demo.tokens import tokens
from desktop.domain.model import JsonValue

_PARAGRAPHS = {"low": 1, "high": 9, "max": 9}
"""How many paragraphs of thinking each level has; two without one."""
_GO_ON = " … and this is where the demo host would go on, if it had begun that itself."


@dataclass(frozen=True, slots=True)
class Spoken:
    """An answer before it is sent: its tokens, and whether it was cut for want of room."""

    thinking: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    tool_calls: tuple[JsonValue, ...] = ()
    is_cut: bool = False

    @property
    def count(self) -> int:
        return len(self.thinking) + len(self.words)

    def within(self, limit: int) -> "Spoken":
        """Cut an answer off at so many tokens; thoughts count (fact 23)."""
        if self.count <= limit:
            return self
        thinking = self.thinking[:limit]
        words = self.words[: max(0, limit - len(thinking))]
        return replace(self, thinking=thinking, words=words, is_cut=True)


def speak(asked: Asked, question: str, images: Sequence[JsonValue] = ()) -> Spoken:
    """Return the canned answer to a question."""
    script = _script(asked, question, images)
    thinking = tokens(_thoughts(asked, script)) if asked.thinks else ()
    return _limited(asked, Spoken(thinking, tokens(_stopped(script.answer, asked.stops))))


def go_on(asked: Asked, question: str, images: Sequence[JsonValue], begun: str) -> Spoken:
    """Go on where an answer ends that the model has begun, without thinking once more."""
    whole = _stopped(_script(asked, question, images).answer, asked.stops)
    rest = whole[len(begun) :] if whole.startswith(begun) else _GO_ON
    return _limited(asked, Spoken(words=tokens(rest)))


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


def _script(asked: Asked, question: str, images: Sequence[JsonValue]) -> Script:
    if wanted := asked.body.value("format"):
        return Script((), json.dumps(_document(wanted, question), ensure_ascii=False, indent=2))
    return describe(images) if images else choose(question, asked.body.model)


def _document(wanted: JsonValue, question: str) -> JsonValue:
    if isinstance(wanted, dict):
        return made_for(wanted)
    return {
        "demo": True,
        "answer": "This document was written beforehand.",
        "you_said": question[:200],
        "words": len(question.split()),
        "to_try": ["a schema of your own", "another host"],
    }


def _thoughts(asked: Asked, script: Script) -> str:
    """Return as much thinking as its level wants (fact 26)."""
    level = asked.body.value("think")
    paragraphs = _PARAGRAPHS.get(level, 2) if isinstance(level, str) else 2
    return "\n\n".join(script.thoughts[:paragraphs])


def _limited(asked: Asked, spoken: Spoken) -> Spoken:
    """Heed num_predict; 0 and less mean nothing (fact 23)."""
    return spoken.within(asked.limit) if asked.limit > 0 else spoken


def _stopped(text: str, stops: Sequence[str]) -> str:
    found = [text.index(stop) for stop in stops if stop and stop in text]
    return text[: min(found)] if found else text


def _mapping(value: JsonValue) -> Mapping[str, JsonValue]:
    return cast("Mapping[str, JsonValue]", value) if isinstance(value, dict) else {}


def _argument(schema: Mapping[str, JsonValue]) -> JsonValue:
    made: dict[str, JsonValue] = {"integer": 7, "number": 7.5, "boolean": True, "array": []}
    return made.get(str(schema.get("type")), "Rome")
