"""One row: what it shows, and its widget while it is near the eye."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from desktop.chat.blocks import Block, BlockKind
from desktop.domain.conversation import EntryId
from desktop.ui.chat.transcript.content import Content, Key, Part, Prose
from desktop.ui.chat.transcript.measure import Measure

_GAPS = {
    Part.HEADING: 10,
    Part.PICTURES: 14,
    Part.FILES: 6,
    Part.OWN: 14,
    Part.FOLD: 2,
    Part.THOUGHT: 4,
    Part.SAID: 10,
    Part.TREE: 10,
    Part.ENDED: 10,
    Part.FAILED: 10,
    Part.FORGOTTEN: 10,
    Part.COSTS: 8,
    Part.BAR: 2,
    Part.WAITING: 10,
    Part.TOO_LONG: 14,
}

NOWHERE: tuple[int, int, int, int] = (0, 0, 0, 0)


class RowView(QWidget):
    """The widget of a row. It is given its content, and says how high it is."""

    grew = Signal()
    """Its height changed by itself."""

    def show_content(self, content: Content) -> None:
        """Show that; it is of the kind that the view was made for."""

    def renew(self) -> None:
        """Forget what belonged to the row that it was the widget of."""

    def height_for(self, width: int) -> int:
        """Return how high it is in that width, in pixels."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            return max(self.minimumHeight(), layout.totalHeightForWidth(width))
        return max(self.minimumHeight(), self.sizeHint().height())


MakeView: TypeAlias = Callable[[Content], RowView]


class Row:
    """A row in its message; `gap` is the room above it, which counts to its height."""

    __slots__ = ("content", "entry_id", "gap", "is_stale", "key", "measured", "place", "view")

    def __init__(self, entry_id: EntryId, key: Key, content: Content, measure: Measure) -> None:
        self.entry_id = entry_id
        self.key = key
        self.content = content
        self.gap = _gap(key, content, measure.k)
        self.view: RowView | None = None
        self.is_stale = True
        """Whether the view shows something older than `content`."""
        self.measured = 0
        """In which width the view was asked for its height; 0 if it has to be asked."""
        self.place = NOWHERE
        """Where the view stands in the viewport: left, top, width, height."""

    @property
    def box(self) -> QRect:
        """Where the view stands in the viewport; null before it was put anywhere."""
        return QRect(*self.place)

    def show(self, content: Content) -> bool:
        """Take other content, and return whether it is other."""
        if content == self.content:
            return False
        self.content = content
        self.is_stale = True
        return True

    def estimate(self, measure: Measure) -> int:
        return self.gap + measure.row(self.content)


def _gap(key: Key, content: Content, k: float) -> int:
    part, number = key
    if number and part in (Part.OWN, Part.THOUGHT):
        return 0
    if isinstance(content, Prose) and content.block.continues:
        return round(3 * k)
    if isinstance(content, Prose) and number and _is_heading(content.block):
        return round(16 * k)
    return round(_GAPS[part] * k)


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.TEXT and block.source.startswith("#")
