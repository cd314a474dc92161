"""Which files of this computer a Modelfile would send, and what speaks against it.

A Modelfile comes from strangers, and names whatever it likes. So nothing is
read here but the state of files and bounded headers, what is no file is never
opened, and `sendable` is the only way from a survey to what may be uploaded.
"""

import threading
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.creation import FilePart, ModelFile
from desktop.domain.recipe import Recipe
from desktop.runtime.threads import abandonable
from desktop.workshop.doubts import FORBIDDING, Doubt
from desktop.workshop.looking import Looker, SourceFile


@dataclass(frozen=True, slots=True)
class Survey:
    """What a Modelfile would send. `base_name` is a FROM that is no file: a model on the host."""

    base_name: str = ""
    files: tuple[SourceFile, ...] = ()

    @property
    def missing(self) -> tuple[SourceFile, ...]:
        return tuple(file for file in self.files if Doubt.MISSING in file.doubts)

    @property
    def is_forbidden(self) -> bool:
        """Whether it cannot be created as it is written, whatever a person says."""
        return any(file.is_forbidden for file in self.files)

    @property
    def needs_yes(self) -> bool:
        return any(file.doubts - FORBIDDING for file in self.files)

    @property
    def size(self) -> int:
        """Bytes that would be sent at most."""
        return sum(file.file.size for file in self.files)


class NotSendable(Exception):
    """These files may not be sent."""

    def __init__(self, files: tuple[SourceFile, ...]) -> None:
        super().__init__(f"{len(files)} files")
        self.files = files


class Forbidden(NotSendable):
    """Something among the files is never sent."""


class NotAgreed(NotSendable):
    """Something among the files needs a person's yes."""


def sendable(survey: Survey, agreed: bool) -> tuple[ModelFile, ...]:
    """Return the files to upload. `agreed` says that a person saw this very list and said yes.

    Raises:
        Forbidden: one of them is never sent.
        NotAgreed: one of them is doubtful, and nobody said yes.
    """
    forbidden = tuple(file for file in survey.files if file.is_forbidden)
    if forbidden:
        raise Forbidden(forbidden)
    doubtful = tuple(file for file in survey.files if file.doubts)
    if doubtful and not agreed:
        raise NotAgreed(doubtful)
    return tuple(source.file for source in survey.files)


async def survey(recipe: Recipe, folder: Path | None) -> Survey:
    """Find what FROM, ADAPTER and DRAFT name; `folder` is the Modelfile's, None if not saved.

    Runs in a thread of its own, which is given up when the caller is cancelled.
    """
    stop = threading.Event()
    try:
        return await abandonable(_survey, recipe, folder, stop)
    finally:
        stop.set()


async def look_at(path: Path, part: FilePart = FilePart.BASE) -> SourceFile:
    """Look at one file that a person picked or dropped, as if a Modelfile lay beside it.

    Of a folder this is the folder itself if it cannot be used, else its first file.
    """
    recipe, folder = _beside(path, part)
    return (await survey(recipe, folder)).files[0]


def _beside(path: Path, part: FilePart) -> tuple[Recipe, Path]:
    written = str(path.absolute())
    recipe = {
        FilePart.BASE: Recipe(bases=(written,)),
        FilePart.ADAPTER: Recipe(adapter=written),
        FilePart.DRAFT: Recipe(draft=written),
    }[part]
    return recipe, Path(written).parent


def _survey(recipe: Recipe, folder: Path | None, stop: threading.Event) -> Survey:
    looker = Looker(folder and folder.absolute(), stop)
    base_name = ""
    for base in recipe.bases:
        if looker.is_file(base):
            looker.look(base, FilePart.BASE)
        else:
            base_name = base
    if recipe.adapter:
        looker.look(recipe.adapter, FilePart.ADAPTER)
    if recipe.draft:
        looker.look(recipe.draft, FilePart.DRAFT)
    return Survey(base_name, tuple(looker.found))
