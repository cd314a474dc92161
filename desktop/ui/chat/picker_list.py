"""The picker's rows: headings, and below each the models that can be chosen."""

from collections.abc import Iterable
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from desktop.domain.conversation import Target
from desktop.domain.text import visible
from desktop.ui.chat.picker_choices import Choice, Group
from desktop.ui.chat.picker_words import heading, heading_line, spoken
from desktop.ui.widgets.tips import plain_tip

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Row: TypeAlias = Choice | Group
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


class PickerList(QAbstractListModel):
    """Replaced whole with each letter typed: to a view of rows of one height that costs nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def show_groups(self, groups: Iterable[Group]) -> None:
        """Replace every row."""
        self.beginResetModel()
        self._rows = []
        for group in groups:
            self._rows.append(group)
            self._rows.extend(group.choices)
        self.endResetModel()

    def choice(self, row: int) -> Choice | None:
        """Return what can be chosen in a row; None where nothing can."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Choice) and found.is_open else None

    def heading_of(self, row: int) -> int:
        """Return the row of the heading above that row."""
        while row > 0 and isinstance(self._rows[row], Choice):
            row -= 1
        return row

    def step(self, row: int, step: int) -> int:
        """Return the next row, that way, in which something can be chosen; -1 if there is none."""
        way = 1 if step > 0 else -1
        last, left = -1, abs(step)
        at = row + way
        while 0 <= at < len(self._rows) and left:
            if self.choice(at) is not None:
                last, left = at, left - 1
            at += way
        return last

    def row_of(self, target: Target, *, is_recent: bool | None = None) -> int:
        """Return where a target can be chosen first; -1 where it cannot.

        With `is_recent` only among those that were used last, or only among the others.
        """
        for row in range(len(self._rows)):
            choice = self.choice(row)
            if choice is None or choice.target != target:
                continue
            if is_recent is None or choice.is_recent == is_recent:
                return row
        return -1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            name = row.model.name if isinstance(row, Choice) else heading(row)
            return name if role == Qt.ItemDataRole.DisplayRole else plain_tip(visible(name))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row) if isinstance(row, Choice) else heading_line(row)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.choice(index.row()) is not None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags
