"""What is copied of a conversation: plain text, or markdown."""

from collections.abc import Iterator, Sequence

from desktop.chat.blocks import Block, split
from desktop.domain.conversation import Entry, Role
from desktop.ui.chat.blocks.kinds import plain_text
from desktop.ui.chat.transcript.compose import rows
from desktop.ui.chat.transcript.content import Content, Key, Own, Prose
from desktop.ui.chat.transcript.message import Message
from desktop.ui.chat.transcript.row import MakeView, Row
from desktop.ui.chat.transcript.selection import Order, Stretch
from desktop.ui.chat.transcript.views.tools import text_of

_ALL = 1 << 29


class Copying:
    """Puts the selected text together; rows without a widget answer from their source."""

    def __init__(self, make: MakeView, order: Order) -> None:
        self._make = make
        self._order = order

    def selected(self, messages: Sequence[Message], stretch: Stretch, as_markdown: bool) -> str:
        """Return what is selected, messages and blocks divided by an empty line."""
        first, last = stretch.ends(self._order)
        start, end = self._order(first.entry_id), self._order(last.entry_id)
        if start < 0:
            return ""
        parts: list[str] = []
        for message in messages[start : end + 1]:
            for key, content, row in _contents(message):
                if message.entry is None:
                    continue
                within = stretch.within(message.entry.id, key, self._order)
                if within != (0, 0) and (text := self._text(content, row, within, as_markdown)):
                    parts.append(text)
        return "\n\n".join(parts)

    def _text(
        self, content: Content, row: Row | None, within: tuple[int, int], as_markdown: bool
    ) -> str:
        if within[0] == 0 and within[1] > _ALL:
            return _source(content) if as_markdown else _plain(content)
        if not isinstance(content, Prose | Own):
            return ""
        view = row.view if row is not None else None
        made = None if view is not None else self._make(content)
        text = text_of(view or made)
        found = ""
        if text is not None:
            text.select(*within)
            found = text.selected_markdown() if as_markdown else text.selected_text()
        if made is not None:
            made.deleteLater()
        return found


def message_text(entry: Entry, as_markdown: bool) -> str:
    """Return what one message says, without what was thought."""
    if as_markdown or entry.role is Role.USER:
        return entry.text
    return "\n\n".join(plain_text(block) for block in split(entry.text))


def _contents(message: Message) -> Iterator[tuple[Key, Content, Row | None]]:
    if message.is_open:
        for row in message.rows:
            yield row.key, row.content, row
    elif message.entry is not None:
        said: tuple[Block, ...] = split(message.entry.text) if message.entry.text else ()
        for key, content in rows(message.entry, message.dress, (), said, None):
            yield key, content, None


def _source(content: Content) -> str:
    match content:
        case Own(text):
            return text
        case Prose(block):
            return block.source
        case _:
            return getattr(content, "text", "")


def _plain(content: Content) -> str:
    if isinstance(content, Prose):
        return plain_text(content.block)
    return _source(content)
