"""Lists of models, from JSON to what they are: one bad row spoils itself and nothing else."""

from collections.abc import Callable
from typing import TypeVar

import msgspec

from desktop.domain.listing import DamagedRow, Listing
from desktop.domain.model import InstalledModel, LoadedModel, ModelDetails, capabilities_of
from desktop.ollama.decoding import UNREADABLE, Number, Text, decoded, moment, whole
from desktop.ollama.pace import Pace

T = TypeVar("T")

MAX_ROWS = 10_000
"""Rows of a list that are read; the rest is counted (security.md, attack 4)."""


class WireDetails(msgspec.Struct, gc=False):
    """The `details` of a model; older servers send fewer, and null for an empty list."""

    format: Text = None
    family: Text = None
    families: list[str] | None = None
    parameter_size: Text = None
    quantization_level: Text = None
    parent_model: Text = None
    context_length: Number = None
    embedding_length: Number = None


class _Row(msgspec.Struct, gc=False):
    name: Text = None
    model: Text = None
    modified_at: Text = None
    expires_at: Text = None
    size: Number = None
    size_vram: Number = None
    context_length: Number = None
    digest: Text = None
    details: WireDetails | None = None
    capabilities: list[str] | None = None
    remote_model: Text = None
    remote_host: Text = None


class _List(msgspec.Struct, gc=False):
    models: list[msgspec.Raw] | None = None


class _Name(msgspec.Struct, gc=False):
    name: object = None
    model: object = None


_lists = msgspec.json.Decoder(_List)
_rows = msgspec.json.Decoder(_Row)
_names = msgspec.json.Decoder(_Name)


async def installed_models(body: bytes) -> Listing[InstalledModel]:
    """Read the answer of /api/tags."""
    return await _listing(body, _installed)


async def loaded_models(body: bytes) -> Listing[LoadedModel]:
    """Read the answer of /api/ps."""
    return await _listing(body, _loaded)


async def _listing(body: bytes, read: Callable[[_Row, bytes], T]) -> Listing[T]:
    """Read row after row, giving way in between: ten thousand take a quarter of a second."""
    found = decoded(_lists, body).models or []
    pace = Pace()
    rows: list[T] = []
    damaged: list[DamagedRow] = []
    for raw in map(bytes, found[:MAX_ROWS]):
        try:
            row = _rows.decode(raw)
        except UNREADABLE as error:
            damaged.append(DamagedRow(_name(raw), str(error), raw))
        else:
            if row.name or row.model:
                rows.append(read(row, raw))
            else:
                damaged.append(DamagedRow("", "no name", raw))
        await pace.give_way()
    return Listing(tuple(rows), tuple(damaged), max(0, len(found) - MAX_ROWS), body)


def _name(raw: bytes) -> str:
    try:
        row = _names.decode(raw)
    except UNREADABLE:
        return ""
    return next((name for name in (row.name, row.model) if isinstance(name, str)), "")


def _installed(row: _Row, raw: bytes) -> InstalledModel:
    is_remote = bool(row.remote_host or row.remote_model)
    return InstalledModel(
        name=row.name or row.model or "",
        digest=row.digest or "",
        size=max(0, whole(row.size)),
        modified_at=moment(row.modified_at),
        details=details(row.details),
        capabilities=capabilities_of(tuple(row.capabilities or ()), is_remote=is_remote),
        remote_model=row.remote_model or "",
        remote_host=row.remote_host or "",
        raw=raw,
    )


def _loaded(row: _Row, raw: bytes) -> LoadedModel:
    return LoadedModel(
        name=row.name or row.model or "",
        digest=row.digest or "",
        size=max(0, whole(row.size)),
        size_vram=max(0, whole(row.size_vram)),
        context_length=whole(row.context_length),
        expires_at=moment(row.expires_at),
        details=details(row.details),
        raw=raw,
    )


def details(sent: WireDetails | None) -> ModelDetails:
    """Return a model's details, with what was not sent left empty."""
    if sent is None:
        return ModelDetails()
    return ModelDetails(
        format=sent.format or "",
        family=sent.family or "",
        families=tuple(sent.families or ()),
        parameter_size=sent.parameter_size or "",
        quantization_level=sent.quantization_level or "",
        parent_model=sent.parent_model or "",
        context_length=whole(sent.context_length),
        embedding_length=whole(sent.embedding_length),
    )
