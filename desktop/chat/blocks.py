"""Cuts markdown into blocks while it arrives: what is closed, and the open tail.

A window then renders only the tail anew. The rules are CommonMark's and
GitHub's as far as they say where a top-level block ends; what is in a list or
a quote is for the renderer. Raw HTML is text here, as the renderer takes it.
"""

from collections.abc import Sequence
from dataclasses import replace

from desktop.chat.block import Block, BlockKind
from desktop.chat.definitions import Definitions, leading_definitions, nested_definitions
from desktop.chat.draft import Draft
from desktop.chat.formula_block import FormulaLines, begins_formula
from desktop.chat.line_marks import (
    CODE_INDENT,
    cell_count,
    indent_of,
    is_delimiter_row,
    is_prose,
    is_undecided,
    marker_of,
)
from desktop.chat.outline import Leaf, Outline, Step
from desktop.chat.prose import last_cut

__all__ = ["Block", "BlockKind", "Splitter", "split"]

_LONG = 3000
"""Characters of a list, quote or paragraph after which it is cut at the next safe place."""
_LONG_TABLE = 6000
_SURE = 256
"""Characters of an unfinished line that is looked at before its end is there."""


class Splitter:
    """Blocks of one text. Fed in whatever pieces, it gives the same closed blocks.

    `closed` is only appended to, but for link definitions that come late: they
    are attached to the blocks that refer to them, and `revised` grows.
    """

    def __init__(self) -> None:
        self.revised = 0
        self._closed: list[Block] = []
        self._pieces: list[str] = []
        self._tail: list[str] = []
        self._tail_size = 0
        self._tail_is_prose = False
        self._after_return = False
        self._outline = Outline()
        self._draft: Draft | None = None
        self._formula: FormulaLines | None = None
        self._definitions = Definitions()
        self._items = 0
        self._window = _LONG

    @property
    def closed(self) -> Sequence[Block]:
        return self._closed

    @property
    def text(self) -> str:
        """All that was fed, unchanged."""
        self._pieces = ["".join(self._pieces)]
        return self._pieces[0]

    @property
    def open(self) -> Block | None:
        """The tail as it would look if the text ended here; None where nothing is to be seen yet.

        It is made when it is asked for, and costs what the tail is long.
        """
        tail = self._joined_tail()
        if self._formula is not None:
            latex = self._formula.latex_with(tail)
            return Block(BlockKind.MATH, f"{self._formula.source}\n{tail}", latex, is_closed=False)
        if self._draft is None:
            return self._begun(tail)
        draft = self._draft
        shown = tail if draft.kind is BlockKind.CODE or not is_undecided(tail) else ""
        source = draft.source_with(shown)
        language = draft.fence.language if draft.fence else ""
        if draft.kind is BlockKind.CODE:
            text = draft.code_with(tail)
            return Block(draft.kind, source, text, language, False, "", draft.continues)
        definitions = self._definitions.below(source)
        return Block(draft.kind, source, "", "", False, definitions, draft.continues)

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
        if self._formula is not None:
            self._take_back_formula()
        self._close()

    def _joined_tail(self) -> str:
        self._tail = ["".join(self._tail)]
        return self._tail[0]

    def _grow_tail(self, piece: str) -> None:
        """Add to the line that is not finished; decide what its beginning decides."""
        if not piece:
            return
        was_short = self._tail_size < _SURE
        self._tail.append(piece)
        self._tail_size += len(piece)
        if was_short:
            self._tail_is_prose = is_prose(self._joined_tail())
            if self._tail_is_prose and self._formula is None and self._outline.ends_before_prose:
                self._close()
        self._cut_long_line()

    def _end_line(self) -> None:
        line = self._joined_tail()
        self._tail = []
        self._tail_size = 0
        self._take(line)

    def _take(self, line: str, *, may_be_formula: bool = True) -> None:
        if self._formula is not None:
            self._take_formula(self._formula, line)
            return
        if self._draft is not None and self._becomes_table(self._draft, line):
            return
        was_between = self._is_between_quoted
        step = self._outline.step(line)
        is_paragraph = self._outline.leaf is Leaf.PARAGRAPH and not self._outline.containers
        if may_be_formula and is_paragraph and begins_formula(line):
            formula = FormulaLines(line)
            if not formula.is_broken:
                self._begin_formula(formula)
                return
        self._take_step(step, line, was_between=was_between)
        if self._outline.is_at_rest:
            self._close()

    def _take_step(self, step: Step, line: str, *, was_between: bool) -> None:
        if step is Step.BLANK:
            self._add_blank(line)
        elif step is Step.NEW or self._draft is None:
            self._begin(line)
        elif step is Step.ITEM:
            self._add_item(self._draft, line)
        elif was_between and self._draft.size > _LONG and line.strip(" >"):
            self._go_on(line)
        else:
            self._add(self._draft, line)

    def _add_blank(self, line: str) -> None:
        """A blank line within a list or code may turn out to be in it; elsewhere it is none's."""
        if self._draft is None or self._outline.is_at_rest:
            return
        if self._draft.kind is BlockKind.CODE:
            self._draft.add_code(line)
        else:
            self._draft.add(line)

    def _begin(self, line: str) -> None:
        self._close(keep_outline=True)
        leaf = Leaf.NONE if self._outline.containers else self._outline.leaf
        if leaf is Leaf.FENCE:
            self._draft = Draft(BlockKind.CODE, fence=self._outline.fence)
            self._draft.add(line)
        elif leaf is Leaf.INDENTED:
            self._draft = Draft(BlockKind.CODE)
            self._draft.add_code(line)
        else:
            self._draft = Draft(BlockKind.TEXT)
            self._draft.add(line)
        marker = marker_of(line.lstrip(" "))
        self._items = marker.number if marker is not None else 0

    def _add(self, draft: Draft, line: str) -> None:
        if draft.kind is BlockKind.CODE:
            is_fence = draft.fence is not None and self._outline.leaf is Leaf.NONE
            draft.add(line) if is_fence else draft.add_code(line)
            return
        if draft.kind is BlockKind.TABLE and draft.size > _LONG_TABLE:
            draft = self._go_on(draft.lines[0], draft.lines[1], kind=BlockKind.TABLE)
        draft.add(line)
        if not self._outline.containers and self._outline.leaf is Leaf.PARAGRAPH:
            self._cut_paragraph(draft)

    def _add_item(self, draft: Draft, line: str) -> None:
        """Take the next item of a list; a long list is cut here, its numbers going on."""
        self._items += 1
        draft.shift = 0
        if draft.size <= _LONG:
            draft.add(line)
            return
        draft = self._go_on()
        numbered = draft.number_item(self._items, line)
        shift, draft.shift = draft.shift, 0
        draft.add(numbered)
        draft.shift = shift

    def _go_on(self, *lines: str, kind: BlockKind = BlockKind.TEXT) -> Draft:
        """Close what is open and begin a block that goes on from it."""
        self._close(keep_outline=True)
        self._draft = draft = Draft(kind, continues=True)
        for line in lines:
            draft.add(line)
        return draft

    @property
    def _is_between_quoted(self) -> bool:
        """Whether the last line was an empty one within a top-level quote, and nothing is open."""
        containers = self._outline.containers
        return len(containers) == 1 and containers[0].is_quote and self._outline.leaf is Leaf.NONE

    def _becomes_table(self, draft: Draft, line: str) -> bool:
        """Whether this line makes the one above it a table's head; then it is one.

        GitHub lets a table follow a paragraph's lines without a blank one between.
        """
        if self._outline.containers or self._outline.leaf is not Leaf.PARAGRAPH:
            return False
        head = draft.lines[-1] if draft.lines else ""
        if "|" not in head or not is_delimiter_row(line) or cell_count(head) != cell_count(line):
            return False
        if len(draft.lines) > 1:
            draft.lines.pop()
            self._close(keep_outline=True)
        self._draft = Draft(BlockKind.TABLE)
        self._draft.add(head)
        self._draft.add(line)
        self._outline.leaf = Leaf.TABLE
        return True

    def _begin_formula(self, formula: FormulaLines) -> None:
        self._close()
        self._formula = formula
        if formula.is_complete:
            self._end_formula(formula)

    def _take_formula(self, formula: FormulaLines, line: str) -> None:
        formula.take(line)
        if formula.is_complete:
            self._end_formula(formula)
        elif formula.is_broken:
            self._take_back_formula()

    def _end_formula(self, formula: FormulaLines) -> None:
        self._formula = None
        self._append(Block(BlockKind.MATH, formula.source, formula.latex))

    def _take_back_formula(self) -> None:
        """What looked like a formula never closed: its lines are text."""
        lines = self._formula.lines if self._formula is not None else []
        self._formula = None
        for line in lines:
            self._take(line, may_be_formula=False)

    def _begun(self, tail: str) -> Block | None:
        """Return the block that the unfinished line begins, as far as that can be told."""
        if is_undecided(tail):
            return None
        if begins_formula(tail):
            return Block(BlockKind.MATH, tail, FormulaLines(tail).latex, is_closed=False)
        if indent_of(tail.expandtabs(CODE_INDENT)) >= CODE_INDENT:
            code = Draft(BlockKind.CODE).code_with(tail)
            return Block(BlockKind.CODE, tail, code, is_closed=False)
        below = self._definitions.below(tail)
        return Block(BlockKind.TEXT, tail, is_closed=False, definitions=below)

    def _cut_paragraph(self, draft: Draft) -> None:
        """Cut a paragraph of many lines, somewhere before its last line."""
        if draft.size < self._window:
            return
        text = "\n".join(draft.lines)
        cut = last_cut(text, len(text) - len(draft.lines[-1]))
        if cut:
            self._emit_text(text[:cut], continues=draft.continues)
            self._go_on_after(text[cut:].split("\n"))
        else:
            self._window *= 2

    def _cut_long_line(self) -> None:
        """Cut the paragraph that an unfinished, very long line stands in, at a sentence's end.

        It is looked at when it has reached certain lengths, with just so many
        characters, so that the cuts do not depend on how the text arrived.
        """
        while self._is_long_prose:
            above = "\n".join([*self._draft.lines, ""]) if self._draft is not None else ""
            line = self._joined_tail()
            seen = above + line[: max(_SURE, self._window - len(above))]
            cut = last_cut(seen, len(seen) - 1)
            if not cut:
                self._window *= 2
                continue
            self._emit_text(seen[:cut], continues=bool(self._draft and self._draft.continues))
            rest = (above + line)[cut:].split("\n")
            self._outline.leaf = Leaf.PARAGRAPH
            self._go_on_after(rest[:-1])
            self._tail = [rest[-1]]
            self._tail_size = len(rest[-1])

    @property
    def _is_long_prose(self) -> bool:
        if not self._tail_is_prose or self._formula is not None or self._outline.containers:
            return False
        if self._outline.leaf not in {Leaf.PARAGRAPH, Leaf.NONE}:
            return False
        above = self._draft.size if self._draft is not None else 0
        return self._tail_size >= max(_SURE, self._window - above)

    def _go_on_after(self, lines: Sequence[str]) -> None:
        self._window = _LONG
        self._draft = draft = Draft(BlockKind.TEXT, continues=True)
        for line in lines:
            draft.add(line)

    def _close(self, *, keep_outline: bool = False) -> None:
        """Close the block that is open, if there is one."""
        draft, self._draft = self._draft, None
        self._window = _LONG
        if not keep_outline:
            self._outline.rest()
        if draft is None:
            return
        if draft.kind is BlockKind.TEXT:
            self._emit_text(draft.source(), continues=draft.continues)
        else:
            self._append(draft.closed(draft.source(), ""))

    def _emit_text(self, source: str, *, continues: bool) -> None:
        """Close a TEXT block without the definitions it begins with; they are not to be seen."""
        found, left = leading_definitions(source)
        for key, text in nested_definitions(left).items():
            found.setdefault(key, text)
        self._define(found)
        if left.strip():
            self._append(Block(BlockKind.TEXT, left.strip("\n").rstrip(), continues=continues))

    def _append(self, block: Block) -> None:
        if block.kind in {BlockKind.TEXT, BlockKind.TABLE}:
            definitions = self._definitions.expect(len(self._closed), block.source)
            block = replace(block, definitions=definitions)
        self._closed.append(block)

    def _define(self, found: dict[str, str]) -> None:
        for number, definitions in self._definitions.add(found).items():
            self._closed[number] = replace(self._closed[number], definitions=definitions)
            self.revised += 1


def split(text: str) -> tuple[Block, ...]:
    """Return the blocks of a whole text."""
    splitter = Splitter()
    splitter.feed(text)
    splitter.finish()
    return tuple(splitter.closed)
