"""Cuts markdown into blocks while it arrives: what is closed, and the open tail."""

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
    text that this block refers to, ready to be put below its source.
    """

    kind: BlockKind
    source: str
    text: str = ""
    language: str = ""
    is_closed: bool = True
    definitions: str = ""
