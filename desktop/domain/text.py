"""Text from servers and models, made safe to look at."""

import re
import unicodedata

_BLANK_LETTERS = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800\u034f")
"""Printable by Unicode's tables, and yet nothing is seen (security.md, attack 10)."""
_ZERO_WIDTH_JOINER = "\u200d"
_JOINERS = frozenset("\u200c\u200d\u180b\u180c\u180d\u180f")
_VARIATIONS = frozenset(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
"""They choose a form of the letter before them; in rows they hide whole messages."""

_DOUBTFUL = re.compile(
    "[\u034f\u115f\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""What `str.isprintable` lets through, and `visible` may not."""


def visible(text: str, *, keep_newlines: bool = False) -> str:
    """Return the text with every invisible, control and direction character written out.

    A zero width space becomes ‹U+200B›. Compare raw texts, never these.
    A joiner or variation selector stays where it belongs to an emoji or a letter
    beyond Latin; line feeds, tabs and fixed spaces stay if `keep_newlines`.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = "\n\t\u00a0\u3000" if keep_newlines else ""
    if _is_plain(text, kept):
        return text
    return "".join(
        character if character in kept or _is_seen(text, position) else f"‹U+{ord(character):04X}›"
        for position, character in enumerate(text)
    )


def _is_plain(text: str, kept: str) -> bool:
    """Whether there is nothing to write out, found out in a thousandth of the time."""
    for character in kept:
        text = text.replace(character, "")
    return text.isprintable() and (text.isascii() or not _DOUBTFUL.search(text))


def _is_seen(text: str, position: int) -> bool:
    character = text[position]
    if character in _JOINERS or character in _VARIATIONS:
        return position > 0 and _can_carry(text[position - 1], character)
    if character in _BLANK_LETTERS:
        return False
    if character == " ":
        return True
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"}


def _can_carry(before: str, joiner: str) -> bool:
    """Whether a joiner has something to do after this character; ❤️‍🔥 joins after a variation."""
    if before in _VARIATIONS:
        return joiner == _ZERO_WIDTH_JOINER
    return ord(before) > 0x2FF and before not in _JOINERS and before not in _BLANK_LETTERS
