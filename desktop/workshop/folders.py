"""Which files of a folder make a model, as Ollama's own client picks them.

What it looks for is written in its parser/parser.go. Names that begin with a
dot are left out here, which it would take.
"""

import os
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

MAX_ENTRIES = 10_000
"""Names that are read of one folder."""
MAX_FILES = 500
"""Files that one Modelfile may send."""

_WEIGHTS = (
    "model*.safetensors",
    "consolidated*.safetensors",
    "pytorch_model*.bin",
    "consolidated*.pth",
    "*.gguf",
    "*.bin",
)
_ADAPTERS = ("adapters.safetensors", "adapter_model.safetensors")
"""What tools that train adapters call them."""
_BESIDE = ("*.json", "chat_template.jinja", "tokenizer.model")
_NESTED = "[0-9]_*"
"""The folders that a sentence-transformers model keeps a config.json in, and modules.json names."""


class TooManyFiles(OSError):
    """A folder with more names than are read."""


def files_of(folder: Path, *, is_adapter: bool = False) -> tuple[str, ...]:
    """Return the names of the files to be sent, relative and with /; none if there is no model.

    Blocks. Nothing is opened, and links are not followed.

    Raises:
        TooManyFiles: there is no end to them.
        OSError: the folder cannot be read.
    """
    names = _names(folder)
    weights = _first(names, (_ADAPTERS if is_adapter else ()) + _WEIGHTS)
    if not weights:
        return ()
    beside = [name for name in names if any(fnmatchcase(name, one) for one in _BESIDE)]
    found = (*weights, *beside, *(_nested(folder, names) if "modules.json" in names else ()))
    if len(found) > MAX_FILES:
        raise TooManyFiles(f"{len(found)} files")
    return tuple(dict.fromkeys(found))


def _names(folder: Path) -> list[str]:
    names: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            names.append(entry.name)
            if len(names) > MAX_ENTRIES:
                raise TooManyFiles(f"more than {MAX_ENTRIES} names")
    return sorted(name for name in names if not name.startswith("."))


def _first(names: Sequence[str], patterns: Sequence[str]) -> list[str]:
    """Return the names of the first pattern that any has."""
    for pattern in patterns:
        found = [name for name in names if fnmatchcase(name, pattern)]
        if found:
            return found
    return []


def _nested(folder: Path, names: Sequence[str]) -> list[str]:
    return [
        f"{name}/config.json"
        for name in names
        if fnmatchcase(name, _NESTED) and (folder / name / "config.json").exists()
    ]
