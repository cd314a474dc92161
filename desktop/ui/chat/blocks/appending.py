"""Whether what has come of a text can simply be put at its document's end."""

import re

from desktop.chat.blocks import Block, BlockKind
from desktop.domain.text import visible

_PLAIN = re.compile(r"(?:[^\W_]|[ ,.!?:'\"()\-–—…，。、！？：；])+")
"""Letters, digits and signs that begin and end nothing in markdown within a line."""
_BEGUN = re.compile(r" {0,3}(?:[-+*>#]+ +|[0-9]+[.)] +)*[^\W\d_]+[ ,]")
"""The beginning of a line of which it is settled that it is text."""
_MAY_LINK = re.compile(r"www|@|://", re.IGNORECASE)


def appended(before: Block, now: Block) -> str | None:
    """Return what to put at the end of a document of `before` to show `now`; None for "read it".

    Only plain words within a line qualify: whatever could open, close or turn
    into something is read anew. So a word costs the same in a long paragraph.
    """
    if before.is_closed or now.is_closed or {before.kind, now.kind} != {BlockKind.TEXT}:
        return None
    if before.definitions != now.definitions or not now.source.startswith(before.source):
        return None
    shown = before.source.rstrip(" ")
    line = shown[shown.rfind("\n") + 1 :]
    piece = now.source[len(before.source) :]
    begun = before.source[before.source.rfind("\n") + 1 :]
    if not _BEGUN.match(begun) or not _is_plain_end(line) or not _PLAIN.fullmatch(piece):
        return None
    more = now.source.rstrip(" ")[len(shown) :]
    if _MAY_LINK.search(last_word(shown) + piece):
        return None
    if "  " in more or "```" in shown or "~~~" in shown or visible(piece) != piece:
        return None
    return more


def last_word(source: str) -> str:
    """Return the word that a document must end with to be one of that source."""
    return source.rstrip(" ").rpartition("\n")[2].rpartition(" ")[2]


def _is_plain_end(line: str) -> bool:
    word = last_word(line)
    return bool(_PLAIN.fullmatch(word)) and "&" not in line
