"""From characters of a text to positions of a document, and back.

A document of Qt's counts in UTF-16 units, so an emoji is two of them, and has one
position where a text has CR LF. Spans are in characters of the text as it is saved.
"""

import re
from bisect import bisect_right
from itertools import accumulate

_ODD = re.compile("\r\n|[\U00010000-\U0010ffff]")
_UNHOLDABLE = re.compile("[\u2029\ufdd0\ufdd1\ud800-\udfff]")
_ENDS = re.compile(r"\r\n|\r|\n")
LF, CRLF, CR = "\n", "\r\n", "\r"


class TextMap:
    """Where each character of one text stands in the document that shows it."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        odd = () if text.isascii() and "\r" not in text else tuple(_ODD.finditer(text))
        steps = [-1 if one.group() == CRLF else 1 for one in odd]
        self._shifts = [0, *accumulate(steps)]
        self._offsets = [one.start() + 1 for one in odd]
        self._positions = [
            offset + shift + (step < 0)
            for offset, shift, step in zip(self._offsets, self._shifts[1:], steps, strict=True)
        ]

    def position(self, offset: int) -> int:
        """Return where that character of the text stands in the document."""
        offset = max(0, min(offset, self._length))
        return offset + self._shifts[bisect_right(self._offsets, offset)]

    def offset(self, position: int) -> int:
        """Return the character of the text at that position of the document."""
        offset = position - self._shifts[bisect_right(self._positions, position)]
        return max(0, min(offset, self._length))


def ending_of(text: str) -> str:
    """Return what most lines of a text end with; LF where it has one line."""
    counts = dict.fromkeys((LF, CRLF, CR), 0)
    for end in _ENDS.findall(text):
        counts[end] += 1
    return max(counts, key=lambda end: counts[end])


def holdable(text: str) -> str:
    """Return a text as a document can hold it, each line ended by LF.

    Paragraph separators and three noncharacters, which a document takes for
    ends of its own, are left out: Ollama's parser drops every one of them too.
    """
    return _ENDS.sub(LF, _UNHOLDABLE.sub("", text) if not text.isascii() else text)


def units(text: str) -> int:
    """Return how many positions a text takes in a document, its line ends being one each."""
    return len(text) + sum(1 for one in text if one > "\uffff") if not text.isascii() else len(text)
