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
_LOOSE = 1.15
"""How much higher an answer is than its letters alone, for its gaps and lists."""
_AROUND_OWN, _AROUND_ANSWER, _AROUND_CODE, _PICTURE, _BANNER = 60, 92, 62, 132, 56


@dataclass(frozen=True, slots=True)
class Measure:
    """What the estimates depend on; all in pixels."""

    width: int
    line: float
    k: float
    letters: int
    """Characters in a line of an answer."""
    own_letters: int
    """Characters in a line of one's own message."""

    def message(self, entry: Entry) -> int:
        """Return about how high a message is, without looking at what it says."""
        length = len(entry.text)
        if entry.role is Role.USER:
            around = _AROUND_OWN + (_PICTURE if entry.attachments else 0)
            return int((length // self.own_letters + 1) * self.line + around * self.k)
        return int((length // self.letters + 1) * self.line * _LOOSE + _AROUND_ANSWER * self.k)

    def row(self, content: Content) -> int:
        """Return about how high a row is, its gap left out."""
        match content:
            case Prose(block):
                return self._block(block)
            case Own(text):
                return int((len(text) // self.own_letters + 1) * self.line)
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
            lines = len(source) // self.letters + 1 + source.count("\n") / 2
            return int(lines * self.line)
        around = _AROUND_CODE * self.k if block.kind is BlockKind.CODE else 0
        return round((source.count("\n") + 1) * self.line + around)


def measure_of(theme: Theme, width: int) -> Measure:
    """Return what to estimate with, for rows of that width."""
    high = theme.metrics("body").height()
    own = min(width, theme.px(OWN_WIDTH))
    letters, own_letters = (max(1, int(room / high / _CHARACTER)) for room in (width, own))
    return Measure(width, high * _LINE, theme.k, letters, own_letters)
