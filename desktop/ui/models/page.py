"""The models page: one table over all hosts or a chosen one, and the inspector beside it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.diagnostics.explain import Remedy
from desktop.domain.host import HostId
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import HostSnapshot
from desktop.jobs.queue import JobQueue
from desktop.memory.weights import Weights
from desktop.storage.settings import ModelsPageSettings, SettingsFile
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.list import ALL_HOSTS
from desktop.ui.models.actions import ModelActions
from desktop.ui.models.card_reader import CardReader
from desktop.ui.models.chooser import HostChooser
from desktop.ui.models.columns_menu import columns_menu
from desktop.ui.models.curl_menu import RouteOf
from desktop.ui.models.inspecting import Inspecting
from desktop.ui.models.inspector import WIDTH, Inspector
from desktop.ui.models.table import ModelTable
from desktop.ui.models.view import Chip, Filter, ModelRow
from desktop.ui.models.work_area import WorkArea
from desktop.ui.shell.navigation import LayoutClass
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.labels import Hairline
from desktop.ui.widgets.panel_place import PanelPlace
from desktop.ui.widgets.splitter import HairlineSplitter


class ModelsPage(QWidget):
    """Arranges the parts and lets each know what the others chose.

    `pull` is handed what a person typed into the filter, or "". `mend` does what
    a remedy says for a host, and `add_host` opens the host dialog. `host_chosen`
    is emitted when another host is chosen here, in the narrow window's chooser.
    """

    host_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        hosts: HostRegistry,
        jobs: JobQueue,
        settings: SettingsFile,
        *,
        pull: Callable[[str], None],
        mend: Callable[[HostId, Remedy], None],
        add_host: Callable[[], None],
        weights: Weights,
        route_of: RouteOf = lambda _: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hosts = hosts
        self._settings = settings
        self._pull = pull
        self._mend_host = mend
        self.setObjectName("modelsPage")
        self.models = ModelTable(hosts, lambda: datetime.now().astimezone(), self)
        self.cards = CardReader(hosts, weights, self)
        self.actions_on_models = ModelActions(theme, hosts, jobs, weights, self, route_of)
        self.chooser = HostChooser(theme)
        self.work = WorkArea(theme, self.models, settings)
        self.toolbar, self.table = self.work.toolbar, self.work.table
        self.inspector = Inspector(
            theme, hosts, self.models, self.cards, weights, self.actions_on_models
        )
        self._inspecting = Inspecting(self.models, self.work, self)
        self._build()
        self._frame = Frame[str](self, lambda _: self._refresh())
        self._connect(add_host)
        self._restore()

    @property
    def chosen_host(self) -> HostId:
        """The host that is shown, ALL_HOSTS for all of them."""
        return self.models.filter.host_id or ALL_HOSTS

    @property
    def selected(self) -> list[ModelRow]:
        """The selected rows, from top to bottom."""
        return self.work.selected

    def choose_host(self, host_id: str) -> None:
        """Show the models of one host, or of all (ALL_HOSTS)."""
        known = {host.id for host in self._hosts.hosts}
        wanted = HostId(host_id) if host_id in known else None
        self._set_filter(replace(self.models.filter, host_id=wanted))
        self._put(replace(self._page, chosen_host=wanted or ""))

    def set_layout_class(self, found: LayoutClass) -> None:
        """Follow the width of the window: what fits beside the table, and which columns."""
        self.work.set_narrow(found >= LayoutClass.CHOOSER)
        self._chooser_area.setVisible(found >= LayoutClass.CHOOSER)
        self.place.set_overlay(found >= LayoutClass.OVERLAY)
        self._show_buttons()

    def inspect(self, host_id: HostId, model: str) -> None:
        """Show one model of a host in the inspector, once it is listed."""
        self.toolbar.clear()
        self._inspecting.begin(host_id, model)
        self._open_inspector()

    def focus_filter(self) -> None:
        """Put the cursor into the filter field, as Ctrl+F does."""
        self.toolbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.toolbar.search.selectAll()

    def regions(self) -> tuple[QWidget, ...]:
        """The places that F6 walks: toolbar, table, inspector."""
        beside = (self.inspector,) if self.place.is_open else ()
        return (self.toolbar, self.work.middle, *beside)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.place.is_overlay and self.place.is_open:
            self._close_inspector()
        else:
            self.toolbar.clear()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place.fit()

    def _build(self) -> None:
        self.table.addActions(self.actions_on_models.all)
        space = QAction(self.table)
        space.setShortcut(Qt.Key.Key_Space)
        space.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        space.triggered.connect(self._open_inspector)
        self.table.addAction(space)
        self.splitter = HairlineSplitter(self._theme)
        self.splitter.addWidget(self.work)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._build_chooser())
        outer.addWidget(self.splitter, 1)
        self.place = PanelPlace(
            self._theme,
            self.splitter,
            self.inspector,
            self,
            lambda is_open: self._put(replace(self._page, inspector_open=is_open)),
            is_open=self._page.inspector_open,
            width=WIDTH,
        )

    def _build_chooser(self) -> QWidget:
        self._chooser_area = QWidget()
        column = QVBoxLayout(self._chooser_area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chooser)
        column.addWidget(Hairline())
        name = self.toolbar.inspect.accessibleName()
        self._inspect = IconButton(self._theme, "panel-right-open", name)
        self.chooser.add(self._inspect)
        self._chooser_area.hide()
        return self._chooser_area

    def _connect(self, add_host: Callable[[], None]) -> None:
        self.models.arranged.connect(self._refresh)
        self.models.dataChanged.connect(self._on_tick)
        self.destroyed.connect(self._hosts.changed.subscribe(lambda _: self._frame.add("")))
        self.destroyed.connect(self._hosts.host_changed.subscribe(self._frame.add))
        self.toolbar.changed.connect(self._on_toolbar)
        self.toolbar.pull.clicked.connect(lambda: self._pull(""))
        self.toolbar.columns.clicked.connect(self._open_columns)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.table.activated.connect(self._open_inspector)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.bars.customContextMenuRequested.connect(self._open_columns)
        self.chooser.chosen.connect(self._on_chosen)
        for source in (self.work.placeholder, self.work.banner):
            source.remedy_wanted.connect(self._mend)
        self.work.placeholder.clear_wanted.connect(self.toolbar.clear)
        self.work.placeholder.pull_wanted.connect(self._pull)
        self.work.placeholder.add_wanted.connect(add_host)
        for button in (self.toolbar.inspect, self._inspect):
            button.clicked.connect(self._open_inspector)
        self.inspector.closed.connect(self._close_inspector)
        self.place.changed.connect(self._show_buttons)
        self.splitter.splitterMoved.connect(self._on_splitter)

    def _restore(self) -> None:
        chips = frozenset(chip for chip in Chip if chip.value in self._page.chips)
        self.toolbar.set_chips(chips)
        self.choose_host(self._page.chosen_host)
        sizes = self._settings.settings.window.splitters.get("models", ())
        if len(sizes) == self.splitter.count():
            self.splitter.setSizes(list(sizes))
        self._show_buttons()
        self._refresh()

    @property
    def _page(self) -> ModelsPageSettings:
        return self._settings.settings.models_page

    def _put(self, page: ModelsPageSettings) -> None:
        self._settings.update(replace(self._settings.settings, models_page=page))

    def _snapshots(self) -> tuple[HostSnapshot, ...]:
        """Those of the chosen host, or all."""
        wanted = self.models.filter.host_id
        return tuple(
            snapshot for snapshot in self._hosts.snapshots if wanted in (None, snapshot.id)
        )

    def _set_filter(self, wanted: Filter) -> None:
        self.models.set_filter(wanted)
        self._refresh()

    def _on_toolbar(self) -> None:
        wanted = replace(self.models.filter, text=self.toolbar.text, chips=self.toolbar.chips)
        self._set_filter(wanted)
        self._put(replace(self._page, chips=tuple(sorted(chip.value for chip in wanted.chips))))

    def _on_chosen(self, host_id: str) -> None:
        self.choose_host(host_id)
        self.host_chosen.emit(self.chosen_host)

    def _refresh(self) -> None:
        """Say again what there is, and let the parts follow the rows."""
        if self.chosen_host and not self._snapshots():
            self._on_chosen(ALL_HOSTS)  # It was removed.
            return
        self.work.show_hosts(self._snapshots())
        self.chooser.show_hosts(self._hosts.snapshots, self.chosen_host)
        self._on_selection()

    def _on_selection(self) -> None:
        rows = self.selected
        self.actions_on_models.set_rows(rows)
        self.work.footer.show_selection(rows)
        one = rows[0] if len(rows) == 1 else None
        self.cards.show(one if self.place.is_open else None)
        self.inspector.show_row(one, len(rows))

    def _on_tick(self) -> None:
        self.inspector.tick()

    def _show_buttons(self) -> None:
        is_open = self.place.is_open
        has_chooser = self._chooser_area.isVisibleTo(self)
        self.toolbar.inspect.setVisible(not is_open and not has_chooser)
        self._inspect.setVisible(not is_open)
        self._on_selection()

    def _open_inspector(self) -> None:
        self.place.open()
        self.place.fit()
        if self.place.is_overlay:
            self.inspector.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close_inspector(self) -> None:
        self.place.close()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self, point: QPoint) -> None:
        if self.actions_on_models.rows:
            menu = self.actions_on_models.menu(self)
            menu.popup(self.table.viewport().mapToGlobal(point))

    def _open_columns(self) -> None:
        button = self.toolbar.columns
        columns_menu(self.work.columns, self).popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _mend(self, host_id: str, remedy: Remedy) -> None:
        if host_id:
            self._mend_host(HostId(host_id), remedy)
        else:
            self._hosts.refresh()

    def _on_splitter(self) -> None:
        settings = self._settings.settings
        splitters = {**settings.window.splitters, "models": tuple(self.splitter.sizes())}
        self._settings.update(
            replace(settings, window=replace(settings.window, splitters=splitters))
        )
