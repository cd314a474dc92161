"""Characters that nobody sees and Ollama drops: fixed spaces, joiners, marks of direction."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from desktop.domain.printable import is_printable

_SEEN = 20_000
"""Characters of a line that can be on screen at all."""
_PERHAPS = re.compile(r"[^\x20-\x7e\t]")


@dataclass(frozen=True, slots=True)
class Strange:
    """One such character of a line, at its position in UTF-16 units."""

    position: int
    character: str

    @property
    def code(self) -> str:
        return f"U+{ord(self.character):04X}"

    @property
    def name(self) -> str:
        """Its name in Unicode's English, in small letters; its code where it has none."""
        return unicodedata.name(self.character, self.code).lower()


@lru_cache(maxsize=1024)
def strange_characters(line: str) -> tuple[Strange, ...]:
    """Return the characters of a line that Ollama's parser would drop, as far as it is looked at.

    Lines on screen are asked about each time they are painted, so answers are kept.
    """
    line = line[:_SEEN]
    if not _PERHAPS.search(line):
        return ()
    found: list[Strange] = []
    position = 0
    for character in line:
        if character != "\t" and not is_printable(character):
            found.append(Strange(position, character))
        position += 2 if character > "\uffff" else 1
    return tuple(found)
