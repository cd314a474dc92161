"""Which block of a markdown text a line belongs to: CommonMark's containers, line by line."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.chat.line_marks import (
    CODE_INDENT,
    Fence,
    fence_of,
    indent_of,
    is_heading,
    is_rule,
    is_underline,
    marker_of,
)

_DEEPEST = 64
"""Containers within each other; deeper marks are text, so that no line costs more than this."""
_TAB = 4
_NEVER = 1 << 30
"""Columns that no line is indented by."""


class Leaf(Enum):
    """What the innermost container is in the midst of."""

    NONE = auto()
    PARAGRAPH = auto()
    FENCE = auto()
    INDENTED = auto()
    TABLE = auto()
    """Set from outside: a table is known only by its second line."""


class Step(Enum):
    """What a line is to the top-level block that is open."""

    BLANK = auto()
    SAME = auto()
    ITEM = auto()
    """The next item of the same top-level list."""
    NEW = auto()


@dataclass(slots=True)
class Container:
    """A quote, or a list item whose lines are indented by `content` columns at least."""

    marker: str
    content: int = 0
    is_empty: bool = False

    @property
    def is_quote(self) -> bool:
        return self.marker == ">"


@dataclass(slots=True)
class _Start:
    """What a line begins: containers, outermost first, and a leaf within."""

    containers: list[Container]
    leaf: Leaf
    is_underline: bool = False

    @property
    def is_text(self) -> bool:
        return not self.containers and self.leaf is Leaf.PARAGRAPH


class Outline:
    """The containers that are open, the innermost last, and the leaf in them."""

    def __init__(self) -> None:
        self.containers: list[Container] = []
        self.leaf = Leaf.NONE
        self.fence: Fence | None = None

    @property
    def is_at_rest(self) -> bool:
        """Whether no block is open."""
        return not self.containers and self.leaf is Leaf.NONE

    @property
    def is_in_paragraph(self) -> bool:
        """Whether a top-level paragraph is open."""
        return not self.containers and self.leaf is Leaf.PARAGRAPH

    @property
    def may_take_prose(self) -> bool:
        """Whether plain text at the margin begins or continues a top-level paragraph."""
        return not self.containers and self.leaf in {Leaf.PARAGRAPH, Leaf.NONE}

    @property
    def is_between_quoted(self) -> bool:
        """Whether a top-level quote is open, and nothing in it."""
        is_alone = len(self.containers) == 1 and self.leaf is Leaf.NONE
        return is_alone and self.containers[0].is_quote

    @property
    def ends_before_prose(self) -> bool:
        """Whether a line that is plain text at the margin ends the block that is open."""
        if self.containers:
            return self.leaf is not Leaf.PARAGRAPH
        return self.leaf is Leaf.INDENTED

    def rest(self) -> None:
        """Forget the block that was open."""
        self.containers = []
        self.leaf = Leaf.NONE
        self.fence = None

    def step(self, line: str) -> Step:
        """Take the next whole line, without its line feed."""
        text = line.expandtabs(_TAB) if "\t" in line else line
        at, matched = self._match(text)
        is_inside = matched == len(self.containers)
        rest = text[at:]
        if is_inside and self.leaf is Leaf.FENCE and self.fence is not None:
            if self.fence.is_closed_by(rest):
                self.leaf = Leaf.NONE
            return Step.SAME
        if not rest.strip():
            self._take_blank(matched)
            return Step.BLANK
        return self._take_text(text, at, matched)

    def _match(self, text: str) -> tuple[int, int]:
        """Return where the open containers' marks end in this line, and how many it has."""
        at = 0
        for number, container in enumerate(self.containers):
            indent = indent_of(text, at)
            is_blank = at + indent == len(text)
            if container.is_quote:
                if indent >= CODE_INDENT or not text.startswith(">", at + indent):
                    return at, number
                at = _after_quote(text, at + indent)
            elif is_blank:
                if container.is_empty:
                    return at, number
            elif indent >= container.content:
                container.is_empty = False
                at += container.content
            else:
                return at, number
        return at, len(self.containers)

    def _take_blank(self, matched: int) -> None:
        is_inside = matched == len(self.containers)
        if not matched and self.containers and not self.containers[0].is_quote:
            # An item that begins with two blank lines is over, yet its list is not.
            self.containers = [Container(self.containers[0].marker, _NEVER, is_empty=True)]
        else:
            del self.containers[matched:]
        if self.leaf is not Leaf.INDENTED or not is_inside:
            self.leaf = Leaf.NONE

    def _take_text(self, text: str, at: int, matched: int) -> Step:
        is_inside = matched == len(self.containers)
        start = self._read_start(text, at, is_inside, matched)
        if start.is_text and (
            self.leaf is Leaf.PARAGRAPH or (self.leaf is Leaf.TABLE and is_inside)
        ):
            return Step.SAME
        step = self._step_of(start, matched)
        self.containers = self.containers[:matched] + start.containers
        self.leaf = start.leaf
        return step

    def _step_of(self, start: _Start, matched: int) -> Step:
        if matched or start.is_underline:
            return Step.SAME
        if not self.containers:
            is_code = not start.containers and start.leaf is self.leaf is Leaf.INDENTED
            return Step.SAME if is_code else Step.NEW
        first = self.containers[0]
        if start.containers and not first.is_quote and start.containers[0].marker == first.marker:
            return Step.ITEM
        return Step.NEW

    def _read_start(self, text: str, at: int, is_inside: bool, matched: int) -> _Start:
        """Return what the rest of a line that is not blank begins."""
        opened: list[Container] = []
        while True:
            indent = indent_of(text, at)
            rest = text[at + indent :]
            if not rest:
                return _Start(opened, Leaf.NONE)
            if indent >= CODE_INDENT:
                is_code = opened or self.leaf is not Leaf.PARAGRAPH
                return _Start(opened, Leaf.INDENTED if is_code else Leaf.PARAGRAPH)
            may_underline = is_inside and not opened and self.leaf is Leaf.PARAGRAPH
            if may_underline and is_underline(rest):
                return _Start(opened, Leaf.NONE, is_underline=True)
            if (leaf := self._leaf_of(rest, indent)) is not None:
                return _Start(opened, leaf)
            container = _container_of(rest, indent, interrupts=may_underline)
            if container is None or matched + len(opened) >= _DEEPEST:
                return _Start(opened, Leaf.PARAGRAPH)
            opened.append(container)
            is_quote = container.is_quote
            at = _after_quote(text, at + indent) if is_quote else at + container.content

    def _leaf_of(self, rest: str, indent: int) -> Leaf | None:
        """Return the leaf that these marks begin; a heading or a rule is over with its line."""
        fence = fence_of(rest, indent)
        if fence is not None:
            self.fence = fence
            return Leaf.FENCE
        return Leaf.NONE if is_heading(rest) or is_rule(rest) else None


def _after_quote(text: str, mark: int) -> int:
    return mark + 2 if text.startswith(" ", mark + 1) else mark + 1


def _container_of(rest: str, indent: int, *, interrupts: bool) -> Container | None:
    """Return the quote or item that begins here.

    An item that would interrupt a paragraph must have text, and 1 if it has a
    number (CommonMark 5.2), so that a year at a line's beginning makes no list.
    """
    if rest[0] == ">":
        return Container(">")
    marker = marker_of(rest)
    if marker is None:
        return None
    after = rest[marker.width :]
    spaces = indent_of(after)
    is_empty = spaces == len(after)
    if interrupts and (is_empty or marker.number > 1 or rest[0] == "0"):
        return None
    if is_empty or spaces > CODE_INDENT:
        spaces = 1
    return Container(marker.kind, indent + marker.width + spaces, is_empty)
