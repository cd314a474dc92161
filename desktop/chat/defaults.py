"""What a model does where a conversation says nothing: its own default of each parameter."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from math import isfinite
from typing import TypeAlias

from desktop.domain.model import JsonValue, ModelCard
from desktop.domain.parameters import PARAMETERS, Kind, unquoted

DefaultValue: TypeAlias = "int | float | str | tuple[str, ...] | None"

LEVELS = ("low", "medium", "high")
"""How deep gpt-oss can be told to think; it has no way to be told not to."""
_LEVEL_FAMILIES = frozenset({"gptoss", "gpt-oss"})


class Origin(Enum):
    """Who decides a parameter that the conversation leaves alone."""

    UNKNOWN = auto()
    """The model's card was not read yet."""
    MODEL = auto()
    OLLAMA = auto()
    HOST = auto()
    """A setting of the server, which it does not tell."""


@dataclass(frozen=True, slots=True)
class Default:
    """The value in force, None where it is not known, and where it comes from."""

    value: DefaultValue = None
    origin: Origin = Origin.UNKNOWN


def default_of(card: ModelCard | None, name: str) -> Default:
    """Return the default of the parameter of that name; `system` is one too.

    A card's values are texts ("0.7", "8192") and are not checked by the server
    that keeps them (fact 49): what cannot be read counts as not said.
    """
    if card is None:
        return Default()
    if name == "system":
        return Default(card.system, Origin.MODEL)
    parameter = PARAMETERS.get(name)
    if parameter is None:  # Of the request and not of the model: keep_alive and think.
        return Default(None, Origin.HOST)
    is_whole = parameter.kind is Kind.WHOLE
    values = [value for key, value in card.parameter_rows if key == name]
    if name == "stop" and values:
        return Default(tuple(unquoted(value) for value in values), Origin.MODEL)
    for value in reversed(values):  # Ollama takes the last one.
        if (number := _number(value, int if is_whole else float)) is not None:
            return Default(number, Origin.MODEL)
    if parameter.kind is Kind.TEXTS:
        return Default((), Origin.OLLAMA)
    own = parameter.default
    return Default(own, Origin.HOST if own is None else Origin.OLLAMA)


def trained_context(card: ModelCard | None) -> int:
    """Return for how many tokens the model was trained, 0 if it does not say.

    More is not refused but silently cut to this (fact 17).
    """
    if card is None:
        return 0
    architecture = card.metadata.get("general.architecture")
    for value in (
        card.metadata.get(f"{architecture}.context_length"),
        *_context_lengths(card),
        card.details.context_length,
    ):
        if isinstance(value, int) and value > 0:
            return value
    return 0


def has_levels(card: ModelCard | None) -> bool:
    """Whether the model is told how deep to think, rather than whether."""
    if card is None:
        return False
    architecture = card.metadata.get("general.architecture")
    return bool(_LEVEL_FAMILIES & {card.details.family, *card.details.families, str(architecture)})


def raised_context(used: int, context: int, trained: int) -> int:
    """Return a context that holds `used` tokens with room to go on: a power of two.

    At most what the model was trained for (0 if unknown). Not more than
    `context` where it cannot be raised.
    """
    wanted = max(used + used // 4, context + 1, 2048)
    raised = 1 << (wanted - 1).bit_length()
    return max(context, min(raised, trained) if trained else raised)


def _context_lengths(card: ModelCard) -> list[JsonValue]:
    return [value for key, value in card.metadata.items() if key.endswith(".context_length")]


def _number(text: str, kind: Callable[[str], int | float]) -> int | float | None:
    try:
        value = float(unquoted(text))
        if not isfinite(value):
            return None
        return int(value) if kind is int else value
    except ValueError:
        return None
