"""The readings of a chart as a table, for a screen reader and for whoever wants the figures."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.units import duration
from desktop.ui.widgets.cells import Cell, NumberCell, TextCell
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.history import History
from desktop.ui.widgets.table import BarTable, CellDelegate

_WIDTH, _HIGH = 420, 380
_NO_INDEX = QModelIndex()
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class ReadingTable(QAbstractTableModel):
    """The readings as they were when it was made, the latest first; nothing moves while read."""

    def __init__(
        self, names: Sequence[str], history: History, say: Callable[[float | None], str]
    ) -> None:
        super().__init__()
        self._heads = (self.tr("Ago"), *names)
        self._readings = history.readings()[::-1]
        self._say = say

    @override
    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._readings)

    @override
    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section > 0:
            return _NUMBER
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        reading = self._readings[index.row()]
        if index.column() == 0:
            return duration(self._readings[0].when - reading.when)
        return self._say(reading.values[index.column() - 1])


class _ReadingDelegate(CellDelegate):
    """Times as words, values as figures."""

    @override
    def cell(self, index: _Index) -> Cell:
        text = str(index.data())
        return TextCell(text) if index.column() == 0 else NumberCell(text)


class ChartTable(Dialog):
    """Shows the readings until now; Enter and Esc close it."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        names: Sequence[str],
        history: History,
        say: Callable[[float | None], str],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, primary="", width=_WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.set_primary(self.tr("Close"))
        self.cancel.hide()
        self.table = BarTable(theme)
        self.table.setAccessibleName(title)
        self._rows = ReadingTable(names, history, say)
        self.table.setModel(self._rows)
        self.table.setItemDelegate(_ReadingDelegate(theme, self.table))
        self.table.setMinimumHeight(theme.px(_HIGH))
        self.table.bars.setSortIndicatorShown(False)
        self.table.stretch(0)
        self.table.measure_columns()
        self.body.addWidget(self.table)
