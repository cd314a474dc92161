"""Where in a Modelfile's grammar a line begins: between instructions, or inside an open quote."""

from dataclasses import dataclass

from desktop.domain.modelfile import INSTRUCTIONS

_QUOTES = ('"""', '"')
UNREAD = -1
"""What a block of a document says before its line was read; Qt's own value."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is still open when a line begins. An empty `quote` is the beginning of an instruction.

    `keyword` is the instruction that opened the quote, in small letters;
    `is_in_action` tells that a template's `{{` was not closed on an earlier line.
    """

    keyword: str = ""
    quote: str = ""
    is_in_action: bool = False

    @property
    def is_open(self) -> bool:
        return bool(self.quote)


BETWEEN = Standing()


def to_number(standing: Standing) -> int:
    """Return it as a number that a block of a document can keep."""
    if not standing.is_open:
        return 0
    place = INSTRUCTIONS.index(standing.keyword)
    return 1 + (place * 2 + _QUOTES.index(standing.quote)) * 2 + standing.is_in_action


def from_number(number: int) -> Standing:
    """Return what such a number stands for; a line before the first begins between."""
    if number <= 0:
        return BETWEEN
    rest, action = divmod(number - 1, 2)
    place, quote = divmod(rest, 2)
    return Standing(INSTRUCTIONS[place], _QUOTES[quote], bool(action))
