"""Where a very long paragraph may be cut in two without tearing what belongs together."""

import re
from dataclasses import dataclass, field

from desktop.chat.line_marks import is_prose

_MARKS = r"\\[()\[\]]|\\.|`+|\*+|_+|~+|\$\$|\[+|\]+"
_ENDS = r"[.!?:;…][\"'”’»)\]]*\s+|[。！？；…]+|\n"
_AT_ENDS = re.compile(rf"{_MARKS}|{_ENDS}", re.DOTALL)
_AT_SPACES = re.compile(rf"{_MARKS}|{_ENDS}|\s+|[，、]+", re.DOTALL)
AHEAD = 8
"""Characters that are enough to know how a paragraph begins."""
_NEAR = 500
_DELIMITERS = frozenset("*_~$")


@dataclass(slots=True)
class _Inline:
    """Which inline constructs are open; one that never closes stays open."""

    code: str = ""
    open: set[str] = field(default_factory=set[str])
    brackets: int = 0

    @property
    def is_neutral(self) -> bool:
        return not self.code and not self.open and not self.brackets

    def is_mark(self, sign: str, text: str, at: int) -> bool:
        """Take what was found; return whether it is a mark and no place to cut at."""
        if sign[0] == "`":
            if not self.code:
                self.code = sign
            elif self.code == sign:
                self.code = ""
        elif sign[0] == "\\":
            self._take_escape(sign)
        elif sign[0] in _DELIMITERS:
            self._take_delimiter(sign, text, at)
        elif sign[0] in "[]":
            self._take_brackets(sign)
        else:
            return False
        return True

    def _take_escape(self, sign: str) -> None:
        if self.code:
            return
        if sign in {"\\(", "\\["}:
            self.open.add(sign)
        elif sign in {"\\)", "\\]"}:
            self.open.discard("\\(" if sign == "\\)" else "\\[")

    def _take_brackets(self, sign: str) -> None:
        if not self.code:
            self.brackets = max(0, self.brackets + len(sign) * (1 if sign[0] == "[" else -1))

    def _take_delimiter(self, sign: str, text: str, at: int) -> None:
        before, after = text[at - 1 : at], text[at + len(sign) : at + len(sign) + 1]
        stands_alone = not before.strip() and not after.strip()
        is_in_word = sign[0] == "_" and before.isalnum() and after.isalnum()
        if not self.code and not stands_alone and not is_in_word:
            self.open ^= {sign}


class CutWindow:
    """How much of a paragraph is looked at, and how choosy the cut is.

    First it has to be the end of a sentence or a line, with no code span,
    emphasis, bracket or formula open; of twice as much text the end of a word
    will do, and of four times as much even one within such a construct, which
    then most likely never closes. If there is no end of a word in all that, it
    is cut within one. The cuts depend on the text alone.
    """

    def __init__(self, size: int) -> None:
        self._first = size
        self.size = size

    def cut(self, text: str, highest: int) -> int:
        """Return the last good place up to `highest`; 0 if there is none, and look at more then."""
        at_spaces = self.size > self._first
        may_tear = self.size > 2 * self._first
        found = _last_cut(text, highest, at_spaces=at_spaces, may_tear=may_tear)
        if not found and may_tear:
            found = _any_cut(text, highest)
        self.size = self._first if found else 2 * self.size
        return found

    def restart(self) -> None:
        """Begin with the next paragraph."""
        self.size = self._first


def _last_cut(text: str, highest: int, *, at_spaces: bool, may_tear: bool) -> int:
    inline = _Inline()
    found = 0
    for match in (_AT_SPACES if at_spaces else _AT_ENDS).finditer(text):
        end = match.end()
        if end > highest:
            break
        if inline.is_mark(match[0], text, match.start()):
            continue
        if (may_tear or inline.is_neutral) and _begins_paragraph(text, end):
            found = end
    return found


def _any_cut(text: str, highest: int) -> int:
    """Return a place near `highest` that parts no sign from what is put onto it; 0 if none is."""
    for at in range(highest, max(0, highest - _NEAR), -1):
        if text[at : at + 1].isalnum() and text[at - 1].isalnum() and _begins_paragraph(text, at):
            return at
    return 0


def _begins_paragraph(text: str, at: int) -> bool:
    """Whether what stands there is a paragraph by itself too; `[` might be a definition."""
    return text[at : at + 1] != "[" and is_prose(text[at : at + AHEAD])
