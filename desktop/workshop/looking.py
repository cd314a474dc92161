"""Looks at the files that a Modelfile names, one after the other."""

import errno
import os
import stat
import threading
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from desktop.domain.creation import FilePart, ModelFile, Stamp
from desktop.domain.gguf_facts import GgufFacts
from desktop.domain.modelfile_check import is_path
from desktop.domain.text import visible
from desktop.runtime.threads import Stopped
from desktop.storage.regular import NotRegular, open_regular
from desktop.workshop.doubts import FORBIDDING, Doubt
from desktop.workshop.folders import MAX_FILES, TooManyFiles, files_of
from desktop.workshop.kinds import Look, SourceKind, look_into
from desktop.workshop.places import Place, place_of, place_within

_ABSENT = frozenset({errno.ENOENT, errno.ENOTDIR})
_WEIGHTS = {
    FilePart.BASE: frozenset(
        {SourceKind.GGUF, SourceKind.PROJECTOR, SourceKind.SAFETENSORS, SourceKind.PYTORCH}
    ),
    FilePart.ADAPTER: frozenset({SourceKind.LORA_GGUF, SourceKind.SAFETENSORS}),
    FilePart.DRAFT: frozenset({SourceKind.GGUF, SourceKind.SAFETENSORS}),
}
_SPARSE = 0.75
"""The share of a file that must take room on the disk; some disks compress a little."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that a Modelfile names, `written` there so. Sizes are in bytes.

    `allocated` is the room that it takes on this disk, `want` the size that its
    own header asks for, 0 if unknown.
    """

    file: ModelFile
    written: str
    kind: SourceKind = SourceKind.UNKNOWN
    doubts: frozenset[Doubt] = frozenset()
    header: GgufFacts | None = None
    allocated: int = 0
    want: int = 0

    @property
    def is_forbidden(self) -> bool:
        return not FORBIDDING.isdisjoint(self.doubts)


class Looker:
    """Gathers what was found. Blocks; stops between two files when the flag is set."""

    def __init__(self, folder: Path | None, stop: threading.Event) -> None:
        self.found: list[SourceFile] = []
        self._folder = folder
        self._stop = stop

    def is_file(self, base: str) -> bool:
        """Whether a FROM is a path: it looks like one, or there is one, as for Ollama's client."""
        if is_path(base):
            return True
        if not base or self._folder is None:
            return False
        place = place_of(base, self._folder)
        return not place.is_forbidden and os.path.lexists(place.path)

    def look(self, written: str, part: FilePart) -> None:
        """Look at what a path leads to: a file, or those files of a folder that make a model."""
        place = place_of(written, self._folder)
        name = PurePath(place.path).name
        status = self._status(place)
        if isinstance(status, Doubt):
            self._add(_unseen(place, written, part, name, status))
        elif stat.S_ISDIR(status.st_mode):
            self._look_into_folder(place, written, part)
        else:
            seen = self._seen(place, written, part, name)
            if not seen.is_forbidden and seen.kind not in _WEIGHTS[part]:
                seen = replace(seen, doubts=seen.doubts | {Doubt.WRONG_PART})
            self._add(seen)

    def _look_into_folder(self, place: Place, written: str, part: FilePart) -> None:
        try:
            names = files_of(place.real, is_adapter=part is FilePart.ADAPTER)
        except TooManyFiles:
            doubt = Doubt.TOO_MANY
        except OSError:
            doubt = Doubt.UNREADABLE
        else:
            doubt = Doubt.EMPTY
            for name in names:
                inside = self._inside(place, name)
                self._add(self._seen(inside, written, part, name))
            if names:
                return
        unseen = _unseen(place, written, part, place.path.name, doubt)
        self._add(replace(unseen, kind=SourceKind.FOLDER))

    def _inside(self, place: Place, name: str) -> Place:
        """Say where a file of a folder lies; the folder's own doubts are its too."""
        inside = place_within(place.real / name, self._folder)
        return replace(inside, path=place.path / name, doubts=inside.doubts | place.doubts)

    def _seen(self, place: Place, written: str, part: FilePart, name: str) -> SourceFile:
        if self._stop.is_set():
            raise Stopped(written)
        status = self._status(place)
        if isinstance(status, Doubt):
            return _unseen(place, written, part, name, status)
        try:
            with open_regular(place.real, Stamp.of(status)) as stream:
                look = look_into(stream, status.st_size, place.path.name)
        except OSError as error:
            doubt = Doubt.NOT_REGULAR if isinstance(error, NotRegular) else Doubt.UNREADABLE
            return _unseen(place, written, part, name, doubt)
        return _source(place, written, part, name, status, look)

    def _status(self, place: Place) -> os.stat_result | Doubt:
        """Ask for a file's state, which opens nothing."""
        if place.is_forbidden:
            return next(iter(place.doubts & FORBIDDING))
        try:
            status = os.lstat(place.real)
        except (OSError, ValueError) as error:
            is_absent = isinstance(error, OSError) and error.errno in _ABSENT
            return Doubt.MISSING if is_absent else Doubt.UNREADABLE
        if stat.S_ISREG(status.st_mode):
            return status if status.st_size else Doubt.EMPTY
        return status if stat.S_ISDIR(status.st_mode) else Doubt.NOT_REGULAR

    def _add(self, source: SourceFile) -> None:
        """Add a file once for each part, under a name that no other file of the part has."""
        taken: set[str] = set()
        for other in self.found:
            if other.file.part is source.file.part:
                if other.file.path == source.file.path:
                    return
                taken.add(other.file.name)
        name, number = source.file.name, 2
        while name in taken:
            name, number = f"{number}/{source.file.name}", number + 1
        if len(self.found) >= MAX_FILES:
            source = replace(source, doubts=source.doubts | {Doubt.TOO_MANY})
        self.found.append(replace(source, file=replace(source.file, name=name)))


def _unseen(place: Place, written: str, part: FilePart, name: str, doubt: Doubt) -> SourceFile:
    """Return a file of which nothing more is known than why it is not sent."""
    file = ModelFile(place.real, _sent(name), 0, part)
    return SourceFile(file, written, doubts=place.doubts | {doubt} | _of_name(place))


def _source(
    place: Place, written: str, part: FilePart, name: str, status: os.stat_result, look: Look
) -> SourceFile:
    size = status.st_size
    allocated = getattr(status, "st_blocks", -(-size // 512)) * 512
    doubts = place.doubts | look.doubts | _of_name(place)
    if status.st_nlink > 1:
        doubts |= {Doubt.HARD_LINK}
    if allocated < size * _SPARSE:
        doubts |= {Doubt.SPARSE}
    file = ModelFile(place.real, _sent(name), size, part, Stamp.of(status))
    return SourceFile(file, written, look.kind, doubts, look.header, allocated, look.want)


def _of_name(place: Place) -> frozenset[Doubt]:
    paths = (str(place.path), str(place.real))
    is_plain = all(visible(path) == path for path in paths)
    return frozenset() if is_plain else frozenset({Doubt.HIDDEN_NAME})


def _sent(name: str) -> str:
    """Write a name so that it can be sent: those that are no UTF-8 cannot."""
    return name.encode("utf-8", "replace").decode()
