"""Paints a problem: icon, line, plain words, Ollama's own words, one fix at the right."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.paint import paint_ground, paint_icon, paint_ring, paint_words
from desktop.ui.workshop.problem_rows import ProblemRow, Severity

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_ICONS: dict[Severity, tuple[str, Role]] = {
    Severity.ERROR: ("circle-x", "danger"),
    Severity.WARNING: ("triangle-alert", "warning"),
    Severity.NOTE: ("info", "muted"),
}
_EDGE = 18
_ICON = 16
_GAP = 10
_PADDING = 16


class ProblemDelegate(QStyledItemDelegate):
    """Words give way before the fix does, and Ollama's own words before ours."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def fix_area(self, area: QRect, row: ProblemRow) -> QRect:
        """Return where the fix of a row is painted and pressed; empty where there is none."""
        if not row.label:
            return QRect()
        px = self._theme.px
        wide = self._theme.metrics("small_medium").horizontalAdvance(row.label) + px(8)
        high = min(area.height(), px(26))
        top = area.top() + (area.height() - high) // 2
        return QRect(area.right() + 1 - px(_EDGE) + px(4) - wide, top, wide, high)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.metrics("body").height() + self._theme.px(_PADDING))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, ProblemRow):
            return
        painter.save()
        self._paint_ground(painter, option)
        px, area = self._theme.px, option.rect
        name, role = _ICONS[row.severity]
        icon = QRect(area.left() + px(_EDGE), area.top(), px(_ICON), area.height())
        paint_icon(painter, icon, name, role, self._theme, _ICON)
        fix = self.fix_area(area, row)
        right = fix.left() - px(_GAP) if row.label else area.right() - px(_EDGE)
        room = QRect(icon.right() + px(_GAP), area.top(), 0, area.height())
        room.setRight(right)
        if row.where:
            room.setLeft(room.left() + self._write(painter, room, row.where, "small", "muted"))
        room.setLeft(room.left() + self._write(painter, room, row.words, "body", "text"))
        self._write(painter, room, row.said, "mono_hint", "muted")
        self._paint_fix(painter, option, fix, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        px, state = self._theme.px, option.state
        area = QRectF(option.rect).adjusted(px(6), 0, -px(6), 0)
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        if has_focus and state & QStyle.StateFlag.State_Selected:
            paint_ground(painter, area, self._theme.color("selection"), px(7))
            paint_ring(painter, area, self._theme.color("focus"), px(7))
        elif state & QStyle.StateFlag.State_MouseOver:
            paint_ground(painter, area, self._theme.color("hover"), px(7))

    def _paint_fix(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: ProblemRow
    ) -> None:
        if not row.label:
            return
        pointer = QPointF(self._view.viewport().mapFromGlobal(self._view.cursor().pos()))
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_hovered and area.contains(pointer.toPoint()):
            paint_ground(painter, QRectF(area), self._theme.color("pressed"), self._theme.px(6))
        painter.setFont(self._theme.font("small_medium"))
        painter.setPen(self._theme.color("link"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, row.label)

    def _write(self, painter: QPainter, room: QRect, text: str, font: TypeRole, role: Role) -> int:
        """Write one line; return how much room it and a gap took."""
        wide = paint_words(painter, room, visible(text), font, role, self._theme)
        return wide + self._theme.px(_GAP) if wide else 0
