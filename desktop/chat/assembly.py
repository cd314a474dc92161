"""Puts lines together into blocks: the one that is open, and where it ends."""

from collections.abc import Sequence

from desktop.chat.block import BlockKind
from desktop.chat.closed_blocks import ClosedBlocks
from desktop.chat.draft import Draft
from desktop.chat.formula_block import FormulaLines, begins_formula
from desktop.chat.line_marks import cell_count, is_delimiter_row, is_header_row, marker_of
from desktop.chat.outline import Leaf, Outline, Step
from desktop.chat.prose import AHEAD, CutWindow

_LONG = 3000
"""Characters of a list, quote or paragraph after which it is cut at the next safe place."""
_LONG_TABLE = 6000
_SURE = 256
"""Characters of an unfinished line that is looked at before its end is there."""


class Assembly:
    """Takes whole lines, and of very long ones the beginning.

    `draft` and `formula` are what is open; at most one of them is there.
    """

    def __init__(self) -> None:
        self.closed = ClosedBlocks()
        self.draft: Draft | None = None
        self.formula: FormulaLines | None = None
        self._outline = Outline()
        self._window = CutWindow(_LONG)
        self._items = 0

    def finish(self) -> None:
        """Close what is open: no more lines come."""
        if self.formula is not None:
            self._take_back_formula(self.formula)
        self._close()

    def settle(self) -> None:
        """Close at once what is ended by the next line, which is plain text at the margin."""
        if self.formula is None and self._outline.ends_before_prose:
            self._close()

    def take(self, line: str, *, may_be_formula: bool = True) -> None:
        """Take the next line, without its line feed."""
        if self.formula is not None:
            self._take_formula(self.formula, line)
            return
        if self.draft is not None and self._becomes_table(self.draft, line):
            return
        was_between = self._outline.is_between_quoted
        step = self._outline.step(line)
        if may_be_formula and self._outline.is_in_paragraph and begins_formula(line):
            formula = FormulaLines(line)
            if not formula.is_broken:
                self._begin_formula(formula)
                return
        self._take_step(step, line, was_between=was_between)
        if self._outline.is_at_rest:
            self._close()

    @property
    def next_look(self) -> int | None:
        """How long an unfinished line of prose has to be for `cut_line`; None if nothing is cut."""
        if self.formula is not None or not self._outline.may_take_prose:
            return None
        above = self.draft.size if self.draft is not None else 0
        return max(_SURE, self._window.size - above)

    def cut_line(self, line: str) -> str:
        """Cut the paragraph that a long, unfinished line stands in; return what is left of it.

        It is looked at when it has reached certain lengths, with just so many
        characters, so that the cuts do not depend on how the text arrived.
        """
        while (look := self.next_look) is not None and len(line) >= look:
            lines = [*self.draft.lines, line] if self.draft is not None else [line]
            text = "\n".join(lines)
            seen = text[: len(text) - len(line) + look]
            cut = self._window.cut(seen, len(seen) - AHEAD)
            if cut:
                *above, line = self._cut_off(text, cut)
                self._outline.leaf = Leaf.PARAGRAPH
                self._go_on(*above)
        return line

    def _take_step(self, step: Step, line: str, *, was_between: bool) -> None:
        draft = self.draft
        if step is Step.BLANK:
            self._add_blank(line)
        elif step is Step.NEW or draft is None:
            self._begin(line)
        elif step is Step.ITEM:
            self._add_item(draft, line)
        elif draft.kind is BlockKind.CODE:
            is_fence = draft.fence is not None and self._outline.leaf is Leaf.NONE
            draft.add(line) if is_fence else draft.add_code(line)
        elif draft.kind is BlockKind.TABLE and draft.size > _LONG_TABLE:
            self._go_on(*draft.lines[:2], line, kind=BlockKind.TABLE)
        elif was_between and draft.size > _LONG and line.strip(" >"):
            self._go_on(line)
        else:
            draft.add(line)
            self._cut_paragraph(draft)

    def _add_blank(self, line: str) -> None:
        """A blank line within a list or code may turn out to be in it; elsewhere it is none's."""
        if self.draft is None or self._outline.is_at_rest:
            return
        if self.draft.kind is BlockKind.CODE:
            self.draft.add_code(line)
        else:
            self.draft.add(line)

    def _begin(self, line: str) -> None:
        self._close(keep_outline=True)
        leaf = Leaf.NONE if self._outline.containers else self._outline.leaf
        is_code = leaf in {Leaf.FENCE, Leaf.INDENTED}
        fence = self._outline.fence if leaf is Leaf.FENCE else None
        self.draft = Draft(BlockKind.CODE if is_code else BlockKind.TEXT, fence=fence)
        if leaf is Leaf.INDENTED:
            self.draft.add_code(line)
        else:
            self.draft.add(line)
        marker = marker_of(line.lstrip(" "))
        self._items = marker.number if marker is not None else 0

    def _add_item(self, draft: Draft, line: str) -> None:
        """Take the next item of a list; a long list is cut here, its numbers going on."""
        self._items += 1
        if draft.size > _LONG:
            self._go_on().add_numbered(line, self._items)
        else:
            draft.shift = 0
            draft.add(line)

    def _go_on(self, *lines: str, kind: BlockKind = BlockKind.TEXT) -> Draft:
        """Close what is open and begin a block that goes on from it."""
        self._close(keep_outline=True)
        self.draft = draft = Draft(kind, continues=True)
        for line in lines:
            draft.add(line)
        return draft

    def _becomes_table(self, draft: Draft, line: str) -> bool:
        """Whether this line makes the one above it a table's head; then it is one.

        GitHub lets a table follow a paragraph's lines without a blank one between.
        """
        if not self._outline.is_in_paragraph or not draft.lines or not is_delimiter_row(line):
            return False
        head = draft.lines[-1]
        if not is_header_row(head) or cell_count(head) != cell_count(line):
            return False
        draft.lines.pop()
        self._close(keep_outline=True)
        self.draft = Draft(BlockKind.TABLE)
        self.draft.add(head)
        self.draft.add(line)
        self._outline.leaf = Leaf.TABLE
        return True

    def _begin_formula(self, formula: FormulaLines) -> None:
        self._close()
        if formula.is_complete:
            self.closed.append(formula.closed())
        else:
            self.formula = formula

    def _take_formula(self, formula: FormulaLines, line: str) -> None:
        formula.take(line)
        if formula.is_complete:
            self.formula = None
            self.closed.append(formula.closed())
        elif formula.is_broken:
            self._take_back_formula(formula)

    def _take_back_formula(self, formula: FormulaLines) -> None:
        """What looked like a formula never closed: its lines are text."""
        self.formula = None
        for line in formula.lines:
            self.take(line, may_be_formula=False)

    def _cut_paragraph(self, draft: Draft) -> None:
        """Cut a paragraph of many lines, somewhere before its last line."""
        if not self._outline.is_in_paragraph or draft.size < self._window.size:
            return
        text = "\n".join(draft.lines)
        cut = self._window.cut(text, len(text) - len(draft.lines[-1]))
        if cut:
            self._go_on(*self._cut_off(text, cut))

    def _cut_off(self, text: str, cut: int) -> Sequence[str]:
        """Close a paragraph up to a place; return the lines that are left of it."""
        draft, self.draft = self.draft, None
        self.closed.append_text(text[:cut], continues=draft is not None and draft.continues)
        return text[cut:].split("\n")

    def _close(self, *, keep_outline: bool = False) -> None:
        """Close the block that is open, if there is one."""
        draft, self.draft = self.draft, None
        self._window.restart()
        if not keep_outline:
            self._outline.rest()
        if draft is None:
            return
        if draft.kind is BlockKind.TEXT:
            self.closed.append_text(draft.source(), continues=draft.continues)
        else:
            self.closed.append(draft.closed())
