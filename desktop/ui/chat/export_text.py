"""What is written of a conversation: its text in a form, its files, and words of the window."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QCoreApplication

from desktop.chat.export import ExportWords, as_html, as_json, as_markdown
from desktop.chat.growth import Growth
from desktop.chat.talk import Talk
from desktop.domain.conversation import (
    Attachment,
    AttachmentId,
    AttachmentKind,
    Conversation,
    Entry,
    Target,
    Tree,
)


class ExportForm(Enum):
    """The forms there are, each by the ending of its file."""

    MARKDOWN = "md"
    JSON = "json"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Exported:
    """A conversation as it is at one moment, an answer that is coming included."""

    conversation: Conversation
    path: tuple[Entry, ...]
    tree: Tree
    names: Mapping[Target, str]
    words: ExportWords

    def name_of(self, target: Target) -> str:
        return self.names.get(target, target.model)

    def files(self, form: ExportForm) -> tuple[Attachment, ...]:
        """Return the files that a form contains: JSON all of them, a page those it shows."""
        if form is ExportForm.MARKDOWN:
            return ()
        if form is ExportForm.JSON:
            return _files(self.tree.entries.values())
        return tuple(one for one in _files(self.path) if one.kind is AttachmentKind.IMAGE)

    def text(self, form: ExportForm, contents: Mapping[AttachmentId, bytes]) -> str:
        """Return the whole file; it takes a while for a long conversation."""
        head, path = self.conversation, self.path
        match form:
            case ExportForm.MARKDOWN:
                return as_markdown(head, path, self.name_of, self.words)
            case ExportForm.HTML:
                return as_html(head, path, self.name_of, contents=contents, words=self.words)
            case ExportForm.JSON:
                return as_json(head, path, self.name_of, tree=self.tree, contents=contents)


def exported(talk: Talk, name_of: Callable[[Target], str]) -> Exported:
    """Take down a conversation, with what its models are called now."""
    snapshot, growth = talk.snapshot, talk.growth
    entries = {key: _grown(entry, growth) for key, entry in talk.entries.items()}
    path = tuple(entries.get(entry.id, entry) for entry in snapshot.path)
    targets = {snapshot.conversation.target, *(entry.target for entry in path)}
    names = {target: name_of(target) for target in targets}
    return Exported(snapshot.conversation, path, Tree(entries), names, export_words())


async def read_files(
    files: Iterable[Attachment], read: Callable[[AttachmentId], Awaitable[bytes]]
) -> dict[AttachmentId, bytes]:
    """Return the bytes of files by their ids, without those that are gone."""
    found: dict[AttachmentId, bytes] = {}
    for one in files:
        if content := await read(one.id):
            found[one.id] = content
    return found


def export_words() -> ExportWords:
    """Return an export's own words in the window's language."""
    return ExportWords(
        untitled=QCoreApplication.translate("Chat", "Conversation"),
        you=QCoreApplication.translate("Chat", "You"),
        assistant=QCoreApplication.translate("Chat", "Assistant"),
        on=QCoreApplication.translate("Chat", "{model} on {host}"),
        thinking=QCoreApplication.translate("Chat", "Thinking"),
        system=QCoreApplication.translate("Chat", "System prompt"),
        attached=QCoreApplication.translate("Chat", "Attached: {name}"),
        pasted=QCoreApplication.translate("Chat", "pasted"),
        cut=QCoreApplication.translate("Chat", "This answer was cut off."),
    )


def _grown(entry: Entry, growth: Growth | None) -> Entry:
    if growth is None or growth.entry_id != entry.id:
        return entry
    return replace(entry, text=growth.answer.text, thinking=growth.thinking.text)


def _files(entries: Iterable[Entry]) -> tuple[Attachment, ...]:
    by_id: dict[AttachmentId, Attachment] = {}
    for entry in entries:
        by_id |= {one.id: one for one in entry.attachments}
    return tuple(by_id.values())
