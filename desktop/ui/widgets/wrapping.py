"""Where long words may be broken, without the window standing still over it."""

import re

from PySide6.QtGui import QTextOption

LONGEST_WORD = 2000
"""Characters without a place to break at that Qt breaks fast enough."""
_BREAKS = re.compile(r"[\s\u2e80-\uffff]+")
"""Blanks, and the scripts of East Asia, which break nearly anywhere."""


def wrap_mode(text: str) -> QTextOption.WrapMode:
    """Return how a text is to be wrapped: at its words, unless one of them is endless.

    For each line of a word Qt looks over all of the rest of it: one of two
    million characters takes minutes. Breaking anywhere takes a second.
    """
    if len(text) <= LONGEST_WORD or all(len(w) <= LONGEST_WORD for w in _BREAKS.split(text)):
        return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    return QTextOption.WrapMode.WrapAnywhere
