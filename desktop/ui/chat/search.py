"""Where words were found in all conversations, as a list in place of theirs."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextOption
from typing_extensions import override

from desktop.domain.conversation import Hit
from desktop.domain.text import visible
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.rows import Line, RowDelegate, RowPainter
from desktop.ui.chat.times import time_words
from desktop.ui.jobs.keyed import ROOT, Index
from desktop.ui.widgets.side_list import SideList
from desktop.ui.widgets.tips import plain_tip

_BREAKS = str.maketrans(dict.fromkeys("\n\r\t", " "))
_LINES = 2
_ROOM = 15


class HitList(QAbstractListModel):
    """The hits of the latest search, newest first."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show these in place of those before."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def hit(self, index: Index) -> Hit | None:
        """Return the hit in that row."""
        is_row = index.isValid() and index.row() < len(self._hits)
        return self._hits[index.row()] if is_row else None

    def time_of(self, hit: Hit) -> str:
        """Return the time at the right of its row."""
        return time_words(hit.conversation.updated.astimezone(), self._now())

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._hits)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hit(index)
        if hit is None:
            return None
        title = visible(hit.conversation.title)
        excerpt = visible(hit.excerpt.translate(_BREAKS))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{title}\n{excerpt}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return joining.phrases((title, self.time_of(hit), excerpt))
            case _:
                return None


class HitDelegate(RowDelegate):
    """Title and time, then two lines of the text with the words that were looked for."""

    def __init__(self, theme: Theme, view: SideList, hits: HitList) -> None:
        super().__init__(theme, view)
        self._hits = hits

    @override
    def height(self, index: QModelIndex | QPersistentModelIndex) -> int:
        metrics = self._theme.metrics
        lines = _LINES * metrics("small").height()
        return metrics("medium").height() + lines + self._theme.px(_ROOM)

    @override
    def lines(self, index: QModelIndex | QPersistentModelIndex, row: RowPainter) -> None:
        hit = self._hits.hit(index)
        if hit is None:
            return
        row.skip(7)
        title = Line(visible(hit.conversation.title), "medium", "text")
        row.line(title, Line(self._hits.time_of(hit), "small"))
        row.lay_out(self._excerpt(hit), _LINES)

    def _excerpt(self, hit: Hit) -> QTextLayout:
        """Return the excerpt with its marks; both are worked out of the text as it is seen."""
        plain, marked = self._format(is_marked=False), self._format(is_marked=True)
        text, ranges = "", list[QTextLayout.FormatRange]()
        for piece, is_marked in marked_pieces(hit):
            found = QTextLayout.FormatRange()
            found.start = _units(text)
            found.length = _units(piece)
            found.format = marked if is_marked else plain
            ranges.append(found)
            text += piece
        layout = QTextLayout(text, self._theme.font("small"))
        layout.setFormats(ranges)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        return layout

    def _format(self, *, is_marked: bool) -> QTextCharFormat:
        found = QTextCharFormat()
        found.setForeground(self._theme.color("text" if is_marked else "muted"))
        if is_marked:
            found.setFontWeight(self._theme.font("strong").weight())
        return found


def marked_pieces(hit: Hit) -> list[tuple[str, bool]]:
    """Return the excerpt in pieces made visible, each with whether it was looked for."""
    text = hit.excerpt.translate(_BREAKS)
    pieces, end = list[tuple[str, bool]](), 0
    for start, length in sorted(hit.marks):
        begin = max(start, end)
        if begin >= start + length:
            continue
        pieces.append((visible(text[end:begin]), False))
        end = start + length
        pieces.append((visible(text[begin:end]), True))
    pieces.append((visible(text[end:]), False))
    return [(piece, is_marked) for piece, is_marked in pieces if piece]


def found_words(hit: Hit) -> str:
    """Return the words of the excerpt that were looked for, each once."""
    words = (hit.excerpt[start : start + length] for start, length in hit.marks)
    return " ".join(dict.fromkeys(words))


def _units(text: str) -> int:
    """Return a text's length as Qt counts it, in units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2
