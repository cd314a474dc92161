"""The header of a table: muted names, the sorted one marked, a hairline below."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.paint import paint_icon

EDGE = 9
"""Additional padding of a table's first and last cell: bars are inset, and their ends round."""
PADDING = 7
_HEIGHT = 34
_SLACK = 2
"""For hinted fonts, which paint a pixel wider than they measure."""
_CHEVRON = 12
_CHEVRON_ROOM = 18
INDENT_ROLE = Qt.ItemDataRole.UserRole
"""Of a header: how far its name begins behind its cells' edge, as their own words do."""


class BarHeader(QHeaderView):
    """Paints its sections itself; they can be moved, resized and clicked to sort.

    The chevron of a figure's column stands in the padding left of its name, so
    that these columns, of which there are many, need not be wider for it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        # Never again: a greater one would widen sections as if a person had dragged them.
        self.setMinimumSectionSize(theme.px(40))
        self._refresh()
        theme.changed.connect(self._refresh)

    def inset(self, area: QRect, logical: int) -> QRect:
        """Return where a cell's content lies: padded, and more so at the table's two edges."""
        visual = self.visualIndex(logical)
        left, right = self._theme.px(PADDING), self._theme.px(PADDING)
        if visual == self._edge(range(self.count())):
            left += self._theme.px(EDGE)
        if visual == self._edge(range(self.count() - 1, -1, -1)):
            right += self._theme.px(EDGE)
        return area.adjusted(left, 0, -right, 0)

    def padding(self, logical: int) -> int:
        """Return how much wider a column is than its contents."""
        return -self.inset(QRect(), logical).width()

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        metrics = self._theme.metrics("header")
        wide = metrics.horizontalAdvance(self._name(logicalIndex)) + self._theme.px(_SLACK)
        is_right = bool(self._alignment(logicalIndex) & Qt.AlignmentFlag.AlignRight)
        room = self.padding(logicalIndex) + (0 if is_right else self._theme.px(_CHEVRON_ROOM))
        return QSize(wide + room + self._indent(logicalIndex), self._theme.px(_HEIGHT))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(_HEIGHT))

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        painter = QPainter(self.viewport())
        line = QRect(0, self.viewport().height() - 1, self.viewport().width(), 1)
        painter.fillRect(line, self._theme.color("border"))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        area = self.inset(rect, logicalIndex).adjusted(self._indent(logicalIndex), 0, 0, 0)
        is_sorted = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        is_right = bool(self._alignment(logicalIndex) & Qt.AlignmentFlag.AlignRight)
        metrics = self._theme.metrics("header")
        name = self._name(logicalIndex)
        room = area.width() - (self._theme.px(_CHEVRON_ROOM) if is_sorted and not is_right else 0)
        name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(self._theme.font("header"))
        painter.setPen(self._theme.color("text" if is_sorted else "muted"))
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, name)
        if is_sorted:
            wide = metrics.horizontalAdvance(name)
            self._chevron(painter, area, wide, is_right)

    def _chevron(self, painter: QPainter, area: QRect, text: int, is_right: bool) -> None:
        is_up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        room, gap = self._theme.px(_CHEVRON), self._theme.px(5)
        left = area.right() + 1 - text - gap - room if is_right else area.x() + text + gap
        square = QRect(left, area.y(), room, area.height())
        name = "chevron-up" if is_up else "chevron-down"
        paint_icon(painter, square, name, "text", self._theme, _CHEVRON)

    def _edge(self, order: range) -> int:
        return next(
            (visual for visual in order if not self.isSectionHidden(self.logicalIndex(visual))), -1
        )

    def _name(self, logical: int) -> str:
        return str(self.model().headerData(logical, self.orientation()) or "")

    def _indent(self, logical: int) -> int:
        found = self.model().headerData(logical, self.orientation(), INDENT_ROLE)
        return self._theme.px(found) if isinstance(found, int) else 0

    def _alignment(self, logical: int) -> Qt.AlignmentFlag:
        role = Qt.ItemDataRole.TextAlignmentRole
        found = self.model().headerData(logical, self.orientation(), role)
        return found if isinstance(found, Qt.AlignmentFlag) else Qt.AlignmentFlag.AlignLeft

    def _refresh(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT))
