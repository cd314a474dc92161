"""A formula that stands by itself: `$$…$$` or `\\[…\\]` on lines of its own."""

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

    @property
    def source(self) -> str:
        return "\n".join(self.lines)

    @property
    def latex(self) -> str:
        """The formula without its marks, as far as it has come."""
        return self._inner(self.source)

    def latex_with(self, tail: str) -> str:
        return self._inner(f"{self.source}\n{tail}" if self.lines else tail)

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
