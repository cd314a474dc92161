"""Cuts markdown into blocks while it arrives: what is closed, and the open tail.

A window then renders only the tail anew. The rules are CommonMark's and
GitHub's as far as they say where a top-level block ends; what is in a list or
a quote is for the renderer. Raw HTML is text here, as the renderer takes it.
"""

from collections.abc import Sequence

from desktop.chat.assembly import Assembly
from desktop.chat.block import Block, BlockKind
from desktop.chat.draft import Draft
from desktop.chat.formula_block import FormulaLines, begins_formula
from desktop.chat.line_marks import CODE_INDENT, indent_of, is_prose, is_undecided

__all__ = ["Block", "BlockKind", "Splitter", "split"]

_DECIDED = 256
"""Characters after which the beginning of a line decides nothing more."""


class Splitter:
    """Blocks of one text. Fed in whatever pieces, it gives the same closed blocks.

    `closed` is only appended to, but for link definitions that come late: they
    are attached to the blocks that refer to them, and `revised` grows. A piece
    costs what it is long, however much came before it.
    """

    def __init__(self) -> None:
        self._assembly = Assembly()
        self._pieces: list[str] = []
        self._tail: list[str] = []
        self._tail_size = 0
        self._tail_is_prose = False
        self._after_return = False

    @property
    def closed(self) -> Sequence[Block]:
        return self._assembly.closed.blocks

    @property
    def revised(self) -> int:
        return self._assembly.closed.revised

    @property
    def text(self) -> str:
        """All that was fed, unchanged."""
        self._pieces = ["".join(self._pieces)]
        return self._pieces[0]

    @property
    def open(self) -> Block | None:
        """The tail as it would look if the text ended here; None where nothing is to be seen yet.

        It is made when it is asked for, and costs what the tail is long. A mark
        that may yet become another one (a dash, the beginning of a fence) is left out.
        """
        tail = self._joined_tail()
        draft = self._assembly.draft
        if self._assembly.formula is not None:
            return self._assembly.formula.open(tail)
        if draft is None:
            return self._begun(tail)
        if draft.kind is BlockKind.CODE:
            return draft.open(tail)
        shown = "" if is_undecided(tail) else tail
        below = self._assembly.closed.definitions_below(draft.source_with(shown))
        return draft.open(shown, below)

    def feed(self, piece: str) -> None:
        """Take the next piece, cut off anywhere."""
        if not piece:
            return
        self._pieces.append(piece)
        if self._after_return and piece[0] == "\n":
            piece = piece[1:]
        self._after_return = piece.endswith("\r")
        if "\r" in piece:
            piece = piece.replace("\r\n", "\n").replace("\r", "\n")
        first, *others = piece.split("\n")
        self._grow_tail(first)
        for line in others:
            self._end_line()
            self._grow_tail(line)

    def finish(self) -> None:
        """Close what is open: the text is complete."""
        if self._tail_size:
            self._end_line()
        self._assembly.finish()

    def _joined_tail(self) -> str:
        self._tail = ["".join(self._tail)]
        return self._tail[0]

    def _grow_tail(self, piece: str) -> None:
        """Add to the line that is not finished; do what its beginning decides."""
        if not piece:
            return
        was_decided = self._tail_size >= _DECIDED
        self._tail.append(piece)
        self._tail_size += len(piece)
        if not was_decided:
            self._tail_is_prose = is_prose(self._joined_tail())
            if self._tail_is_prose:
                self._assembly.settle()
        look = self._assembly.next_look if self._tail_is_prose else None
        if look is not None and self._tail_size >= look:
            self._tail = [self._assembly.cut_line(self._joined_tail())]
            self._tail_size = len(self._tail[0])

    def _end_line(self) -> None:
        line = self._joined_tail()
        self._tail = []
        self._tail_size = 0
        self._assembly.take(line)

    def _begun(self, tail: str) -> Block | None:
        """Return the block that the unfinished line begins, as far as that can be told."""
        if is_undecided(tail):
            return None
        if begins_formula(tail):
            return FormulaLines(tail).open("")
        if indent_of(tail.expandtabs(CODE_INDENT)) >= CODE_INDENT:
            return Draft(BlockKind.CODE).open(tail)
        return Draft(BlockKind.TEXT).open(tail, self._assembly.closed.definitions_below(tail))


def split(text: str) -> tuple[Block, ...]:
    """Return the blocks of a whole text."""
    splitter = Splitter()
    splitter.feed(text)
    splitter.finish()
    return tuple(splitter.closed)
