"""How high rows will be, before anyone has drawn them: from the length of their text."""

from dataclasses import dataclass

from desktop.chat.blocks import Block, BlockKind
from desktop.domain.conversation import Entry, Role
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.transcript.content import (
    Bar,
    Content,
    Costs,
    Failed,
    Fold,
    Forgotten,
    Heading,
    JsonTree,
    Own,
    Pictures,
    Prose,
    TooLong,
)

OWN_WIDTH = 470
_LINE = 1.35
"""Height of a line of chat text, in heights of its font."""
_CHARACTER = 0.46
"""Average width of a character, in heights of the font."""
_AROUND_OWN, _AROUND_ANSWER, _AROUND_CODE, _PICTURE, _BANNER = 60, 92, 62, 132, 56


@dataclass(frozen=True, slots=True)
class Measure:
    """What the estimates depend on; all in pixels."""

    width: int
    line: float
    character: float
    k: float

    def message(self, entry: Entry) -> int:
        """Return about how high a message is, without looking at what it says."""
        if entry.role is Role.USER:
            own = min(self.width, OWN_WIDTH * self.k)
            pictures = _PICTURE * bool(entry.attachments)
            return round(self._text(len(entry.text), own) + (_AROUND_OWN + pictures) * self.k)
        return round(self._text(len(entry.text), self.width) * 1.15 + _AROUND_ANSWER * self.k)

    def row(self, content: Content) -> int:
        """Return about how high a row is, its gap left out."""
        match content:
            case Prose(block):
                return self._block(block)
            case Own(text):
                return round(self._text(len(text), min(self.width, OWN_WIDTH * self.k)))
            case JsonTree(text):
                return round((text.count("\n") + 1) * self.line + _BANNER * self.k)
            case Pictures():
                return round(_PICTURE * self.k)
            case Failed() | Forgotten() | TooLong():
                return round(_BANNER * self.k)
            case Heading() | Fold() | Costs() | Bar() | _:
                return round(28 * self.k)

    def _block(self, block: Block) -> int:
        source = block.source
        if block.kind is BlockKind.TEXT:
            return round(self._text(len(source), self.width) + source.count("\n") * self.line / 2)
        around = _AROUND_CODE * self.k if block.kind is BlockKind.CODE else 0
        return round((source.count("\n") + 1) * self.line + around)

    def _text(self, length: int, width: float) -> float:
        a_line = max(1.0, width / self.character)
        return (int(length / a_line) + 1) * self.line


def measure_of(theme: Theme, width: int) -> Measure:
    """Return what to estimate with, for rows of that width."""
    high = theme.metrics("body").height()
    return Measure(width, high * _LINE, high * _CHARACTER, theme.k)
