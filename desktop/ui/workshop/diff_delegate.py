"""Paints the rows of a comparison."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.paint import paint_ground, paint_icon, paint_ring
from desktop.ui.workshop.diff_rows import DiffRow, FoldRow, PairRow
from desktop.workshop.diff import Change, DiffLine

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_NUMBER, _SIGN, _EDGE = 40, 18, 8
_FOLD = 30
_MOST_LINES = 40
"""Lines that one long line may be wrapped into."""
_SIGNS = {Change.ADDED: "+", Change.REMOVED: "−"}
_GROUNDS: dict[Change, Role] = {Change.ADDED: "success_soft", Change.REMOVED: "danger_soft"}
_INKS: dict[Change, Role] = {Change.ADDED: "success", Change.REMOVED: "danger"}
_FLAGS = Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextExpandTabs


@dataclass(frozen=True, slots=True)
class _Side:
    line: DiffLine | None
    number: int
    other_number: int | None = None


class DiffDelegate(QStyledItemDelegate):
    """Line numbers, a sign and the text; long lines are wrapped."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: DiffRow = index.data(ROW_ROLE)
        if isinstance(row, FoldRow):
            return QSize(0, self._theme.px(_FOLD))
        width = self._view.viewport().width()
        sides = self._sides(row)
        high = max(self._height(side, width // len(sides)) for side in sides)
        return QSize(0, high)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: DiffRow = index.data(ROW_ROLE)
        painter.save()
        if isinstance(row, FoldRow):
            self._paint_fold(painter, option, str(index.data()))
        else:
            sides = self._sides(row)
            wide = option.rect.width() // len(sides)
            for place, side in enumerate(sides):
                left = option.rect.x() + place * wide
                self._paint_side(
                    painter, QRect(left, option.rect.y(), wide, option.rect.height()), side
                )
        has_focus = option.state & QStyle.StateFlag.State_HasFocus
        if has_focus and option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            area = QRectF(option.rect).adjusted(2, 1, -2, -1)
            paint_ring(painter, area, self._theme.color("focus"), self._theme.px(4))
        painter.restore()

    @override
    def helpEvent(
        self,
        event: QEvent,
        view: object,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        return False

    def _sides(self, row: DiffRow) -> tuple[_Side, ...]:
        if isinstance(row, PairRow):
            old, new = row.old, row.new
            return (
                _Side(old, old.old_line if old else 0),
                _Side(new, new.new_line if new else 0),
            )
        line = row.line
        return (_Side(line, line.old_line, line.new_line),)

    def _text_left(self, side: _Side) -> int:
        numbers = 1 if side.other_number is None else 2
        return self._theme.px(numbers * _NUMBER + _SIGN + _EDGE)

    def _height(self, side: _Side, wide: int) -> int:
        metrics = self._theme.metrics("mono")
        line = metrics.lineSpacing()
        if side.line is None:
            return line
        room = max(20, wide - self._text_left(side) - self._theme.px(_EDGE))
        text = visible(side.line.text)
        if metrics.horizontalAdvance(text) <= room:
            return line + self._theme.px(3)
        area = QRect(0, 0, room, line * _MOST_LINES)
        high = metrics.boundingRect(area, _FLAGS, text).height()
        return min(high, line * _MOST_LINES) + self._theme.px(3)

    def _paint_side(self, painter: QPainter, area: QRect, side: _Side) -> None:
        line = side.line
        if line is None:
            painter.fillRect(area, self._theme.color("sunk"))
            return
        if line.change in _GROUNDS:
            painter.fillRect(area, self._theme.color(_GROUNDS[line.change]))
        self._paint_numbers(painter, area, side)
        left = self._text_left(side)
        room = area.adjusted(left, 1, -self._theme.px(_EDGE), 0)
        if metrics_fit := self._fits(line.text, room.width()):
            self._paint_marks(painter, room, line)
        painter.setFont(self._theme.font("mono"))
        painter.setPen(self._theme.color("text"))
        flags = _FLAGS if not metrics_fit else Qt.TextFlag.TextSingleLine
        painter.drawText(room, flags, visible(line.text))

    def _fits(self, text: str, room: int) -> bool:
        return self._theme.metrics("mono").horizontalAdvance(visible(text)) <= room

    def _paint_numbers(self, painter: QPainter, area: QRect, side: _Side) -> None:
        px = self._theme.px
        painter.setFont(self._theme.font("mono_hint"))
        painter.setPen(self._theme.color("muted"))
        numbers = [side.number]
        if side.other_number is not None:
            numbers.append(side.other_number)
        high = self._theme.metrics("mono").lineSpacing()
        for place, number in enumerate(numbers):
            cell = QRect(area.x() + place * px(_NUMBER), area.y() + 1, px(_NUMBER) - px(6), high)
            if number:
                painter.drawText(
                    cell, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number)
                )
        sign = _SIGNS.get(side.line.change, "") if side.line else ""
        if sign and side.line is not None:
            painter.setFont(self._theme.font("mono"))
            painter.setPen(self._theme.color(_INKS[side.line.change]))
            left = area.x() + len(numbers) * px(_NUMBER)
            cell = QRect(left, area.y() + 1, px(_SIGN), high)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, sign)

    def _paint_marks(self, painter: QPainter, room: QRect, line: DiffLine) -> None:
        """Underline what differs within a line, so that it does not hang on its colour."""
        metrics = self._theme.metrics("mono")
        for mark in line.marks:
            start = metrics.horizontalAdvance(visible(line.text[: mark.start]))
            end = metrics.horizontalAdvance(visible(line.text[: mark.end]))
            bar = QRectF(room.x() + start, room.y() + metrics.lineSpacing() - 2, end - start, 2)
            painter.fillRect(bar, self._theme.color(_INKS[line.change]))

    def _paint_fold(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        px = self._theme.px
        area = option.rect.adjusted(px(_EDGE), px(3), -px(_EDGE), -px(3))
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = self._theme.color("hover" if hovered else "sunk")
        paint_ground(painter, QRectF(area), ground, px(5))
        icon = QRect(area.x() + px(8), area.y(), px(14), area.height())
        paint_icon(painter, icon, "unfold-vertical", "muted", self._theme, 14)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("muted"))
        painter.drawText(
            area.adjusted(px(30), 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            words,
        )
