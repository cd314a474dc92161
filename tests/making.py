"""Files to create models from, for the tests of creates."""

import os
from pathlib import Path

from desktop.domain.creation import Creation, FilePart, ModelFile, Stamp

FOLDER = Path(__file__).parent / "conformance"
MB = 1024 * 1024


def weights(folder: Path, size: int = 0, name: str = "tiny.gguf", mark: bytes = b"") -> Path:
    """Write a small GGUF, drawn out to that size with nothing; `mark` makes it another file."""
    path = folder / name
    path.write_bytes((FOLDER / "tiny.gguf").read_bytes() + mark)
    if size:
        os.truncate(path, size)
    return path


def surveyed(path: Path, part: FilePart = FilePart.BASE) -> ModelFile:
    """Return a file as it is found when somebody looks through a model's files."""
    status = path.stat()
    return ModelFile(path, path.name, status.st_size, part, Stamp.of(status))


def creation_of(*paths: Path, model: str = "mine", **more: object) -> Creation:
    """Return what makes a model of these files."""
    files = tuple(surveyed(path) for path in paths)
    return Creation(model, files=files, **more)  # pyright: ignore[reportArgumentType]
