"""An answer while it grows: its text and its thinking, cut into blocks as they come."""

from dataclasses import dataclass, field

from desktop.chat.blocks import Splitter
from desktop.chat.snapshot import Phase
from desktop.chat.think_tags import ThinkTags
from desktop.domain.chat import Chunk
from desktop.domain.conversation import Entry, EntryId


@dataclass(slots=True)
class Growth:
    """What there is of an answer, which goes on changing; nothing in it depends on the length.

    `thinking_began` is seconds of the clock's `monotonic`, 0 where there was no
    thought; `thought_for` the seconds that it took, 0 while it goes on.
    """

    entry_id: EntryId
    thinking: Splitter = field(default_factory=Splitter)
    answer: Splitter = field(default_factory=Splitter)
    thinking_began: float = 0.0
    thought_for: float = 0.0
    tags: ThinkTags = field(default_factory=ThinkTags)

    @property
    def has_words(self) -> bool:
        return bool(self.answer.text or self.thinking.text)

    def take(self, chunk: Chunk, now: float) -> Phase | None:
        """Add a piece and return what the model does, None where the piece says nothing."""
        if chunk.thinking:
            self._think(chunk.thinking, now)
            self.answer.feed(self.tags.leave())
        if not chunk.text:
            return Phase.THINKING if chunk.thinking else None
        thought, said = self.tags.feed(chunk.text)
        if thought:
            self._think(thought, now)
        if self.tags.is_thinking:
            return Phase.THINKING
        self._note_thought(now)
        self.answer.feed(said)
        return Phase.ANSWERING

    def end_thought(self, now: float) -> None:
        """Note at the end how long the thinking took; a tag that was cut off is text then."""
        splitter = self.thinking if self.tags.is_in_thought else self.answer
        splitter.feed(self.tags.leave())
        self._note_thought(now)

    def _think(self, piece: str, now: float) -> None:
        self.thinking_began = self.thinking_began or now or 1e-9  # A test's clock begins at 0.
        self.thinking.feed(piece)

    def _note_thought(self, now: float) -> None:
        if self.thinking_began and not self.thought_for:
            self.thought_for = max(now - self.thinking_began, 0.001)

    def end(self, now: float) -> None:
        """Close what is open: nothing more comes."""
        self.end_thought(now)
        self.thinking.finish()
        self.answer.finish()


def growth_of(entry: Entry) -> Growth:
    """Begin to grow an entry, from the words that it has when it is continued."""
    growth = Growth(entry.id, thought_for=entry.thought_for)
    if entry.text:
        growth.tags.leave()
    for splitter, text in ((growth.thinking, entry.thinking), (growth.answer, entry.text)):
        if text:
            splitter.feed(text)
    return growth
