"""Paints the hosts of the pull dialog: check box, dot, name, and what a pull means there."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.words import dot_of
from desktop.ui.jobs.keyed import Index
from desktop.ui.jobs.pull_offer import Place
from desktop.ui.jobs.pull_targets import NOTE_ROLE, PLACE_ROLE, TONE_ROLE, PullTargets
from desktop.ui.widgets.paint import paint_dot, paint_ground, paint_ring, paint_words

_EDGE, _CHECK, _DOT, _TEXT = 12, 18, 46, 60
_LINE = 16
_MOST_LINES = 8
_FOCUSED = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange


class TargetDelegate(QStyledItemDelegate):
    """Paints check box, dot, name and note; a click anywhere in the row checks it."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.metrics("medium").height() + self._theme.px(_LINE))

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return False
        if not _is_toggle(event):
            return False
        is_checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked
        return model.setData(model.index(index.row(), 0), wanted, Qt.ItemDataRole.CheckStateRole)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = index.data(PLACE_ROLE)
        if not isinstance(place, Place):
            return
        painter.save()
        area, px = option.rect, self._theme.px
        can_pull = place.standing.can_pull
        self._paint_ground(painter, option)
        self._paint_check(painter, option, index)
        centre = QPointF(area.x() + px(_DOT), area.center().y() + 0.5)
        paint_dot(painter, centre, dot_of(place.snapshot), self._theme)
        note = str(index.data(NOTE_ROLE))
        room = area.adjusted(px(_TEXT), 0, -px(_EDGE), 0)
        needed = self._theme.metrics("small").horizontalAdvance(note) + 2
        wide = min(needed, room.width() * 2 // 3)
        name = room.adjusted(0, 0, -wide - px(12), 0)
        beside = room.adjusted(room.width() - wide, 0, 0, 0)
        paint_words(
            painter, name, str(index.data()), "medium", "text" if can_pull else "muted", self._theme
        )
        paint_words(painter, beside, note, "small", index.data(TONE_ROLE), self._theme)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        area, radius = QRectF(option.rect).adjusted(3, 1, -3, -1), float(self._theme.px(6))
        state = option.state
        is_enabled = state & QStyle.StateFlag.State_Enabled
        if state & QStyle.StateFlag.State_MouseOver and is_enabled:
            paint_ground(painter, area, self._theme.color("hover"), radius)
        if state & _FOCUSED == _FOCUSED:
            paint_ring(painter, area, self._theme.color("focus"), radius)

    def _paint_check(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        side = self._theme.px(_CHECK)
        box = QStyleOptionButton()
        box.rect = QRect(
            option.rect.x() + self._theme.px(_EDGE),
            option.rect.center().y() - side // 2,
            side,
            side,
        )
        is_checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        on, off = QStyle.StateFlag.State_On, QStyle.StateFlag.State_Off
        box.state = on if is_checked else off
        if option.state & QStyle.StateFlag.State_Enabled:
            box.state |= QStyle.StateFlag.State_Enabled
        self._view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, self._view
        )


def _is_toggle(event: QEvent) -> bool:
    """Whether an event means that a check box shall change."""
    if isinstance(event, QMouseEvent):
        is_left = event.button() is Qt.MouseButton.LeftButton
        return is_left and event.type() is QEvent.Type.MouseButtonRelease
    if isinstance(event, QKeyEvent):
        return event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
    return False


class TargetList(QListView):
    """As high as its hosts, up to eight; Space checks, Enter is the dialog's."""

    def __init__(self, theme: Theme, targets: PullTargets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("pullTargets")
        self.setAccessibleName(self.tr("To these hosts"))
        self.setProperty("ring", False)
        self.setMouseTracking(True)
        self.setItemDelegate(TargetDelegate(theme, self))
        self.setModel(targets)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        targets.rowsInserted.connect(self._fit)
        targets.rowsRemoved.connect(self._fit)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        line = self._theme.metrics("medium").height() + self._theme.px(_LINE)
        rows = min(_MOST_LINES, max(1, self.model().rowCount()))
        self.setFixedHeight(rows * line)
