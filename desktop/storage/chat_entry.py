"""The chat page as the settings keep it: what was open, who was asked last, presets."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Annotated, Any

from msgspec import Meta

from desktop.domain.conversation import AnswerFormat, Overflow, Parameters, Target
from desktop.domain.host import HostId
from desktop.storage.records import Record

MOST_RECENT = 12
"""How many targets are remembered."""
LONGEST_NAME = 60
"""Characters that the name of a preset may have."""


@dataclass(frozen=True, slots=True)
class TargetEntry(Record):
    """A model on a host, by the host's id."""

    host: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class ParametersEntry(Record):
    """`Parameters`, field by field; None is "as the model has it"."""

    system: str | None = None
    temperature: float | None = None
    top_p: float | None = None
    top_k: int | None = None
    min_p: float | None = None
    seed: int | None = None
    num_ctx: int | None = None
    num_predict: int | None = None
    num_gpu: int | None = None
    repeat_penalty: float | None = None
    stop: tuple[str, ...] | None = None
    keep_alive: str | int | None = None
    think: bool | str | None = None
    format: AnswerFormat = AnswerFormat.TEXT
    schema: str = ""
    overflow: Overflow = Overflow.ASK


@dataclass(frozen=True, slots=True)
class PresetEntry(Record):
    """Parameters under a name, to be used in any conversation."""

    name: Annotated[str, Meta(max_length=LONGEST_NAME)] = ""
    parameters: ParametersEntry = field(default_factory=ParametersEntry)


@dataclass(frozen=True, slots=True)
class ChatPageSettings(Record):
    """The chat page: the open conversation's id, and the targets, last used first."""

    conversation: str = ""
    panel_open: bool = True
    recent: tuple[TargetEntry, ...] = ()
    presets: tuple[PresetEntry, ...] = ()


def preset(name: str, parameters: Parameters) -> PresetEntry:
    """Return a preset of that name."""
    return PresetEntry(name=name, parameters=ParametersEntry(**_values(parameters)))


def parameters_of(entry: PresetEntry) -> Parameters:
    """Return what a preset sets."""
    return Parameters(**_values(entry.parameters))


def used(recent: tuple[TargetEntry, ...], target: Target) -> tuple[TargetEntry, ...]:
    """Return the targets with that one in front, and no more of them than are kept."""
    entry = TargetEntry(host=target.host_id, model=target.model)
    others = (one for one in recent if (one.host, one.model) != (entry.host, entry.model))
    return (entry, *others)[:MOST_RECENT]


def recent_targets(recent: tuple[TargetEntry, ...]) -> tuple[Target, ...]:
    """Return them as the chat knows them."""
    return tuple(Target(HostId(entry.host), entry.model) for entry in recent)


def _values(source: Parameters | ParametersEntry) -> Mapping[str, Any]:
    return {part.name: getattr(source, part.name) for part in fields(Parameters)}
