"""Where a text occurs in another; no regular expressions of the person's, for they have no end."""

import re
from dataclasses import dataclass

_NOT_IN_WORD = r"(?<!\w){}(?!\w)"


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, in one line."""

    text: str
    minds_case: bool = False
    is_whole_word: bool = False

    def occurrences(self, text: str) -> list[tuple[int, int]]:
        """Return the beginning and the end of each, in characters, none within another."""
        if not self.text:
            return []
        return [found.span() for found in self._pattern().finditer(text)]

    def replaced(self, text: str, replacement: str) -> str:
        """Return the text with each of them replaced, by exactly these characters."""
        return self._pattern().sub(lambda _: replacement, text)

    def _pattern(self) -> re.Pattern[str]:
        written = re.escape(self.text)
        if self.is_whole_word:
            written = _NOT_IN_WORD.format(written)
        return re.compile(written, re.NOFLAG if self.minds_case else re.IGNORECASE)
