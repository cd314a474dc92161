"""A formula that stands by itself: `$$…$$` or `\\[…\\]` on lines of its own."""

from desktop.chat.block import Block, BlockKind

_OPENERS = {"$$": "$$", "\\[": "\\]"}
_LONGEST = 4000
"""In characters. What is longer is no formula, and is taken as the text it is."""


class FormulaLines:
    """The lines of a formula that is not closed yet."""

    def __init__(self, line: str) -> None:
        self.lines: list[str] = []
        self.is_broken = False
        self.is_complete = False
        self._closer = _OPENERS[line.lstrip(" ")[:2]]
        self._size = 0
        self.take(line)

    def closed(self) -> Block:
        """Return the finished block."""
        source = "\n".join(self.lines)
        return Block(BlockKind.MATH, source, self._inner(source))

    def open(self, tail: str) -> Block:
        """Return what has come of it, with a part of its next line."""
        source = "\n".join([*self.lines, tail] if tail else self.lines)
        return Block(BlockKind.MATH, source, self._inner(source), is_closed=False)

    def take(self, line: str) -> None:
        """Take a line. An empty one ends a paragraph, and with it what was no formula."""
        is_first = not self.lines
        self.lines.append(line)
        self._size += len(line) + 1
        text = line.strip()
        inner = text[2:] if is_first else text
        before, closer, after = inner.partition(self._closer)
        self.is_complete = bool(closer) and not after and bool(before.strip() or not is_first)
        self.is_broken = not self.is_complete and (
            bool(closer) or not text or self._size > _LONGEST
        )

    def _inner(self, source: str) -> str:
        inner = source.strip()[2:]
        if self._closer[0] == "$":
            return inner.rstrip("$").strip()
        return inner.removesuffix("\\]").strip()


def begins_formula(line: str) -> bool:
    """Whether a line begins like a formula by itself."""
    margin = len(line) - len(line.lstrip(" "))
    return margin < 4 and line[margin : margin + 2] in _OPENERS
