"""What is to be created on a host: a recipe, and the files of this computer that go with it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.domain.recipe import Recipe


class FilePart(StrEnum):
    """Which part of a model a file is."""

    BASE = "base"
    ADAPTER = "adapter"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file that is uploaded. `name` is what the host is told: relative, with / between folders.

    `size` is in bytes, as it was when the file was looked at.
    """

    path: Path
    name: str
    size: int
    part: FilePart = FilePart.BASE


@dataclass(frozen=True, slots=True)
class Creation:
    """One model to be made. `base` is a name on the host, empty where `files` are the base.

    `quantize` is "" for as it is. An existing model is replaced only with
    `overwrite`: a host would replace it without a question (fact 50).
    """

    model: str
    recipe: Recipe = Recipe()
    base: str = ""
    files: tuple[ModelFile, ...] = ()
    quantize: str = ""
    overwrite: bool = False

    @property
    def upload_size(self) -> int:
        """Bytes that are sent at most: what the host has already is not sent again."""
        return sum(file.size for file in self.files)
