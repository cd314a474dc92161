"""What a block of an answer is: the unit that is cut, shown, copied and exported."""

from dataclasses import dataclass
from enum import Enum, auto


class BlockKind(Enum):
    """What a block is, as far as it is shown in a way of its own."""

    TEXT = auto()
    """Paragraphs, headings, lists, quotes, rules: whatever one document shows."""
    CODE = auto()
    TABLE = auto()
    MATH = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One top-level block. `source` is its markdown, without the blank lines around it.

    For CODE `text` is the code alone, `language` the fence's first word; for
    MATH `text` is the LaTeX alone. `is_closed` is False for a tail that may
    still grow. `definitions` are the link reference definitions of the whole
    text that this block refers to, ready to be put below its source, a blank
    line between. `continues` says that a long list, quote, table or paragraph
    was cut here and goes on from the block before: no gap belongs between.
    """

    kind: BlockKind
    source: str
    text: str = ""
    language: str = ""
    is_closed: bool = True
    definitions: str = ""
    continues: bool = False

    @property
    def markdown(self) -> str:
        """The source with the definitions it needs, to be rendered by itself."""
        return f"{self.source}\n\n{self.definitions}" if self.definitions else self.source
