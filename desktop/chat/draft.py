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
        self.size = 0
        self.shift = 0
        """Columns that a renumbered item's further lines are moved by."""
        self._code: list[str] = []
        self._blanks: list[str] = []

    def add(self, line: str) -> None:
        """Take a line; for CODE with a fence, only the fence's own lines."""
        shifted = " " * self.shift + line if self.shift and line.strip() else line
        self.lines.append(shifted)
        self.size += len(shifted) + 1

    def add_code(self, line: str) -> None:
        """Take a line of code, fenced or indented."""
        self.add(line)
        if self.fence is not None:
            self._code.append(self._code_of(line))
        elif line.strip():
            self._code += [*self._blanks, self._code_of(line)]
            self._blanks.clear()
        else:
            self._blanks.append(self._code_of(line))

    def number_item(self, number: int, line: str) -> str:
        """Return an item's first line with the number it has in the whole list."""
        found = _NUMBER.match(line)
        self.shift = 0
        if found is None or int(found[2]) == number:
            return line
        digits = str(number).zfill(len(found[2]))
        self.shift = len(digits) - len(found[2])
        return f"{found[1]}{digits}{line[found.end() :]}"

    def closed(self, source: str, definitions: str) -> Block:
        """Return the finished block."""
        text = "\n".join(self._code)
        language = self.fence.language if self.fence else ""
        return Block(self.kind, source, text, language, True, definitions, self.continues)

    def source(self) -> str:
        """Return the lines without the blank ones around them."""
        while self.lines and not self.lines[-1].strip():
            self.lines.pop()
        return "\n".join(self.lines)

    def source_with(self, tail: str) -> str:
        """Return what the source would be if the text ended with this unfinished line."""
        shifted = " " * self.shift + tail if self.shift and tail.strip() else tail
        source = "\n".join([*self.lines, shifted])
        return source if self.fence is not None else source.rstrip()

    def code_with(self, tail: str) -> str:
        """Return the code so far with a part of its next line."""
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
