"""Where a very long paragraph may be cut in two without tearing what belongs together."""

import re
from dataclasses import dataclass, field

_SIGNS = re.compile(
    r"\\[()\[\]]|\\.|`+|\*+|_+|~+|\$\$|[\[\]]|[.!?:;…][\"'”’»)\]]*\s+|[。！？；…]+|\n", re.DOTALL
)


@dataclass(slots=True)
class _Inline:
    """Which inline constructs are open; what never closes forbids every later cut."""

    code: str = ""
    open: set[str] = field(default_factory=set[str])
    brackets: int = 0

    @property
    def is_neutral(self) -> bool:
        return not self.code and not self.open and not self.brackets

    def take(self, sign: str, text: str, at: int) -> None:
        if sign[0] == "`":
            self._take_backticks(sign)
        elif self.code:
            return
        elif sign in {"\\(", "\\["}:
            self.open.add(sign)
        elif sign in {"\\)", "\\]"}:
            self.open.discard("\\(" if sign == "\\)" else "\\[")
        elif sign[0] in "*_~$":
            self._take_delimiter(sign, text, at)
        elif sign in {"[", "]"}:
            self.brackets = max(0, self.brackets + (1 if sign == "[" else -1))

    def _take_backticks(self, sign: str) -> None:
        if not self.code:
            self.code = sign
        elif self.code == sign:
            self.code = ""

    def _take_delimiter(self, sign: str, text: str, at: int) -> None:
        before, after = text[at - 1 : at], text[at + len(sign) : at + len(sign) + 1]
        stands_alone = not before.strip() and not after.strip()
        is_in_word = sign[0] == "_" and before.isalnum() and after.isalnum()
        if not stands_alone and not is_in_word:
            self.open ^= {sign}


def last_cut(text: str, highest: int) -> int:
    """Return the last place up to `highest` where a sentence or a line ends, 0 if there is none.

    A place counts where no code span, emphasis, bracket or formula is open, and
    where what follows begins with a letter, so that it is a paragraph by itself.
    The answer depends on the text alone, however it arrived.
    """
    inline = _Inline()
    found = 0
    for match in _SIGNS.finditer(text):
        if match.end() > highest:
            break
        sign = match[0]
        if sign[0] in ".!?:;…。！？；\n":
            is_place = inline.is_neutral and text[match.end() : match.end() + 1].isalpha()
            found = match.end() if is_place else found
        else:
            inline.take(sign, text, match.start())
    return found
