"""Every manifest in a folder of models: which blobs have a name, and which manifest is unreadable.

A blob without a name may be removed, so that whatever is not understood here has to say so.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from desktop.domain.name import ModelName

BLOB = re.compile(r"sha256-[0-9a-f]{64}")
NO_MANIFESTS = "manifests"
"""What counts as unreadable where there is no folder of them, as after the last was deleted."""
_DIGEST = re.compile(r"sha256[:-]([0-9a-f]{64})", re.IGNORECASE)
_LARGEST = 16 * 1024 * 1024
"""Bytes of a manifest; one of a model of thousands of tensors has some megabytes."""
_DEEPEST = 8
"""Folders within each other: registry, namespace and model are three."""


@dataclass(frozen=True, slots=True)
class Manifests:
    """What the manifests name: the models of each blob, by its file's name.

    `unreadable` are the paths of what could not be read or is not known: then nobody can say
    that a blob has no name.
    """

    models: Mapping[str, tuple[str, ...]]
    unreadable: tuple[str, ...] = ()

    def names(self, blob: str) -> bool:
        return blob in self.models


@dataclass(slots=True)
class _Found:
    models: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    unreadable: list[str] = field(default_factory=list[str])


def read_manifests(folder: Path) -> Manifests:
    """Read every manifest below a folder of models. Blocks; a hundred take some 10 ms.

    Each digest that stands anywhere in one counts as named, whatever it is there for.
    """
    found = _Found()
    roots = [folder / name for name in _names(folder) if name.startswith("manifests")]
    if not roots:
        found.unreadable.append(NO_MANIFESTS)
    for root in roots:
        for path in _files(root, found, _DEEPEST):
            _read(path, root, found)
    models = {blob: tuple(sorted(names)) for blob, names in found.models.items()}
    return Manifests(models, tuple(found.unreadable))


def _files(folder: Path, found: _Found, depth: int) -> Iterator[Path]:
    """Yield files; a link to a folder is not gone into, and counts as unreadable."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        found.unreadable.append(str(folder))
        return
    for entry in listed:
        if entry.name.startswith("."):
            continue  # No part of a name begins so: it is a file manager's.
        if entry.is_dir(follow_symlinks=False) and depth:
            yield from _files(folder / entry.name, found, depth - 1)
        else:
            yield folder / entry.name


def _read(path: Path, root: Path, found: _Found) -> None:
    digests = _digests(path)
    if digests is None:
        found.unreadable.append(str(path))
        return
    model = _model(path, root)
    for digest in digests:
        found.models.setdefault(f"sha256-{digest}", set()).add(model)


def _digests(path: Path) -> set[str] | None:
    """Return the digests in a manifest; None if it is none that is known, or cannot be read."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        text = path.read_text("utf-8")
        value: object = json.loads(text)
        target = _DIGEST.search(os.path.realpath(path))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or not isinstance(
        cast("Mapping[str, object]", value).get("layers"), list
    ):
        return None
    plain = json.dumps(value)  # A digest may be written with JSON's escapes.
    digests = [*_DIGEST.findall(text), *_DIGEST.findall(plain), *([target[1]] if target else [])]
    return {digest.lower() for digest in digests}


def _model(path: Path, root: Path) -> str:
    parts = path.relative_to(root).parts
    return ModelName(*parts).short if len(parts) == 4 else "/".join(parts)


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []
