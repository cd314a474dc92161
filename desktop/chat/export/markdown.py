"""A conversation as Markdown, for people and for other programs to read."""

from collections.abc import Sequence

from desktop.chat.blocks import BlockKind, split
from desktop.chat.export.words import (
    ENGLISH,
    ExportWords,
    NameOf,
    attachment_text,
    facts_text,
    is_cut,
    speaker_of,
    time_text,
    title_text,
)
from desktop.domain.conversation import Conversation, Entry
from desktop.domain.text import visible


def as_markdown(
    conversation: Conversation,
    path: Sequence[Entry],
    name_of: NameOf,
    words: ExportWords = ENGLISH,
) -> str:
    """Return the path as one document: a heading for each message, its text as it is.

    Thinking is a quote above its answer. Files are named, not contained.
    """
    parts = [
        f"# {_line(title_text(conversation, path, words))}",
        _line(facts_text(conversation, name_of)),
    ]
    if conversation.parameters.system:
        parts.append(_quoted(words.system, conversation.parameters.system))
    for entry in path:
        parts += _entry(entry, name_of, words)
    return "\n\n".join(parts) + "\n"


def _entry(entry: Entry, name_of: NameOf, words: ExportWords) -> list[str]:
    parts = [f"## {_line(speaker_of(entry, name_of, words))}", f"*{time_text(entry.created)}*"]
    parts += [f"*{_line(attachment_text(each, words))}*" for each in entry.attachments]
    if entry.thinking.strip():
        parts.append(_quoted(words.thinking, entry.thinking))
    if entry.text.strip():
        parts.append(with_closed_fence(entry.text))
    if is_cut(entry):
        parts.append(f"*{words.cut}*")
    return parts


def with_closed_fence(text: str) -> str:
    """Return the text; a code block that it leaves open, because it was cut, is closed.

    Otherwise every message below would be code.
    """
    text = text.strip("\r\n")
    blocks = split(text)
    if not blocks or blocks[-1].kind is not BlockKind.CODE:
        return text
    lines = blocks[-1].source.split("\n")
    opener = lines[0].lstrip(" ")
    mark = opener[: len(opener) - len(opener.lstrip(opener[0]))] if opener[0] in "`~" else ""
    is_closed = len(lines) > 1 and lines[-1].strip().startswith(mark)
    is_code = is_closed and not lines[-1].strip().strip(mark[:1])
    return text if not mark or is_code else f"{text}\n{mark}"


def _quoted(heading: str, text: str) -> str:
    lines = text.strip().splitlines()
    return "\n".join([f"> **{heading}**", ">", *(f"> {line}".rstrip() for line in lines)])


def _line(text: str) -> str:
    """Foreign text in one line of ours: nothing unseen, and no mark of markdown's."""
    shown = visible(" ".join(text.split()))
    return "".join(f"\\{each}" if each in "\\`*[]<>#|" else each for each in shown)
