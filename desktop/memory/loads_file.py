"""The file in which measured loads are kept from one run to the next."""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import cast

from desktop.domain.measured import Measured
from desktop.domain.model import JsonValue
from desktop.storage.atomic import sweep, write_atomic
from desktop.storage.records import Record, decode, encode
from desktop.storage.recovery import Damage, read_or_recover

VERSION = 1
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LoadEntry(Record):
    """One load: sizes in bytes, the context in tokens, `at` in ISO 8601."""

    host: str = ""
    digest: str = ""
    context: int = 0
    size: int = 0
    size_vram: int = 0
    at: str = ""


@dataclass(frozen=True, slots=True)
class LoadsEntry(Record):
    """The whole file. `most_vram` has for each host the most bytes that were seen on its cards."""

    version: int = VERSION
    loads: tuple[LoadEntry, ...] = ()
    most_vram: Mapping[str, int] = field(default_factory=dict[str, int])


@dataclass(frozen=True, slots=True)
class Key:
    """What a load is remembered by."""

    host: str
    digest: str
    context: int


Loads = dict[Key, Measured]
"""Oldest first."""


def read_loads(path: Path) -> tuple[Loads, dict[str, int], Damage | None]:
    """Read the file; a damaged one is set aside, and nothing is known then. Blocks."""
    sweep(path)
    found = read_or_recover(path)
    content = decode(LoadsEntry, found.content)
    loads = {Key(e.host, e.digest, e.context): read for e in content.loads if (read := _read(e))}
    return loads, dict(content.most_vram), found.damage


def write_loads(path: Path, loads: Loads, most_vram: Mapping[str, int]) -> None:
    """Replace the file; where it cannot be written, what was learned lasts for this run. Blocks."""
    entries = tuple(_entry(key, seen) for key, seen in loads.items())
    content = cast("JsonValue", encode(LoadsEntry(loads=entries, most_vram=most_vram)))
    try:
        write_atomic(path, json.dumps(content).encode())
    except OSError as error:
        _log.info("measured loads are not kept: %s", error.strerror)


def _read(entry: LoadEntry) -> Measured | None:
    """Return what an entry says, None where it says nothing that could be."""
    try:
        at = datetime.fromisoformat(entry.at)
    except ValueError:
        return None
    is_whole = entry.host and entry.digest and entry.context > 0 and entry.size > 0
    if not is_whole or at.tzinfo is None or entry.size_vram < 0:
        return None
    return Measured(entry.context, entry.size, entry.size_vram, at)


def _entry(key: Key, seen: Measured) -> LoadEntry:
    return LoadEntry(
        host=key.host,
        digest=key.digest,
        context=key.context,
        size=seen.size,
        size_vram=seen.size_vram,
        at=seen.at.isoformat(),
    )
