"""What an export says in words of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from desktop.chat.summaries import title_of
from desktop.domain.conversation import Attachment, Conversation, Ending, Entry, Role, Target

NameOf: TypeAlias = Callable[[Target], str]
"""What a model on a host is called now: "qwen3:8b on tower"; "" where none was chosen."""


@dataclass(frozen=True, slots=True)
class ExportWords:
    """The few words that an export is framed with; a window hands in its own language's."""

    untitled: str = "Conversation"
    you: str = "You"
    assistant: str = "Assistant"
    on: str = "{model} on {host}"
    thinking: str = "Thinking"
    system: str = "System prompt"
    attached: str = "Attached: {name}"
    pasted: str = "pasted"
    cut: str = "This answer was cut off."


ENGLISH = ExportWords()


def title_text(conversation: Conversation, path: Sequence[Entry], words: ExportWords) -> str:
    """Return the title in one line, one made up from the messages if none was given."""
    title = title_of(conversation, {entry.id: entry for entry in path})
    return " ".join(title.split()) or words.untitled


def speaker_of(entry: Entry, name_of: NameOf, words: ExportWords) -> str:
    """Say who speaks; a host is called as it was called when it answered."""
    if entry.role is Role.USER:
        return words.you
    if entry.target.model and entry.host_name:
        return words.on.format(model=entry.target.model, host=entry.host_name)
    return name_of(entry.target) or words.assistant


def facts_text(conversation: Conversation, name_of: NameOf) -> str:
    """Return which model is asked, and when the conversation began."""
    facts = (name_of(conversation.target), time_text(conversation.created))
    return " · ".join(filter(None, facts))


def attachment_text(attachment: Attachment, words: ExportWords) -> str:
    """Name a file that went with a message: its type, pixels and bytes."""
    facts = [attachment.media_type] if attachment.media_type else []
    if attachment.width and attachment.height:
        facts.append(f"{attachment.width} × {attachment.height}")
    facts.append(f"{attachment.size:,} B")
    name = f"{attachment.name or words.pasted} ({', '.join(facts)})"
    return words.attached.format(name=name)


def time_text(moment: datetime) -> str:
    """Return date and time to the minute, with their offset from UTC."""
    return moment.isoformat(sep=" ", timespec="minutes")


def is_cut(entry: Entry) -> bool:
    """Whether an answer has to be marked as not whole."""
    return entry.ending is not Ending.COMPLETE
