"""The hosts page: every host with its state and route, and what a test of one found."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.diagnostics.doctor import Doctor
from desktop.diagnostics.explain import Explanation, Remedy
from desktop.domain.host import HostId
from desktop.hosts.discovery import Discovery, Found
from desktop.hosts.registry import HostRegistry
from desktop.hosts.routes import HostRoutes
from desktop.hosts.twins import HostExists
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.actions import HostActions, HostDoors
from desktop.ui.hosts.detail import WIDTH, HostDetail
from desktop.ui.hosts.found_words import search_words
from desktop.ui.hosts.holes_advice import HolesAdvice
from desktop.ui.hosts.table import HostTable
from desktop.ui.hosts.work_area import HostsWorkArea
from desktop.ui.shell.navigation import LayoutClass
from desktop.ui.widgets.panel_place import PanelPlace
from desktop.ui.widgets.splitter import HairlineSplitter


@dataclass(frozen=True, slots=True)
class HostServices:
    """The services whose snapshots this page shows."""

    registry: HostRegistry
    routes: HostRoutes
    doctor: Doctor
    discovery: Discovery
    settings: SettingsFile


class HostsPage(QWidget):
    """Arranges the parts and passes on what a person wants; it keeps no facts."""

    add_wanted = Signal()
    find_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    report_wanted = Signal()
    remedy_wanted = Signal(object, object)
    """A HostId and a Remedy that the last test offered."""

    def __init__(
        self,
        theme: Theme,
        services: HostServices,
        doors: HostDoors,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("hostsPage")
        self._theme = theme
        self._services = services
        self._doors = doors
        self._chosen: HostId | None = None
        self.hosts = HostTable(services.registry, services.routes, self)
        self.work = HostsWorkArea(theme, self.hosts)
        self.toolbar, self.table = self.work.toolbar, self.work.table
        self.detail = HostDetail(theme)
        self.actions_on_hosts = HostActions(
            services.registry, services.routes, self.hosts, doors, self
        )
        self._frame = Frame[str](self, lambda _: self._refresh())
        self._build()
        self._connect()
        self._follow()
        self._restore()

    @property
    def chosen_host(self) -> HostId | None:
        """The host whose row is current."""
        return self._chosen

    def choose(self, host_id: HostId) -> None:
        """Choose a host as a click on it would."""
        if (row := self.hosts.row_of(host_id)) >= 0:
            self.table.setCurrentIndex(self.hosts.index(row, 0))
            self.table.selectRow(row)

    def test(self, host_id: HostId) -> None:
        """Show a host and let the doctor look at it."""
        self.toolbar.search.clear()
        self.choose(host_id)
        self.place.open()
        self._doors.test(host_id)

    def explanation(self, host_id: HostId, remedy: Remedy) -> Explanation | None:
        """Return what the last test said of which that remedy is offered."""
        checkup = self._services.doctor.checkup(host_id)
        if checkup is None:
            return None
        said = ((checkup.finding,) if checkup.finding else ()) + checkup.notes
        return next((one for one in said if remedy in one.remedies), None)

    def set_layout_class(self, found: LayoutClass) -> None:
        """Follow the width of the window: the panel lies over the table where it is narrow."""
        self.place.set_overlay(found >= LayoutClass.OVERLAY)
        self.detail.set_overlay(found >= LayoutClass.OVERLAY)
        self.work.set_narrow(found >= LayoutClass.NARROW)
        self._show_button()

    def focus_filter(self) -> None:
        """Put the cursor into the filter field, as Ctrl+F does."""
        self.toolbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.toolbar.search.selectAll()

    def regions(self) -> tuple[QWidget, ...]:
        """The places that F6 walks: toolbar, table, panel."""
        beside = (self.detail,) if self.place.is_open else ()
        return (self.toolbar, self.work.middle, *beside)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.place.is_overlay and self.place.is_open:
            self._close_panel()
        else:
            self.toolbar.search.clear()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._refresh()
        super().showEvent(event)

    def _build(self) -> None:
        self.splitter = HairlineSplitter(self._theme)
        self.splitter.addWidget(self.work)
        self.place = PanelPlace(
            self._theme,
            self.splitter,
            self.detail,
            self,
            lambda _: None,
            is_open=True,
            width=WIDTH,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        space = QAction(self.table)
        space.setShortcut(Qt.Key.Key_Space)
        space.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        space.triggered.connect(self._open_panel)
        self.table.addAction(space)
        self.actions_on_hosts.add_keys(self.table, lambda: self._chosen)

    def _connect(self) -> None:
        toolbar, detail, work = self.toolbar, self.detail, self.work
        toolbar.search.textChanged.connect(self.hosts.set_filter)
        for source, wanted in (
            (toolbar.add.clicked, self.add_wanted),
            (work.add_first.clicked, self.add_wanted),
            (toolbar.find_wanted, self.find_wanted),
            (work.find_first.clicked, self.find_wanted),
            (toolbar.import_wanted, self.import_wanted),
            (toolbar.export_wanted, self.export_wanted),
            (toolbar.report_wanted, self.report_wanted),
        ):
            source.connect(wanted)
        toolbar.test_all_wanted.connect(self._test_all)
        toolbar.panel.clicked.connect(self._open_panel)
        self.hosts.modelReset.connect(self._choose_again)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.activated.connect(self._open_panel)
        self.table.customContextMenuRequested.connect(self._open_menu)
        work.holes.advice_wanted.connect(self._advise)
        work.found.add_wanted.connect(self._add_found)
        detail.closed.connect(self._close_panel)
        detail.test_wanted.connect(lambda: self._with_chosen(self._doors.test))
        detail.stop_wanted.connect(lambda: self._with_chosen(self._services.doctor.cancel))
        detail.edit_wanted.connect(lambda: self._with_chosen(self._doors.edit))
        detail.curl_wanted.connect(lambda: self._with_chosen(self._open_curl))
        detail.more_wanted.connect(lambda: self._with_chosen(self._open_more))
        detail.remedy_wanted.connect(self._on_remedy)
        self.place.changed.connect(self._show_button)
        self.splitter.splitterMoved.connect(self._remember)

    def _follow(self) -> None:
        services = self._services
        changed = services.registry.host_changed, services.routes.changed, services.doctor.changed
        for event in changed:
            self.destroyed.connect(event.subscribe(self._frame.add))
        for event in (services.registry.changed, services.discovery.changed):
            self.destroyed.connect(event.subscribe(lambda _: self._frame.add("")))

    def _restore(self) -> None:
        sizes = self._services.settings.settings.window.splitters.get("hosts", ())
        if len(sizes) == self.splitter.count():
            self.splitter.setSizes(list(sizes))
        self._choose_again()
        self._show_button()

    def _remember(self) -> None:
        settings = self._services.settings.settings
        splitters = {**settings.window.splitters, "hosts": tuple(self.splitter.sizes())}
        window = replace(settings.window, splitters=splitters)
        self._services.settings.update(replace(settings, window=window))

    def _refresh(self) -> None:
        """Say again what there is; hidden, none of it is read."""
        if not self.isVisible():
            return
        services = self._services
        self.work.holes.show_hosts(services.registry.snapshots)
        self.work.found.show_found(self._new_ones(), search_words(services.discovery.snapshot))
        self._show_detail()

    def _show_detail(self) -> None:
        host_id, services = self._chosen, self._services
        if host_id is None:
            self.detail.show_host(None, None, None)
            return
        snapshot = services.registry.snapshot(host_id)
        route, checkup = services.routes.route(host_id), services.doctor.checkup(host_id)
        self.detail.show_host(snapshot, route, checkup)

    def _new_ones(self) -> list[Found]:
        known = {host.address for host in self._services.registry.hosts}
        return [one for one in self._services.discovery.snapshot.found if one.address not in known]

    def _add_found(self, found: Found) -> None:
        try:
            self.choose(self._services.registry.add(found.address))
        except HostExists as taken:
            self.choose(taken.host.id)

    def _choose_again(self) -> None:
        """Keep the choice through a new order or filter; else choose the first that is shown."""
        host_id = self._chosen if self.hosts.row_of(self._chosen) >= 0 else self.hosts.id_at(0)
        self._chosen = host_id
        if host_id is not None:
            self.choose(host_id)
        self._frame.add("")

    def _on_current(self) -> None:
        host_id = self.hosts.id_at(self.table.currentIndex().row())
        if host_id is not None and host_id != self._chosen:
            self._chosen = host_id
            self._show_detail()

    def _with_chosen(self, work: Callable[[HostId], None]) -> None:
        if self._chosen is not None:
            work(self._chosen)

    def _on_remedy(self, remedy: Remedy) -> None:
        self._with_chosen(lambda host_id: self.remedy_wanted.emit(host_id, remedy))

    def _test_all(self) -> None:
        for host in self._services.registry.hosts:
            self._doors.test(host.id)

    def _advise(self) -> None:
        HolesAdvice(self._theme, self._services.registry.snapshots, self).open()

    def _show_button(self) -> None:
        self.toolbar.panel.setVisible(not self.place.is_open)

    def _open_panel(self) -> None:
        self.place.open()
        self.place.fit()
        if self.place.is_overlay:
            self.detail.test.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close_panel(self) -> None:
        self.place.close()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self, point: QPoint) -> None:
        host_id = self.hosts.id_at(self.table.indexAt(point).row())
        if host_id is not None:
            menu = self.actions_on_hosts.menu(host_id)
            menu.popup(self.table.viewport().mapToGlobal(point))

    def _open_more(self, host_id: HostId) -> None:
        button = self.detail.more
        menu = self.actions_on_hosts.menu(host_id)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _open_curl(self, host_id: HostId) -> None:
        button = self.detail.curl
        menu = self.actions_on_hosts.curl_menu(host_id, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
