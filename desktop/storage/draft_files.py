"""What is being written in the workshop, one file for each draft, so that nothing is lost."""

import json
import logging
import re
from dataclasses import dataclass
from pathlib import Path

from desktop.storage.atomic import sweep, write_atomic
from desktop.storage.records import Record, decode, encode
from desktop.storage.recovery import read_or_recover

MOST = 500
"""Drafts that are read at a start; the files of more are left alone."""

_NAME = re.compile(r"[0-9a-f]{32}\.json")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DraftRecord(Record):
    """One draft. `path` is its file, or ""; `digest` is of that file's bytes when it was read.

    `edited_at` is seconds since 1970, and 0 for never. `made_on` are hosts by their names.
    """

    id: str = ""
    name: str = ""
    path: str = ""
    text: str = ""
    is_edited: bool = False
    edited_at: float = 0.0
    created_at: float = 0.0
    digest: str = ""
    newline: str = "\n"
    made_on: tuple[str, ...] = ()


class DraftFolder:
    """A folder of drafts, for one thread. A file's name is the draft's id, never what it is called.

    A file that cannot be read is set aside in the same folder, under another name.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read_all(self) -> tuple[DraftRecord, ...]:
        """Return every draft, the oldest first. Blocks."""
        if not self._folder.is_dir():
            return ()
        self._sweep()
        names = [path for path in self._folder.iterdir() if _NAME.fullmatch(path.name)]
        found: list[DraftRecord] = []
        for path in sorted(names)[:MOST]:
            read = read_or_recover(path)
            if read.damage is not None:
                _log.warning("a draft could not be read: %s", read.damage.reason)
            elif record := _read(path, decode(DraftRecord, read.content)):
                found.append(record)
        return tuple(sorted(found, key=lambda record: (record.created_at, record.id)))

    def write(self, record: DraftRecord) -> None:
        """Keep a draft, readable by its owner alone. Blocks.

        Raises:
            OSError: the disk is full, or the folder cannot be written.
        """
        write_atomic(self._file(record.id), json.dumps(encode(record)).encode())

    def remove(self, draft_id: str) -> None:
        """Forget a draft; one that is not there is no error. Blocks."""
        self._file(draft_id).unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Remove what a killed program left half written."""
        for stray in self._folder.glob(".*.tmp"):
            sweep(stray.with_name(stray.name[1:].partition("-")[0]))

    def _file(self, draft_id: str) -> Path:
        return self._folder / f"{draft_id}.json"


def _read(path: Path, record: DraftRecord) -> DraftRecord | None:
    """Return a draft if it is what its file's name says."""
    return record if record.id == path.stem else None
