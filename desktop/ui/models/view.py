"""What the models table shows, in which order, and what a filter leaves: plain functions.

Everything a sort or a keystroke needs is worked out once per row, when the row
is made: ten thousand rows are then sorted and filtered within a few milliseconds.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from desktop.domain.host import HostId
from desktop.domain.model import Capability, InstalledModel, LoadedModel
from desktop.domain.name import split_tag
from desktop.hosts.snapshot import HostSnapshot

SortKey: TypeAlias = str | float | None
"""What a column sorts by; None is unknown, and comes last in both directions."""


class Column(IntEnum):
    """The columns of the table, in the order they begin with."""

    NAME = 0
    HOST = 1
    FAMILY = 2
    PARAMETERS = 3
    QUANTIZATION = 4
    CONTEXT = 5
    CAPABILITIES = 6
    SIZE = 7
    MODIFIED = 8
    LOADED = 9


class Chip(Enum):
    """What the chips above the table filter by, in Ollama's words."""

    VISION = "vision"
    TOOLS = "tools"
    THINKING = "thinking"
    EMBEDDING = "embedding"
    LOADED = "loaded"


class RowId(NamedTuple):
    """Which row this is, whatever its place: a host and a name on it."""

    host_id: HostId
    name: str


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model on one host. `damage` says why its entry could not be read; "" where it could.

    `tie` orders rows that a column cannot tell apart: by name, then by host.
    `search` is all that the filter looks at, without case; `blob` names its bytes on a disk.
    """

    id: RowId
    host: str
    model: InstalledModel
    loaded: LoadedModel | None
    damage: str
    tie: str
    search: str
    chips: frozenset[Chip]
    blob: tuple[HostId, str]
    keys: tuple[SortKey, ...]

    @property
    def host_id(self) -> HostId:
        return self.id.host_id

    @property
    def name(self) -> str:
        return self.model.name


@dataclass(frozen=True, slots=True)
class Filter:
    """What a person wants to see: every word, every chip, and one host or all (None)."""

    text: str = ""
    chips: frozenset[Chip] = frozenset()
    host_id: HostId | None = None

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.text.casefold().split())


@dataclass(frozen=True, slots=True)
class Totals:
    """How many models on how many hosts; `disk` is bytes, shared digests counted once."""

    models: int = 0
    hosts: int = 0
    disk: int = 0


def rows_of(snapshot: HostSnapshot, before: Mapping[RowId, ModelRow]) -> list[ModelRow]:
    """Make the rows of one host, taking over those of `before` that say the same still.

    A server may list one name twice, and a damaged entry may have none: a
    number is then added to the id, which no name can hold.
    """
    host_id, label = snapshot.host.id, snapshot.host.label
    running = _Running(snapshot.loaded)
    rows: dict[RowId, ModelRow] = {}
    for model in snapshot.models:
        row_id = _free_id(host_id, model.name, rows)
        loaded = running.find(model)
        row = before.get(row_id)
        if row is None or row.model != model or row.loaded != loaded or row.host != label:
            row = make_row(row_id, label, model, loaded)
        rows[row_id] = row
    for damaged in snapshot.damaged:
        row_id = _free_id(host_id, damaged.name, rows)
        rows[row_id] = make_row(
            row_id, label, InstalledModel(damaged.name), None, damaged.reason or "?"
        )
    return list(rows.values())


def make_row(
    row_id: RowId,
    host: str,
    model: InstalledModel,
    loaded: LoadedModel | None = None,
    damage: str = "",
) -> ModelRow:
    """Work out what a row is sorted, found and filtered by."""
    name, host_key = natural_name(model.name), natural(host)
    details = model.details
    words = (
        model.name,
        host,
        details.family,
        details.quantization_level,
        details.parameter_size,
        *(_CAPABILITY_WORDS[capability] for capability in model.capabilities),
    )
    return ModelRow(
        id=row_id,
        host=host,
        model=model,
        loaded=loaded,
        damage=damage,
        tie=f"{name}\0{host_key}\0{row_id.name}\0{row_id.host_id}",
        search=" ".join(words).casefold(),
        chips=_chips(model.capabilities, loaded is not None),
        blob=(row_id.host_id, model.digest or row_id.name),
        keys=_keys(name, host_key, model, loaded, is_damaged=bool(damage)),
    )


def _keys(
    name: str, host: str, model: InstalledModel, loaded: LoadedModel | None, *, is_damaged: bool
) -> tuple[SortKey, ...]:
    """Return what each column sorts by, in the order of the columns; None is unknown."""
    details = model.details
    return (
        name or None,
        host,
        details.family.casefold() or None,
        details.parameter_count or None,
        details.quantization_level.casefold() or None,
        details.context_length if details.context_length > 0 else None,
        _capability_key(model.capabilities),
        None if is_damaged or model.is_remote else model.size,
        model.modified_at.timestamp() if model.modified_at else None,
        loaded.expires_at.timestamp() if loaded and loaded.expires_at else None,
    )


def in_base_order(rows: Iterable[ModelRow]) -> list[ModelRow]:
    """Return the rows by name, then host: the order that every other one falls back to."""
    return sorted(rows, key=lambda row: row.tie)


def in_order(rows: Sequence[ModelRow], column: Column, descending: bool) -> list[ModelRow]:
    """Return rows that are in base order by a column, the unknown ones last either way.

    Python's sort keeps the order of equals, backwards too, so ties stay in base order.
    """
    known = [row for row in rows if row.keys[column] is not None]
    known.sort(key=lambda row: row.keys[column] or 0, reverse=descending)  # None is gone by now.
    if len(known) < len(rows):
        known += [row for row in rows if row.keys[column] is None]
    return known


def filtered(rows: Sequence[ModelRow], wanted: Filter) -> list[ModelRow]:
    """Return the rows that have the host, all of the chips and all of the words."""
    found = list(rows)
    if wanted.host_id is not None:
        found = [row for row in found if row.id[0] == wanted.host_id]
    if chips := wanted.chips:
        found = [row for row in found if chips <= row.chips]
    for word in wanted.words:
        found = [row for row in found if word in row.search]
    return found


def totals(rows: Sequence[ModelRow]) -> Totals:
    """Add rows up. Names with one digest on one host are one set of bytes (fact 59)."""
    sizes = {row.blob: row.model.size for row in rows}
    hosts = {blob[0] for blob in sizes}
    return Totals(len(rows), len(hosts), sum(sizes.values()))


@lru_cache(maxsize=65536)
def natural(text: str) -> str:
    """Return a text that sorts without case and with its numbers by value: 7b before 14b."""
    return _DIGITS.sub(lambda match: match[0].zfill(12), text.casefold())


def natural_name(name: str) -> str:
    """Return a model's name so that all tags of one model stand together, before its namesakes."""
    head, tag = split_tag(name)
    return f"{natural(head)}\x01{natural(tag)}" if name else ""


