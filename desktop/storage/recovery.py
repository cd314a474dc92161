"""Reading a JSON file that may be damaged, and setting the damaged one aside."""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from desktop.domain.model import JsonValue

MAX_SIZE = 16 * 1024 * 1024
"""Bytes; no file of this program comes near."""


class Unreadable(Exception):
    """A file that holds no JSON object, and why."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A file that could not be read: why, where it lies now, and whether the backup stood in.

    `kept_as` is None where it could not be moved, because its folder cannot be written.
    """

    reason: str
    kept_as: Path | None
    restored: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What was read. `raw` is what the file itself holds, empty if it is missing or damaged.

    `is_new` says that neither it nor a backup was there.
    """

    content: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    raw: bytes = b""
    is_new: bool = False
    damage: Damage | None = None


def backup_of(path: Path) -> Path:
    """Where the last good content of a file is kept."""
    return path.with_name(path.name + ".bak")


def read_or_recover(path: Path) -> Found:
    """Read the file, else its backup, else nothing; what is damaged is set aside."""
    try:
        raw, content = _read(path)
        return Found(content, raw)
    except FileNotFoundError:
        return _read_backup(path, None)
    except (OSError, Unreadable) as error:
        reason = error.strerror or "" if isinstance(error, OSError) else str(error)
        return _read_backup(path, Damage(reason, _set_aside(path), restored=False))


def _read_backup(path: Path, damage: Damage | None) -> Found:
    try:
        _, content = _read(backup_of(path))
    except (OSError, Unreadable):
        return Found(is_new=damage is None, damage=damage)
    if damage is not None:
        damage = Damage(damage.reason, damage.kept_as, restored=True)
    return Found(content, damage=damage)


def _read(path: Path) -> tuple[bytes, Mapping[str, JsonValue]]:
    with path.open("rb") as file:
        raw = file.read(MAX_SIZE + 1)
    if len(raw) > MAX_SIZE:
        raise Unreadable("larger than 16 MB")
    try:
        content: object = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise Unreadable(str(error)) from error
    if not isinstance(content, dict):
        raise Unreadable("no JSON object")
    return raw, cast("Mapping[str, JsonValue]", content)


def _set_aside(path: Path) -> Path | None:
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = path.with_name(f"{path.stem}.damaged-{moment}{path.suffix}")
    with contextlib.suppress(OSError):
        return path.rename(aside)
    return None
