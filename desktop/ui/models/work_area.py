"""The left part of the models page: toolbar, banner, table or what stands for it, footer."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QItemSelectionRange, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.host import HostId
from desktop.hosts.snapshot import HostSnapshot
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.models.columns import ColumnLayout
from desktop.ui.models.delegate import ModelCells
from desktop.ui.models.down_banner import DownBanner
from desktop.ui.models.footer import Footer
from desktop.ui.models.placeholder import Placeholder
from desktop.ui.models.states import PageState, page_state
from desktop.ui.models.table import ModelTable
from desktop.ui.models.toolbar import Toolbar
from desktop.ui.models.view import ModelRow
from desktop.ui.widgets.labels import Hairline
from desktop.ui.widgets.table import BarTable


class WorkArea(QWidget):
    """Shows the rows there are, or says why there are none and what to do next."""

    def __init__(
        self,
        theme: Theme,
        models: ModelTable,
        settings: SettingsFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._models = models
        self._measured: tuple[frozenset[HostId], int] = (frozenset(), 0)
        self.toolbar = Toolbar(theme)
        self.banner = DownBanner(theme)
        self.table = self._build_table()
        self.placeholder = Placeholder(theme)
        self.footer = Footer(theme)
        self.columns = ColumnLayout(theme, self.table, settings, self)
        self._build()

    @property
    def middle(self) -> QWidget:
        """What stands between toolbar and footer now."""
        return self.placeholder if self._stack.currentIndex() else self.table

    @property
    def selected(self) -> list[ModelRow]:
        """The selected rows, from top to bottom."""
        chosen = cast("list[QItemSelectionRange]", self.table.selectionModel().selection())
        ranges = {(one.top(), one.bottom()) for one in chosen}
        rows = self._models.rows  # By ranges: 10,000 indexes would take a tenth of a second.
        return [row for top, bottom in sorted(ranges) for row in rows[top : bottom + 1]]

    def show_hosts(self, snapshots: Sequence[HostSnapshot]) -> None:
        """Say again what there is on these hosts."""
        shown, wanted = self._models.rows, self._models.filter.host_id
        count = sum(1 for row in self._models.all_rows if wanted in (None, row.id[0]))
        state = page_state(snapshots, count, len(shown))
        if state is not PageState.ROWS:
            self.placeholder.show_state(state, snapshots, self.toolbar.text, count)
        self._stack.setCurrentIndex(0 if state is PageState.ROWS else 1)
        has_banner = state in (PageState.ROWS, PageState.FILTERED) and wanted is not None
        self.banner.show_host(snapshots[0] if has_banner and snapshots else None)
        self.footer.show_rows(shown, count, snapshots)
        self._measure_what_is_new()

    def set_narrow(self, is_narrow: bool) -> None:
        """Let columns give way, or bring them back."""
        self.columns.set_narrow(is_narrow)
        self._measured = self._in_sight()

    def _measure_what_is_new(self) -> None:
        hosts, count = self._in_sight()
        if not self._measured[0] <= {row.id[0] for row in self._models.all_rows}:
            self._measured = hosts, count  # What a removed host needed, no other one may.
            self.columns.measure()
        elif not hosts <= self._measured[0] or count > self._measured[1]:
            self._measured = (hosts | self._measured[0], max(count, self._measured[1]))
            self.columns.grow()

    def _in_sight(self) -> tuple[frozenset[HostId], int]:
        rows = self._models.rows
        return frozenset(row.id[0] for row in rows), len(rows)

    def _build_table(self) -> BarTable:
        table = BarTable(self._theme)
        table.setObjectName("models")
        table.setAccessibleName(self.tr("Models"))
        table.setModel(self._models)
        table.setItemDelegate(ModelCells(self._theme, table, self._models))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.bars.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        return table

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.placeholder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        column.addWidget(Hairline())
        column.addWidget(self.footer)