_DIGITS = re.compile(r"\d+")
_SHOWN = (
    Capability.CHAT,
    Capability.VISION,
    Capability.TOOLS,
    Capability.THINKING,
    Capability.EMBEDDING,
    Capability.INSERT,
    Capability.IMAGE,
    Capability.AUDIO,
    Capability.CLOUD,
)
_CAPABILITY_WORDS = {
    capability: "chat" if capability is Capability.CHAT else capability.value
    for capability in Capability
}
_CHIPS = {
    Capability.VISION: Chip.VISION,
    Capability.TOOLS: Chip.TOOLS,
    Capability.THINKING: Chip.THINKING,
    Capability.EMBEDDING: Chip.EMBEDDING,
}


@lru_cache(maxsize=1024)
def shown_capabilities(capabilities: frozenset[Capability]) -> tuple[Capability, ...]:
    """Return them in the order that a cell shows them."""
    return tuple(capability for capability in _SHOWN if capability in capabilities)


@lru_cache(maxsize=1024)
def _chips(capabilities: frozenset[Capability], is_loaded: bool) -> frozenset[Chip]:
    chips = {_CHIPS[capability] for capability in capabilities if capability in _CHIPS}
    return frozenset(chips | {Chip.LOADED} if is_loaded else chips)


@lru_cache(maxsize=1024)
def _capability_key(capabilities: frozenset[Capability]) -> str | None:
    """A text that puts models together that can do the same, chat models first."""
    if not capabilities:
        return None
    return "".join("0" if capability in capabilities else "1" for capability in _SHOWN)


def _free_id(host_id: HostId, name: str, taken: Mapping[RowId, ModelRow]) -> RowId:
    row_id, number = RowId(host_id, name), 2
    while row_id in taken:
        row_id, number = RowId(host_id, f"{name} {number}"), number + 1
    return row_id


class _Running:
    """Finds what runs for a model: under its own name, or under an alias with its digest.

    Names that share weights share a runner, and the list of running models
    shows only one of them, which may even be deleted by now (facts 73 and 74).
    """

    def __init__(self, loaded: Iterable[LoadedModel]) -> None:
        self._by_name = {model.name.lower(): model for model in loaded}
        self._by_digest = {model.digest: model for model in loaded if model.digest}

    def find(self, model: InstalledModel) -> LoadedModel | None:
        if not self._by_name:
            return None
        return self._by_name.get(model.name.lower()) or self._by_digest.get(model.digest)
