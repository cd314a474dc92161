"""One delegate for all rows of the jobs page: sizes, painting, and buttons that are painted."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)
from typing_extensions import override

from desktop.jobs.job import JobId
from desktop.ui.bridge.theme import Theme
from desktop.ui.jobs.banner import Button
from desktop.ui.jobs.captions import action_label
from desktop.ui.jobs.geometry import Geometry
from desktop.ui.jobs.painter import RowPainter, Touch
from desktop.ui.jobs.rows import HeaderRow, JobRow, Shape
from desktop.ui.jobs.table import ROW_ROLE, SHAPE_ROLE
from desktop.ui.jobs.view import Action

Index = QModelIndex | QPersistentModelIndex


class JobDelegate(QStyledItemDelegate):
    """Paints rows and tells which of their buttons was pressed.

    A button counts as pressed when the mouse is let go over the one that it
    went down on, as anywhere else.
    """

    pressed = Signal(object, object)
    """The job's id, and what its button does (an Action or a Remedy)."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._painter = RowPainter(theme)
        self._geometry = Geometry(theme, 0)
        self._heights: dict[Shape, int] = {}
        self._width = 0
        self._hovered: tuple[JobId, Button] | None = None
        self._held: tuple[JobId, Button] | None = None
        theme.changed.connect(self._forget)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._view.viewport().width(), self.height(index))

    def height(self, index: Index) -> int:
        """Return how high a row is; worked out once for each shape."""
        geometry, shape = self._laid_out(), index.data(SHAPE_ROLE)
        if not isinstance(shape, Shape):
            return geometry.header_height()
        if shape not in self._heights:
            self._heights[shape] = geometry.of(index.data(ROW_ROLE)).height
        return self._heights[shape]

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, HeaderRow):
            self._painter.header(painter, option.rect, row)
        elif isinstance(row, JobRow):
            layout = self._laid_out().of(row)
            self._painter.job(painter, option.rect, row, layout, self._touch(option, row))

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        row = index.data(ROW_ROLE)
        button = self._button_at(row, event.position().toPoint() - option.rect.topLeft())
        found = (row.job.id, button) if button and isinstance(row, JobRow) else None
        match event.type():
            case QEvent.Type.MouseMove:
                self._hover(found)
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick:
                if event.button() is Qt.MouseButton.LeftButton:
                    self._held = found
                    self._view.viewport().update()
            case QEvent.Type.MouseButtonRelease:
                self._release(found)
            case _:
                pass
        return found is not None

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        row = index.data(ROW_ROLE)
        button = self._button_at(row, event.pos() - option.rect.topLeft())
        if isinstance(row, JobRow):
            QToolTip.showText(event.globalPos(), self._tip(row, button), view)
        return True

    def button_rect(self, index: Index, press: object) -> QPoint | None:
        """Return the middle of a row's button, in the viewport; None where it has none."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, JobRow):
            return None
        corner = self._view.visualRect(self._view.model().index(index.row(), 0)).topLeft()
        for button in self._laid_out().of(row).buttons:
            if button.press == press:
                return button.rect.center() + corner
        return None

    def leave(self) -> None:
        """Forget the pointer: it has left the list."""
        self._hover(None)

    def _laid_out(self) -> Geometry:
        width = self._view.width()  # With the scroll bar's room, so that none of it jumps.
        if width != self._width:
            self._width = width
            self._geometry = Geometry(self._theme, width)
            self._heights.clear()
        return self._geometry

    def _forget(self) -> None:
        self._width = -1  # Lengths have changed.

    def _button_at(self, row: object, point: QPoint) -> Button | None:
        return self._laid_out().of(row).button_at(point) if isinstance(row, JobRow) else None

    def _touch(self, option: QStyleOptionViewItem, row: JobRow) -> Touch:
        state = option.state
        hovered = self._hovered[1] if self._hovered and self._hovered[0] == row.job.id else None
        return Touch(
            is_selected=bool(state & QStyle.StateFlag.State_Selected),
            is_active=self._view.hasFocus() and self._view.isActiveWindow(),
            has_ring=bool(
                state & QStyle.StateFlag.State_HasFocus
                and state & QStyle.StateFlag.State_KeyboardFocusChange
            ),
            hovered=hovered,
            is_held=hovered is not None and self._held == self._hovered,
        )

    def _hover(self, found: tuple[JobId, Button] | None) -> None:
        if found != self._hovered:
            self._hovered = found
            self._view.viewport().update()

    def _release(self, found: tuple[JobId, Button] | None) -> None:
        held, self._held = self._held, None
        self._view.viewport().update()
        if found is None or held is None:
            return
        if (held[0], held[1].press) == (found[0], found[1].press):
            self.pressed.emit(found[0], found[1].press)

    @staticmethod
    def _tip(row: JobRow, button: Button | None) -> str:
        if button is not None and isinstance(button.press, Action) and not button.label:
            return action_label(button.press)
        return "" if button is not None else f"{row.title}\n{row.state}"
