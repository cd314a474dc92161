"""The models of the hosts by what they take, and what deleting those that are chosen frees."""

from typing import cast

from PySide6.QtCore import QItemSelectionRange, Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.host import HostId, HostState
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.list import ALL_HOSTS
from desktop.ui.models.chooser import HostChooser
from desktop.ui.models.questions import DeleteQuestion
from desktop.ui.tidy import words
from desktop.ui.tidy.cells import TidyCells
from desktop.ui.tidy.disks import Disks
from desktop.ui.tidy.services import TidyServices
from desktop.ui.tidy.table import TidyTable
from desktop.ui.tidy.view import Column, TidyRow
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ElidedLabel, Hairline
from desktop.ui.widgets.messages import EmptyState
from desktop.ui.widgets.table import BarTable

_DISKS_MS = 5000
_WIDEST = 330


class ModelsPart(QWidget):
    """Asks which models share weights while it is shown, of those hosts alone that are."""

    def __init__(self, theme: Theme, services: TidyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self.models = TidyTable(services.registry, services.weights, services.now, self)
        self.chooser = HostChooser(theme)
        self.disks = Disks(theme)
        self.table = self._build_table()
        self.empty = EmptyState(theme, "boxes", "")
        self.asked = ElidedLabel(theme, "", "small", "muted")
        self.selection = ElidedLabel(theme, "", "small", "muted")
        self.delete = Button(theme, self.tr("Delete…"), icon="trash-2")
        self.delete.setObjectName("tidyDelete")
        self._measured = (0, 0)
        self._timer = QTimer(self, interval=_DISKS_MS)
        self._build()
        self._connect()
        self._refresh()

    @property
    def selected(self) -> list[TidyRow]:
        """The selected rows, from top to bottom; those without a name cannot be deleted."""
        chosen = cast("list[QItemSelectionRange]", self.table.selectionModel().selection())
        ranges = sorted({(one.top(), one.bottom()) for one in chosen})
        found = [row for top, bottom in ranges for row in self.models.rows[top : bottom + 1]]
        return [row for row in found if row.row.name]

    def choose_host(self, host_id: str) -> None:
        """Show the models of one host, or of all (ALL_HOSTS)."""
        known = {host.id for host in self._services.registry.hosts}
        self.models.show_host(HostId(host_id) if host_id in known else None)
        self._refresh()
        self._ask()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self._show_disks()
        self._ask()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _ask(self) -> None:
        """Ask what is not known of the hosts that are shown; what is known is not asked again."""
        if self.isVisible():
            for snapshot in self._snapshots():
                self._services.weights.want(snapshot.id)

    def _snapshots(self) -> list[HostSnapshot]:
        wanted = self.models.host_id
        every = self._services.registry.snapshots
        return [snapshot for snapshot in every if wanted in (None, snapshot.id)]

    def _on_host(self, host_id: HostId) -> None:
        if self.models.host_id in (None, host_id) and self.isVisible():
            self._services.weights.want(host_id)

    def _on_list(self) -> None:
        if self.models.host_id is not None and not self._snapshots():
            self.models.show_host(None)  # It was removed.
        self._refresh()

    def _refresh(self) -> None:
        snapshots, rows = self._snapshots(), self.models.rows
        every = self._services.registry.snapshots
        self.chooser.show_hosts(every, self.models.host_id or ALL_HOSTS)
        self._stack.setCurrentWidget(self.table if rows else self.empty)
        if not rows:
            self.empty.say(*self._why_empty(snapshots))
        unknown = sum(self._services.weights.of(snapshot.id).unknown for snapshot in snapshots)
        self.asked.setText(words.asked(unknown))
        if (len(rows), min(unknown, 1)) != self._measured:
            self._measured = (len(rows), min(unknown, 1))
            self._measure()
        self._show_disks()
        self._on_selection()

    def _why_empty(self, snapshots: list[HostSnapshot]) -> tuple[str, str]:
        names = joining.listed(visible(each.host.label) for each in snapshots[:3])
        if not snapshots:
            return self.tr("There are no hosts yet"), self.tr("Their models would stand here.")
        if all(each.state is HostState.DOWN for each in snapshots):
            line = self.tr("The models are listed as soon as it answers.")
            return self.tr("No answer from {hosts}").format(hosts=names), line
        if not all(each.models_known for each in snapshots):
            return self.tr("Asking {hosts}").format(hosts=names), ""
        line = self.tr(
            "Models that are pulled stand here, the largest first,\n"
            "with what deleting each of them really frees."
        )
        return self.tr("No models that take room"), line

    def _show_disks(self) -> None:
        snapshots = self._snapshots()
        found = [(each.host.label, self._services.disk_of(each.id)) for each in snapshots]
        self.disks.show_disks([(name, disk) for name, disk in found if disk is not None])

    def _on_selection(self) -> None:
        rows = self.selected
        self.delete.setEnabled(bool(rows))
        total = self.models.total(rows)
        self.selection.setText(words.selected(len(rows), total) if rows else "")

    def _ask_delete(self) -> None:
        rows = [one.row for one in self.selected]
        if not rows:
            return
        services, jobs = self._services, self._services.jobs
        question = DeleteQuestion(
            self._theme, rows, services.registry, services.weights, parent=self.window()
        )

        def delete() -> None:
            for row in rows:
                jobs.delete(row.host_id, row.name)

        question.accepted.connect(delete)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.open()

    def set_narrow(self, is_narrow: bool) -> None:
        """Leave out what gives way where there is little room."""
        self.table.setColumnHidden(Column.MODIFIED, is_narrow)
        self._measure()

    def _measure(self) -> None:
        """Make columns as wide as they need; what is shared may be longer than other words."""
        self.table.measure_columns()
        room = self._theme.px(_WIDEST)
        hint = min(self.table.sizeHintForColumn(Column.FREES), room)
        self.table.setColumnWidth(
            Column.FREES, max(hint, self.table.bars.sectionSizeHint(Column.FREES))
        )

    def _build_table(self) -> BarTable:
        table = BarTable(self._theme)
        table.setObjectName("tidyModels")
        table.setAccessibleName(self.tr("Models by what they take"))
        table.setModel(self.models)
        table.setItemDelegate(TidyCells(self._theme, table, self.models))
        table.stretch(Column.NAME)
        table.sortByColumn(Column.SIZE, Qt.SortOrder.DescendingOrder)
        table.setSortingEnabled(True)
        action = QAction(self.tr("Delete…"), table)
        action.setShortcut(Qt.Key.Key_Delete)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self._ask_delete)
        table.addAction(action)
        for column in Column:
            sort = QAction(words.sort_by(column), table)
            sort.triggered.connect(lambda _=False, column=column: self._sort(column))
            table.addAction(sort)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return table

    def _sort(self, column: Column) -> None:
        """Sort by a column, or the other way round where it is sorted by it already."""
        bars, down = self.table.bars, Qt.SortOrder.DescendingOrder
        is_down = bars.sortIndicatorOrder() is down
        is_sorted = bars.sortIndicatorSection() == column
        begins_down = column in (Column.SIZE, Column.FREES)
        goes_down = not is_down if is_sorted else begins_down
        self.table.sortByColumn(column, down if goes_down else Qt.SortOrder.AscendingOrder)

    def _build(self) -> None:
        px = self._theme.px
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        footer = QHBoxLayout()
        footer.setContentsMargins(px(18), px(8), px(12), px(8))
        footer.setSpacing(px(12))
        footer.addWidget(self.asked, 1)
        footer.addWidget(self.selection, 1)
        footer.addWidget(self.delete)
        self.selection.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chooser)
        column.addWidget(self.disks)
        column.addWidget(self._stack, 1)
        column.addWidget(Hairline())
        column.addLayout(footer)

    def _connect(self) -> None:
        registry = self._services.registry
        self.destroyed.connect(registry.host_changed.subscribe(self._on_host))
        self.models.arranged.connect(self._on_list)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.chooser.chosen.connect(self.choose_host)
        self.delete.clicked.connect(self._ask_delete)
        self._timer.timeout.connect(self._show_disks)
        self._theme.changed.connect(self._measure)
