"""The list of what is wrong with a draft, below its editor."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.labels import Label
from desktop.ui.workshop.problem_delegate import ROW_ROLE, Index, ProblemDelegate
from desktop.ui.workshop.problem_rows import ProblemRow, Severity

_NO_INDEX = QModelIndex()
_MOST_SEEN = 5


class _Problems(QAbstractListModel):
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
        return ", ".join(part for part in parts if part)


class ProblemsList(QWidget):
    """Rows that lead to their line; the fix is at the right, and in the row's menu.

    Up and Down walk, Enter goes to the line, Ctrl+Enter mends, F8 and Shift+F8
    go to the next and the one before from wherever the list stands.
    """

    fix_wanted = Signal(object)
    """A Fix of the text."""
    row_pressed = Signal(object)
    """A ProblemRow with a label and no fix of the text."""
    span_wanted = Signal(object)
    """A Span of the text to be shown."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        self._theme = theme
        self._model = _Problems(self)
        self._title = Label(theme, self.tr("Problems"), "strong")
        self._counts = Label(theme, "", "small", "muted")
        self._counts.setObjectName("problemCounts")
        self.list = _List(theme, self)
        self.list.setModel(self._model)
        self.delegate = ProblemDelegate(theme, self.list)
        self.list.setItemDelegate(self.delegate)
        self.list.clicked.connect(self._on_click)
        self._build()
        theme.changed.connect(self._set_height)
        self.show_rows(())

    @property
    def counts(self) -> str:
        """What stands beside the title: "1 error, 1 warning"."""
        return self._counts.text()

    @property
    def rows(self) -> tuple[ProblemRow, ...]:
        return self._model.rows

    def show_rows(self, rows: Sequence[ProblemRow]) -> None:
        """Show these; the same again keep the current one."""
        if tuple(rows) == self._model.rows and self._counts.text():
            return
        at = self.list.currentIndex().row()
        self._model.show_rows(tuple(rows))
        self._counts.setText(self._count_words())
        if 0 <= at < len(rows) and self.list.hasFocus():
            self.list.setCurrentIndex(self._model.index(at))
        self.list.setVisible(bool(rows))
        self._set_height()

    def step(self, by: int) -> None:
        """Make the next row current, or the one before, and show its line; round at either end."""
        count = len(self._model.rows)
        if not count:
            return
        at = self.list.currentIndex().row()
        at = (at + by) % count if at >= 0 else (0 if by > 0 else count - 1)
        self.list.setCurrentIndex(self._model.index(at))
        self.go_to(self._model.rows[at])

    def go_to(self, row: ProblemRow) -> None:
        """Ask for the place of a row to be shown."""
        if row.span is not None:
            self.span_wanted.emit(row.span)

    def mend(self, row: ProblemRow) -> None:
        """Do what the button of a row says."""
        if row.fix is not None:
            self.fix_wanted.emit(row.fix)
        elif row.label:
            self.row_pressed.emit(row)

    def menu_for(self, row: ProblemRow) -> QMenu:
        """Return what can be done with a row."""
        menu = QMenu(self)
        menu.setFont(self._theme.font())
        if row.span is not None:
            go = menu.addAction(self.tr("Go to line {line}").format(line=row.line))
            go.triggered.connect(lambda: self.go_to(row))
        if row.label:
            mend = menu.addAction(row.label.replace("&", "&&"))
            mend.triggered.connect(lambda: self.mend(row))
        text = ", ".join(part for part in (row.where, row.words, visible(row.said)) if part)
        copy = menu.addAction(self.tr("Copy"))
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(text))
        return menu

    def _on_click(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, ProblemRow):
            return
        if self.delegate.fix_area(self.list.visualRect(index), row).contains(self.list.released_at):
            self.mend(row)
        else:
            self.go_to(row)

    def _count_words(self) -> str:
        severities = [row.severity for row in self._model.rows]
        errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
        notes = severities.count(Severity.NOTE)
        parts = (
            (errors, self.tr("1 error") if errors == 1 else self.tr("%n errors", "", errors)),
            (
                warnings,
                self.tr("1 warning") if warnings == 1 else self.tr("%n warnings", "", warnings),
            ),
            (notes, self.tr("1 note") if notes == 1 else self.tr("%n notes", "", notes)),
        )
        return ", ".join(words for count, words in parts if count) or self.tr("No problems")

    def _build(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(18), px(10), px(18), px(4))
        head.setSpacing(px(10))
        head.addWidget(self._title)
        head.addWidget(self._counts)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(6))
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _set_height(self) -> None:
        """As high as its rows, up to five; further ones scroll."""
        high = self._theme.metrics("body").height() + self._theme.px(16)
        self.list.setFixedHeight(high * max(1, min(len(self._model.rows), _MOST_SEEN)))


class _List(QListView):
    def __init__(self, theme: Theme, owner: ProblemsList) -> None:
        super().__init__(owner)
        self._theme = theme
        self._owner = owner
        self.released_at = QPoint()
        """Where the mouse button was let go last: on the fix of a row, or beside it."""
        self.setObjectName("problemList")
        self.setAccessibleName(owner.tr("Problems"))
        self.setProperty("ring", False)
        self.setMouseTracking(True)
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
