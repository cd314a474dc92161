"""An answer while it grows: its text and its thinking, cut into blocks as they come."""

from dataclasses import dataclass, field

from desktop.chat.blocks import Splitter
from desktop.chat.snapshot import Phase
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

    @property
    def has_words(self) -> bool:
        return bool(self.answer.text or self.thinking.text)

    def take(self, chunk: Chunk, now: float) -> Phase | None:
        """Add a piece and return what the model does, None where the piece says nothing."""
        if chunk.thinking:
            self.thinking_began = self.thinking_began or now or 1e-9  # A test's clock begins at 0.
            self.thinking.feed(chunk.thinking)
        if chunk.text:
            self.end_thought(now)
            self.answer.feed(chunk.text)
            return Phase.ANSWERING
        return Phase.THINKING if chunk.thinking else None

    def end_thought(self, now: float) -> None:
        """Note how long the thinking took, at the first word after it and at the end."""
        if self.thinking_began and not self.thought_for:
            self.thought_for = max(now - self.thinking_began, 0.001)


def growth_of(entry: Entry) -> Growth:
    """Begin to grow an entry, from the words that it has when it is continued."""
    growth = Growth(entry.id, thought_for=entry.thought_for)
    for splitter, text in ((growth.thinking, entry.thinking), (growth.answer, entry.text)):
        if text:
            splitter.feed(text)
    return growth
