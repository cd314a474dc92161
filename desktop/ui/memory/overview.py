"""What is loaded on every host, beside this computer and what would fit."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.host import HostId
from desktop.ui.bridge.announce import Announcer
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.actions import MemoryActions
from desktop.ui.memory.card_facts import card_facts
from desktop.ui.memory.cards import HostCards
from desktop.ui.memory.header import MemoryHeader
from desktop.ui.memory.host_words import summary
from desktop.ui.memory.load_dialog import LoadDialog
from desktop.ui.memory.news import LoadNews
from desktop.ui.memory.services import MemoryDoors, MemoryRooms, MemoryServices
from desktop.ui.memory.side_place import WIDTH, SidePlace
from desktop.ui.shell.navigation import LayoutClass
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Hairline
from desktop.ui.widgets.messages import EmptyState
from desktop.ui.widgets.panel_place import PanelPlace
from desktop.ui.widgets.splitter import HairlineSplitter

_SECOND_MS = 1000
_ALL = HostId("")


class MemoryOverview(QWidget):
    """Follows the services while it is seen; hidden, nothing is read and nothing ticks."""

    tidy_wanted = Signal()
    local_server_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        services: MemoryServices,
        doors: MemoryDoors,
        rooms: MemoryRooms,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._doors = doors
        self._rooms = rooms
        self.actions_on_models = MemoryActions(services, doors, self)
        self.header = MemoryHeader(theme)
        self.cards = HostCards(theme, self.actions_on_models)
        self.side_place = SidePlace(theme, rooms.side)
        self.announcer = Announcer(self)
        self._news = LoadNews()
        self._frame = Frame[HostId](self, self._on_frame)
        self._later = Frame[None](self, lambda _: self._on_fits(), _SECOND_MS)
        self._second = QTimer(self, interval=_SECOND_MS)
        self._second.timeout.connect(self._tick)
        self._is_seen = True
        self._build()
        self._connect()
        self._follow()

    def load_a_model(self, host_id: HostId) -> None:
        """Ask which model to load there."""
        if any(host.id == host_id for host in self._services.registry.hosts):
            dialog = LoadDialog(self._theme, self._services, host_id, parent=self.window())
            dialog.pull_wanted.connect(lambda: self._doors.pull(host_id))
            dialog.open()

    def set_layout_class(self, found: LayoutClass) -> None:
        """Follow the width of the window: first the panel goes, then the legend."""
        is_over = found >= LayoutClass.CHOOSER
        if self._rooms.side is not None:
            self.place.set_overlay(is_over)
            self.side_place.set_overlay(is_overlay=is_over)
        self.header.set_narrow(found >= LayoutClass.NARROW)
        self._show_button()

    def set_seen(self, is_seen: bool) -> None:
        """The window is minimised, or shown again."""
        self._is_seen = is_seen
        self._watch()

    def open_panel(self) -> None:
        """Show the panel at the right, where it is closed."""
        self.place.open()
        self.side_place.fill()
        if self.place.is_overlay:
            self.side_place.close_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def regions(self) -> tuple[QWidget, ...]:
        """The places that F6 walks: header, cards, panel."""
        beside = (self.side_place,) if self.place.is_open else ()
        return (self.header, self._middle, *beside)

    def refresh(self) -> None:
        """Say again what there is."""
        now, snapshots = self._services.now(), self._services.registry.snapshots
        self.cards.show_hosts([card_facts(self._services, one) for one in snapshots], now)
        self._middle.setCurrentWidget(self.cards if snapshots else self._empty)
        self._summarize()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_over = self.place.is_overlay and self.place.is_open
        if event.key() == Qt.Key.Key_Escape and is_over:
            self._close_panel()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._news.forget()
        self.refresh()
        if self.place.is_open:
            self.side_place.fill()
        self._watch()
        super().showEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._watch()
        super().hideEvent(event)

    def _watch(self) -> None:
        """Follow computers closely, and count seconds, only while somebody can look."""
        is_watched = self._is_seen and self.isVisible()
        self._services.computers.watch_closely(is_watched)
        if is_watched:
            self._second.start()
        else:
            self._second.stop()

    def _on_frame(self, changed: frozenset[HostId]) -> None:
        if not self.isVisible():
            return
        if _ALL in changed:
            self.refresh()
            return
        now = self._services.now()
        for snapshot in self._services.registry.snapshots:
            if snapshot.id in changed:
                self.cards.show_host(card_facts(self._services, snapshot), now)
        self._summarize()

    def _on_host(self, host_id: HostId) -> None:
        self._frame.add(host_id)
        if self.isVisible() and (
            news := self._news.read(self._services.registry.snapshot(host_id))
        ):
            self.announcer.say(news)

    def _on_fits(self) -> None:
        snapshots = self._services.registry.snapshots
        split = [one.id for one in snapshots if any(m.gpu_share < 1 for m in one.loaded)]
        self._on_frame(frozenset(split))

    def _summarize(self) -> None:
        self.header.say(summary(self._services.registry.snapshots))

    def _tick(self) -> None:
        self.cards.tick(self._services.now())

    def _on_load_wanted(self, host_id: str) -> None:
        self.load_a_model(HostId(host_id))

    def _show_button(self) -> None:
        is_there = self._rooms.side is not None
        self.header.panel.setVisible(is_there and not self.place.is_open)

    def _close_panel(self) -> None:
        self.place.close()
        self.header.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        services = self._services
        self.destroyed.connect(services.registry.host_changed.subscribe(self._on_host))
        for event in (services.computers.changed, services.pins.changed):
            self.destroyed.connect(event.subscribe(self._add))
        self.destroyed.connect(services.registry.changed.subscribe(lambda _: self._add(_ALL)))
        self.destroyed.connect(services.fits.changed.subscribe(lambda _: self._add_split()))

    def _add(self, host_id: HostId) -> None:
        """Say with the next frame what is news of a host; what is hidden is told when shown."""
        if self.isVisible():
            self._frame.add(host_id)

    def _add_split(self) -> None:
        """What fits is another as often as memory is read: that is news to models in two parts."""
        if self.isVisible():
            self._later.add(None)

    def _connect(self) -> None:
        self.header.tidy.clicked.connect(self.tidy_wanted)
        self.header.local_server.clicked.connect(self.local_server_wanted)
        self.header.panel.clicked.connect(self.open_panel)
        self.side_place.closed.connect(self._close_panel)
        self.place.changed.connect(self._show_button)
        self.cards.load_wanted.connect(self._on_load_wanted)

    def _build(self) -> None:
        rooms = self._rooms
        self.header.tidy.setVisible(rooms.tidy is not None)
        self.header.local_server.setVisible(rooms.local_server is not None)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.cards)
        self._middle.addWidget(self._build_empty())
        self.splitter = HairlineSplitter(self._theme)
        self.splitter.addWidget(self._middle)
        self.place = PanelPlace(
            self._theme,
            self.splitter,
            self.side_place,
            self,
            lambda _: None,
            is_open=rooms.side is not None,
            width=WIDTH,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(Hairline())
        column.addWidget(self.splitter, 1)

    def _build_empty(self) -> QWidget:
        self.add_first = Button(self._theme, self.tr("Add a host…"), "primary", "plus")
        self.add_first.clicked.connect(self._doors.add_host)
        self._empty = EmptyState(
            self._theme,
            "memory-stick",
            self.tr("There is no host in the list"),
            self.tr(
                "Each computer with Ollama has a card here: which models are in its memory,\n"
                "how much of them on the GPU, and how much longer they stay."
            ),
            actions=(self.add_first,),
            is_page=True,
        )
        return self._empty
