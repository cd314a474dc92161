"""What becomes of a draft when its file is looked at: pure, from what was seen."""

from dataclasses import replace
from pathlib import Path

from desktop.domain.creation import Stamp
from desktop.storage.documents import Document, read_document, stamp_of
from desktop.workshop.draft import Disk, Draft, read_content


def look_at(path: Path, known: Stamp | None) -> Document | None:
    """Read a file, unless it bears the stamp that is known. Blocks; raises as `read_document`."""
    return None if known is not None and stamp_of(path) == known else read_document(path)


def met(draft: Draft, found: Document) -> Draft:
    """Return a draft after its file was read again.

    A draft that was not edited follows its file; one that was keeps its text, and
    has the file's in `theirs` if another program wrote that.
    """
    content = read_content(found.raw)
    seen = replace(draft, stamp=found.stamp, target=found.target)
    if draft.text in {draft.saved_text, content.text}:
        return taken(seen, found)
    if found.digest == draft.digest:
        return replace(
            seen, saved_text=content.text, disk=Disk.SAME, notes=content.notes, theirs=None
        )
    return replace(seen, disk=Disk.CHANGED, theirs=content.text, their_digest=found.digest)


def taken(draft: Draft, found: Document) -> Draft:
    """Return a draft with its file's text instead of its own."""
    content = read_content(found.raw)
    return replace(
        draft,
        text=content.text,
        saved_text=content.text,
        disk=Disk.SAME,
        notes=content.notes,
        newline=content.newline,
        stamp=found.stamp,
        target=found.target,
        digest=found.digest,
        theirs=None,
        is_recovered=False,
    )


def missed(draft: Draft) -> Draft:
    """Return a draft whose file is gone."""
    return replace(draft, disk=Disk.MISSING, stamp=None, theirs=None)


def kept(draft: Draft) -> Draft:
    """Return a draft whose author decided for its own text: a save may replace the other."""
    if draft.theirs is None:
        return draft
    digest = draft.their_digest
    return replace(draft, saved_text=draft.theirs, disk=Disk.SAME, digest=digest, theirs=None)


def saved(draft: Draft, text: str, path: Path, name: str, found: Document) -> Draft:
    """Return a draft after `text` was written to its file; it may have been edited meanwhile."""
    return replace(
        draft,
        name=name,
        path=path,
        saved_text=text,
        disk=Disk.SAME,
        notes=frozenset(),
        stamp=found.stamp,
        target=found.target,
        digest=found.digest,
        theirs=None,
        is_recovered=False,
    )
