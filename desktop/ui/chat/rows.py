"""Paints the rows beside the chat: a conversation, or a place where words were found."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.paint import paint_ground, paint_icon, paint_ring, paint_words

_RADIUS = 7
_EDGE = 10
_GAP = 1
_MARK = 14


@dataclass(frozen=True, slots=True)
class Line:
    """A run of words in one line; where it is cut, that is shown."""

    text: str
    font: TypeRole
    role: Role = "muted"


class RowPainter:
    """Draws words and icons into one row; made anew for each."""

    def __init__(self, theme: Theme, painter: QPainter, area: QRect) -> None:
        edge = theme.px(_EDGE)
        self._theme = theme
        self._painter = painter
        self._line = QRect(area.x() + edge, area.y(), area.width() - 2 * edge, 0)

    def skip(self, room: float) -> None:
        """Leave that much room before the next line."""
        self._line.translate(0, self._theme.px(room))

    def line(
        self, left: Line, right: Line | None = None, icon: str = "", turn: int | None = None
    ) -> None:
        """Draw the next line: words, and at its end others or an icon.

        `turn` are the degrees by which an icon is turned that stands for something at work.
        """
        high = self._theme.metrics(left.font).height()
        area = QRect(self._line.x(), self._line.y(), self._line.width(), high)
        self._line.translate(0, high + self._theme.px(_GAP))
        if icon:
            side = self._theme.px(_MARK)
            self._icon(QRect(area.right() + 1 - side, area.y(), side, high), icon, turn)
            area.setRight(area.right() - side - self._theme.px(6))
        if right is not None and right.text:
            wide = self._theme.metrics(right.font).horizontalAdvance(right.text) + 2
            self._words(QRect(area.right() + 1 - wide, area.y(), wide, high), right)
            area.setRight(area.right() - wide - self._theme.px(8))
        self._words(area, left)

    def lay_out(self, layout: QTextLayout, most: int) -> None:
        """Draw a text of mixed weights in at most that many lines."""
        high = self._theme.metrics("small").height()
        layout.beginLayout()
        for _ in range(most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._line.width())
            line.setPosition(QPointF(0, line.lineNumber() * high))
        layout.endLayout()
        layout.draw(self._painter, QPointF(self._line.x(), self._line.y()))

    def _words(self, area: QRect, line: Line) -> None:
        paint_words(self._painter, area, line.text, line.font, line.role, self._theme)

    def _icon(self, area: QRect, name: str, turn: int | None) -> None:
        role: Role = "muted" if turn is None else "link"
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._painter.translate(area.center())
        self._painter.rotate(turn or 0)
        box = QRect(-area.width() // 2, -area.height() // 2, area.width(), area.height())
        paint_icon(self._painter, box, name, role, self._theme, 13)
        self._painter.restore()


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row that is chosen, pointed at or focused, and leaves its words."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def lines(self, index: QModelIndex | QPersistentModelIndex, row: RowPainter) -> None:
        """Draw what that row says; pages override it."""
        row.line(Line(str(index.data() or ""), "medium", "text"))

    def height(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return how high that row is; pages override it."""
        return self._theme.metrics("medium").height() if index.isValid() else 0

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, self.height(index))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        self._ground(painter, option, QRectF(option.rect))
        self.lines(index, RowPainter(self._theme, painter, option.rect))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF) -> None:
        radius, state = float(self._theme.px(_RADIUS)), option.state
        if state & QStyle.StateFlag.State_Selected:
            paint_ground(painter, area, self._theme.color("pressed"), radius)
        elif state & QStyle.StateFlag.State_MouseOver and state & QStyle.StateFlag.State_Enabled:
            paint_ground(painter, area, self._theme.color("hover"), radius)
        if (
            state & QStyle.StateFlag.State_HasFocus
            and state & QStyle.StateFlag.State_KeyboardFocusChange
        ):
            paint_ring(painter, area, self._theme.color("focus"), radius)
