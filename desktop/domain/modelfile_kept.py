"""What the parser of Modelfiles has kept of a word or a value so far."""

from desktop.domain.printable import is_printable

TRIPLE = '"""'


class KeptText:
    """Collects characters as Ollama's buffer does, and knows where spaces begin and end it.

    So a long value whose quote is open is not put together at every line's end.
    """

    def __init__(self) -> None:
        self._kept: list[str] = []
        self._first = self._behind = 0
        """Where the first character stands that is no space, and the last ends."""

    @property
    def text(self) -> str:
        return "".join(self._kept)

    def add(self, character: str) -> None:
        """Keep a character that is no space, unless it is one that Go does not print."""
        if not is_printable(character):
            return
        if not self._behind:
            self._first = len(self._kept)
        self._kept.append(character)
        self._behind = len(self._kept)

    def add_any(self, character: str) -> None:
        """Keep a space, a line's end, or a letter of a name."""
        self._kept.append(character)

    def add_run(self, run: str) -> None:
        """Keep characters all of which are printed, spaces and tabs among them."""
        start = len(self._kept)
        self._kept.extend(run)
        if run.isspace():
            return
        if not self._behind:
            self._first = start + len(run) - len(run.lstrip(" \t"))
        self._behind = start + len(run.rstrip(" \t"))

    def take(self) -> str:
        """Return what was kept, and begin anew."""
        text = self.text
        self._kept.clear()
        self._first = self._behind = 0
        return text

    def has_open_quote(self) -> bool:
        """Whether a quote was opened and no line can have ended it; cheap for a long value."""
        opening = "".join(self._kept[self._first : self._first + len(TRIPLE)])
        if not opening.startswith('"'):
            return False
        closing = TRIPLE if opening == TRIPLE else '"'
        if self._behind - self._first < 2 * len(closing):
            return True
        return "".join(self._kept[self._behind - len(closing) : self._behind]) != closing
