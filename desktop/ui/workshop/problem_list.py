"""The rows of the list of problems, and the keys that walk them."""

from typing import Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui import joining
from desktop.ui.workshop.problem_delegate import ROW_ROLE, Index
from desktop.ui.workshop.problem_rows import ProblemRow, Severity

_NO_INDEX = QModelIndex()


class ProblemsOwner(Protocol):
    """What the keys of the list ask for."""

    def step(self, by: int) -> None: ...

    def go_to(self, row: ProblemRow) -> None: ...

    def mend(self, row: ProblemRow) -> None: ...

    def menu_for(self, row: ProblemRow) -> QMenu: ...


class ProblemTable(QAbstractListModel):
    """The rows, each read out whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[ProblemRow, ...] = ()

    def show_rows(self, rows: tuple[ProblemRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return visible(row.words)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._read_out(row)
            case _:
                return None

    def _read_out(self, row: ProblemRow) -> str:
        kind = {
            Severity.ERROR: self.tr("Error"),
            Severity.WARNING: self.tr("Warning"),
            Severity.NOTE: "",
        }[row.severity]
        parts = (kind, row.where, row.words, visible(row.said), row.label)
        return joining.phrases(parts)


class ProblemListView(QListView):
    """Steers whoever owns it by keys, and opens the menu of a row."""

    def __init__(self, owner: ProblemsOwner) -> None:
        super().__init__()
        self._owner = owner
        self.released_at = QPoint()
        """Where the mouse button was let go last: on the fix of a row, or beside it."""
        self.setObjectName("problemList")
        self.setAccessibleName(self.tr("Problems"))
        self.setProperty("ring", False)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        self.released_at = e.position().toPoint()
        super().mouseReleaseEvent(e)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().data(ROW_ROLE)
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_F8:
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._owner.step(-1 if is_back else 1)
        elif is_enter and isinstance(row, ProblemRow):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._owner.mend(row)
            else:
                self._owner.go_to(row)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = index.data(ROW_ROLE)
        if isinstance(row, ProblemRow):
            place = event.globalPos() if by_mouse else self._below(index)
            self._owner.menu_for(row).exec(place)

    def _below(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
