"""The block that is being taken in, line by line."""

import re

from desktop.chat.block import Block, BlockKind
from desktop.chat.line_marks import CODE_INDENT, Fence, indent_of

_TAB = 4
_NUMBER = re.compile(r"( {0,3})(\d{1,9})(?=[.)](?:\s|$))")


class Draft:
    """Lines of one block. `size` is how many characters they have, line feeds included.

    What `text` shows of code only ever grows at its end, while the block is
    open: a line that may yet be the closing fence is held back, and so are
    empty lines below indented code.
    """

    def __init__(
        self, kind: BlockKind, *, fence: Fence | None = None, continues: bool = False
    ) -> None:
        self.kind = kind
        self.fence = fence
        self.continues = continues
        self.lines: list[str] = []
        """For CODE these may be joined; for all else they are single lines."""
        self.size = 0
        self.shift = 0
        """Columns that a renumbered item's further lines are moved by."""
        self._code: list[str] = []
        self._blanks: list[str] = []

    def add(self, line: str) -> None:
        """Take a line; of code only a fence itself."""
        shifted = self._shifted(line)
        self.lines.append(shifted)
        self.size += len(shifted) + 1

    def add_code(self, line: str) -> None:
        """Take a line of code, fenced or indented."""
        self.add(line)
        if self.fence is not None or line.strip():
            self._code += [*self._blanks, self._code_of(line)]
            self._blanks.clear()
        else:
            self._blanks.append(self._code_of(line))

    def add_numbered(self, line: str, number: int) -> None:
        """Take a list item's first line, and give it the number that it has in the whole list.

        Markdown lets a list be numbered 1, 1, 1. A longer number moves the item's text.
        """
        found = _NUMBER.match(line)
        if found is None or int(found[2]) == number:
            self.add(line)
            return
        digits = str(number).zfill(len(found[2]))
        self.add(f"{found[1]}{digits}{line[found.end() :]}")
        self.shift = len(digits) - len(found[2])

    def source(self) -> str:
        """Return the lines without the blank ones below them."""
        return _without_blank_end("\n".join(self.lines))

    def closed(self) -> Block:
        """Return the finished block."""
        text = "\n".join(self._code)
        language = self.fence.language if self.fence else ""
        return Block(self.kind, self.source(), text, language, continues=self.continues)

    def open(self, tail: str, definitions: str = "") -> Block:
        """Return what the block would be if the text ended with this unfinished line."""
        language = self.fence.language if self.fence else ""
        text = self._code_with(tail) if self.kind is BlockKind.CODE else ""
        source = self.source_with(tail)
        return Block(self.kind, source, text, language, False, definitions, self.continues)

    def source_with(self, tail: str) -> str:
        """Return the source with an unfinished line below."""
        if self.kind is BlockKind.CODE:
            self.lines = ["\n".join(self.lines)] if self.lines else []
        source = "\n".join([*self.lines, self._shifted(tail)])
        return source if self.kind is BlockKind.CODE else source.rstrip()

    def _code_with(self, tail: str) -> str:
        self._code = ["\n".join(self._code)] if self._code else []
        if not tail or self._is_held_back(tail):
            return "".join(self._code)
        return "\n".join([*self._code, *self._blanks, self._code_of(tail)])

    def _is_held_back(self, tail: str) -> bool:
        if self.fence is None:
            return not tail.strip() or indent_of(tail.expandtabs(_TAB)) < CODE_INDENT
        return not tail.strip().strip(self.fence.mark) and indent_of(tail) < CODE_INDENT

    def _code_of(self, line: str) -> str:
        if self.fence is not None:
            return line[min(self.fence.indent, indent_of(line)) :]
        margin = line[: len(line) - len(line.lstrip(" \t"))].expandtabs(_TAB)
        return margin[CODE_INDENT:] + line.lstrip(" \t")

    def _shifted(self, line: str) -> str:
        return " " * self.shift + line if self.shift and line.strip() else line


def _without_blank_end(source: str) -> str:
    """Without blank lines at the end; blanks at the end of the last line stay."""
    end = len(source.rstrip())
    feed = source.find("\n", end)
    return source if feed < 0 else source[:feed]
