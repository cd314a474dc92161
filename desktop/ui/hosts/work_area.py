"""The left part of the hosts page: toolbar, table, what is to be known of it, what was found."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.found import FoundSection
from desktop.ui.hosts.holes import HolesBanner
from desktop.ui.hosts.rows import Column
from desktop.ui.hosts.table import HostTable
from desktop.ui.hosts.toolbar import HostsToolbar
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cells import Cell
from desktop.ui.widgets.messages import EmptyState
from desktop.ui.widgets.table import BarTable, CellDelegate

_LEAST_ROWS = 2
_MEASURE_MS = 250


class HostCells(CellDelegate):
    """Paints what the item model says stands in each cell."""

    @override
    def cell(self, index: QModelIndex | QPersistentModelIndex) -> Cell:
        found: Cell = index.data(Qt.ItemDataRole.UserRole)
        return found


class HostsWorkArea(QWidget):
    """Arranges the parts; the table is as high as its rows while there is room."""

    def __init__(self, theme: Theme, hosts: HostTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hosts = hosts
        self.toolbar = HostsToolbar(theme)
        self.table = self._build_table()
        self.holes = HolesBanner(theme)
        self.found = FoundSection(theme)
        self.add_first = Button(theme, self.tr("Add host"), "primary", "plus")
        self.find_first = Button(theme, self.tr("Find on my network"), icon="radar")
        self.clear = Button(theme, self.tr("Show all hosts"))
        self._build()
        self.clear.clicked.connect(self.toolbar.search.clear)
        for changed in (hosts.modelReset, theme.changed):
            changed.connect(self._fit)
        self._later = QTimer(self, singleShot=True, interval=_MEASURE_MS)
        self._later.timeout.connect(self._measure)
        hosts.dataChanged.connect(self._measure_soon)
        self._fit()

    @property
    def middle(self) -> QWidget:
        """What stands below the toolbar now."""
        return self._stack.currentWidget() or self.table

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure()

    def set_narrow(self, is_narrow: bool) -> None:
        """Leave out what has no room."""
        self.toolbar.set_narrow(is_narrow)

    def _fit(self) -> None:
        """Choose what is shown, and give the table its height."""
        count = self._hosts.rowCount()
        is_filtered = bool(self.toolbar.search.text())
        self._stack.setCurrentIndex(0 if count else 2 if is_filtered else 1)
        row, header = self.table.verticalHeader().defaultSectionSize(), self.table.bars.height()
        edge = self._theme.px(8)
        most = header + edge + count * row
        self.table.setMinimumHeight(header + edge + min(count, _LEAST_ROWS) * row)
        self._stack.setMaximumHeight(most if count else 16_777_215)
        self._measure()

    def _measure_soon(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _measure(self) -> None:
        """Fit the columns to what they show; fifty hosts take 18 ms, so not for every answer."""
        if self.isVisible():
            self.table.measure_columns()

    def _build_table(self) -> BarTable:
        table = BarTable(self._theme, has_two_lines=True)
        table.setObjectName("hostTable")
        table.setAccessibleName(self.tr("Hosts"))
        table.setModel(self._hosts)
        table.setItemDelegate(HostCells(self._theme, table))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        table.setDragDropOverwriteMode(False)
        table.bars.setSortIndicatorShown(False)
        table.bars.setSectionsClickable(False)
        table.bars.setSectionsMovable(False)
        table.stretch(Column.ROUTE)
        return table

    def _build(self) -> None:
        nothing = EmptyState(
            self._theme,
            "server",
            self.tr("No hosts yet"),
            self.tr("A host is a computer on which Ollama runs.\nAdd one, or look for some."),
            actions=(self.add_first, self.find_first),
            is_page=True,
        )
        hidden = EmptyState(
            self._theme,
            "list-filter",
            self.tr("No host matches the filter"),
            self.tr("Names, addresses, states and routes are looked at."),
            actions=(self.clear,),
        )
        self._stack = QStackedWidget()
        for part in (self.table, nothing, hidden):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self._stack, 1)
        for part in (self.holes, self.found):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            column.addWidget(part)
        column.addStretch(0)
