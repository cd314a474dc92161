"""Conversations and entries as rows, and back: a row that is half broken is half there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from sqlite3 import Row
from typing import TypeVar

from desktop.domain.chat import Figures
from desktop.domain.conversation import (
    AnswerFormat,
    Attachment,
    Conversation,
    ConversationId,
    Draft,
    Ending,
    Entry,
    EntryId,
    Parameters,
    Role,
    Summary,
    Target,
)
from desktop.storage.json_column import from_json, rows_from_json, to_json

HEAD = (
    *("id", "created", "updated", "title", "is_pinned", "leaf", "deleted"),
    *("target", "parameters", "draft"),
)
ENTRY = (
    *("id", "conversation", "parent", "role", "created", "ending", "is_pinned"),
    *("attachments", "details", "text", "thinking"),
)
C = TypeVar("C", Role, Ending)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class _Details:
    """What is only shown with an entry, and never asked for."""

    target: Target = Target()
    host_name: str = ""
    done_reason: str = ""
    trouble: str = ""
    figures: Figures = Figures()
    has_uncounted: bool = False
    first_token: float = 0.0
    thought_for: float = 0.0
    format: AnswerFormat = AnswerFormat.TEXT
    schema: str = ""
    unseen: tuple[EntryId, ...] = ()


def upsert(table: str, columns: tuple[str, ...], kept: tuple[str, ...] = ()) -> str:
    """Return the statement that adds a row or replaces that of its id, save `kept` columns."""
    names, values = ", ".join(columns), ", ".join(f":{name}" for name in columns)
    replaced = (name for name in columns if name not in {"id", *kept})
    changes = ", ".join(f"{name} = excluded.{name}" for name in replaced)
    return (
        f"INSERT INTO {table} ({names}) VALUES ({values})"  # noqa: S608  names of our own
        f" ON CONFLICT (id) DO UPDATE SET {changes}"
    )


def head_row(conversation: Conversation) -> Mapping[str, object]:
    """Return a head as its columns."""
    deleted = conversation.deleted
    return {
        "id": conversation.id,
        "created": microseconds(conversation.created),
        "updated": microseconds(conversation.updated),
        "title": kept_text(conversation.title),
        "is_pinned": conversation.is_pinned,
        "leaf": conversation.leaf,
        "deleted": None if deleted is None else microseconds(deleted),
        "target": to_json(conversation.target),
        "parameters": to_json(conversation.parameters),
        "draft": to_json(conversation.draft),
    }


def head(row: Row) -> Conversation:
    """Return the head that a row holds."""
    return Conversation(
        id=ConversationId(row["id"]),
        created=moment(row["created"]),
        updated=moment(row["updated"]),
        title=_text(row["title"]),
        is_pinned=bool(row["is_pinned"]),
        target=from_json(Target, row["target"]),
        parameters=from_json(Parameters, row["parameters"]),
        draft=_draft(row["draft"]),
        leaf=EntryId(_text(row["leaf"])),
        deleted=None if row["deleted"] is None else moment(row["deleted"]),
    )


def summary(row: Row, title: str) -> Summary:
    """Return a head as the list shows it, under this title."""
    draft = _draft(row["draft"])
    return Summary(
        id=ConversationId(row["id"]),
        title=title,
        updated=moment(row["updated"]),
        is_pinned=bool(row["is_pinned"]),
        target=from_json(Target, row["target"]),
        has_draft=bool(draft.text.strip() or draft.attachments),
    )


def entry_row(entry: Entry, conversation: ConversationId) -> Mapping[str, object]:
    """Return an entry as its columns."""
    details = _Details(**{name: getattr(entry, name) for name in _Details.__slots__})
    return {
        "id": entry.id,
        "conversation": conversation,
        "parent": entry.parent,
        "role": entry.role.value,
        "created": microseconds(entry.created),
        "ending": entry.ending.value,
        "is_pinned": entry.is_pinned,
        "attachments": to_json(entry.attachments) if entry.attachments else "",
        "details": to_json(details),
        "text": kept_text(entry.text),
        "thinking": kept_text(entry.thinking),
    }


def entry(row: Row) -> Entry:
    """Return the entry that a row holds; a word that is unknown here is read as the plainest."""
    details = from_json(_Details, row["details"])
    return Entry(
        id=EntryId(row["id"]),
        parent=EntryId(_text(row["parent"])),
        role=_choice(Role, row["role"], Role.ASSISTANT),
        created=moment(row["created"]),
        text=_text(row["text"]),
        thinking=_text(row["thinking"]),
        attachments=attachments(row["attachments"]),
        ending=_choice(Ending, row["ending"], Ending.COMPLETE),
        is_pinned=bool(row["is_pinned"]),
        **{name: getattr(details, name) for name in _Details.__slots__},
    )


def attachments(raw: object) -> tuple[Attachment, ...]:
    """Return the files that a column names."""
    return rows_from_json(Attachment, raw) if raw else ()


def kept_text(text: str) -> str:
    """Return a text that can be written as UTF-8: half a surrogate pair becomes U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def microseconds(when: datetime) -> int:
    """Return a moment as it is kept: microseconds since 1970."""
    return (when.astimezone(UTC) - _EPOCH) // _MICROSECOND


def moment(value: object) -> datetime:
    """Return a moment that was kept, in UTC; 1970 if it cannot be one."""
    try:
        return _EPOCH + timedelta(microseconds=value) if isinstance(value, int) else _EPOCH
    except OverflowError:
        return _EPOCH


def _draft(raw: object) -> Draft:
    return from_json(Draft, raw)


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str) else ""


def _choice(kind: type[C], value: object, otherwise: C) -> C:
    try:
        return kind(value)
    except ValueError:
        return otherwise
