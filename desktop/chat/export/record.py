"""A conversation as JSON: everything that is known of it, to be read in again one day."""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from desktop.chat.export.words import NameOf
from desktop.domain.conversation import AttachmentId, Conversation, Entry, Tree

FORMAT = "paddock-conversation"
VERSION = 1
"""Grows when a field changes its meaning; new fields may come without that."""


def as_json(
    conversation: Conversation,
    path: Sequence[Entry],
    name_of: NameOf,
    *,
    tree: Tree | None = None,
    contents: Mapping[AttachmentId, bytes] | None = None,
) -> str:
    """Return one object: the head, the entries, which of them are shown, and who is asked.

    With `tree` all branches are contained, else only the path. With `contents`
    the attached files are contained as base64, by the attachment's id.
    Addresses of hosts are not contained.
    """
    entries = tuple(tree.entries.values()) if tree is not None else tuple(path)
    record = {
        "format": FORMAT,
        "version": VERSION,
        "conversation": asdict(conversation),
        "path": [entry.id for entry in path],
        "entries": [asdict(entry) for entry in entries],
        "asked": name_of(conversation.target),
        "contents": {key: b64encode(each).decode() for key, each in (contents or {}).items()},
    }
    text = json.dumps(record, ensure_ascii=False, indent=2, default=_written)
    return text.encode("utf-8", "replace").decode() + "\n"


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)
