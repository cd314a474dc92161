"""A model's card as rows of two texts: parameters, metadata and tensors, for a list to show."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.model import JsonValue, ModelCard
from desktop.domain.text import visible
from desktop.ui import units

_LONGEST = 500
"""Characters of a value that a row shows; the whole one is copied."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what a row says of it. `entries` holds a list that is opened on request."""

    key: str
    text: str
    value: JsonValue = None
    entries: Sequence[JsonValue] | None = None

    @property
    def whole(self) -> str:
        """What is copied: the value in full."""
        if self.value is None:
            return self.text
        if isinstance(self.value, str):
            return self.value
        return json.dumps(self.value, ensure_ascii=False)


def parameter_facts(card: ModelCard) -> list[Fact]:
    """Each PARAMETER of the Modelfile; `stop` may stand there several times."""
    return [Fact(name, visible(value), value) for name, value in card.parameter_rows]


def metadata_facts(card: ModelCard) -> list[Fact]:
    """What the GGUF file says of itself, by key; lists are counted, not written out."""
    return [_fact(key, card.metadata[key]) for key in sorted(card.metadata)]


def tensor_facts(card: ModelCard) -> list[Fact]:
    """Name, type and shape of each tensor, in the file's order."""
    return [
        Fact(tensor.name, f"{tensor.type}  {' × '.join(map(str, tensor.shape))}")
        for tensor in card.tensors
    ]


def has_hidden_lists(card: ModelCard) -> bool:
    """Whether the server left lists out, as it does unless it is asked verbosely (fact 64)."""
    return any(value is None for value in card.metadata.values())


def message_text(card: ModelCard) -> str:
    """The sample messages one after another, each under its role."""
    return "\n\n".join(f"{message.role}\n{message.content}" for message in card.messages)


def matching(facts: Iterable[Fact], text: str) -> list[Fact]:
    """Return the facts that hold every word, in their key or in what is shown."""
    found = list(facts)
    for word in text.casefold().split():
        found = [fact for fact in found if word in f"{fact.key} {fact.text}".casefold()]
    return found


def _fact(key: str, value: JsonValue) -> Fact:
    if isinstance(value, list):
        text = QCoreApplication.translate("Inspector", "{number} entries")
        return Fact(key, text.format(number=units.number(len(value))), value, value)
    return Fact(key, shown(value), value)


def shown(value: JsonValue) -> str:
    """A value in one line, cut where it is long."""
    match value:
        case None:
            return QCoreApplication.translate("Inspector", "not sent")
        case bool():
            return "true" if value else "false"
        case str():
            return visible(value[:_LONGEST]) + ("…" if len(value) > _LONGEST else "")
        case int() if abs(value) >= 10_000:
            return units.number(value)
        case int() | float():
            return str(value)
        case _:
            return visible(json.dumps(value, ensure_ascii=False)[:_LONGEST])
