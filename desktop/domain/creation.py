"""What is to be created on a host: a recipe, and the files of this computer that go with it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.domain.create import CreateRequest
from desktop.domain.recipe import Recipe


class FilePart(StrEnum):
    """Which part of a model a file is."""

    BASE = "base"
    ADAPTER = "adapter"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which file it was that was looked at, and in which state; `modified` is in nanoseconds.

    Only a file that still bears it may be sent: a person agreed to that one.
    """

    size: int
    modified: int
    inode: int
    device: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Stamp":
        return cls(status.st_size, status.st_mtime_ns, status.st_ino, status.st_dev)


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file that is uploaded. `name` is what the host is told: relative, with / between folders.

    `size` is in bytes, as it was when the file was looked at. `path` has no link
    in it any more. `storage.regular.open_regular` refuses a file without its stamp.
    """

    path: Path
    name: str
    size: int
    part: FilePart = FilePart.BASE
    stamp: Stamp | None = None


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


def request_of(creation: Creation, digests: Mapping[Path, str], base: str = "") -> CreateRequest:
    """Return what is asked of /api/create once every file has a digest.

    `base` is the name in the host's own spelling, where that is known.
    """
    recipe = creation.recipe

    def digests_of(part: FilePart) -> dict[str, str]:
        return {file.name: digests[file.path] for file in creation.files if file.part is part}

    return CreateRequest(
        creation.model,
        base=base or creation.base,
        files=digests_of(FilePart.BASE),
        adapters=digests_of(FilePart.ADAPTER),
        drafts=digests_of(FilePart.DRAFT),
        template=recipe.template,
        system=recipe.system,
        licenses=recipe.licenses,
        parameters=recipe.parameters,
        messages=recipe.messages,
        renderer=recipe.renderer,
        parser=recipe.parser,
        requires=recipe.requires,
        quantize=creation.quantize,
    )
