"""What the beginning of a line says: the marks of CommonMark's blocks, each a pure question."""

import re
from dataclasses import dataclass

CODE_INDENT = 4
"""So many columns make code, or nothing at all in a paragraph (CommonMark 4.4)."""

_HEADING = re.compile(r"#{1,6}(?:\s|$)")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_FENCE = re.compile(r"(`{3,})([^`]*)$|(~{3,})(.*)$", re.DOTALL)
_MARKER = re.compile(r"(?:([-+*])|(\d{1,9})([.)]))(?=\s|$)")
_DELIMITERS = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_PROSE = re.compile(
    r"[^\s\-+*_=>#~`|:\d\\$]|\*{1,3}[^\s*]|_{1,3}[^\s_]|`{1,2}[^`]|\d{1,9}[^\d.)]|\\[^\[]|\$[^$]"
)
_UNDECIDED = re.compile(
    r"\s*(?:[-=*_+>#|:\s]*|[>\s]*\d{1,9}[.)]?|[>\s]*(?:[-+*]\s+)?(?:`{1,2}|`{3}[^`]*|~+|~{3}.*)"
    r"|\$\$?|\\\[?)\s*$"
)


@dataclass(frozen=True, slots=True)
class Fence:
    """How a fenced code block began. `indent` in columns is taken from its lines as well."""

    mark: str
    length: int
    indent: int
    language: str = ""

    def is_closed_by(self, text: str) -> bool:
        """Whether this line, without its container's marks, is the closing fence."""
        stripped = text.strip(" \t")
        return (
            len(stripped) >= self.length
            and not stripped.strip(self.mark)
            and indent_of(text) < CODE_INDENT
        )


@dataclass(frozen=True, slots=True)
class Marker:
    """A list item's mark. Items of one list have the same `kind`; `number` is 0 for bullets."""

    kind: str
    width: int
    number: int = 0


def indent_of(text: str, start: int = 0) -> int:
    """Return how many spaces stand at `start`; tabs are to be expanded before."""
    return len(text) - start - len(text[start:].lstrip(" "))


def is_heading(rest: str) -> bool:
    """Whether it is a heading by `#`."""
    return _HEADING.match(rest) is not None


def is_rule(rest: str) -> bool:
    """Whether it is a line across the page."""
    return rest[0] in "*-_" and _RULE.match(rest) is not None


def is_underline(rest: str) -> bool:
    """Whether it makes the paragraph above it a heading."""
    return rest[0] in "=-" and _UNDERLINE.match(rest) is not None


def fence_of(rest: str, indent: int) -> Fence | None:
    """Return the fence that this line opens; backticks may not stand in its info string."""
    if rest[:3] not in {"```", "~~~"} or (found := _FENCE.match(rest)) is None:
        return None
    mark = found[1] or found[3]
    words = (found[2] if found[1] else found[4]).split(maxsplit=1)
    return Fence(mark[0], len(mark), indent, words[0] if words else "")


def marker_of(rest: str) -> Marker | None:
    """Return the mark of the list item that begins here."""
    found = _MARKER.match(rest)
    if found is None:
        return None
    if found[1]:
        return Marker(found[1], 1)
    return Marker(found[3], len(found[0]), int(found[2]))


def is_delimiter_row(line: str) -> bool:
    """Whether it makes the line above it the head of a table."""
    return "|" in line and "-" in line and _DELIMITERS.match(line) is not None


def is_header_row(line: str) -> bool:
    """Whether it may stand above a delimiter row; indented so far it would be code."""
    return "|" in line and indent_of(line.expandtabs(CODE_INDENT)) < CODE_INDENT


def cell_count(row: str) -> int:
    """Return how many cells a table's row has; an escaped bar divides nothing."""
    inner = row.strip().replace("\\|", "")
    return inner.removeprefix("|").removesuffix("|").count("|") + 1


def is_prose(line: str) -> bool:
    """Whether the line is a paragraph's whatever follows: decided by its first characters."""
    return _PROSE.match(line) is not None


def is_undecided(line: str) -> bool:
    """Whether a line that still grows may yet become a mark, and is better not shown."""
    return _UNDECIDED.match(line) is not None
