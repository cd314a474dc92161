"""A draft: a Modelfile that is being written, from a file or from nothing."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import NewType

from desktop.domain.creation import Stamp
from desktop.domain.modelfile import decode

DraftId = NewType("DraftId", str)


class Disk(Enum):
    """How a draft's file stands to what was read from it or saved to it."""

    NO_FILE = auto()
    """It was never saved."""
    UNKNOWN = auto()
    """It was not looked at since the start, or cannot be read now."""
    SAME = auto()
    CHANGED = auto()
    """Another program has written to it, and here it was edited too."""
    MISSING = auto()


class Note(Enum):
    """What saving a draft will change beyond what was edited."""

    WAS_UTF16 = auto()
    """It is kept as UTF-8."""
    MIXED_LINE_ENDS = auto()
    """Every line will end in a line feed."""
    BROKEN_CHARACTERS = auto()
    """Bytes that are no text became U+FFFD."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft at one moment; replaced whole, never changed.

    Lines of `text` end in a line feed; `newline` is what they end in on disk.
    `saved_text` is what its file holds, or what a draft without one began with;
    None where that is not known. `theirs` is what another program wrote, while
    `disk` is CHANGED. `digest` and `stamp` are of the file as it was last known.
    `made_on` names the hosts that a model was made on from it.
    """

    id: DraftId
    name: str = ""
    path: Path | None = None
    text: str = ""
    saved_text: str | None = ""
    edited_at: datetime | None = None
    created_at: datetime | None = None
    made_on: tuple[str, ...] = ()
    disk: Disk = Disk.NO_FILE
    notes: frozenset[Note] = frozenset()
    is_recovered: bool = False
    theirs: str | None = None
    their_digest: str = ""
    target: Path | None = None
    digest: str = ""
    stamp: Stamp | None = None
    newline: str = "\n"

    @property
    def is_edited(self) -> bool:
        """Whether its text is in no file as it stands."""
        return self.text != self.saved_text or self.disk is Disk.MISSING

    @property
    def is_unsaved(self) -> bool:
        """Whether closing it would lose text: it is edited, or was never in a file."""
        return self.is_edited or (self.path is None and bool(self.text.strip()))

    @property
    def folder(self) -> Path | None:
        """The folder that its relative paths are meant from."""
        return self.path.parent if self.path else None


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file, with line feeds; its line ends; and what saving would change."""

    text: str
    newline: str
    notes: frozenset[Note]


def read_content(raw: bytes) -> Content:
    """Read a file's bytes as Ollama does, and even out its line ends."""
    is_utf16 = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    notes = {Note.WAS_UTF16} if is_utf16 else set[Note]()
    try:
        raw.decode("utf-16" if is_utf16 else "utf-8")
    except UnicodeDecodeError:
        notes.add(Note.BROKEN_CHARACTERS)
    text = decode(raw)
    ends = {match[0] for match in re.finditer(r"\r\n|\r|\n", text)}
    newline = ends.pop() if len(ends) == 1 else "\n"
    if ends:
        notes.add(Note.MIXED_LINE_ENDS)
    return Content(_even(text), newline, frozenset(notes))


def written(text: str, newline: str) -> bytes:
    """Return the bytes to save: UTF-8 without a mark, with these line ends."""
    return _even(text).replace("\n", newline).encode("utf-8", "replace")


def _even(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
