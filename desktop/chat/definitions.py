"""Link reference definitions: `[label]: address "title"`, wherever in an answer they stand."""

import re
from collections.abc import Iterator, Mapping

_LABEL = r"\[((?:[^\[\]\\]|\\.){1,999})\]"
_TITLE = r"\"(?:[^\"\\]|\\.){0,999}\"|'(?:[^'\\]|\\.){0,999}'|\((?:[^()\\]|\\.){0,999}\)"
_DEFINITION = re.compile(
    rf" {{0,3}}{_LABEL}:[ \t]*\n?[ \t]*(?:<[^<>\n]*>|[^\s<]\S*)"
    rf"(?:(?:[ \t]+|[ \t]*\n[ \t]*)(?:{_TITLE}))?[ \t]*(?:\n|$)",
    re.DOTALL,
)
_MENTION = re.compile(_LABEL, re.DOTALL)
_MARKS = re.compile(r" {0,3}(?:>|(?:[-+*]|\d{1,9}[.)])(?:\s|$))")
_CONTAINER = re.compile(r"[ \t>]*((?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$))?[ \t>]*")
_MOST_IN_A_BLOCK = 200


def key_of(label: str) -> str:
    """Return what two labels have in common if they are the same (CommonMark 4.7)."""
    return " ".join(label.split()).casefold()


def leading_definitions(paragraph: str) -> tuple[dict[str, str], str]:
    """Return the definitions that a paragraph begins with, by key, and what is left of it.

    Of two with one label the first counts.
    """
    found: dict[str, str] = {}
    at = 0
    while (match := _DEFINITION.match(paragraph, at)) is not None and match[1].strip():
        found.setdefault(key_of(match[1]), match[0].strip())
        at = match.end()
    return found, paragraph[at:]


def nested_definitions(source: str) -> dict[str, str]:
    """Return the one-line definitions within lists and quotes: they too hold everywhere.

    A definition begins a paragraph, so that nothing but marks stands above it.
    """
    found: dict[str, str] = {}
    if "]:" not in source or _MARKS.match(source) is None:
        return found
    may_begin = True
    for line in source.split("\n"):
        marks = _CONTAINER.match(line)
        inner = line[marks.end() :] if marks is not None else line
        may_begin = may_begin or (marks is not None and marks[1] is not None)
        defined = leading_definitions(inner)[0] if may_begin and inner.startswith("[") else {}
        found = defined | found
        may_begin = not inner.strip() or bool(defined)
    return found


def mentions(source: str) -> Iterator[str]:
    """Yield the keys of what may be a reference in this text, each once, the first 200."""
    if "]" not in source:
        return
    seen: set[str] = set()
    for match in _MENTION.finditer(source):
        key = key_of(match[1])
        if key and key not in seen:
            seen.add(key)
            yield key
        if len(seen) == _MOST_IN_A_BLOCK:
            return


class Definitions:
    """All definitions of one text, and which blocks wait for one that has not come yet."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._mentions: list[tuple[str, ...]] = []
        self._waiting: dict[str, list[int]] = {}

    def below(self, source: str) -> str:
        """Return the definitions that this source refers to, as lines of markdown."""
        return self._written(mentions(source))

    def expect(self, number: int, source: str) -> str:
        """Remember block `number`, which is closed, and return the definitions it refers to."""
        keys = tuple(mentions(source))
        self._mentions.extend([()] * (number + 1 - len(self._mentions)))
        self._mentions[number] = keys
        for key in keys:
            if key not in self._texts:
                self._waiting.setdefault(key, []).append(number)
        return self._written(keys)

    def add(self, found: Mapping[str, str]) -> dict[int, str]:
        """Take new definitions; return the closed blocks that refer to them, with all of theirs."""
        numbers: set[int] = set()
        for key, text in found.items():
            if key not in self._texts:
                self._texts[key] = text
                numbers.update(self._waiting.pop(key, ()))
        return {number: self._written(self._mentions[number]) for number in sorted(numbers)}

    def _written(self, keys: Iterator[str] | tuple[str, ...]) -> str:
        return "\n".join(self._texts[key] for key in keys if key in self._texts)
