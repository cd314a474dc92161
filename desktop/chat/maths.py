"""Finds LaTeX formulas in a block's markdown, and takes no price for one.

`$…$` and `\\(…\\)` are inline, `$$…$$` and `\\[…\\]` are displayed. The guards
for a single dollar are Pandoc's (tex_math_dollars): it opens before a
character and closes after one, and no digit follows; and a few of our own.
"""

import re
from dataclasses import dataclass

from desktop.chat.code_spans import CodeSpans, paragraphs

_LONGEST = 4000
"""In characters; what is longer is text."""
_NAME = 3
"""So many capitals are a name: $HOME$, a share's sign."""
_SIGNS = re.compile(r"\\[(\[]|\\.|`+|\$\$|\$|\]\([^()\s]*\)", re.DOTALL)
_CLOSERS = {"$": "$", "$$": "$$", "\\(": "\\)", "\\[": "\\]"}
_MATHS = re.compile(r"[\\^_={}<>+*/|∑∫√≤≥≠±×÷∞→]|(?<!\w)-|\d")
_WORD = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{3,}")
_ENDING = re.compile(r"(?:th|st|nd|rd|s|'s)\b")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in a text: from `start` up to `end`, its marks included; `latex` without them."""

    start: int
    end: int
    latex: str
    is_display: bool


def find_formulas(source: str) -> tuple[Formula, ...]:
    """Return the formulas of a markdown text, in order, none within code or a link's address."""
    found: list[Formula] = []
    for start, end in paragraphs(source):
        found.extend(_Scan(source, start, end).formulas())
    return tuple(found)


class _Scan:
    """One paragraph, looked through once from left to right."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self._source = source
        self._start = start
        self._end = end
        self._spans = CodeSpans(source, start, end)
        self._closers: dict[str, int] = {}

    def formulas(self) -> list[Formula]:
        found: list[Formula] = []
        at = self._start
        while (match := _SIGNS.search(self._source, at, self._end)) is not None:
            sign = match[0]
            at = match.end()
            if sign[0] == "`":
                at = self._spans.end_of(match.start(), len(sign))
            elif sign in _CLOSERS and (formula := self._formula(match.start(), sign)) is not None:
                found.append(formula)
                at = formula.end
        return found

    def _formula(self, start: int, opener: str) -> Formula | None:
        inside = start + len(opener)
        closer = _CLOSERS[opener]
        stop = self._next(closer, inside)
        if stop < 0 or stop - inside > _LONGEST:
            return None
        content = self._source[inside:stop]
        end = stop + len(closer)
        if not content.strip() or not self._is_formula(opener, start, content, end):
            return None
        return Formula(start, end, content.strip(), opener in {"$$", "\\["})

    def _next(self, closer: str, at: int) -> int:
        """Return the next place of a closer, -1 if there is none; each is looked for once."""
        known = self._closers.get(closer, 0)
        if 0 <= known < at or closer not in self._closers:
            known = self._source.find(closer, at, self._end)
            while known > 0 and self._is_escaped(known, at):
                known = self._source.find(closer, known + 1, self._end)
            self._closers[closer] = known
        return known

    def _is_escaped(self, place: int, start: int) -> bool:
        """Whether an odd number of backslashes stands before it."""
        before = self._source[max(start, place - 64) : place]
        return (len(before) - len(before.rstrip("\\"))) % 2 == 1

    def _is_formula(self, opener: str, start: int, content: str, end: int) -> bool:
        if opener == "$":
            return self._is_dollars(start, content, end)
        return _MATHS.search(content) is not None or _WORD.search(content) is None

    def _is_dollars(self, start: int, content: str, end: int) -> bool:
        before = self._source[start - 1 : start] if start > self._start else ""
        after = self._source[end : end + 4] if end < self._end else ""
        if _is_ascii_word(before) or content[0].isspace() or content[-1].isspace():
            return False
        if after[:1].isdigit() or after[:1] == "$":
            return False
        if _is_ascii_word(after[:1]) and not _ENDING.match(after):
            return False
        if content.isalpha():
            return len(content) < _NAME or not content.isupper()
        is_worded = _WORD.search(content) is not None
        return not (is_worded and (content[0].isdigit() or _MATHS.search(content) is None))


def _is_ascii_word(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character == "_")
