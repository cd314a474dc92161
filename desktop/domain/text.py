"""Text from servers and models, made safe to look at."""

import unicodedata

_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f")
"""Printable by Unicode's tables, and yet nothing is seen (security.md, attack 10)."""
_JOINERS = frozenset("\u200c\u200d\ufe0f")


def visible(text: str, *, keep_newlines: bool = False) -> str:
    """Return the text with every invisible, control and direction character written out.

    A zero width space becomes ‹U+200B›. Compare raw texts, never these.
    Joiners stay where they join emoji or Indic letters, that is between two
    characters beyond Latin; line feeds, tabs and fixed spaces stay if `keep_newlines`.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = "\n\t\u00a0\u3000" if keep_newlines else ""
    return "".join(
        character if character in kept or _is_seen(text, position) else f"‹U+{ord(character):04X}›"
        for position, character in enumerate(text)
    )


def _is_seen(text: str, position: int) -> bool:
    character = text[position]
    if character in _JOINERS:
        return position > 0 and ord(text[position - 1]) > 0x2FF
    if character in _BLANK_LETTERS:
        return False
    if character == " ":
        return True
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"}
