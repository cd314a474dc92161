"""Paints the palette's rows: a heading, or icon, words with what was typed in bold, and keys."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.palette.entry import Entry
from desktop.ui.palette.finding import Found
from desktop.ui.widgets.headed_list import ROW_ROLE, Index
from desktop.ui.widgets.paint import paint_ground, paint_icon, paint_ring, paint_words

_EDGE, _INSET, _TEXT = 8, 9, 35
_PADDING, _HEADING = 15, 10
_GAP = 10


class PaletteDelegate(QStyledItemDelegate):
    """`has_ring` where the list itself has the keyboard, and not a field above it."""

    def __init__(self, theme: Theme, view: QListView, *, has_ring: bool = False) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._has_ring = has_ring

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_heading = isinstance(index.data(ROW_ROLE), str)
        metrics = self._theme.metrics("small" if is_heading else "medium")
        return QSize(0, metrics.height() + self._theme.px(_HEADING if is_heading else _PADDING))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, px = index.data(ROW_ROLE), self._theme.px
        area = option.rect
        painter.save()
        if isinstance(row, Found):
            self._paint_ground(painter, option)
            inner = area.adjusted(px(_EDGE + _INSET), 0, -px(_EDGE + _INSET), 0)
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            icon = QRect(inner.x(), inner.y(), px(18), inner.height())
            role: Role = "link" if is_chosen else "muted"
            if row.entry.icon:
                paint_icon(painter, icon, row.entry.icon, role, self._theme, 16)
            inner.setLeft(area.x() + px(_EDGE + _TEXT))
            caps = self._paint_keys(painter, inner, row.entry.keys)
            self._paint_words(painter, inner.adjusted(0, 0, -caps, 0), row)
        elif isinstance(row, str):
            room = area.adjusted(px(_EDGE + _INSET), px(4), -px(_EDGE), 0)
            paint_words(painter, room, row, "small", "muted", self._theme)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        px, state = self._theme.px, option.state
        area, radius = QRectF(option.rect).adjusted(px(_EDGE), 0, -px(_EDGE), 0), float(px(7))
        if state & QStyle.StateFlag.State_Selected:
            paint_ground(painter, area, self._theme.color("selection"), radius)
            if self._has_ring and self._view.hasFocus():
                paint_ring(painter, area, self._theme.color("focus"), radius)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_ground(painter, area, self._theme.color("hover"), radius)

    def _paint_keys(self, painter: QPainter, room: QRect, keys: Sequence[str]) -> int:
        """Paint the keys as caps at the right; return how wide they are with a gap."""
        px, metrics = self._theme.px, self._theme.metrics("caption")
        right, high = room.right() + 1, metrics.height() + px(4)
        for key in reversed(keys):
            wide = max(px(26), metrics.horizontalAdvance(key) + px(14))
            cap = QRect(right - wide, room.center().y() - high // 2, wide, high)
            paint_ground(painter, QRectF(cap), self._theme.color("chip"), px(4))
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(edge, px(4), px(4))
            painter.setFont(self._theme.font("caption"))
            painter.setPen(self._theme.color("text"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            right -= wide + px(8)
        return room.right() + 1 - right + px(4) if keys else 0

    def _paint_words(self, painter: QPainter, room: QRect, row: Found) -> None:
        entry = row.entry
        note = visible(entry.note)
        note_wide = self._theme.metrics("small").horizontalAdvance(note) if note else 0
        most = room.width() - min(note_wide + self._theme.px(_GAP), room.width() // 2)
        at = room.x()
        for text, is_bold in parts(entry, row.places):
            font: TypeRole = "strong" if is_bold else "body"
            left = QRect(at, room.y(), max(0, room.x() + most - at), room.height())
            at += paint_words(painter, left, text, font, "text", self._theme)
        if note:
            beside = room.adjusted(at - room.x() + self._theme.px(_GAP), 0, 0, 0)
            paint_words(painter, beside, note, "small", "muted", self._theme)


def parts(entry: Entry, places: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    """Cut an entry's text where what was typed begins and ends; each with whether it is that."""
    bold = [False] * len(entry.text)
    for start, length in places:
        bold[start : start + length] = [True] * min(length, len(bold) - start)
    edges = [at for at in range(1, len(bold)) if bold[at] != bold[at - 1]]
    cuts = [0, *edges, len(bold)] if bold else []
    return [(visible(entry.text[begin:end]), bold[begin]) for begin, end in pairwise(cuts)]
