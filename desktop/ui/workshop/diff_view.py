"""Shows a comparison: rows with + and −, changed words marked, unchanged lines folded."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui import joining, units
from desktop.ui.bridge.theme import Theme
from desktop.ui.jobs.keyed import Index
from desktop.ui.workshop.diff_delegate import ROW_ROLE, DiffDelegate
from desktop.ui.workshop.diff_rows import DiffRow, FoldRow, PairRow, side_by_side, unified
from desktop.workshop.diff import Change, DiffLine

_ROOT = QModelIndex()


class DiffList(QAbstractListModel):
    """The rows of one comparison; what is unfolded stays so until another text comes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[DiffLine, ...] = ()
        self._rows: tuple[DiffRow, ...] = ()
        self._is_beside = False

    @property
    def rows(self) -> tuple[DiffRow, ...]:
        return self._rows

    @property
    def lines(self) -> tuple[DiffLine, ...]:
        return self._lines

    @property
    def is_side_by_side(self) -> bool:
        return self._is_beside

    def show_lines(self, lines: Sequence[DiffLine], *, is_side_by_side: bool) -> None:
        """Replace every row."""
        self.beginResetModel()
        self._lines, self._is_beside = tuple(lines), is_side_by_side
        self._rows = (side_by_side if is_side_by_side else unified)(self._lines)
        self.endResetModel()

    def unfold(self, index: Index) -> None:
        """Put the lines of a fold in its place."""
        row = self._rows[index.row()] if index.isValid() else None
        if isinstance(row, FoldRow) and row.line.hidden:
            at = self._lines.index(row.line)
            lines = (*self._lines[:at], *row.line.hidden, *self._lines[at + 1 :])
            self.show_lines(lines, is_side_by_side=self._is_beside)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._read_out(row)
        return None

    def _read_out(self, row: DiffRow) -> str:
        if isinstance(row, FoldRow):
            return fold_words(row.line)
        if isinstance(row, PairRow) and row.old is not row.new:
            return joining.phrases(
                self._line(line) for line in (row.old, row.new) if line is not None
            )
        line = row.old if isinstance(row, PairRow) else row.line
        return self._line(line) if line is not None else ""

    def _line(self, line: DiffLine) -> str:
        text = visible(line.text)
        match line.change:
            case Change.REMOVED:
                return self.tr("removed: {text}").format(text=text)
            case Change.ADDED:
                return self.tr("added: {text}").format(text=text)
            case _:
                return text


class DiffView(QListView):
    """Up and Down walk, Enter and a press unfold, Ctrl+C copies the whole comparison."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = DiffList(self)
        self.setObjectName("diffView")
        self.setAccessibleName(self.tr("Difference"))
        self.setProperty("ring", False)
        self.setMouseTracking(True)
        self.setModel(self.rows)
        self.setItemDelegate(DiffDelegate(theme, self))
        self.setUniformItemSizes(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self.rows.unfold)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.rows.unfold(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(as_text(self.rows.lines))
        else:
            super().keyPressEvent(event)


def fold_words(line: DiffLine) -> str:
    """Say how many lines are folded."""
    count = len(line.hidden)
    if line.change is Change.CUT:
        return QCoreApplication.translate("DiffView", "Longer texts are not compared further.")
    if count == 1:
        return QCoreApplication.translate("DiffView", "1 line is the same")
    return QCoreApplication.translate("DiffView", "{number} lines are the same").format(
        number=units.number(count)
    )


def as_text(lines: Sequence[DiffLine]) -> str:
    """Return a comparison as plain text, unfolded, with + and - before its lines."""
    signs = {Change.ADDED: "+", Change.REMOVED: "-"}
    out: list[str] = []
    for line in lines:
        inner = line.hidden or (line,)
        out += [f"{signs.get(one.change, ' ')}{one.text}" for one in inner]
    return "\n".join(out)
